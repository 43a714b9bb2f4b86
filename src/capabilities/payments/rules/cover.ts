// From when cover runs after a payment. [POL-13] Art. 1901 c.c.: after the 15th day cover stands still until 24:00 of the day of payment.
import { type Day, plusDays } from '#kernel/days.ts';
import { windowDays } from '../settings.ts';
import type { Family } from './windows.ts';

/** The day at whose end cover runs again; nothing when it never stopped. */
export function coverRunsAgain(family: Family, due: Day, paidOn: Day): Day | undefined {
  return family === 'motor' && paidOn > plusDays(due, windowDays.motor.after) ? paidOn : undefined;
}
