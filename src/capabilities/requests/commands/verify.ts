// The contact of a visitor: verified by a code where that works, filed as *contatto non verificato* where not. [REQ-1]
import { type CodeReason, check, mayResend, newestOf, newSend, takeStrangerSend } from '#capabilities/codes/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import { assert } from '#kernel/assert.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { contactCode } from '../messages.ts';
import { fileWaiting } from '../moves.ts';
import { takesCode } from '../rules/contact.ts';
import { notFound, type RequestReason } from '../rules.ts';
import { settings } from '../settings.ts';
import { type Asker, lockFor, requestFor, type StoredRequest } from '../store.server.ts';

/** Makes a new code for the contact of a request and queues its message. */
export async function sendCode(tx: Transaction, request: StoredRequest): Promise<void> {
  const { contact } = request;
  assert(contact && takesCode(contact), 'only an e-mail or an Italian mobile gets a code');
  const send = await newSend(tx, {
    purpose: 'request',
    subject: request.publicId,
    digits: 6,
    validSeconds: 60 * tx.settings.value(settings.contactCodeMinutes),
  });
  await queue(
    tx,
    contactCode,
    { kind: contact.kind, value: contact.value, language: request.language },
    { request: request.id, sendNumber: send.sendNumber, expiresAt: send.expiresAt },
  );
}

/**
 * Sends another code. The answer is the same whether or not a limit let it out; only a code sent a moment ago is said,
 * since that one is still on its way.
 */
export async function askCodeAgain(
  context: Context,
  viewer: Asker,
  input: { publicId: string },
): Promise<Outcome<undefined, RequestReason | CodeReason>> {
  const request = await requestFor(context, viewer, input.publicId);
  if (request?.state !== 'awaiting_contact' || !request.contact) return no(notFound);
  const newest = await newestOf(context, { purpose: 'request', subject: request.publicId });
  const may = mayResend(newest?.sentAt, context.clock.now());
  if (!may.ok) return may;
  const taken = await takeStrangerSend(context, { value: request.contact.value, address: viewer.address });
  if (taken.ok) await transaction(context, (tx) => sendCode(tx, request));
  return yes(undefined);
}

/** Verifies the contact with the code and files the request. One that is filed already is a success. */
export async function verifyContact(
  context: Context,
  viewer: Asker,
  input: { publicId: string; code: string },
): Promise<Outcome<undefined, RequestReason | CodeReason>> {
  return transaction(context, async (tx) => {
    const request = await lockFor(tx, viewer, input.publicId);
    if (!request) return no(notFound);
    if (request.state !== 'awaiting_contact') return yes(undefined);
    const checked = await check(tx, { purpose: 'request', subject: request.publicId, code: input.code });
    if (!checked.ok) return checked;
    await fileWaiting(tx, request, true);
    return yes(undefined);
  });
}

/** Files a request whose code does not arrive: the desk sees that the contact is unverified and calls, nothing is sent. */
export async function fileWithoutCode(
  context: Context,
  viewer: Asker,
  input: { publicId: string },
): Promise<Outcome<undefined, RequestReason>> {
  return transaction(context, async (tx) => {
    const request = await lockFor(tx, viewer, input.publicId);
    if (!request) return no(notFound);
    if (request.state === 'awaiting_contact') await fileWaiting(tx, request, false);
    return yes(undefined);
  });
}
