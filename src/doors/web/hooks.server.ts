// Who is at the door of a page, in which language, and may they be here. The hook decides who, the stores decide what.
import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { browserByToken, keepForm, newBrowser, sessionByToken, takeForm } from '#capabilities/access/index.ts';
import { program } from '#compose.ts';
import { randomText } from '#kernel/ids.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import { addressHeader } from '../address.ts';
import { browserLabel } from './browser-label.ts';
import { browserToken, clearSessionToken, sessionToken, setBrowserToken } from './cookies.server.ts';
import { setNotice } from './notice.ts';
import { themeOf } from './theme.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const { context } = program();
  const language = (/^\/(en|de)(?=\/|$)/.exec(event.url.pathname)?.[1] ?? 'it') as Language;
  const atTheDoor = { language, address: event.request.headers.get(addressHeader) ?? 'unknown' };
  event.locals.context = context;
  event.locals.language = language;
  event.locals.theme = themeOf(event);

  const token = sessionToken(event);
  const session = token ? await sessionByToken(context, token, { isPassive: isPassive(event) }) : undefined;
  if (session?.kind === 'active') {
    event.locals.viewer = { kind: 'customer', ...atTheDoor, ...session.customer };
    event.locals.session = { idleEndsAt: session.idleEndsAt, name: session.name };
    if (event.url.searchParams.has('ripreso')) {
      const kept = await takeForm(context, event.locals.viewer, browserToken(event) ?? '');
      if (kept?.path === pathOf(event)) {
        event.locals.kept = kept.values;
        setNotice(event, 'kept_form', 'info');
      }
    }
  } else {
    event.locals.viewer = { kind: 'visitor', ...atTheDoor, browserId: await browserOf(event) };
    const ended = session?.kind === 'ended' ? session : undefined;
    if (isForCustomers(event) || (ended && isQuestionToSupport(event))) await sendToSignIn(event, ended);
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
  return response;
};

const pathOf = (event: RequestEvent): string => event.url.pathname.replace(/^\/(en|de)(?=\/|$)/, '') || '/';
const isForCustomers = (event: RequestEvent): boolean => event.route.id?.startsWith('/(cliente)') ?? false;

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
async function sendToSignIn(event: RequestEvent, ended: { accountId: string } | undefined): Promise<never> {
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

/** A fault of ours: the visitor gets a reference to read out, the log the same reference and the stack, nothing more. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return {};
  const reference = randomText(6).toUpperCase();
  const { log } = program().context;
  log.error('page failed', { reference, route: event.route.id ?? 'none', method: event.request.method, error });
  return { message: 'fault', reference };
};
