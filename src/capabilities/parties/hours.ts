// The hours of an agency in words, the same on every page.
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { weekday, weekdayName } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { type OpeningHours, openingAt, weekOf } from './rules/hours.ts';
import { say } from './words/say.ts';

/** Is it open now? And the sentence for it: `Aperta fino alle 18:30`, `Chiusa, riapre mercoledì 25 novembre alle 09:00`. */
export function agencyIsOpen(
  context: Pick<Context, 'clock'>,
  hours: readonly OpeningHours[],
  language: Language,
): { isOpen: boolean; text: string } {
  const opening = openingAt(hours, context.clock.now());
  const words = say(language);
  if (opening.isOpen) return { isOpen: true, text: words('parties.open_until', { time: opening.until }) };
  if (!opening.next) return { isOpen: false, text: words('parties.closed') };
  const { day, opens } = opening.next;
  return {
    isOpen: false,
    text:
      day === today(context.clock)
        ? words('parties.closed_opens_today', { time: opens })
        : words('parties.closed_opens_on', { day: weekday(day, language), time: opens }),
  };
}

/** The week in a few rows: `lunedì – venerdì` and `09:00–13:00, 15:00–18:30`. */
export function openingWeek(hours: readonly OpeningHours[], language: Language): { days: string; times: string }[] {
  const words = say(language);
  return weekOf(hours).map(({ from, to, openings }) => ({
    days: from === to ? weekdayName(from, language) : `${weekdayName(from, language)} – ${weekdayName(to, language)}`,
    times: openings.map((one) => `${one.opens}–${one.closes}`).join(', ') || words('parties.closed_all_day'),
  }));
}
