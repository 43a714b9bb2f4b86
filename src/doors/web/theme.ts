// Light, dark or as the device: a choice kept in a cookie, so that it is there before the page is drawn, without scripts.
import type { RequestEvent } from '@sveltejs/kit';
import { cookieOptions, yearSeconds } from './cookies.server.ts';

export type Theme = 'light' | 'dark';
export const isTheme = (value: unknown): value is Theme => value === 'light' || value === 'dark';

/** The hook reads it for every page and writes `data-theme`. */
export function setTheme(event: Pick<RequestEvent, 'cookies' | 'locals'>, theme: Theme | undefined): void {
  if (theme) event.cookies.set('theme', theme, cookieOptions(event, yearSeconds));
  else event.cookies.delete('theme', cookieOptions(event));
}
