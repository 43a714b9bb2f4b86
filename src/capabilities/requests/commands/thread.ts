// The thread of a request: whoever asked adds a line or says that it is done, the desk answers. [REQ-1] [REQ-2]

import { preferredOf } from '#capabilities/contacts/index.ts';
import { queue, type Recipient } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { take } from '#kernel/limits.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Staff, System } from '#kernel/viewer.ts';
import { answered } from '../messages.ts';
import { move, tellDesk } from '../moves.ts';
import { takesCode } from '../rules/contact.ts';
import { deskOf } from '../rules/states.ts';
import { contactUnverified, limit, notFound, type RequestReason } from '../rules.ts';
import { settings } from '../settings.ts';
import { type Asker, insertEntry, lockFor, noteMessage, requestBy, type StoredRequest } from '../store.server.ts';

/** Adds a line of whoever asked; the desk is told, and a request that was answered or closed goes on. */
export async function write(
  context: Context,
  viewer: Asker,
  input: { publicId: string; text: string },
): Promise<Outcome<undefined, RequestReason>> {
  const who = viewer.kind === 'customer' ? viewer.accountId : (viewer.browserId ?? viewer.address);
  const max = context.settings.value(settings.linesPerAccountHour);
  const taken = await take(context, [{ key: `requests:lines:${who}`, max, windowSeconds: 3_600 }]);
  if (!taken.ok) return no(limit(taken.freeAt));
  return transaction(context, async (tx) => {
    const request = await lockFor(tx, viewer, input.publicId);
    const moved = request && (await move(tx, request, 'written'));
    if (!moved) return no(notFound);
    const author = moved.partyId ? 'customer' : 'visitor';
    const entry = await insertEntry(tx, moved.id, { author, text: input.text });
    await tellDesk(tx, moved, { entry, isNew: false });
    return yes(undefined);
  });
}

/** Closes a request because whoever asked says that it is done. Twice is once. */
export async function settle(
  context: Context,
  viewer: Asker,
  input: { publicId: string },
): Promise<Outcome<undefined, RequestReason>> {
  return transaction(context, async (tx) => {
    const request = await lockFor(tx, viewer, input.publicId);
    if (!request) return no(notFound);
    if (request.state !== 'closed' && !(await move(tx, request, 'settled'))) return no(notFound);
    return yes(undefined);
  });
}

export type AnswerInput = {
  number: string;
  text: string;
  /** The desk needs something back: the customer moves next. */
  asksBack?: boolean;
  /** It was said on the telephone; the text is a note of it, and nothing is sent. */
  byPhone?: boolean;
};

/** Where the answer went: a message to a contact, or only where the request is shown. */
export type AnsweredAt = { toldAt: { kind: 'email' | 'mobile'; value: string } | undefined };

/**
 * Records the answer of a desk and tells it: a customer at the preferred contact, a visitor at the verified one. To an
 * unverified contact nothing is ever sent: such a request is answered by telephone (`requests.contact_unverified`).
 */
export async function answer(
  context: Context,
  _viewer: Staff | System,
  input: AnswerInput,
): Promise<Outcome<AnsweredAt, RequestReason>> {
  return transaction(context, async (tx) => {
    const request = await requestBy(tx, { number: input.number }, { lock: true });
    if (!request) return no(notFound);
    const isUnverified = request.contact !== undefined && !request.contact.verifiedAt;
    if (isUnverified && !input.byPhone) return no(contactUnverified);
    const moved = await move(tx, request, input.asksBack ? 'asked_back' : 'answered');
    if (!moved) return no(notFound);
    const byPhone = input.byPhone ?? false;
    const author = deskOf(moved.kind);
    const entry = await insertEntry(tx, moved.id, { author, text: input.text, byPhone });
    const to = byPhone ? undefined : await recipientOf(tx, moved);
    if (!to) return yes({ toldAt: undefined });
    const facts = { request: moved.id, entry, asksBack: input.asksBack ?? false };
    await noteMessage(tx, entry, await queue(tx, answered, to, facts));
    return yes({ toldAt: { kind: to.kind, value: to.value } });
  });
}

/** Nothing when there is no contact that a message may go to: the answer is then only where the request is shown. */
async function recipientOf(tx: Transaction, request: StoredRequest): Promise<Recipient | undefined> {
  const { contact, partyId } = request;
  if (!partyId) {
    if (!contact?.verifiedAt || !takesCode(contact)) return undefined;
    return { kind: contact.kind, value: contact.value, language: request.language };
  }
  const [party, preferred] = [await partyOf(tx, partyId), await preferredOf(tx, partyId, request.accountId)];
  return preferred && { ...preferred, partyId, language: party?.language ?? request.language };
}
