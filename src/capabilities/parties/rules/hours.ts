// When an agency is open. [REQ-10]
import { type Day, dayOf, type Instant, plusDays, weekdayOf, zone } from '#kernel/days.ts';
import { isHoliday } from './holidays.ts';

/** One opening: Monday is 1, times on the clocks of Rome, `09:00`. An agency that opens twice a day has two. */
export type OpeningHours = { weekday: number; opens: string; closes: string };

export type Opening =
  | { isOpen: true; until: string }
  /** `next` is missing when it opens on none of the coming days. */
  | { isOpen: false; next?: { day: Day; opens: string } };

/** How far ahead the next opening is looked for: beyond two weeks only the whole table helps. */
const lookAheadDays = 14;

/** Open now and until when, or closed and when it opens next. The closing minute itself is closed. */
export function openingAt(hours: readonly OpeningHours[], now: Instant): Opening {
  const today = dayOf(now);
  const time = wallClock(now);
  const running = openingsOn(hours, today).find((one) => one.opens <= time && time < one.closes);
  if (running) return { isOpen: true, until: running.closes };
  for (let ahead = 0; ahead <= lookAheadDays; ahead++) {
    const day = plusDays(today, ahead);
    const next = openingsOn(hours, day).find((one) => ahead > 0 || one.opens > time);
    if (next) return { isOpen: false, next: { day, opens: next.opens } };
  }
  return { isOpen: false };
}

/** The openings of a day in order; those that touch are one. */
function openingsOn(hours: readonly OpeningHours[], day: Day): OpeningHours[] {
  if (isHoliday(day)) return [];
  return merged(hours.filter((one) => one.weekday === weekdayOf(day)));
}

function merged(hours: readonly OpeningHours[]): OpeningHours[] {
  const list: OpeningHours[] = [];
  for (const one of [...hours].sort((before, after) => (before.opens < after.opens ? -1 : 1))) {
    const last = list.at(-1);
    if (!last || one.opens > last.closes) list.push({ ...one });
    else if (one.closes > last.closes) last.closes = one.closes;
  }
  return list;
}

export type WeekRow = { from: number; to: number; openings: { opens: string; closes: string }[] };

/** The week as a table: neighbouring days with the same hours are one row, days without openings have an empty one. */
export function weekOf(hours: readonly OpeningHours[]): WeekRow[] {
  const rows: WeekRow[] = [];
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const openings = merged(hours.filter((one) => one.weekday === weekday)).map(({ opens, closes }) => ({
      opens,
      closes,
    }));
    const last = rows.at(-1);
    if (last && JSON.stringify(last.openings) === JSON.stringify(openings)) last.to = weekday;
    else rows.push({ from: weekday, to: weekday, openings });
  }
  return rows;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
});
const wallClock = (moment: Instant): string => clock.format(new Date(moment));
