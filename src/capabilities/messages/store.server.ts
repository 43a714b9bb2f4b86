// The outbox of e-mails and SMS. One process at a time holds a row: the lease is both the claim and its key.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { MessageState } from './rules.ts';

export const tables = ['messages'] as const;

export type Queued = {
  id: string;
  kind: string;
  channel: 'email' | 'sms';
  destination: string;
  partyId: string | null;
  language: string;
  facts: unknown;
  queuedAt: Instant;
  usefulUntil: Instant;
};

/** A row held by this process until `lease`; `wasSending` when another died while handing it over. */
export type Held = Queued & { tries: number; lease: Instant; wasSending: boolean };

export async function insertMessage(context: Context, message: Queued): Promise<void> {
  await context.database
    .insertInto('messages')
    .values({
      id: message.id,
      kind: message.kind,
      channel: message.channel,
      destination: message.destination,
      party_id: message.partyId,
      language: message.language,
      facts: JSON.stringify(message.facts),
      state: 'queued',
      next_try_at: message.queuedAt,
      queued_at: message.queuedAt,
      useful_until: message.usefulUntil,
    })
    .execute();
}

/** The ids of what waits for a try now, oldest first. */
export async function waitingIds(context: Context, now: Instant, max: number): Promise<string[]> {
  const rows = await context.database
    .selectFrom('messages')
    .select('id')
    .where('state', 'in', ['queued', 'sending'])
    .where('next_try_at', '<=', now)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<', now)]))
    .orderBy('next_try_at')
    .limit(max)
    .execute();
  return rows.map((row) => row.id);
}

/** Takes a row for this process, or nothing when another holds it or it needs no sending any more. */
export async function hold(context: Context, id: string, now: Instant, lease: Instant): Promise<Held | undefined> {
  const before = context.database
    .selectFrom('messages')
    .select(['id', 'state'])
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'sending'])
    .where('next_try_at', '<=', now)
    .where((row) => row.or([row('lease_until', 'is', null), row('lease_until', '<', now)]))
    .forUpdate()
    .skipLocked();
  const row = await context.database
    .with('before', () => before)
    .updateTable('messages')
    .from('before')
    .set({ lease_until: lease })
    .whereRef('messages.id', '=', 'before.id')
    .returning([
      'messages.id',
      'messages.kind',
      'messages.channel',
      'messages.destination',
      'messages.party_id',
      'messages.language',
      'messages.facts',
      'messages.tries',
      'messages.queued_at',
      'messages.useful_until',
      'before.state as was',
    ])
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      kind: row.kind,
      channel: row.channel,
      destination: row.destination,
      partyId: row.party_id,
      language: row.language,
      facts: row.facts,
      tries: row.tries,
      queuedAt: row.queued_at,
      usefulUntil: row.useful_until,
      lease,
      wasSending: row.was === 'sending',
    }
  );
}

/** Written before the other side hears of it, so that a crash from here on is known as one. False when the lease is lost. */
export async function markSending(context: Context, held: Held): Promise<boolean> {
  const done = await context.database
    .updateTable('messages')
    .set({ state: 'sending', tries: sql`tries + 1` })
    .where('id', '=', held.id)
    .where('lease_until', '=', held.lease)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export type Written = {
  state: MessageState;
  sentAt?: Instant;
  providerId?: string | undefined;
  failure?: string;
  nextTryAt?: Instant;
};

/** Writes what became of a held row and lets it go. Does nothing when the lease has passed to another process. */
export async function settle(context: Context, held: Held, written: Written): Promise<void> {
  await context.database
    .updateTable('messages')
    .set({
      state: written.state,
      lease_until: null,
      failure: written.failure ?? null,
      ...(written.sentAt && { sent_at: written.sentAt }),
      ...(written.providerId && { provider_id: written.providerId }),
      ...(written.nextTryAt && { next_try_at: written.nextTryAt }),
    })
    .where('id', '=', held.id)
    .where('lease_until', '=', held.lease)
    .execute();
}

/** The states of some messages; ids that are unknown are left out. */
export async function statesOf(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, { state: MessageState; sentAt: Instant | null; failure: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await context.database
    .selectFrom('messages')
    .select(['id', 'state', 'sent_at', 'failure'])
    .where((row) => row('id', '=', row.fn.any(sql<string[]>`${[...ids]}::uuid[]`)))
    .execute();
  return new Map(rows.map((row) => [row.id, { state: row.state, sentAt: row.sent_at, failure: row.failure }]));
}

/** The same for the newest message of a kind to a party; nothing when there was none. */
export async function newestState(context: Context, of: { partyId: string; kind: string }) {
  return context.database
    .selectFrom('messages')
    .select(['state', 'sent_at as sentAt', 'failure'])
    .where('party_id', '=', of.partyId)
    .where('kind', '=', of.kind)
    .orderBy('queued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
