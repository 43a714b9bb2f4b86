// What a payable is called: in the box of the code, in messages, on the receipt.
import type { PayableFacts } from '#capabilities/policies/index.ts';
import type { Day } from '#kernel/days.ts';
import { longDay, shortDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Method } from './rules/reasons.ts';
import type { Line } from './rules/windows.ts';
import { say } from './words/say.ts';

export type Named = { line: Line; kind: PayableFacts['kind']; dueOn: Day };

/** `Auto, rata del 30 novembre 2026`. */
export const payableName = ({ line, kind, dueOn }: Named, language: Language): string =>
  say(language)('payments.payable_name', { line: lineName(line, language), kind, day: longDay(dueOn, language) });

/** `Auto, rata 30/11`: an SMS has little room, and the year is this one or the next. */
export const payableShortName = ({ line, kind, dueOn }: Named, language: Language): string =>
  say(language)('payments.payable_short', {
    line: lineName(line, language),
    kind,
    day: shortDay(dueOn, language).replace(/[./]\d{4}$/, ''),
  });

export const lineName = (line: Line, language: Language): string => say(language)('payments.line', { line });

/** `Carta`. */
export const methodName = (method: Method, language: Language): string => say(language)('payments.method', { method });

/** `Carta VISA che finisce con 4242` from `VISA ***4242`; the bare method when the provider told nothing. */
export function instrumentName(method: Method, instrument: string | undefined, language: Language): string {
  const found = instrument && /^(.*?)\s*\*+(\d{2,6})$/.exec(instrument);
  if (!found) return methodName(method, language);
  return say(language)('payments.instrument', {
    method: methodName(method, language),
    circuit: found[1] ?? '',
    ending: found[2] ?? '',
  }).replace(/\s{2,}/g, ' ');
}

/** The file that puts a due day into a calendar. */
export const calendarPath = (payable: { publicId: string }): string => `/pagamenti/${payable.publicId}/scadenza.ics`;
