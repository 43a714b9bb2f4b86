import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '#kernel/italian/slips.ts';
import type { Language } from '#kernel/language.ts';
import { indexOf, type Searched, scoreOf as scoreOfIndexed, wantedBy, wordsOf } from './search.ts';
import { synonyms } from './synonyms.ts';

const scoreOf = (page: Searched, typed: string, language: Language) =>
  scoreOfIndexed(indexOf(page, language), wantedBy(typed, language));
const page = {
  title: 'Perché l’accesso è bloccato?',
  keywords: 'troppi tentativi password sbagliata',
  text: 'Dopo dieci password sbagliate si aspetta mezz’ora.',
};

test.each([
  ['accesso bloccato', true, 'the words of the title'],
  ['ACCESSI BLOCCATI', true, 'another ending, capitals'],
  ['acceso bloccato', true, 'a slip of the finger'],
  ['passw', true, 'the beginning of a word'],
  ['perche non entro, password sbagliata', true, 'a sentence'],
  ['login bloccato', true, 'another name for the same thing'],
  ['ricevuta', false, 'something else'],
  ['ricevuta del pagamento bloccato', false, 'one word of three'],
  ['perché non', false, 'empty words only'],
  ['', false, 'nothing'],
] as const)('[HLP-1] "%s" finds the page: %s (%s)', (typed, isFound, _remark) => {
  expect(scoreOf(page, typed, 'it') > 0).toBe(isFound);
});

test('[HLP-1] what stands in the question counts more than what stands in the text', () => {
  const title = { title: 'La password', keywords: '', text: '' };
  const text = { title: 'Altro', keywords: '', text: 'password' };
  expect(scoreOf(title, 'password', 'it')).toBeGreaterThan(scoreOf(text, 'password', 'it'));
});

test.each([
  ['de', 'Gerät', 'gerat'],
  ['it', 'Perché è già così', 'gia'],
  ['en', 'What is a naïve question', 'naive'],
] as const)('[HLP-1] accents are forgiven in %s', (language, text, word) => {
  expect(wordsOf(text, language)).toContain(word);
});

test.each([
  ['codice', 'codce', 1],
  ['codice', 'codicee', 1],
  ['codice', 'cosice', 1],
  ['codice', 'cdoice', 1],
  ['codice', 'cdioce', 2],
  ['codice', 'code', 2],
  ['codice', 'parola', 3],
  ['', 'ab', 2],
  ['abc', '', 3],
])('[HLP-1] between %s and %s are %i slips, three standing for more than two', (one, other, expected) => {
  expect(slips(one, other, 2)).toBe(expected);
});

test('[HLP-1] a long word may have two slips, a short one none', () => {
  const long = { title: 'Registrazione', keywords: '', text: '' };
  expect(scoreOf(long, 'regitsrazone', 'it')).toBeGreaterThan(0);
  expect(scoreOf({ title: 'Rata', keywords: '', text: '' }, 'raga', 'it')).toBe(0);
});

test('[HLP-1] the end of a German compound is found by itself', () => {
  const compound = { title: 'Zahlungsquittung', keywords: '', text: '' };
  expect(scoreOf(compound, 'Quittung', 'de')).toBeGreaterThan(0);
  expect(scoreOf(compound, 'Beleg', 'de')).toBe(0);
});

const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 12 });

test('[HLP-1] slips: none from a word to itself, the same in both directions, one for one change', () => {
  fc.assert(
    fc.property(letters, letters, fc.nat(11), fc.constantFrom(...'xyz'), (one, other, at, letter) => {
      expect(slips(one, one, 2)).toBe(0);
      expect(slips(one, other, 2)).toBe(slips(other, one, 2));
      const changed = one.slice(0, at % one.length) + letter + one.slice((at % one.length) + 1);
      expect(slips(one, changed, 2)).toBe(1);
    }),
  );
});

test('[HLP-1] whatever is typed, the score is a number that is never negative, and capitals and accents change nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('it', 'en', 'de'),
      (typed, language) => {
        const score = scoreOf(page, typed, language);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(score)).toBe(true);
      },
    ),
  );
  const words = wordsOf(`${page.title} ${page.keywords}`, 'it');
  fc.assert(
    fc.property(fc.subarray(words, { minLength: 1 }), (some) => {
      const score = scoreOf(page, some.join(' '), 'it');
      expect(score).toBeGreaterThan(0);
      expect(scoreOf(page, some.join(' ').toUpperCase(), 'it')).toBe(score);
      expect(scoreOf(page, some.join(' ').replaceAll('a', 'à'), 'it')).toBe(score);
    }),
  );
});

test('[HLP-1] every other name is one that a search can hear, and means something else', () => {
  for (const [language, names] of Object.entries(synonyms)) {
    for (const [said, meant] of names) {
      const heard = wordsOf(said, language as Language);
      expect([said, heard.length > 0]).toEqual([said, true]);
      expect([said, wordsOf(meant, language as Language).some((word) => !heard.includes(word))]).toEqual([said, true]);
    }
  }
});
