// An answer in the reader's language, with its numbers filled in.
import type { Language } from '#kernel/language.ts';
import { type Say, sayer } from '#kernel/say.ts';
import type { Part, Question } from './content/catalogue.ts';
import { answers } from './content/index.ts';
import type { Values } from './values.ts';

/** The sentences of a part, in order. */
const sentencesOf = (part: Part): readonly string[] =>
  typeof part === 'string' ? [part] : 'steps' in part ? part.steps : part.points;

const key = (question: Question, part: number, sentence: number): string => `${question} ${part} ${sentence}`;

/** Every sentence of a language by its place. */
const flat = (language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers[language]).flatMap(([question, { parts }]) =>
      parts.flatMap((part, at) =>
        sentencesOf(part).map((text, index) => [key(question as Question, at, index), text] as const),
      ),
    ),
  );

// Parsed once and kept, like all other sentences.
const say: (language: Language) => Say<Record<string, Values>> = sayer({
  it: flat('it'),
  en: flat('en'),
  de: flat('de'),
});

/** The parts of an answer with every `{…}` filled in. Throws on a name that is no value: a test goes through all. */
export function partsOf(question: Question, language: Language, values: Values): Part[] {
  const words = say(language);
  return answers[language][question].parts.map((part, at) => {
    const filled = sentencesOf(part).map((_text, index) => words(key(question, at, index), values));
    if (typeof part === 'string') return filled[0] ?? '';
    return 'steps' in part ? { steps: filled } : { points: filled };
  });
}

/** The whole answer as one text, for the search. */
export const textOf = (question: Question, language: Language, values: Values): string =>
  partsOf(question, language, values).flatMap(sentencesOf).join(' ');
