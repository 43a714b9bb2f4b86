// What is to pay and was paid together with our payment of each, in one statement: every page of policies asks for it.
import { sql } from 'kysely';
import { documentIds } from '#capabilities/documents/index.ts';
import { listedPayables, type PayableRow } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day, Instant } from '#kernel/days.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Method } from './rules/reasons.ts';

type Parameters = { profileId: string; today: Day; policyIds: string[] | null; isDueOnly: boolean };

/** A payable and, where one of our payments holds it, that payment with its receipt. */
export type OverviewRow = PayableRow & {
  heldPublicId: string | null;
  heldState: 'open' | 'paid' | null;
  heldAccountId: string | null;
  heldPaidAt: Instant | null;
  heldMethod: Method | null;
  heldInstrument: string | null;
  /** Since when the bank has to decide. */
  heldPendingSince: Instant | null;
  receiptPublicId: string | null;
};

/** The payment of ours that holds `payables.id`, with its receipt: at most one is open or paid. */
export const heldPayment = (database: Db) =>
  database
    .selectFrom('payments')
    .innerJoin('payment_attempts', 'payment_attempts.payment_id', 'payments.id')
    .leftJoin('receipts', 'receipts.payment_id', 'payments.id')
    .leftJoin(documentIds(database).as('receipt'), 'receipt.id', 'receipts.document_id')
    .select([
      'payments.public_id',
      sql<'open' | 'paid'>`payments.state`.as('state'),
      'payments.account_id',
      'payments.paid_at',
      'payments.method',
      'payment_attempts.instrument',
      'payment_attempts.pending_since',
      'receipt.public_id as receipt_id',
    ])
    .where('payments.payable_id', '=', sql<string>`payables.id`)
    // payments_one_open_or_paid_per_payable
    .where(sql<boolean>`payments.state in ('open', 'paid')`)
    .orderBy('payment_attempts.created_at', 'desc')
    .limit(sql.lit(1));

/** What a row says of it. */
export const heldColumns = [
  'held.public_id as heldPublicId',
  'held.state as heldState',
  'held.account_id as heldAccountId',
  'held.paid_at as heldPaidAt',
  'held.method as heldMethod',
  'held.instrument as heldInstrument',
  'held.pending_since as heldPendingSince',
  'held.receipt_id as receiptPublicId',
] as const;

const overviewed = prepared<Parameters, OverviewRow>((database, parameter) =>
  listedPayables(
    database,
    { profileId: parameter('profileId'), today: parameter('today') },
    { policyIds: parameter('policyIds'), isDueOnly: parameter('isDueOnly') },
  )
    .leftJoinLateral(heldPayment(database).as('held'), (join) => join.onTrue())
    // A contribution that was begun and is not being paid is nothing that is due.
    .where(sql<boolean>`(payables.key is not null or held.public_id is not null)`)
    .select(heldColumns),
);

export const overviewRows = (context: Context, parameters: Parameters): Promise<OverviewRow[]> =>
  overviewed(context.database, parameters);
