// The sentences of the pages, read from the same files: a journey names what a person presses and does not break at a comma.
import { say as access } from '#capabilities/access/words/say.ts';
import { say as codes } from '#capabilities/codes/words/say.ts';
import { say as confirmation } from '#capabilities/confirmation/words/say.ts';
import { say as contacts } from '#capabilities/contacts/words/say.ts';
import { say as documents } from '#capabilities/documents/words/say.ts';
import { say as parties } from '#capabilities/parties/words/say.ts';
import { say as payments } from '#capabilities/payments/words/say.ts';
import { say as policies } from '#capabilities/policies/words/say.ts';
import { say as registration } from '#capabilities/registration/words/say.ts';
import { say as requests } from '#capabilities/requests/words/say.ts';
import { say as parts } from '#doors/web/parts/words/say.ts';
import { say as web } from '#doors/web/words/say.ts';
import { inLanguage, type Language } from '#kernel/language.ts';

export const wordsIn = (language: Language) => ({
  language,
  /** An address of ours in this language. */
  path: (path: string) => inLanguage(language, path),
  access: access(language),
  codes: codes(language),
  confirmation: confirmation(language),
  contacts: contacts(language),
  documents: documents(language),
  parties: parties(language),
  parts: parts(language),
  payments: payments(language),
  policies: policies(language),
  registration: registration(language),
  requests: requests(language),
  web: web(language),
});
export type Words = ReturnType<typeof wordsIn>;

/** Stands for a value that a journey does not know: `like(say('…', { amount: any }))`. */
export const any = '§';

/** The whole sentence, whatever stands for `any`; a space is any kind of space. */
export const like = (sentence: string): RegExp => new RegExp(`^\\s*${inside(sentence)}\\s*$`);

/** The sentence somewhere in a longer text. */
export const part = (sentence: string): RegExp => new RegExp(inside(sentence));

const inside = (sentence: string): string =>
  sentence
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(any, '.+')
    // Italian writes `il 7`, and `l’8`.
    .replace(
      /\b(il|al|dal|del) (?=\.\+)/g,
      (_found, article) => `(?:${article} |${article === 'il' ? 'l' : `${article}l`}’)`,
    )
    .replace(/\s+/g, '\\s+');
