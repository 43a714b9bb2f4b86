// The search of the help centre: accents, endings, slips of a finger and older names are forgiven. [HLP-1]
import { slips } from '#kernel/italian/slips.ts';
import type { Language } from '#kernel/language.ts';
import { synonyms } from './synonyms.ts';

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

/** From this length on a word may have one slip in it, from that on two: shorter ones would become other words. */
const oneSlipFrom = 5;
const twoSlipsFrom = 9;
/** The end of a compound says what it is: `Zahlungsbeleg` is a `Beleg`. */
const compoundFrom = 5;

/** How well one looked-for word fits one that is there: 1 the same word, less for its beginning, a compound or slips, 0 not. */
function fit({ word: wanted, root }: Word, { word: found, root: other }: Word, language: Language): number {
  if (root === other) return 1;
  if (other.startsWith(root) && root.length >= 3) return 0.7;
  if (language === 'de' && root.length >= compoundFrom && other.includes(root)) return 0.6;
  if (wanted.length < oneSlipFrom) return 0;
  const most = wanted.length < twoSlipsFrom ? 1 : 2;
  // Whole words as well: a slip in the last letters moves the ending.
  const bySlips = slips(root, other, most);
  const least = bySlips <= 1 ? bySlips : Math.min(bySlips, slips(wanted, found, most));
  return least === 1 ? 0.5 : least <= most ? 0.35 : 0;
}

const weights = { title: 6, keywords: 4, text: 1 };

/** A word, and what is left of it without its ending. */
type Word = { word: string; root: string };
const rooted = (words: readonly string[], language: Language): Word[] =>
  words.map((word) => ({ word, root: rootOf(word, language) }));

/** The words of a page, made once. */
export type Indexed = readonly { weight: number; words: readonly Word[] }[];

export const indexOf = (page: Searched, language: Language): Indexed =>
  (['title', 'keywords', 'text'] as const).map((part) => ({
    weight: weights[part],
    words: rooted([...new Set(wordsOf(page[part], language))], language),
  }));

/** An older name counts a little less than the words of now. */
const meantShare = 0.9;

/** What somebody typed, as the words that are looked for: those typed, and what else they may have meant. */
export type Wanted = { language: Language; readings: readonly { words: readonly Word[]; share: number }[] };

export function wantedBy(typed: string, language: Language): Wanted {
  const words = rooted([...new Set(wordsOf(typed, language))], language);
  const meant = meantBy(words, language).map((reading) => ({ words: reading, share: meantShare }));
  return { language, readings: [{ words, share: 1 }, ...meant] };
}

/** How well a page answers a search; 0 when fewer than half of the words are in it, by this name or another. */
export const scoreOf = (page: Indexed, { language, readings }: Wanted): number =>
  Math.max(...readings.map(({ words, share }) => scoreOfWords(page, words, language) * share));

/** A name counts when it was meant whole, a slip of the finger aside: its beginning alone is some other word. */
const isNamed = (name: Word, typed: Word | undefined): boolean =>
  typed !== undefined &&
  (name.root === typed.root || (name.word.length >= oneSlipFrom && slips(name.word, typed.word, 1) === 1));

/** For each other name in the search, the search with that name replaced. */
function meantBy(wanted: readonly Word[], language: Language): Word[][] {
  return synonyms[language].flatMap(([said, meant]) => {
    const name = rooted(wordsOf(said, language), language);
    const at = wanted.findIndex((_word, from) => name.every((one, index) => isNamed(one, wanted[from + index])));
    if (at < 0 || name.length === 0) return [];
    const rest = [...wanted.slice(0, at), ...wanted.slice(at + name.length)];
    return [[...rest, ...rooted(wordsOf(meant, language), language)]];
  });
}

function scoreOfWords(page: Indexed, wanted: readonly Word[], language: Language): number {
  if (wanted.length === 0) return 0;
  const scores = wanted.map((word) => {
    let best = 0;
    for (const { weight, words } of page) {
      // The most telling part comes first: the rest cannot do better than its own weight.
      if (best >= weight) break;
      for (const one of words) best = Math.max(best, weight * fit(word, one, language));
    }
    return best;
  });
  const found = scores.filter((score) => score > 0).length;
  return found * 2 >= wanted.length ? scores.reduce((sum, score) => sum + score, 0) / wanted.length : 0;
}
