import { expect, test } from 'vitest';
import { day, instant, momentOf } from '#kernel/days.ts';
import { isHoliday } from './holidays.ts';
import { type OpeningHours, openingAt, weekOf } from './hours.ts';

const office: OpeningHours[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '15:00', closes: '18:30' },
  { weekday, opens: '09:00', closes: '13:00' },
]);
const at = (date: string, time: string) => openingAt(office, momentOf(day(date), time));

test.each([
  ['2026-11-24', '08:59', { isOpen: false, next: { day: '2026-11-24', opens: '09:00' } }],
  ['2026-11-24', '09:00', { isOpen: true, until: '13:00' }],
  ['2026-11-24', '12:59', { isOpen: true, until: '13:00' }],
  ['2026-11-24', '13:00', { isOpen: false, next: { day: '2026-11-24', opens: '15:00' } }],
  ['2026-11-24', '18:29', { isOpen: true, until: '18:30' }],
  ['2026-11-24', '18:30', { isOpen: false, next: { day: '2026-11-25', opens: '09:00' } }],
  // from Friday evening to Monday morning
  ['2026-11-27', '18:30', { isOpen: false, next: { day: '2026-11-30', opens: '09:00' } }],
  // Christmas and St Stephen are a Friday and a Saturday in 2026
  ['2026-12-25', '10:00', { isOpen: false, next: { day: '2026-12-28', opens: '09:00' } }],
])('[REQ-10] on %s at %s the agency says %j', (date, time, expected) => {
  expect(at(date, time)).toEqual(expected);
});

test('[REQ-10] the clocks of Rome decide, in summer and winter', () => {
  expect(openingAt(office, instant('2026-07-14T07:00:00Z')).isOpen).toBe(true);
  expect(openingAt(office, instant('2026-11-24T07:59:59Z')).isOpen).toBe(false);
  expect(openingAt(office, instant('2026-11-24T08:00:00Z')).isOpen).toBe(true);
});

test('[REQ-10] an agency without hours is closed and promises nothing', () => {
  expect(openingAt([], instant('2026-11-24T10:00:00Z'))).toEqual({ isOpen: false });
});

test('[REQ-10] openings that touch are one', () => {
  const hours = [
    { weekday: 2, opens: '09:00', closes: '13:00' },
    { weekday: 2, opens: '13:00', closes: '18:00' },
  ];
  expect(openingAt(hours, momentOf(day('2026-11-24'), '12:00'))).toEqual({ isOpen: true, until: '18:00' });
});

test('[REQ-10] the week is told in as few rows as it takes', () => {
  const rows = weekOf([...office, { weekday: 6, opens: '09:00', closes: '12:00' }]);
  expect(rows.map(({ from, to, openings }) => [from, to, openings.length])).toEqual([
    [1, 5, 2],
    [6, 6, 1],
    [7, 7, 0],
  ]);
});

test.each([
  ['2026-04-05', true],
  ['2026-04-06', true],
  ['2026-04-07', false],
  ['2027-03-29', true],
  ['2038-04-26', true],
  ['2025-10-04', false],
  ['2026-10-04', true],
  ['2026-12-08', true],
  ['2026-12-24', false],
])('[REQ-10] %s is a national holiday: %s', (date, expected) => {
  expect(isHoliday(day(date))).toBe(expected);
});
