// Asking: support by anybody, an agency by a customer, also for a new contact. None of it needs a code (CNF-11).
// [REQ-1] [REQ-10] [CNF-5]
import { takeStrangerSend } from '#capabilities/codes/index.ts';
import { agencyOfParty, partyOf } from '#capabilities/parties/index.ts';
import { listFor as policiesFor } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { publicId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { type Limit, take } from '#kernel/limits.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { note, promise, tellDesk } from '../moves.ts';
import { type Category, cameFromOf } from '../rules/categories.ts';
import { type AnswerContact, takesCode } from '../rules/contact.ts';
import type { RequestKind } from '../rules/states.ts';
import { limit, type RequestReason } from '../rules.ts';
import { samePressMinutes, settings } from '../settings.ts';
import { type Asker, insertEntry, insertRequest, oneAtATime, openNewContactOf, sameSince } from '../store.server.ts';
import { fileUnverified } from '../tasks.ts';
import { sendCode } from './verify.ts';

export type SupportInput = {
  category: Category;
  text: string;
  /** Where to answer; only from a visitor: a customer is answered at the preferred contact. */
  contact?: AnswerContact | undefined;
  /** The page or reason that led to the form. */
  cameFrom?: string | undefined;
};

/** What the page needs to lead on: the request, and whether its contact waits for a code. */
export type Filed = { publicId: string; isAwaitingCode: boolean };

/**
 * Files a support request (REQ-1). A visitor's e-mail or Italian mobile gets a code first; any other number is filed
 * unverified at once. Refused only by `requests.limit`, which counts what this browser, address or account has filed.
 */
export async function fileSupport(
  context: Context,
  viewer: Asker,
  input: SupportInput,
): Promise<Outcome<Filed, RequestReason>> {
  const taken = await take(context, filingLimits(context, viewer));
  if (!taken.ok) return no(limit(taken.freeAt));
  const { contact } = input;
  const wantsCode = viewer.kind === 'visitor' && contact !== undefined && takesCode(contact);
  // Above the limit on messages the page is the same and no code leaves; the request is filed unverified later.
  const maySend = wantsCode && (await takeStrangerSend(context, { value: contact.value, address: viewer.address })).ok;
  return transaction(context, async (tx) => {
    await oneAtATime(tx, viewer);
    const same = await samePress(tx, viewer, { kind: 'support', text: input.text });
    if (same) return yes({ publicId: same.publicId, isAwaitingCode: same.state === 'awaiting_contact' });
    const { request, entry } = await file(tx, viewer, input, {
      kind: 'support',
      state: wantsCode ? 'awaiting_contact' : 'open',
      nextMover: wantsCode ? 'customer' : 'support',
      ...(await ownerOf(tx, viewer, contact)),
      agencyId: undefined,
      answerBy: wantsCode ? undefined : promise(tx, 'support'),
    });
    if (wantsCode) {
      if (maySend) await sendCode(tx, request);
      const afterSeconds = 60 * tx.settings.value(settings.contactCodeMinutes);
      await tx.tasks.add(tx, fileUnverified, { request: request.id }, { afterSeconds });
    } else await tellDesk(tx, request, { entry, isNew: true });
    return yes({ publicId: request.publicId, isAwaitingCode: wantsCode });
  });
}

export type AgencyInput = Pick<SupportInput, 'category' | 'text' | 'cameFrom'> & {
  /** The public id of one of the viewer's policies in force. Its agency is asked, else the customer's own. */
  policy?: string | undefined;
};

/**
 * Asks an agency (REQ-10): that of the policy, or the customer's own; support where the core system names none. Refused
 * by `requests.limit` as for support. A policy that the viewer does not see is as if none had been chosen.
 */
export async function askAgency(
  context: Context,
  viewer: Customer,
  input: AgencyInput,
): Promise<Outcome<Filed, RequestReason>> {
  const taken = await take(context, filingLimits(context, viewer));
  if (!taken.ok) return no(limit(taken.freeAt));
  const policies = input.policy ? await policiesFor(context, viewer) : [];
  const policy = policies.find((one) => one.publicId === input.policy);
  return transaction(context, async (tx) => {
    await oneAtATime(tx, viewer);
    const same = await samePress(tx, viewer, { kind: 'agency', text: input.text });
    if (same) return yes({ publicId: same.publicId, isAwaitingCode: false });
    const { request, entry } = await file(tx, viewer, input, {
      kind: 'agency',
      state: 'open',
      nextMover: 'agency',
      ...(await customerOf(tx, viewer)),
      agencyId: policy?.agencyId ?? (await agencyOfParty(tx, viewer.profileId))?.id,
      policyNumber: policy?.number,
      answerBy: promise(tx, 'agency'),
    });
    await tellDesk(tx, request, { entry, isNew: true });
    return yes({ publicId: request.publicId, isAwaitingCode: false });
  });
}

const samePress = (tx: Transaction, viewer: Asker, asked: { kind: RequestKind; text: string }) =>
  sameSince(tx, viewer, asked, plusSeconds(tx.clock.now(), -60 * samePressMinutes));

/** Writes the request with its first line. */
async function file(
  tx: Transaction,
  viewer: Asker,
  input: Pick<SupportInput, 'category' | 'text' | 'cameFrom'>,
  how: Omit<Parameters<typeof insertRequest>[1], 'publicId' | 'category' | 'cameFrom'>,
) {
  const request = await insertRequest(tx, {
    ...how,
    publicId: publicId(),
    category: input.category,
    cameFrom: cameFromOf(input.cameFrom),
  });
  assert(request, 'only a request for a new contact can be there already');
  const author = viewer.kind === 'customer' ? 'customer' : 'visitor';
  const entry = await insertEntry(tx, request.id, { author, text: input.text });
  await note(tx, request, 'asked');
  return { request, entry };
}

/** A customer is answered at the preferred contact of the day; a visitor at the contact left, and seen by this browser. */
async function ownerOf(tx: Transaction, viewer: Asker, contact: AnswerContact | undefined) {
  if (viewer.kind === 'customer') return customerOf(tx, viewer);
  assert(viewer.browserId && contact, 'a visitor asks from a browser and leaves a contact');
  return {
    partyId: undefined,
    accountId: undefined,
    browserId: viewer.browserId,
    contact: { ...contact, verifiedAt: undefined },
    language: viewer.language,
  };
}

async function customerOf(tx: Transaction, viewer: Customer) {
  const party = await partyOf(tx, viewer.partyId);
  const language: Language = party?.language ?? viewer.language;
  return {
    partyId: viewer.partyId,
    accountId: viewer.accountId,
    browserId: undefined,
    contact: undefined,
    language,
  };
}

function filingLimits(context: Context, viewer: Asker): Limit[] {
  const hour = (key: string, setting: keyof typeof settings): Limit => ({
    key: `requests:${key}`,
    max: context.settings.value(settings[setting]),
    windowSeconds: 3_600,
  });
  if (viewer.kind === 'customer') return [hour(`account:${viewer.accountId}`, 'linesPerAccountHour')];
  return [
    hour(`browser:${viewer.browserId ?? viewer.address}`, 'filingsPerBrowserHour'),
    hour(`address:${viewer.address}`, 'filingsPerAddressHour'),
    hour('overall', 'filingsOverallHour'),
  ];
}

/**
 * Asks the customer's agency for a contact that can confirm operations (CNF-5): one click. While one such request is
 * open another click leads to it, from however many tabs.
 */
export async function askForContact(
  context: Context,
  viewer: Customer,
): Promise<{ publicId: string; number: string; isNew: boolean }> {
  return transaction(context, async (tx) => {
    const agency = await agencyOfParty(tx, viewer.partyId);
    const made = await insertRequest(tx, {
      publicId: publicId(),
      kind: 'new_contact',
      state: 'open',
      nextMover: 'agency',
      ...(await customerOf(tx, viewer)),
      agencyId: agency?.id,
      category: 'new_contact',
      cameFrom: undefined,
      answerBy: promise(tx, 'agency'),
    });
    const request = made ?? (await openNewContactOf(tx, viewer.partyId));
    assert(request, 'what was not written is there already');
    if (made) {
      await note(tx, made, 'asked');
      await tellDesk(tx, made, { entry: null, isNew: true });
    }
    return { publicId: request.publicId, number: request.number, isNew: made !== undefined };
  });
}
