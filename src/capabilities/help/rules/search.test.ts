import { expect, test } from 'vitest';
import { isOneSlip, scoreOf, wordsOf } from './search.ts';

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
  ['codice', 'codce', true],
  ['codice', 'codicee', true],
  ['codice', 'cosice', true],
  ['codice', 'cdoice', true],
  ['codice', 'cdioce', false],
  ['codice', 'code', false],
])('%s and %s are one slip apart: %s', (one, other, expected) => {
  expect(isOneSlip(one, other)).toBe(expected);
});
