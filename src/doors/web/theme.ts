// Light, dark or as the device: a choice kept in a cookie, so that it is there before the page is drawn, without scripts.
import type { RequestEvent } from '@sveltejs/kit';
import { cookieOptions, prefixed, yearSeconds } from './cookies.server.ts';

export type Theme = 'light' | 'dark';
export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';

/** What was chosen, for the hook, which writes `data-theme`. */
export function themeOf(event: Pick<RequestEvent, 'cookies' | 'locals'>): Theme | undefined {
  const chosen = event.cookies.get(prefixed(event, 'theme'));
  return isTheme(chosen) ? chosen : undefined;
}

export function setTheme(event: Pick<RequestEvent, 'cookies' | 'locals'>, theme: Theme | undefined): void {
  if (theme) event.cookies.set(prefixed(event, 'theme'), theme, cookieOptions(event, yearSeconds));
  else event.cookies.delete(prefixed(event, 'theme'), cookieOptions(event));
}
