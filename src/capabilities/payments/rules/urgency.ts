// How much harm it does to leave something unpaid. [PAY-4] The smaller the number, the sooner it is shown.
import { type Day, daysBetween } from '#kernel/days.ts';
import type { Family, Window } from './windows.ts';

/**
 * An overdue motor instalment comes first: after its window cover stands still (facts: art. 1901 c.c.). Then what is
 * overdue or about to close, then what is due soon, then the rest by its due day.
 */
export function urgencyOf(family: Family, window: Window, due: Day, today: Day): number {
  const toDue = daysBetween(today, due);
  const toClose = window.closes === 'never' ? Number.POSITIVE_INFINITY : Math.max(0, daysBetween(today, window.closes));
  if (toDue < 0 && family === 'motor') return 10 + Math.min(toClose, 15);
  if (toDue < 0) return 30 + Math.min(toClose, 60);
  return 100 + Math.min(toDue, 400);
}
