// What every change of a request does, within the caller's transaction: the state after an event, the promise that goes
// with it, the message to the desk.
import { endSends } from '#capabilities/codes/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import { agencyById } from '#capabilities/parties/index.ts';
import { assert } from '#kernel/assert.ts';
import { today } from '#kernel/clock.ts';
import type { Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { record } from '#kernel/outbox.ts';
import { forDesk, received } from './messages.ts';
import { takesCode } from './rules/contact.ts';
import { type Desk, deskOf, moverAfter, type RequestEvent, stateAfter } from './rules/states.ts';
import { plusWorkingDays } from './rules/working-days.ts';
import { settings } from './settings.ts';
import { type Change, changeRequest, entriesOf, type StoredRequest } from './store.server.ts';

/** The working day by which a desk promises to answer what it gets today. */
export function promise(tx: Transaction, desk: Desk): Day {
  const setting = desk === 'agency' ? settings.agencyAnswerDays : settings.supportAnswerDays;
  return plusWorkingDays(today(tx.clock), tx.settings.value(setting));
}

/**
 * Moves a request, whose row the caller has locked, by an event; nothing when the event does not belong to its state.
 * A promise lasts until the desk has answered: a line added meanwhile does not put it off.
 */
export async function move(
  tx: Transaction,
  request: StoredRequest,
  event: RequestEvent,
  also: Pick<Change, 'contactVerifiedAt'> = {},
): Promise<StoredRequest | undefined> {
  const state = stateAfter(request.state, event);
  if (!state) return undefined;
  const desk = deskOf(request.kind);
  const nextMover = moverAfter(event, desk);
  const answerBy = nextMover === desk ? (request.answerBy ?? promise(tx, desk)) : undefined;
  await changeRequest(tx, request.id, { state, nextMover, answerBy, ...also });
  await note(tx, request, event);
  return { ...request, state, nextMover, answerBy };
}

/** Events of requests carry numbers and kinds, never what was written. */
export const note = (tx: Transaction, request: StoredRequest, what: RequestEvent | 'asked'): Promise<void> =>
  record(tx, {
    type: `request.${what}`,
    subject: request.id,
    partyId: request.partyId,
    facts: { number: request.number, kind: request.kind },
  });

/** Sends a new request, or a line of one, to the desk that answers it. Desks read Italian. */
export async function tellDesk(
  tx: Transaction,
  request: StoredRequest,
  line: { entry: string | null; isNew: boolean },
): Promise<void> {
  const agency = request.agencyId ? await agencyById(tx, request.agencyId) : undefined;
  const value = agency?.email ?? tx.settings.text.supportMail;
  await queue(tx, forDesk, { kind: 'email', value, language: 'it' }, { request: request.id, ...line });
}

/** Files a request that waited for its contact to be verified, verified or not. The row is locked by the caller. */
export async function fileWaiting(tx: Transaction, request: StoredRequest, isVerified: boolean): Promise<void> {
  const filed = await move(tx, request, 'filed', isVerified ? { contactVerifiedAt: tx.clock.now() } : {});
  if (!filed) return;
  const [first] = await entriesOf(tx, request.id);
  assert(first, 'what was asked is the first line of its thread');
  await tellDesk(tx, filed, { entry: first.id, isNew: true });
  await endSends(tx, { purpose: 'request', subject: request.publicId });
  const { contact } = request;
  if (isVerified && contact && takesCode(contact)) {
    await queue(tx, received, { ...contact, language: request.language }, { request: request.id });
  }
}
