// Where the pages of the help centre are, and how they are called as links.
import type { Method } from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import { type Area, areas, type Question } from './content/catalogue.ts';
import { answers, type Entry, entriesWith } from './content/index.ts';

/** A question as a link. */
export type QuestionLink = { question: string; href: string };

export const isArea = (value: unknown): value is Area => areas.some((area) => area === value);
const hrefOf = (question: Question): string => `/aiuto/${question}`;
export const linkOf = (question: Question, language: Language): QuestionLink => ({
  question: answers[language][question].question,
  href: hrefOf(question),
});

/** What can be asked here: questions about a way to pay only where it is offered. */
export const entriesHere = (context: Context): readonly Entry[] =>
  entriesWith(new Set<Method>(context.ports.payment.flatMap((provider) => provider.methods)));

/** The address of the help page of a reason; dots would look like a file. */
export const reasonPath = (code: string): string => `/aiuto/perche/${code.replaceAll('.', '-')}`;

/** Every reason for which something is refused, whichever capability gives it, with its explanation. */
export const reasonPages = (context: Context, language: Language): { link: QuestionLink; why: string }[] =>
  context.capabilities.flatMap((capability) =>
    Object.entries(capability.reasons ?? {}).map(([code, said]) => ({
      link: { question: said.question(language), href: reasonPath(code) },
      why: said.why(language, context.settings),
    })),
  );
