// What the command line shows to a desk until it has a page of its own. [REQ-2]

import { preferredOf, textOf } from '#capabilities/contacts/index.ts';
import { deliveriesOf } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { audit } from '#kernel/audit.ts';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { Staff, System } from '#kernel/viewer.ts';
import { entriesOf, type Listed, requestBy, requestsWaiting, type StoredRequest } from './store.server.ts';

export type DeskLine = {
  number: string;
  kind: StoredRequest['kind'];
  state: StoredRequest['state'];
  category: string;
  desk: string;
  answerBy: string | null;
  askedAt: Instant;
};

const deskLine = (row: Listed): DeskLine => ({
  number: row.number,
  kind: row.kind,
  state: row.state,
  category: row.category,
  desk: row.agencyName ?? 'support',
  answerBy: row.answerBy ?? null,
  askedAt: row.createdAt,
});

/** What waits for a desk, the earliest promise first. */
export const waitingForDesks = async (context: Context, _viewer: Staff | System): Promise<DeskLine[]> =>
  (await requestsWaiting(context)).map(deskLine);

export type DeskThread = {
  number: string;
  state: StoredRequest['state'];
  nextMover: StoredRequest['nextMover'];
  category: string;
  cameFrom: string | null;
  answerBy: string | null;
  customer: { name: string; customerCode: string } | null;
  contact: { text: string; isVerified: boolean } | null;
  thread: { author: string; at: Instant; text: string; byPhone: boolean; message: string | null }[];
};

/** One request with all that a desk may know of it; nothing when the number is nobody's. Leaves an audit line (PRO-10). */
export async function threadForDesk(
  context: Context,
  viewer: Staff | System,
  input: { number: string },
): Promise<DeskThread | undefined> {
  const request = await requestBy(context, input);
  if (!request) return undefined;
  await audit(context, viewer, {
    act: 'requests.read_by_desk',
    partyId: request.partyId,
    facts: { number: request.number },
  });
  const entries = await entriesOf(context, request.id);
  const deliveries = await deliveriesOf(
    context,
    entries.flatMap((entry) => entry.messageId ?? []),
  );
  const party = request.partyId ? await partyOf(context, request.partyId) : undefined;
  const preferred = party && (await preferredOf(context, party.id, request.accountId));
  const contact = request.contact ?? preferred;
  return {
    number: request.number,
    state: request.state,
    nextMover: request.nextMover,
    category: request.category,
    cameFrom: request.cameFrom ?? null,
    answerBy: request.answerBy ?? null,
    customer: party ? { name: party.displayName, customerCode: party.customerCode } : null,
    contact: contact
      ? { text: textOf(contact), isVerified: request.contact ? request.contact.verifiedAt !== undefined : true }
      : null,
    thread: entries.map((entry) => ({
      author: entry.author,
      at: entry.at,
      text: entry.text,
      byPhone: entry.byPhone,
      message: entry.messageId ? (deliveries.get(entry.messageId)?.state ?? null) : null,
    })),
  };
}
