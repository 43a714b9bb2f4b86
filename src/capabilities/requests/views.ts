// What whoever asked sees of a request: lists, one thread, what is still to do. [REQ-1] [REQ-2]
import { newestOf, secretsOf } from '#capabilities/codes/index.ts';
import { mask, preferredOf } from '#capabilities/contacts/index.ts';
import { agencyById } from '#capabilities/parties/index.ts';
import { brandOf } from '#kernel/brand.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { dayAndTime, time, weekday } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Way } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { deskOf, stateAfter } from './rules/states.ts';
import { browserListDays, settings } from './settings.ts';
import {
  type Asker,
  entriesOf,
  openNewContactOf,
  requestFor,
  requestsOfBrowser,
  requestsOfParty,
  type StoredEntry,
  type StoredRequest,
} from './store.server.ts';
import { say as words } from './words/say.ts';

export type RequestTag = { tone: 'ok' | 'warn' | 'info' | 'plain'; text: string };

/** A request in a list, in the reader's words. */
export type RequestLine = {
  publicId: string;
  number: string;
  category: string;
  /** The beginning of what was asked, on one line. */
  excerpt: string;
  tag: RequestTag;
  /** Who moves next and by when. */
  promise: string;
  isYourMove: boolean;
  /** Somebody has still to move, so the promise is worth reading in a list. */
  isWaiting: boolean;
};

export type ThreadLine = {
  author: string;
  isOwn: boolean;
  text: string;
  at: Instant;
  when: string;
  /** "detto al telefono". */
  remark: string | undefined;
};

/** One request with its thread, and what may be done with it. */
export type RequestPage = RequestLine & {
  facts: { label: string; value: string; isIdentifier?: boolean }[];
  thread: ThreadLine[];
  mayWrite: boolean;
  maySettle: boolean;
  /** A way on, when the answer usually opens one. */
  way: Way | undefined;
  /** While the contact waits to be verified. */
  code: AwaitedCode | undefined;
};

export type AwaitedCode = { sent: string; isOver: boolean };

const excerptMax = 90;

/** The requests of the customer's own party, the last changed first. */
export async function listFor(context: Context, viewer: Customer): Promise<RequestLine[]> {
  const rows = await requestsOfParty(context, viewer.partyId);
  return rows.map((row) => lineOf(context, row, row.firstText, viewer.language));
}

/** The open request for a contact that can confirm operations, when the customer has asked already (CNF-5). */
export async function openContactRequest(
  context: Context,
  viewer: Customer,
): Promise<{ publicId: string; number: string } | undefined> {
  const open = await openNewContactOf(context, viewer.partyId);
  return open && { publicId: open.publicId, number: open.number };
}

/** What this browser has asked lately without signing in. */
export async function listOfBrowser(context: Context, viewer: Asker): Promise<RequestLine[]> {
  if (!viewer.browserId) return [];
  const since = plusSeconds(context.clock.now(), -browserListDays * 86_400);
  const rows = await requestsOfBrowser(context, viewer.browserId, since);
  return rows.map((row) => lineOf(context, row, row.firstText, viewer.language));
}

/** One request of this viewer; nothing for anybody else's. */
export async function showFor(
  context: Context,
  viewer: Asker,
  input: { publicId: string },
): Promise<RequestPage | undefined> {
  const request = await requestFor(context, viewer, input.publicId);
  if (!request) return undefined;
  const { language } = viewer;
  const say = words(language);
  const entries = await entriesOf(context, request.id);
  const thread = entries.map((entry) => threadLine(entry, language));
  // What the click says is the same for everybody, so it is words and no row.
  if (request.kind === 'new_contact') {
    thread.unshift({
      author: say('requests.author_you'),
      isOwn: true,
      text: say('requests.new_contact_text'),
      at: request.createdAt,
      when: dayAndTime(request.createdAt, language),
      remark: undefined,
    });
  }
  return {
    ...lineOf(context, request, thread[0]?.text, language),
    facts: await factsOf(context, request, language),
    thread,
    mayWrite: stateAfter(request.state, 'written') !== undefined,
    maySettle: stateAfter(request.state, 'settled') !== undefined,
    way:
      request.kind === 'new_contact' && request.state === 'answered'
        ? { href: '/profilo/recapiti/scegli', text: say('requests.way_choose') }
        : undefined,
    code: request.state === 'awaiting_contact' ? await awaitedCode(context, request, language) : undefined,
  };
}

function lineOf(context: Context, request: StoredRequest, text: string | undefined, language: Language): RequestLine {
  const say = words(language);
  const asked = request.kind === 'new_contact' ? undefined : text;
  const flat = (asked ?? say('requests.new_contact_text')).replace(/\s+/g, ' ').trim();
  return {
    publicId: request.publicId,
    number: request.number,
    category: say(`requests.category_${request.category}`),
    excerpt: flat.length > excerptMax ? `${flat.slice(0, excerptMax).trimEnd()}…` : flat,
    tag: tagOf(request, language),
    promise: promiseOf(context, request, language),
    isYourMove: request.nextMover === 'customer',
    isWaiting: request.nextMover !== 'nobody',
  };
}

