// The ledger: append-only, each movement of the provider once. The database refuses what does not balance.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { type Cents, cents } from '#kernel/money.ts';
import { balanced, type LedgerEntry } from './rules/ledger.ts';
import type { Recorded } from './rules/settlement.ts';

export type Booking = {
  type: 'received' | 'returned' | 'transferred';
  provider: string;
  /** The provider's id of the movement; of a transfer by hand the movement that it gives back. */
  movement: string;
  paymentId: string;
  attemptId: string;
  at: Instant;
  entries: LedgerEntry[];
};

const keyOf = (booking: Pick<Booking, 'type' | 'provider' | 'movement'>): string =>
  `${booking.type}:${booking.provider}:${booking.movement}`;

/** Books a movement; false when it is in the books already. */
export async function book(tx: Transaction, booking: Booking): Promise<boolean> {
  const entries = balanced(booking.entries);
  const id = newId(Date.parse(tx.clock.now()));
  const row = await tx.database
    .insertInto('ledger_transactions')
    .values({
      id,
      key: keyOf(booking),
      payment_id: booking.paymentId,
      attempt_id: booking.attemptId,
      at: booking.at,
    })
    .onConflict((on) => on.constraint('ledger_transactions_one_per_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await tx.database
    .insertInto('ledger_entries')
    .values(entries.map((entry) => ({ transaction_id: id, account: entry.account, amount_cents: entry.amountCents })))
    .execute();
  return true;
}

/** What the books hold of an attempt, for the settlement. */
export async function recordedOf(context: Context, attemptId: string): Promise<Recorded> {
  const rows = await context.database
    .selectFrom('ledger_transactions')
    .innerJoin('ledger_entries', 'ledger_entries.transaction_id', 'ledger_transactions.id')
    .select(['ledger_transactions.key', 'ledger_entries.account', 'ledger_entries.amount_cents'])
    .where('ledger_transactions.attempt_id', '=', attemptId)
    .execute();
  const ids = (type: string) =>
    new Set(
      rows.map((row) => row.key.split(':')).flatMap(([kind, , ...rest]) => (kind === type ? [rest.join(':')] : [])),
    );
  const sum = (which: (row: (typeof rows)[number]) => boolean): Cents =>
    cents(rows.filter(which).reduce((total, row) => total + row.amount_cents, 0));
  const atProvider = (type: string) =>
    sum((row) => row.account.startsWith('provider:') && row.key.startsWith(`${type}:`));
  return {
    receivedIds: ids('received'),
    returnedIds: ids('returned'),
    receivedCents: atProvider('received'),
    returnedCents: cents(Math.abs(atProvider('returned'))),
    owedCents: cents(Math.abs(sum((row) => row.account === 'to_return'))),
  };
}

/** The balance of every account, and whether all of them together are zero, as they must be. */
export async function balances(context: Context): Promise<{ account: string; amountCents: Cents }[]> {
  const rows = await context.database
    .selectFrom('ledger_entries')
    .select(['account', sql<number>`sum(amount_cents)::bigint`.as('amount')])
    .groupBy('account')
    .orderBy('account')
    .execute();
  return rows.map((row) => ({ account: row.account, amountCents: cents(Number(row.amount)) }));
}

/** What the books say that the provider holds of one attempt. */
export async function heldAtProvider(context: Context, attemptId: string): Promise<Cents> {
  const recorded = await recordedOf(context, attemptId);
  return cents(recorded.receivedCents - recorded.returnedCents);
}
