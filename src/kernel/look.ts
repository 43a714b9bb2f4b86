// Several parts of one page ask the same question: within one look at it, it is asked once.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from './context.ts';
import type { Viewer } from './viewer.ts';

type Question<Answer> = (context: Context, viewer: Viewer) => Promise<Answer>;

const looks = new AsyncLocalStorage<Map<unknown, Promise<unknown>>>();

/** One look of one viewer at a page. `work` may change nothing: what it has asked by `askedOnce` it is not told anew. */
export const oneLook = <T>(work: () => Promise<T>): Promise<T> => looks.run(new Map(), work);

/** Makes a question that is asked once within one look, and each time outside of any. */
export const askedOnce =
  <Answer>(question: Question<Answer>): Question<Answer> =>
  (context, viewer) => {
    const answers = looks.getStore();
    const known = answers?.get(question) as Promise<Answer> | undefined;
    if (known) return known;
    const answer = question(context, viewer);
    answers?.set(question, answer);
    return answer;
  };
