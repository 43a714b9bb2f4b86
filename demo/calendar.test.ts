import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as kernel from '#kernel/days.ts';
import { firstOfMonth, fullYears, plusDays, plusMonths } from './calendar.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => kernel.plusDays(kernel.day('1930-01-01'), days));

it('counts days and months as the kernel does, far and near', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (day, count) => {
      expect(plusDays(day, count)).toBe(kernel.plusDays(day, count));
      expect(plusMonths(day, count)).toBe(kernel.plusMonths(day, count));
      expect(firstOfMonth(day)).toBe(kernel.firstOfMonth(day));
    }),
  );
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %d months is %s', (day, months, expected) => {
  expect(plusMonths(kernel.day(day), months)).toBe(expected);
});

it.each([
  ['2000-02-29', '2018-02-28', 17],
  ['2000-02-29', '2018-03-01', 18],
  ['1990-11-24', '2026-11-23', 35],
  ['1990-11-24', '2026-11-24', 36],
])('from %s to %s are %d full years', (from, to, years) => {
  expect(fullYears(kernel.day(from), kernel.day(to))).toBe(years);
});
