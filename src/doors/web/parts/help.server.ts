// What the pages of the help centre share: their words, and whether an answer was useful.
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { giveFeedback, giveWords, helpWords } from '#capabilities/help/index.ts';
import type { Language } from '#kernel/language.ts';
import { fieldsOf } from '../form.ts';
import { inLanguage } from '../link.ts';

export type HelpPageWords = ReturnType<typeof helpPageWords>;

/** `?grazie` comes from the form of the same page: the thanks need no cookie. */
export function helpPageWords(language: Language, search: URLSearchParams) {
  const say = helpWords(language);
  const thanks = search.get('grazie');
  return {
    back: say('help.back'),
    wayOn: say('help.way_on'),
    who: say('help.who'),
    useful: say('help.useful'),
    yes: say('help.useful_yes'),
    no: say('help.useful_no'),
    thanks: thanks === null ? undefined : say(thanks === 'parole' ? 'help.words_thanks' : 'help.useful_thanks'),
    wordsLabel:
      thanks === 'si' || thanks === 'no'
        ? say(thanks === 'no' ? 'help.words_label' : 'help.words_label_yes')
        : undefined,
    wordsHint: say('help.words_hint'),
    wordsSend: say('help.words_send'),
    related: say('help.related'),
  };
}

/** Keeps the opinion and shows the page again with thanks. */
export async function feedbackAction(event: RequestEvent, answer: { page: string; path: string }): Promise<never> {
  const { context, language, viewer } = event.locals;
  const isUseful = (await fieldsOf(event.request)).get('utile') === 'si';
  await giveFeedback(context, viewer, { page: answer.page, isUseful });
  redirect(303, inLanguage(language, `${answer.path}?grazie=${isUseful ? 'si' : 'no'}`));
}

/** Keeps words about an answer, and thanks for them. */
export async function wordsAction(event: RequestEvent, answer: { page: string; path: string }): Promise<never> {
  const { context, language, viewer } = event.locals;
  const text = (await fieldsOf(event.request)).get('parole');
  await giveWords(context, viewer, { page: answer.page, text: typeof text === 'string' ? text : '' });
  redirect(303, inLanguage(language, `${answer.path}?grazie=parole`));
}
