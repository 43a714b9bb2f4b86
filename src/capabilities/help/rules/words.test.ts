import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptWords } from './words.ts';

test.each([
  ['Mi manca un esempio.', 'Mi manca un esempio.'],
  ['scrivetemi a giulia.bianchi@posta.example grazie', 'scrivetemi a … grazie'],
  ['sono BNCGLI88C54D612C', 'sono …'],
  ['il mio iban è IT60 X054 2811 1010 0000 0123 456', 'il mio iban è …'],
  ['chiamatemi al +39 330 100 0482', 'chiamatemi al …'],
  ['codice 482913 mai arrivato', 'codice … mai arrivato'],
  ['vale 15 minuti?', 'vale 15 minuti?'],
  ['  riga\n\nuna\u0000due\t ', 'riga una due'],
  ['12345678', ''],
  ['?!', ''],
  ['', ''],
])('[HLP-1] of "%s" is kept "%s"', (typed, expected) => {
  expect(keptWords(typed, 1_000)).toBe(expected);
});

test('[HLP-1] no address and no long number is left, and never more than the limit', () => {
  const noise = fc.string({ unit: 'grapheme', maxLength: 30 });
  const personal = fc.constantFrom('anna@posta.example', '3331234567', 'https://x.example/a?b=1', '1234 5678 90');
  fc.assert(
    fc.property(noise, personal, noise, fc.integer({ min: 1, max: 80 }), (before, secret, after, max) => {
      const words = keptWords(`${before} ${secret} ${after}`, max);
      expect(words).not.toContain(secret);
      expect(words).not.toMatch(/\d{4}/);
      expect(words.length).toBeLessThanOrEqual(max);
    }),
  );
});

test('[HLP-1] a text far over the limit costs no more than one at it', () => {
  const start = performance.now();
  expect(keptWords(`a${'\u0301\u0323'.repeat(50_000)}`, 1_000)).toHaveLength(1_000);
  expect(performance.now() - start).toBeLessThan(500);
});
