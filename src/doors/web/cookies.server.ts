import type { Cookies, RequestEvent } from '@sveltejs/kit';

/** Behind https every cookie carries the `__Host-` prefix; over http (only the demo and tests) the same names without. */
const prefixed = (event: RequestEvent, name: string): string => (isSecure(event) ? `__Host-${name}` : name);
const isSecure = (event: RequestEvent): boolean =>
  event.locals.context.settings.text.publicAddress.startsWith('https:');

const options = (event: RequestEvent, maxAge?: number): Parameters<Cookies['set']>[2] => ({
  path: '/',
  httpOnly: true,
  secure: isSecure(event),
  sameSite: 'lax',
  ...(maxAge && { maxAge }),
});

const yearSeconds = 365 * 24 * 3600;

export const sessionToken = (event: RequestEvent): string | undefined => event.cookies.get(prefixed(event, 'session'));
/** The token of a new session; it ends with the browser, and on the server long before. */
export const setSessionToken = (event: RequestEvent, token: string): void =>
  event.cookies.set(prefixed(event, 'session'), token, options(event));
export const clearSessionToken = (event: RequestEvent): void =>
  event.cookies.delete(prefixed(event, 'session'), options(event));

export const browserToken = (event: RequestEvent): string | undefined => event.cookies.get(prefixed(event, 'browser'));
export const setBrowserToken = (event: RequestEvent, token: string): void =>
  event.cookies.set(prefixed(event, 'browser'), token, options(event, yearSeconds));