function tagOf(request: StoredRequest, language: Language): RequestTag {
  const say = words(language);
  switch (request.state) {
    case 'awaiting_contact':
      return { tone: 'warn', text: say('requests.state_awaiting_contact') };
    case 'open':
      return { tone: 'info', text: say(`requests.state_open_${deskOf(request.kind)}`) };
    case 'answered':
      return request.nextMover === 'customer'
        ? { tone: 'warn', text: say('requests.state_asks') }
        : { tone: 'ok', text: say('requests.state_answered') };
    case 'closed':
      return { tone: 'plain', text: say('requests.state_closed') };
  }
}

/** Who moves next and by when; a promise that was not kept is said as what it is. */
function promiseOf(context: Context, request: StoredRequest, language: Language): string {
  const say = words(language);
  const { answerBy, number } = request;
  switch (request.state) {
    case 'awaiting_contact':
      return say('requests.promise_awaiting');
    case 'answered':
      return say(request.nextMover === 'customer' ? 'requests.promise_asks' : 'requests.promise_answered');
    case 'closed':
      return say('requests.promise_closed');
    case 'open': {
      if (!answerBy) return '';
      const day = weekday(answerBy, language);
      const phone = brandOf(context).supportPhone.replaceAll(' ', '\u00a0');
      if (answerBy < today(context.clock)) return say('requests.promise_late', { day, phone, number });
      return say(`requests.promise_${deskOf(request.kind)}`, { day });
    }
  }
}

function threadLine(entry: StoredEntry, language: Language): ThreadLine {
  const say = words(language);
  const isOwn = entry.author === 'customer' || entry.author === 'visitor';
  return {
    author: isOwn
      ? say('requests.author_you')
      : say(`requests.author_${entry.author === 'agency' ? 'agency' : 'support'}`),
    isOwn,
    text: entry.text,
    at: entry.at,
    when: dayAndTime(entry.at, language),
    remark: entry.byPhone ? say('requests.by_phone') : undefined,
  };
}

async function factsOf(context: Context, request: StoredRequest, language: Language): Promise<RequestPage['facts']> {
  const say = words(language);
  const agency = request.agencyId ? await agencyById(context, request.agencyId) : undefined;
  return [
    { label: say('requests.fact_number'), value: request.number, isIdentifier: true },
    { label: say('requests.fact_category'), value: say(`requests.category_${request.category}`) },
    { label: say('requests.fact_asked'), value: dayAndTime(request.createdAt, language) },
    ...(agency ? [{ label: say('requests.fact_agency'), value: agency.name }] : []),
    ...(request.policyNumber
      ? [{ label: say('requests.fact_policy'), value: request.policyNumber, isIdentifier: true }]
      : []),
    { label: say('requests.fact_answer_to'), value: await answerTo(context, request, language) },
  ];
}

async function answerTo(context: Context, request: StoredRequest, language: Language): Promise<string> {
  const say = words(language);
  if (request.partyId) {
    const preferred = await preferredOf(context, request.partyId, request.accountId);
    return preferred ? mask(preferred.value) : say('requests.fact_answer_here');
  }
  if (!request.contact) return say('requests.fact_answer_here');
  const contact = mask(request.contact.value);
  if (request.contact.verifiedAt || request.state === 'awaiting_contact') return contact;
  return say(request.contact.kind === 'email' ? 'requests.fact_unverified_email' : 'requests.fact_unverified', {
    contact,
  });
}

/**
 * What the page of the code says. A code that a limit kept back is told as if it had been sent: the page must not say
 * what others have asked for this contact.
 */
async function awaitedCode(context: Context, request: StoredRequest, language: Language): Promise<AwaitedCode> {
  const say = words(language);
  const about = { purpose: 'request', subject: request.publicId } as const;
  const newest = await newestOf(context, about);
  const seconds = 60 * context.settings.value(settings.contactCodeMinutes);
  const until = newest?.expiresAt ?? plusSeconds(request.createdAt, seconds);
  const { reference } = newest ?? secretsOf(context, { ...about, sendNumber: 1, digits: 6, statementHash: '' });
  const key = request.contact?.kind === 'email' ? 'requests.code_page_sent_email' : 'requests.code_page_sent_mobile';
  return {
    sent: say(key, { contact: mask(request.contact?.value ?? ''), until: time(until, language), reference }),
    isOver: context.clock.now() >= until,
  };
}

/** Where the support form will answer a customer: the masked preferred contact, nothing when there is none. */
export async function answersAt(context: Context, viewer: Asker): Promise<string | undefined> {
  if (viewer.kind !== 'customer') return undefined;
  const preferred = await preferredOf(context, viewer.partyId, viewer.accountId);
  return preferred && mask(preferred.value);
}

/** The working days within which an agency promises to answer. */
export const agencyAnswerDays = (context: Context): number => context.settings.value(settings.agencyAnswerDays);
/** The working days within which support promises to answer. */
export const supportAnswerDays = (context: Context): number => context.settings.value(settings.supportAnswerDays);
