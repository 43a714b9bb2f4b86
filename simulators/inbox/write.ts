// How addresses, times and texts are written on the inbox page.
import { type Html, html } from '../http.ts';
import { type Language, words } from './words.ts';

const locales = { it: 'it-IT', en: 'en-GB' };
const timeZone = 'Europe/Rome';

/** +393331234567 becomes +39 333 123 4567; anything else stays. */
export const shownAddress = (address: string): string =>
  address.replace(/^(\+39)(\d{3})(\d{3})(\d{3,5})$/, '$1 $2 $3 $4');

const clock = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at));
const dayKey = (date: Date): string => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(date);

/** Oggi, ieri, or the day in words. */
export function shownDay(at: string, language: Language): string {
  const say = words[language];
  const now = new Date();
  if (dayKey(new Date(at)) === dayKey(now)) return say.today;
  if (dayKey(new Date(at)) === dayKey(new Date(now.getTime() - 86_400_000))) return say.yesterday;
  return new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', timeZone }).format(new Date(at));
}

/** The time of day for today, the day for what is older. */
export const shownTime = (at: string, language: Language): string =>
  dayKey(new Date(at)) === dayKey(new Date()) ? clock(at, language) : shownDay(at, language);
export const shownClock = clock;
export const dayOf = (at: string): string => dayKey(new Date(at));

/** The code of a message: what a phone would offer to fill in. */
const codeIn = (text: string): string | undefined =>
  /@\S+ #(\d{4,8})\s*$/.exec(text)?.[1] ?? /(?<![\d.,/:+-])\d{4,8}(?![\d.,/:€-]*\d)/.exec(text)?.[0];

/** A text message with its code and links marked as a phone does, and the line for machines set apart. */
export function markedText(text: string): Html {
  const [, said = text, machine = ''] = /^([\s\S]*?)(\n@\S+ #\d{4,8}\s*)$/.exec(text) ?? [];
  const code = codeIn(text);
  const parts = said.split(/(https?:\/\/[^\s<>"']+)/).map((part, index) => {
    if (index % 2 === 1) return html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`;
    if (!code || !part.includes(code)) return part;
    const at = part.indexOf(code);
    return html`${part.slice(0, at)}<b class="code">${code}</b>${part.slice(at + code.length)}`;
  });
  return html`${parts}${machine && html`<span class="machine">${machine.trim()}</span>`}`;
}
