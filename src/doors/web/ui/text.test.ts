import { expect, test } from 'vitest';
import { describedBy } from './described.ts';
import { grouped } from './grouped.ts';
import { spokenMoney } from './spoken.ts';

test.each([
  [31240, 'it', '312 euro e 40'],
  [100, 'it', '1 euro'],
  [-5000, 'it', 'meno 50 euro'],
  [31205, 'it', '312 euro e 5 centesimi'],
  [100_001, 'it', '1000 euro e 1 centesimo'],
  [31205, 'en', '312 euros and 5 cents'],
  [31201, 'de', '312 Euro und 1 Cent'],
  [31210, 'de', '312 Euro 10'],
  [31240, 'en', '312 euros 40'],
  [100, 'de', '1 Euro'],
] as const)('%d cents are said in %s as "%s"', (amount, language, expected) => {
  expect(spokenMoney(amount, language)).toBe(expected);
});

test.each([
  ['1234567890', 4, ['1234', '5678', '90']],
  ['GB482KL', [2, 3, 2], ['GB', '482', 'KL']],
  ['ABCDEFGH', [2, 3], ['AB', 'CDE', 'FGH']],
  ['', 4, []],
] as const)('%s in groups of %j keeps every character and adds none', (value, sizes, expected) => {
  expect(grouped(value, sizes)).toEqual(expected);
});

test('a field without hint and error is described by nothing', () => {
  expect(describedBy('x', {})).toBeUndefined();
  expect(describedBy('x', { hint: 'h', error: 'e', more: 'x-more' })).toBe('x-hint x-error x-more');
});
