// The search of the help centre: accents, endings and one slip of a finger are forgiven. [HLP-1]
import type { Language } from '#kernel/language.ts';

/** What is searched in, the most telling first. */
export type Searched = { title: string; keywords: string; text: string };

/** Words that say nothing about what somebody looks for. */
const empty: Record<Language, ReadonlySet<string>> = {
  it: new Set(
    'a al alla che chi ci come con cosa da dal dalla dei del della di dove e ho i il in io la le lo ma mi mia mio nel nella non per perche piu posso quale quando se si sono su un una uno vi'.split(
      ' ',
    ),
  ),
  en: new Set(
    'a an and are at can do does for from how i if in is it me my not of on or the there this to was what when where which who why with you your'.split(
      ' ',
    ),
  ),
  de: new Set(
    'aber am an auf bei bin das dem den der des die ein eine einen es fur geht habe hat ich im in ist kann kein keine man mein meine mich mir mit nicht oder sich sie und von wann warum was welche welcher wenn wer wie wo zu zum zur'.split(
      ' ',
    ),
  ),
};

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** The words of a text without accents and empty words. */
export const wordsOf = (text: string, language: Language): string[] =>
  (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 && !empty[language].has(word));

const endings: Record<Language, RegExp> = {
  it: /[aeiou]+$/,
  en: /(ings?|ed|es|s|e)$/,
  de: /(en|ern|er|es|em|e|n|s)$/,
};
/** A word without its ending, as long as enough of it is left to mean something. */
const rootOf = (word: string, language: Language): string => {
  const root = word.replace(endings[language], '');
  return root.length >= 3 ? root : word;
};

/** How well one looked-for word fits one that is there: 1 the same word, less for its beginning or with one slip, 0 not. */
function fit(wanted: string, found: string, language: Language): number {
  const [root, other] = [rootOf(wanted, language), rootOf(found, language)];
  if (root === other) return 1;
  if (other.startsWith(root) && root.length >= 3) return 0.7;
  return wanted.length >= 5 && isOneSlip(root, other) ? 0.5 : 0;
}

/** One letter added, left out, changed or swapped with its neighbour. */
export function isOneSlip(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return true;
  return long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2);
}

const weights = { title: 6, keywords: 4, text: 1 };

/** How well a page answers a search; 0 when fewer than half of the words are in it. */
export function scoreOf(page: Searched, typed: string, language: Language): number {
  const wanted = wordsOf(typed, language);
  if (wanted.length === 0) return 0;
  const parts = (['title', 'keywords', 'text'] as const).map((part) => ({
    weight: weights[part],
    words: wordsOf(page[part], language),
  }));
  const scores = wanted.map((word) =>
    Math.max(
      ...parts.map(({ weight, words }) => weight * Math.max(0, ...words.map((one) => fit(word, one, language)))),
    ),
  );
  const found = scores.filter((score) => score > 0).length;
  return found * 2 >= wanted.length ? scores.reduce((sum, score) => sum + score, 0) / wanted.length : 0;
}
