// Where things stand on the year ribbon, in percent of its twelve months.
import { type Day, daysBetween, firstOfMonth, nextMonth, plusMonths } from '#kernel/days.ts';

export type Year = { from: Day; to: Day };

/** Twelve months, from the first of last month on: what is just over is still there. */
export function yearFrom(today: Day): Year {
  const from = plusMonths(firstOfMonth(today), -1);
  return { from, to: plusMonths(from, 12) };
}

/** The first days of the twelve months. */
export function monthsFrom(year: Year): Day[] {
  const months: Day[] = [];
  for (let month = year.from; month < year.to; month = nextMonth(month)) months.push(month);
  return months;
}

/** Months are drawn equally wide, as their names are; a day stands within its own. Outside the year it is below 0 or over 100. */
export function place(day: Day, year: Year): number {
  const first = firstOfMonth(day);
  const months = monthsBetween(year.from, first);
  const within = daysBetween(first, day) / daysBetween(first, nextMonth(day));
  return rounded(((months + within) * 100) / 12);
}

const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
const rounded = (percent: number): number => Math.round(percent * 100) / 100;
const clamped = (percent: number): number => Math.min(100, Math.max(0, percent));

/**
 * The bar of a window and the ring of its due day; nothing when all of it is outside the year. A window that never
 * closes is drawn to its due day, and on to today when that has passed.
 */
export function drawnSpan(
  span: { opens: Day; closes: Day | null; due: Day },
  today: Day,
  year: Year,
): { from: number; to: number; due: number | undefined } | undefined {
  const end = span.closes ?? (today > span.due ? today : span.due);
  const from = place(span.opens, year);
  const to = place(end, year);
  if (to < 0 || from > 100) return undefined;
  const due = place(span.due, year);
  return { from: clamped(from), to: clamped(to), due: due < 0 || due > 100 ? undefined : due };
}
