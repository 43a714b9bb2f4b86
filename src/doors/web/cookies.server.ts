import type { Cookies, RequestEvent } from '@sveltejs/kit';

/** Behind https every cookie carries the `__Host-` prefix; over http (only the demo and tests) the same names without. */
export const prefixed = (event: Pick<RequestEvent, 'locals'>, name: string): string =>
  isSecure(event) ? `__Host-${name}` : name;
const isSecure = (event: Pick<RequestEvent, 'locals'>): boolean =>
  event.locals.context.settings.text.publicAddress.startsWith('https:');

export const cookieOptions = (event: Pick<RequestEvent, 'locals'>, maxAge?: number): Parameters<Cookies['set']>[2] => ({
  path: '/',
  httpOnly: true,
  secure: isSecure(event),
  sameSite: 'lax',
  ...(maxAge && { maxAge }),
});

export const yearSeconds = 365 * 24 * 3600;

export const sessionToken = (event: RequestEvent): string | undefined => event.cookies.get(prefixed(event, 'session'));
/** The token of a new session; it ends with the browser, and on the server long before. */
export const setSessionToken = (event: RequestEvent, token: string): void =>
  event.cookies.set(prefixed(event, 'session'), token, cookieOptions(event));
export const clearSessionToken = (event: RequestEvent): void =>
  event.cookies.delete(prefixed(event, 'session'), cookieOptions(event));

export const browserToken = (event: RequestEvent): string | undefined => event.cookies.get(prefixed(event, 'browser'));
export const setBrowserToken = (event: RequestEvent, token: string): void =>
  event.cookies.set(prefixed(event, 'browser'), token, cookieOptions(event, yearSeconds));
