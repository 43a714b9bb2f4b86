import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AssertionError } from './assert.ts';
import { money } from './format.ts';
import { languages } from './language.ts';
import { cents, centsFromText, plus } from './money.ts';

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('money is never %d', (value) => {
  expect(() => cents(value)).toThrow(AssertionError);
});

test('a sum beyond the safe integers is a fault, not a wrong amount', () => {
  expect(() => plus(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(AssertionError);
});

test.each([
  ['1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['1234,5', 123_450],
  ['1234.50', 123_450],
  ['1.234', 123_400],
  ['50 €', 5_000],
  ['0,01', 1],
  ['1.234.567,89', 123_456_789],
])('%s is typed for %d cents', (text, expected) => {
  expect(centsFromText(text)).toBe(expected);
});

test.each(['', '€', '-5', '1,234', '12.34.56', '1.2345', '1e3', '5,', 'dieci', '1.23,4', '99999999999999999'])(
  '%j is no amount',
  (text) => {
    expect(centsFromText(text)).toBeUndefined();
  },
);

test('what is written is read back, in every language', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (value) => {
      for (const language of languages) expect(centsFromText(money(cents(value), language))).toBe(value);
    }),
  );
});
