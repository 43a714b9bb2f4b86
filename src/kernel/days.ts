// Calendar days and moments as two types that cannot be mixed. Both are ISO text, so they compare and sort as text.
import { Temporal } from 'temporal-polyfill';

declare const dayBrand: unique symbol;
declare const instantBrand: unique symbol;

/** A calendar day in Europe/Rome, `2026-11-24`. */
export type Day = string & { readonly [dayBrand]: true };
/** A moment, in UTC with milliseconds, `2026-11-24T13:35:00.000Z`. */
export type Instant = string & { readonly [instantBrand]: true };

export const zone = 'Europe/Rome';
/** There is no year 0. */
const dayShape = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Reads a calendar day; throws on a day that does not exist (29 February of a common year). */
export function day(text: string): Day {
  const found = dayOrNothing(text);
  if (!found) throw new RangeError(`not a calendar day: ${text}`);
  return found;
}

/** The same for text from outside: nothing when it is no existing day. */
export function dayOrNothing(text: string): Day | undefined {
  const known = kept.existing.get(text);
  if (known || !dayShape.test(text)) return known;
  // A day that does not exist comes back as another one.
  const there = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(there) || dayOfNumber(there / dayMilliseconds) !== text) return undefined;
  if (kept.existing.size >= daysKept) kept.existing.clear();
  kept.existing.set(text, text as Day);
  return text as Day;
}

/** Days of hours, and days that exist: the rows of an import have a few thousand of them, millions of times. */
const kept = { ofHours: new Map<string, Day>(), existing: new Map<string, Day>() };
const hoursKept = 10_000;
const daysKept = 20_000;

/** Reads a moment from any ISO text with an offset. */
export function instant(text: string | Date): Instant {
  const date = typeof text === 'string' ? new Date(text) : text;
  if (Number.isNaN(date.getTime())) throw new RangeError('not a moment');
  return date.toISOString() as Instant;
}

// Days are counted as numbers since 1970 in a calendar without zones or clock changes: exact, and cheap enough for every
// row of a list. Whatever knows a clock or a month's length asks Temporal.
const dayMilliseconds = 86_400_000;
const numberOf = (value: Day): number => Date.parse(`${value}T00:00:00Z`) / dayMilliseconds;
const dayOfNumber = (number: number): Day => new Date(number * dayMilliseconds).toISOString().slice(0, 10) as Day;

const plain = (value: Day) => Temporal.PlainDate.from(value);
const asDay = (value: Temporal.PlainDate): Day => value.toString() as Day;

/** The calendar day of a moment on the clocks of Rome. Rome is whole hours from UTC, so an hour has one day: kept. */
export function dayOf(moment: Instant): Day {
  const hour = moment.slice(0, 13);
  let found = kept.ofHours.get(hour);
  if (!found) {
    if (kept.ofHours.size >= hoursKept) kept.ofHours.clear();
    found = asDay(Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate());
    kept.ofHours.set(hour, found);
  }
  return found;
}

/** The first moment of a calendar day in Rome. */
export const startOf = (value: Day): Instant => instant(plain(value).toZonedDateTime(zone).toInstant().toString());

/** A moment from a day and a wall-clock time of Rome, `14:35`. */
export const momentOf = (value: Day, time: string): Instant =>
  instant(plain(value).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString());

export const plusDays = (value: Day, days: number): Day => dayOfNumber(numberOf(value) + days);
/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export const plusMonths = (value: Day, months: number): Day => asDay(plain(value).add({ months }));
export const plusYears = (value: Day, years: number): Day => asDay(plain(value).add({ years }));
export const firstOfMonth = (value: Day): Day => `${value.slice(0, 8)}01` as Day;
/** The first day of the month after this one's, cheap enough for every bar of a chart: 31 days on from a first is in it. */
export const nextMonth = (value: Day): Day => firstOfMonth(plusDays(firstOfMonth(value), 31));
/** Whole calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);
/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (value: Day): number => ((((numberOf(value) + 3) % 7) + 7) % 7) + 1;

export const plusSeconds = (moment: Instant, seconds: number): Instant =>
  new Date(Date.parse(moment) + seconds * 1000).toISOString() as Instant;
/** Seconds from one moment to another, with fractions; negative when `to` is earlier. */
export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;
