import { expect, test } from 'vitest';
import { day } from '#kernel/days.ts';
import { easter, isWorkingDay, plusWorkingDays } from './working-days.ts';

test.each([
  ['2024', '2024-03-31'],
  ['2025', '2025-04-20'],
  ['2026', '2026-04-05'],
  ['2027', '2027-03-28'],
  ['2038', '2038-04-25'],
])('Easter of %s is %s', (year, expected) => {
  expect(easter(Number(year))).toBe(expected);
});

test.each([
  ['2026-11-20', true, 'a Friday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-11-22', false, 'a Sunday'],
  ['2026-04-06', false, 'the Monday after Easter'],
  ['2026-04-07', true, 'the Tuesday after it'],
  ['2026-06-02', false, 'the day of the Republic'],
  ['2027-10-04', false, 'Saint Francis'],
] as const)('[REQ-2] %s: working day is %s (%s)', (value, expected, _remark) => {
  expect(isWorkingDay(day(value))).toBe(expected);
});

test.each([
  ['2026-11-24', 2, '2026-11-26', 'in the middle of a week'],
  ['2026-11-26', 2, '2026-11-30', 'over a weekend'],
  ['2026-11-28', 1, '2026-11-30', 'asked on a Saturday'],
  ['2026-12-24', 2, '2026-12-29', 'over Christmas'],
  ['2026-04-03', 1, '2026-04-07', 'over Easter'],
] as const)('[REQ-2] asked on %s, %i working days end on %s (%s)', (from, count, expected, _remark) => {
  expect(plusWorkingDays(day(from), count)).toBe(expected);
});
