// Calendar arithmetic for big deliveries: the kernel's own is exact for every calendar there is and takes twenty times
// longer, which a million customers would feel. A test compares the two.
import type { Day } from '#kernel/days.ts';

/** A day from a year, a month counted from 0 and a day that may both run over, as Date.UTC takes them. */
const dayFrom = (year: number, month: number, dayOfMonth: number): Day =>
  // ISO text cut to its date is what a Day is.
  new Date(Date.UTC(year, month, dayOfMonth)).toISOString().slice(0, 10) as Day;

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1;
const dayOfMonthOf = (day: Day): number => Number(day.slice(8, 10));

export const plusDays = (day: Day, days: number): Day => dayFrom(yearOf(day), monthOf(day), dayOfMonthOf(day) + days);

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function plusMonths(day: Day, months: number): Day {
  const year = yearOf(day);
  const month = monthOf(day) + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayFrom(year, month, Math.min(dayOfMonthOf(day), lastOfMonth));
}

export const firstOfMonth = (day: Day): Day => dayFrom(yearOf(day), monthOf(day), 1);

/** Whole years from one day to a later one. */
export function fullYears(from: Day, to: Day): number {
  const years = yearOf(to) - yearOf(from);
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
