import type { Transaction } from './context.ts';
import { newId } from './ids.ts';

/** Something that happened, for whoever must hear of it: the core system, the log, the desks. */
export type Event = {
  /** `policy.instalment.paid`. */
  type: string;
  /** The id of what it is about; events about one subject are delivered in order. */
  subject: string;
  partyId?: string | undefined;
  facts: Record<string, unknown>;
};

/** Records events in the transaction that made them true. */
export async function record(tx: Transaction, ...events: Event[]): Promise<void> {
  if (events.length === 0) return;
  const at = tx.clock.now();
  await tx.database
    .insertInto('events')
    .values(
      events.map((event) => ({
        id: newId(Date.parse(at)),
        type: event.type,
        subject: event.subject,
        party_id: event.partyId ?? null,
        facts: JSON.stringify(event.facts),
        at,
      })),
    )
    .execute();
}
