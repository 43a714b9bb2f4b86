import { expect, test } from 'vitest';
import { day } from '#kernel/days.ts';
import { drawnSpan, monthsFrom, place, yearFrom } from './ribbon.ts';

const today = day('2026-11-24');
const year = yearFrom(today);

test('the ribbon shows twelve months from last month on, also over the turn of a year', () => {
  expect(monthsFrom(year).map((month) => month.slice(0, 7))).toEqual(
    ['10', '11', '12']
      .map((month) => `2026-${month}`)
      .concat(['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2027-${month}`)),
  );
  expect(yearFrom(day('2027-01-31')).from).toBe('2026-12-01');
});

test.each([
  ['2026-10-01', 0],
  ['2026-11-01', 8.33],
  ['2026-11-16', 12.5],
  ['2027-09-30', 99.72],
  ['2027-10-01', 100],
])('%s stands at %d percent', (value, expected) => {
  expect(place(day(value), year)).toBe(expected);
});

const span = (opens: string, closes: string | null, due: string) =>
  drawnSpan({ opens: day(opens), closes: closes === null ? null : day(closes), due: day(due) }, today, year);

test('[PAY-2] a window all before or all after the year is not drawn; one across an edge is cut there', () => {
  expect(span('2026-07-01', '2026-09-30', '2026-08-15')).toBeUndefined();
  expect(span('2027-10-02', '2027-12-15', '2027-11-30')).toBeUndefined();
  expect(span('2026-08-21', '2026-10-15', '2026-09-30')).toMatchObject({ from: 0, due: undefined });
  expect(span('2027-09-01', '2027-12-15', '2027-10-10')).toMatchObject({ to: 100, due: undefined });
});

test('[PAY-2] a window that never closes is drawn to its due day, and to today once that has passed', () => {
  expect(span('2027-02-01', null, '2027-03-03')).toMatchObject({ to: place(day('2027-03-03'), year) });
  expect(span('2026-10-01', null, '2026-10-31')).toMatchObject({
    to: place(today, year),
    due: place(day('2026-10-31'), year),
  });
});
