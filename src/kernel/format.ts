// The one place where money, days and times become text: pages, messages and PDFs show the same.
import { type Day, daysBetween, type Instant, zone } from './days.ts';
import type { Language } from './language.ts';
import type { Cents } from './money.ts';

const locales = { it: 'it-IT', en: 'en-GB', de: 'de-DE' } as const satisfies Record<Language, string>;
const kept = new Map<string, Intl.DateTimeFormat>();

function dates(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${language} ${name}`;
  let format = kept.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], options);
    kept.set(id, format);
  }
  return format;
}
/** A day is formatted as noon UTC of itself, so that no zone can move it. */
const noon = (value: Day) => new Date(`${value}T12:00:00Z`);

const amounts = Object.fromEntries(
  Object.entries(locales).map(([language, locale]) => [
    language,
    // Italian Intl writes 1234,50 below ten thousand unless grouping is always on.
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' }),
  ]),
) as Record<Language, Intl.NumberFormat>;

/** `1.234,50 €` with a no-break space, `€1,234.50` in English; a true minus sign for negative amounts. */
export function money(amount: Cents, language: Language): string {
  const digits = amounts[language].format(Math.abs(amount) / 100);
  const sign = amount < 0 ? '−' : '';
  return language === 'en' ? `${sign}€${digits}` : `${sign}${digits}\u00a0€`;
}

/** A sum without cents where it has none, for what is insured: `7.750.000 €`. What is paid always shows its cents. */
export function roundMoney(amount: Cents, language: Language): string {
  if (amount % 100 !== 0) return money(amount, language);
  return money(amount, language).replace(/[.,]00(?=\D|$)/, '');
}

/** The same amount in the two sizes of the display figure: the whole part, and what is written small beside it. */
export function moneyParts(amount: Cents, language: Language): { before: string; whole: string; after: string } {
  const digits = amounts[language].format(Math.abs(amount) / 100);
  const cut = digits.length - 3;
  const sign = amount < 0 ? '−' : '';
  return language === 'en'
    ? { before: `${sign}€`, whole: digits.slice(0, cut), after: digits.slice(cut) }
    : { before: sign, whole: digits.slice(0, cut), after: `${digits.slice(cut)}\u00a0€` };
}

/** `24 novembre 2026`; the first of a month is `1° dicembre 2026` in Italian. */
export function longDay(value: Day, language: Language): string {
  const text = dates(language, 'long', { dateStyle: 'long', timeZone: 'UTC' }).format(noon(value));
  return language === 'it' ? text.replace(/^1 /, '1° ') : text;
}

/** `24/11/2026`, for tables: never a two-digit year. */
export const shortDay = (value: Day, language: Language): string =>
  dates(language, 'short', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(noon(value));

/** `martedì 24 novembre`, where the weekday helps to act. */
export function weekday(value: Day, language: Language): string {
  const text = dates(language, 'weekday', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    noon(value),
  );
  return language === 'it' ? text.replace(/ 1 /, ' 1° ') : text;
}

/** `lunedì`, from 1 for Monday to 7 for Sunday. */
export const weekdayName = (number: number, language: Language): string =>
  // 5 January 2026 is a Monday.
  dates(language, 'weekday-name', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 0, 4 + number, 12)),
  );

/** `30 novembre`, when the year is obvious. */
export function dayAndMonth(value: Day, language: Language): string {
  const text = dates(language, 'day-month', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(value));
  return language === 'it' ? text.replace(/^1 /, '1° ') : text;
}

/** `marzo 2021`, where the day is not known. */
export const monthAndYear = (value: Day, language: Language): string =>
  dates(language, 'month-year', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(value));

/** `nov`, for the axis of a chart. */
export const shortMonth = (value: Day, language: Language): string =>
  dates(language, 'month', { month: 'short', timeZone: 'UTC' }).format(noon(value));

/** `14:35` on the clocks of Rome. */
export const time = (moment: Instant, language: Language): string =>
  dates(language, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    new Date(moment),
  );

/** `24 novembre 2026, 14:35`. */
export function dayAndTime(moment: Instant, language: Language): string {
  const text = dates(language, 'moment-day', { dateStyle: 'long', timeZone: zone }).format(new Date(moment));
  return `${language === 'it' ? text.replace(/^1 /, '1° ') : text}, ${time(moment, language)}`;
}

const relatives = Object.fromEntries(
  Object.entries(locales).map(([language, locale]) => [
    language,
    new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }),
  ]),
) as Record<Language, Intl.RelativeTimeFormat>;

/** `tra 6 giorni`, `oggi`, `2 giorni fa` within seven days either way, else nothing: further away only the date helps. */
export function relativeDay(value: Day, today: Day, language: Language): string | undefined {
  const distance = daysBetween(today, value);
  return Math.abs(distance) <= 7 ? relatives[language].format(distance, 'day') : undefined;
}

/** For text messages, whose alphabet (GSM 03.38) has none of these: one of them would more than halve what fits. */
export const forSms = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll('•', '*').replaceAll('’', "'").replaceAll('È', "E'");

/** Whole numbers with the language's grouping: `7.750.000`. */
export const wholeNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { useGrouping: 'always', maximumFractionDigits: 0 }).format(value);

/** `10 %` with a no-break space; `10%` in English. */
export const percent = (value: number, language: Language): string =>
  `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value)}${language === 'en' ? '%' : '\u00a0%'}`;
