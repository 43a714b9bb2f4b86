// What the pages before sign-in do with cookies and addresses.
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { type Entered, returnTo, signOut } from '#capabilities/access/index.ts';
import { clearSessionToken, cookieOptions, prefixed, setSessionToken } from './cookies.server.ts';
import { inLanguage } from './link.ts';

/** Where to go after signing in: an address of ours from `?torna=`. */
export const backFrom = (url: URL): string => returnTo(url.searchParams.get('torna'));

/** On with the customer: a new session and the page that was wanted, or first the code of a new device. */
export async function goOn(event: RequestEvent, entered: Entered): Promise<never> {
  const { context, viewer, language } = event.locals;
  if (entered.kind === 'code_wanted') {
    // Somebody else may be signed in here, who opened the link of another account: the code is for that one.
    if (viewer.kind === 'customer') {
      await signOut(context, viewer);
      clearSessionToken(event);
    }
    redirect(303, inLanguage(language, '/accesso/codice'));
  }
  setSessionToken(event, entered.token);
  redirect(303, inLanguage(language, entered.returnTo));
}

/** Pages before sign-in are for who is not signed in. */
export function onlyVisitors({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): void {
  if (locals.viewer.kind === 'customer') redirect(303, inLanguage(locals.language, backFrom(url)));
}

type LinkPurpose = 'registration' | 'recovery';
/** The longest token that `codes` makes is shorter. */
const tokenMax = 100;
/** An opened link is forgotten by the browser after this; the message opens it again as long as it works. */
const linkSeconds = 1_800;
const cookieOf = (event: Pick<RequestEvent, 'locals'>, purpose: LinkPurpose): string =>
  prefixed(event, `link-${purpose}`);

/**
 * Answers the address of a message's link. The token moves into a cookie and out of the address, so that it is in no
 * history, no screenshot and no referrer; opening it does nothing else (REG-10). A page with `no-referrer` could not
 * hold the form itself: browsers then send `Origin: null`, which the guard against forged forms refuses.
 */
export function openLink(event: RequestEvent, purpose: LinkPurpose, token: string, page: string): Response {
  // What is longer is no token of ours: it would only fill the cookies of whoever was sent here.
  event.cookies.set(cookieOf(event, purpose), token.slice(0, tokenMax), cookieOptions(event, linkSeconds));
  return new Response(null, {
    status: 303,
    headers: { location: inLanguage(event.locals.language, page), 'referrer-policy': 'no-referrer' },
  });
}

/** The token of the link that was opened in this browser last; empty when there is none. */
export const linkToken = (event: Pick<RequestEvent, 'cookies' | 'locals'>, purpose: LinkPurpose): string =>
  event.cookies.get(cookieOf(event, purpose)) ?? '';

/** The link has done its work. */
export const forgetLink = (event: RequestEvent, purpose: LinkPurpose): void =>
  event.cookies.delete(cookieOf(event, purpose), cookieOptions(event));
