// Who is at the door of a page, in which language, and may they be here. The hook decides who, the stores decide what.
import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { browserByToken, keepForm, newBrowser, sessionByToken, takeForm } from '#capabilities/access/index.ts';
import { program } from '#compose.ts';
import { randomText } from '#kernel/ids.ts';
import { inTime } from '#kernel/in-time.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import { isOutage } from '#kernel/outage.ts';
import { addressHeader, routeHeader } from '../address.ts';
import { browserLabel } from './browser-label.ts';
import { browserToken, clearSessionToken, sessionToken, setBrowserToken } from './cookies.server.ts';
import { setNotice } from './notice.ts';
import { themeOf } from './theme.ts';
import { typedBefore } from './typed.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const { context } = program();
  const language = (/^\/(en|de)(?=\/|$)/.exec(event.url.pathname)?.[1] ?? 'it') as Language;
  const atTheDoor = { language, address: event.request.headers.get(addressHeader) ?? 'unknown' };
  event.locals.context = context;
  event.locals.language = language;
  event.locals.theme = themeOf(event);
  if (event.platform && event.route.id) event.platform.req.headers[routeHeader] = event.route.id;

  try {
    const look = known(event, atTheDoor);
    const found = isOpenToRead(event) ? await asFarAsKnown(look) : await look;
    event.locals.viewer = found?.viewer ?? { kind: 'visitor', ...atTheDoor, browserId: undefined };
    if (found?.session) event.locals.session = found.session;
    if (found) await welcome(event, found);
  } catch (fault) {
    if (!isOutage(fault)) throw fault;
    withoutViewer(event.locals, fault);
  }

  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%lang%', language)
        .replace('%theme%', event.locals.theme ? ` data-theme="${event.locals.theme}"` : ''),
  });
  // The framework leaves the encoding to a tag in the page; said here, nobody guesses another.
  if (response.headers.get('content-type') === 'text/html') {
    response.headers.set('content-type', 'text/html; charset=utf-8');
  }
  const { status } = event.locals;
  if (!status) return response;
  if (status === 503) response.headers.set('retry-after', '30');
  return new Response(response.body, { status, headers: response.headers });
};

type Ended = { accountId: string };
type Known = { viewer: App.Locals['viewer']; session?: App.Locals['session']; ended?: Ended | undefined };

/** Who is at the door, by session or browser. */
async function known(event: RequestEvent, atTheDoor: { language: Language; address: string }): Promise<Known> {
  const { context } = event.locals;
  const token = sessionToken(event);
  const session = token ? await sessionByToken(context, token, { isPassive: isPassive(event) }) : undefined;
  if (session?.kind === 'active') {
    return {
      viewer: { kind: 'customer', ...atTheDoor, ...session.customer },
      session: { idleEndsAt: session.idleEndsAt, name: session.name },
    };
  }
  return {
    viewer: { kind: 'visitor', ...atTheDoor, browserId: await browserOf(event) },
    ended: session?.kind === 'ended' ? session : undefined,
  };
}

/** Gives a customer the form of before back, and leads a visitor to the sign-in page where only customers are let in. */
async function welcome(event: RequestEvent, { viewer, ended }: Known): Promise<void> {
  if (viewer.kind === 'customer') {
    if (!event.url.searchParams.has('ripreso')) return;
    const kept = await takeForm(event.locals.context, viewer, browserToken(event) ?? '');
    if (kept?.path === pathOf(event)) {
      event.locals.kept = kept.values;
      setNotice(event, 'kept_form', 'info');
    }
  } else if (isForCustomers(event) || (ended && isQuestionToSupport(event))) await sendToSignIn(event, ended);
}

/**
 * Nobody knows who this is: the database that would say so is away. Whoever asks for the viewer is told that, where the
 * page of the fault can be drawn.
 */
function withoutViewer(locals: App.Locals, fault: unknown): void {
  Object.defineProperty(locals, 'viewer', {
    get() {
      throw fault;
    },
  });
}

const pathOf = (event: RequestEvent): string => event.url.pathname.replace(/^\/(en|de)(?=\/|$)/, '') || '/';
const isForCustomers = (event: RequestEvent): boolean => event.route.id?.startsWith('/(cliente)') ?? false;

const isOpenToRead = (event: RequestEvent): boolean =>
  event.request.method === 'GET' && (event.route.id?.startsWith('/(pubblico)') ?? false);

/**
 * A page that is open to all is shown to a visitor when nobody can look who is there: with the database gone, help and
 * the state page still answer. Everything else fails, and says so.
 */
async function asFarAsKnown(look: Promise<Known>): Promise<Known | undefined> {
  let bug: unknown;
  const found = await inTime(
    lookMilliseconds,
    look.catch((fault: unknown) => {
      if (!isOutage(fault)) bug = fault;
      return undefined;
    }),
  );
  if (bug) throw bug;
  return found;
}
/** Longer than any look that works. */
const lookMilliseconds = 3_000;

/** A visitor may ask too; but what a customer has typed waits until they are signed in again. */
const isQuestionToSupport = (event: RequestEvent): boolean =>
  event.request.method === 'POST' && event.route.id === '/(pubblico)/assistenza';

/** Requests a page makes by itself must not keep a session alive. */
const isPassive = (event: RequestEvent): boolean =>
  event.url.searchParams.has('segui') || (event.route.id?.endsWith('/stato') ?? false);

/** The browser by its cookie; one is made at the first POST, never for somebody who only reads. */
async function browserOf(event: RequestEvent): Promise<string | undefined> {
  const { context } = event.locals;
  const token = browserToken(event);
  const known = token ? await browserByToken(context, token) : undefined;
  if (known || event.request.method !== 'POST') return known?.id;
  const made = await newBrowser(context, { label: browserLabel(event.request.headers.get('user-agent') ?? '') });
  setBrowserToken(event, made.token);
  return made.id;
}

/** To the sign-in page and back; what was typed into a form is kept for the same account (ACC-12). */
async function sendToSignIn(event: RequestEvent, ended: Ended | undefined): Promise<never> {
  const { context, language } = event.locals;
  let back = pathOf(event) + (event.request.method === 'GET' ? event.url.search : '');
  if (ended && event.request.method === 'POST') {
    const form = await event.request.formData().catch(() => undefined);
    const kept =
      form &&
      (await keepForm(context, {
        accountId: ended.accountId,
        browserToken: browserToken(event) ?? '',
        path: pathOf(event),
        form,
      }));
    if (kept) back = `${pathOf(event)}?ripreso`;
  }
  // The token of a session that has ended stays: a form in another tab is kept by it too.
  if (sessionToken(event) && !ended) clearSessionToken(event);
  const query = new URLSearchParams({ ...(back !== '/' && { torna: back }), ...(ended && { finita: '' }) });
  redirect(303, inLanguage(language, `/accesso${query.size > 0 ? `?${query}` : ''}`));
}

/**
 * A fault of ours, or something that is away: the visitor gets a reference to read out, the log the same reference and
 * the stack, nothing more. What was typed is given back to be sent again.
 */
export const handleError: HandleServerError = async ({ kind, error, event }) => {
  if (kind !== 'unknown') return {};
  const reference = randomText(6).toUpperCase();
  const { log } = program().context;
  const about = { reference, route: event.route.id ?? 'none', method: event.request.method, error };
  const isAway = isOutage(error);
  if (isAway) {
    event.locals.status = 503;
    log.warn('page without the database', about);
  } else log.error('page failed', about);
  const typed = await typedBefore(event);
  // The page of last resort has room for one text.
  return { status: isAway ? 503 : 500, message: reference, reference, ...(typed && { typed }) };
};
