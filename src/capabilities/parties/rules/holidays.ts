// National holidays, on which no agency is open: L. 260/1949 as changed by L. 54/1977, D.P.R. 792/1985, L. 336/2000 and,
// from 2026 on, L. 151/2025 (4 October). Local patrons are not known here.
import { type Day, day, plusDays } from '#kernel/days.ts';

const fixed = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'];

export function isHoliday(value: Day): boolean {
  const year = Number(value.slice(0, 4));
  const monthAndDay = value.slice(5);
  if (fixed.includes(monthAndDay) || (monthAndDay === '10-04' && year >= 2026)) return true;
  const easter = easterOf(year);
  return value === easter || value === plusDays(easter, 1);
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, after Meeus). */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * correction + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  return day(`${year}-${month}-${String((sum % 31) + 1).padStart(2, '0')}`);
}
