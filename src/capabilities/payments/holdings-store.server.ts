// Which payment holds a payable, for whoever asks whether it may be paid.
import { sql } from 'kysely';
import { payableRows } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { PaymentState } from './rules/attempts.ts';
import type { Method, UnderWay } from './rules/reasons.ts';

export type Holding = {
  payableId: string;
  publicId: string;
  state: PaymentState;
  accountId: string;
  paidAt: Instant | undefined;
  method: Method;
  instrument: string | undefined;
  /** Open, and the bank has not decided: nobody can do anything but wait. */
  isPending: boolean;
  documentId: string | undefined;
};

/** The open or paid payment of each payable, with its receipt: one query whatever their number. */
export async function holdingsOf(context: Context, payableIds: readonly string[]): Promise<Map<string, Holding>> {
  if (payableIds.length === 0) return new Map();
  const rows = await context.database
    .selectFrom('payments')
    .innerJoin('payment_attempts', 'payment_attempts.payment_id', 'payments.id')
    .leftJoin('receipts', 'receipts.payment_id', 'payments.id')
    .select([
      'payments.payable_id',
      'payments.public_id',
      'payments.state',
      'payments.account_id',
      'payments.paid_at',
      'payments.method',
      'payment_attempts.instrument',
      'payment_attempts.pending_since',
      'receipts.document_id',
    ])
    .where('payments.payable_id', '=', sql<string>`any(${payableIds}::uuid[])`)
    .where('payments.state', 'in', ['open', 'paid'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.payable_id,
      {
        payableId: row.payable_id,
        publicId: row.public_id,
        state: row.state,
        accountId: row.account_id,
        paidAt: row.paid_at ?? undefined,
        method: row.method,
        instrument: row.instrument ?? undefined,
        isPending: row.state === 'open' && row.pending_since !== null,
        documentId: row.document_id ?? undefined,
      },
    ]),
  );
}

/** The contribution to a policy that is still being paid, if there is one. */
export async function contributionUnderWay(context: Context, policyId: string): Promise<UnderWay | undefined> {
  const row = await context.database
    .selectFrom('payments')
    .innerJoin(payableRows(context.database).as('payable'), 'payable.id', 'payments.payable_id')
    .innerJoin('payment_attempts', 'payment_attempts.payment_id', 'payments.id')
    .select(['payments.public_id', 'payment_attempts.pending_since'])
    .where('payments.policy_id', '=', policyId)
    .where('payments.state', '=', 'open')
    .where('payable.isStartedHere', '=', true)
    .executeTakeFirst();
  return row && { operation: row.public_id, isPending: row.pending_since !== null };
}
