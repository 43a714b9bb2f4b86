// Days on which desks work: Monday to Friday without the holidays of the whole country (law 260/1949, law 54/1977, DPR
// 792/1985; 4 October again from 2026, law 151/2025). Local patron saints are working days here: the promise is kept early.
import { type Day, day, plusDays, weekdayOf } from '#kernel/days.ts';

const fixed = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '10-04',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
] as const;

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  const month = String(Math.floor(f / 31)).padStart(2, '0');
  return day(`${year}-${month}-${String((f % 31) + 1).padStart(2, '0')}`);
}

export function isWorkingDay(value: Day): boolean {
  if (weekdayOf(value) > 5) return false;
  const easterMonday = plusDays(easter(Number(value.slice(0, 4))), 1);
  return value !== easterMonday && !fixed.some((holiday) => value.endsWith(holiday));
}

/** The day a number of working days after another; the day itself never counts. */
export function plusWorkingDays(from: Day, count: number): Day {
  let found = from;
  for (let left = count; left > 0; ) {
    found = plusDays(found, 1);
    if (isWorkingDay(found)) left--;
  }
  return found;
}
