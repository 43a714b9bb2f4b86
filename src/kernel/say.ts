// Sentences: ICU messages parsed once and kept for the life of the process. Parsing anew is twenty times slower.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './language.ts';

export type Say<Words> = <Key extends keyof Words>(
  key: Key,
  ...values: Words[Key] extends undefined ? [] : [Words[Key]]
) => string;

/** Before a number that is read with a vowel: 8, 80, 800, 11. */
const articleBeforeVowel = /(?<!\p{L})([Ii]l|[Aa]l|[Dd]al|[Dd]el|[Nn]el|[Ss]ul) (?=(?:8\d{0,2}|11)(?!\d))/gu;
const withoutVowel = (article: string): string => (article === 'il' ? 'l' : article === 'Il' ? 'L' : `${article}l`);

/** `l’8 novembre`, `dall’11`, `all’800 000 000`: what Italian says where a sentence has `il {day}`. */
const elided = (text: string, apostrophe: string): string =>
  text.replace(articleBeforeVowel, (_found, article: string) => withoutVowel(article) + apostrophe);

/**
 * Makes `say(language)(key, values)` from the three word files of a capability; the type of the words is generated
 * from the Italian file (`npm run generate`). Money and dates come in as text from `kernel/format.ts`, so that
 * there is one way to write them.
 */
export function sayer<Words>(files: Record<Language, Record<string, string>>): (language: Language) => Say<Words> {
  const kept = new Map<string, IntlMessageFormat>();
  return (language) =>
    (key, ...[values]) => {
      const id = `${language} ${String(key)}`;
      let format = kept.get(id);
      if (!format) {
        const text = files[language][String(key)];
        if (text === undefined) throw new Error(`no words for ${id}`);
        format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
        kept.set(id, format);
      }
      const text = String(format.format(values as Record<string, string | number> | undefined));
      // A text message keeps the plain apostrophe: the curly one is not in the alphabet of phones.
      return language === 'it' ? elided(text, id.endsWith('sms') ? "'" : '’') : text;
    };
}
