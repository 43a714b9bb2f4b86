import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  type Day,
  day,
  dayOf,
  dayOrNothing,
  daysBetween,
  firstOfMonth,
  instant,
  momentOf,
  nextMonth,
  plusDays,
  plusMonths,
  startOf,
  weekdayOf,
} from './days.ts';

const anyDay = fc
  .integer({ min: -30_000, max: 60_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10) as Day);

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '26-04-01',
  '2026-4-1',
  '',
  '2026-11-24T10:00',
  ' 2026-11-24',
])('no calendar day: %j', (text) => {
  expect(dayOrNothing(text)).toBeUndefined();
  expect(() => day(text)).toThrow(RangeError);
});

test('29 February exists in leap years only', () => {
  expect(dayOrNothing('2028-02-29')).toBe('2028-02-29');
  expect(dayOrNothing('2100-02-29')).toBeUndefined();
});

test('the arithmetic of days agrees with Temporal', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (one, days) => {
      const plain = Temporal.PlainDate.from(one);
      const other = plain.add({ days });
      expect(plusDays(one, days)).toBe(other.toString());
      expect(daysBetween(one, plusDays(one, days))).toBe(days);
      expect(weekdayOf(one)).toBe(plain.dayOfWeek);
      expect(firstOfMonth(one)).toBe(plain.with({ day: 1 }).toString());
      expect(nextMonth(one)).toBe(plain.with({ day: 1 }).add({ months: 1 }).toString());
    }),
  );
});

test('the 31st plus a month is the last day of a shorter one', () => {
  expect(plusMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(plusMonths(day('2026-08-31'), 6)).toBe('2027-02-28');
});

// Clocks go forward on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00.
test.each([
  ['2026-03-28T22:59:59.999Z', '2026-03-28'],
  ['2026-03-28T23:00:00.000Z', '2026-03-29'],
  ['2026-03-29T21:59:59.999Z', '2026-03-29'],
  ['2026-03-29T22:00:00.000Z', '2026-03-30'],
  ['2026-10-24T21:59:59.999Z', '2026-10-24'],
  ['2026-10-24T22:00:00.000Z', '2026-10-25'],
  ['2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01'],
])('at %s it is %s in Rome', (moment, expected) => {
  expect(dayOf(instant(moment))).toBe(expected);
  // The answer that is kept for the hour is right for its other minutes too.
  expect(dayOf(instant(moment))).toBe(expected);
});

test('a day begins at its first moment in Rome, on days of 23 and of 25 hours too', () => {
  expect(startOf(day('2026-03-29'))).toBe('2026-03-28T23:00:00.000Z');
  expect(startOf(day('2026-03-30'))).toBe('2026-03-29T22:00:00.000Z');
  expect(startOf(day('2026-10-26'))).toBe('2026-10-25T23:00:00.000Z');
  expect(momentOf(day('2026-11-24'), '14:35')).toBe('2026-11-24T13:35:00.000Z');
  expect(momentOf(day('2026-07-24'), '14:35')).toBe('2026-07-24T12:35:00.000Z');
});
