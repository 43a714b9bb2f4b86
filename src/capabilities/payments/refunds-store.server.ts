// What is given back: through the provider, or by hand with a day.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Day, Instant } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { Method, ReturnReason } from './rules/reasons.ts';

export type Refund = {
  id: string;
  paymentId: string;
  attemptId: string;
  providerPaymentId: string;
  amountCents: Cents;
  reason: ReturnReason;
  state: 'due' | 'asked' | 'done';
  dueBy: Day | undefined;
  requestKey: string;
  tries: number;
  /** The movement that gave it back, as the provider called it when it was asked. */
  providerRefundId: string | undefined;
  createdAt: Instant;
};

/** Owes a movement back, with a day when it is due by hand; the same movement is owed once. Answers the id of a new one. */
export async function insertRefund(
  tx: Transaction,
  refund: Pick<Refund, 'paymentId' | 'attemptId' | 'providerPaymentId' | 'amountCents' | 'reason' | 'dueBy'>,
): Promise<string | undefined> {
  const now = tx.clock.now();
  const id = newId(Date.parse(now));
  const row = await tx.database
    .insertInto('refunds')
    .values({
      id,
      payment_id: refund.paymentId,
      attempt_id: refund.attemptId,
      provider_payment_id: refund.providerPaymentId,
      amount_cents: refund.amountCents,
      reason: JSON.stringify(refund.reason),
      state: refund.dueBy ? 'due' : 'asked',
      due_by: refund.dueBy ?? null,
      // The id itself: unique, 36 characters, and the same whenever the request is repeated.
      request_key: id,
      next_try_at: refund.dueBy ? null : now,
      created_at: now,
    })
    .onConflict((on) => on.constraint('refunds_one_per_movement').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

const columns = [
  'id',
  'payment_id',
  'attempt_id',
  'provider_payment_id',
  'amount_cents',
  'reason',
  'state',
  'due_by',
  'request_key',
  'tries',
  'provider_refund_id',
  'created_at',
] as const;

type Row = {
  id: string;
  payment_id: string;
  attempt_id: string;
  provider_payment_id: string;
  amount_cents: number;
  reason: unknown;
  state: Refund['state'];
  due_by: Day | null;
  request_key: string;
  tries: number;
  provider_refund_id: string | null;
  created_at: Instant;
};

const refundFrom = (row: Row): Refund => ({
  id: row.id,
  paymentId: row.payment_id,
  attemptId: row.attempt_id,
  providerPaymentId: row.provider_payment_id,
  amountCents: cents(row.amount_cents),
  // Written by `insertRefund` from a reason, and by nobody else.
  reason: row.reason as ReturnReason,
  state: row.state,
  dueBy: row.due_by ?? undefined,
  requestKey: row.request_key,
  tries: row.tries,
  providerRefundId: row.provider_refund_id ?? undefined,
  createdAt: row.created_at,
});

export async function refundById(context: Context, id: string, isLocked = false): Promise<Refund | undefined> {
  const query = context.database.selectFrom('refunds').select(columns).where('id', '=', id);
  const row = await (isLocked ? query.forUpdate() : query).executeTakeFirst();
  return row && refundFrom(row);
}

export async function refundsOfPayment(context: Context, paymentId: string): Promise<Refund[]> {
  const rows = await context.database
    .selectFrom('refunds')
    .select(columns)
    .where('payment_id', '=', paymentId)
    .orderBy('created_at')
    .execute();
  return rows.map(refundFrom);
}

/** Money on its way back to whoever paid it: `dueBy` when somebody has to send it by hand. */
export type GivingBack = { operation: string; amountCents: Cents; method: Method; dueBy: Day | undefined };

/** Those of an account that are not done yet, the first owed first. */
export async function refundsOnTheirWay(context: Context, accountId: string): Promise<GivingBack[]> {
  const rows = await context.database
    .selectFrom('refunds')
    .innerJoin('payments', 'payments.id', 'refunds.payment_id')
    .select(['payments.public_id', 'payments.method', 'refunds.amount_cents', 'refunds.due_by'])
    // refunds_not_done
    .where('refunds.state', '<>', sql.lit('done'))
    .where('payments.account_id', '=', accountId)
    .orderBy('refunds.created_at')
    .orderBy('refunds.id')
    .execute();
  return rows.map((row) => ({
    operation: row.public_id,
    amountCents: cents(row.amount_cents),
    method: row.method,
    dueBy: row.due_by ?? undefined,
  }));
}

/** Those that somebody has to make by hand, the earliest day first. */
export async function refundsDue(
  context: Context,
): Promise<{ operation: string; amountCents: Cents; dueBy: Day; method: string; because: string }[]> {
  const rows = await context.database
    .selectFrom('refunds')
    .innerJoin('payments', 'payments.id', 'refunds.payment_id')
    .select(['payments.public_id', 'payments.method', 'refunds.amount_cents', 'refunds.due_by', 'refunds.reason'])
    .where('refunds.state', '=', 'due')
    .orderBy('refunds.due_by')
    .orderBy('refunds.id')
    .execute();
  return rows.flatMap(({ public_id, method, amount_cents, due_by, reason }) =>
    due_by
      ? [
          {
            operation: public_id,
            amountCents: cents(amount_cents),
            dueBy: due_by,
            method,
            // Written by `insertRefund` from a reason.
            because: (reason as ReturnReason).code,
          },
        ]
      : [],
  );
}

export async function refundsToTry(context: Context, max: number): Promise<string[]> {
  const rows = await context.database
    .selectFrom('refunds')
    .select('id')
    .where('next_try_at', '<=', context.clock.now())
    .orderBy('next_try_at')
    .limit(max)
    .execute();
  return rows.map((row) => row.id);
}

/** Takes the turn to ask: one process at a time, each try counted. False when it is not its time. */
export async function takeTry(context: Context, id: string, nextTryAt: Instant): Promise<boolean> {
  const done = await context.database
    .updateTable('refunds')
    .set({ tries: sql<number>`tries + 1`, next_try_at: nextTryAt })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('next_try_at', '<=', context.clock.now())
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** `providerRefundId`: what the provider calls the movement, when it said so. */
export async function markDone(tx: Transaction, id: string, providerRefundId?: string): Promise<boolean> {
  const done = await tx.database
    .updateTable('refunds')
    .set({ state: 'done', done_at: tx.clock.now(), next_try_at: null, provider_refund_id: providerRefundId ?? null })
    .where('id', '=', id)
    .where('state', '<>', 'done')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function markDue(tx: Transaction, id: string, dueBy: Day): Promise<boolean> {
  const done = await tx.database
    .updateTable('refunds')
    .set({ state: 'due', due_by: dueBy, next_try_at: null })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
