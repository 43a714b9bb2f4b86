// Payments and their attempts: written here, and nowhere else.
import { type Selectable, sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { DB } from '#kernel/tables.gen.ts';
import type { AttemptState, PaymentState } from './rules/attempts.ts';
import type { Method } from './rules/reasons.ts';

export const tables = [
  'payments',
  'payment_attempts',
  'payment_notices',
  'ledger_transactions',
  'ledger_entries',
  'refunds',
  'receipts',
  'receipt_numbers',
  'provider_pairings',
  'mybank_banks',
] as const;

export type EndedBecause = 'declined' | 'not_opened' | 'gave_up' | 'limit' | 'superseded';

export type Attempt = {
  id: string;
  paymentId: string;
  provider: string;
  method: Method;
  reference: string;
  state: AttemptState;
  openingUntil: Instant | undefined;
  openedAt: Instant | undefined;
  pageAddress: string | undefined;
  securityToken: string | undefined;
  /** What the provider calls the order, where that is not our reference. */
  providerOrderId: string | undefined;
  limitAt: Instant;
  watchedUntil: Instant;
  askedAt: Instant | undefined;
  pendingSince: Instant | undefined;
  endedBecause: EndedBecause | undefined;
  providerPaymentId: string | undefined;
  instrument: string | undefined;
  createdAt: Instant;
};

export type Payment = {
  id: string;
  publicId: string;
  payableId: string;
  policyId: string;
  partyId: string;
  accountId: string;
  policyholderId: string;
  method: Method;
  amountCents: Cents;
  state: PaymentState;
  language: Language;
  createdAt: Instant;
  paidAt: Instant | undefined;
  toldPendingAt: Instant | undefined;
};

/** A payment with its attempt: there is one each (a new try is a new operation with a new code). */
export type PaymentWithAttempt = { payment: Payment; attempt: Attempt };

export type NewPayment = {
  payment: Omit<Payment, 'state' | 'paidAt' | 'toldPendingAt'> & { operationId: string };
  attempt: Pick<Attempt, 'id' | 'provider' | 'reference' | 'limitAt' | 'watchedUntil'> & { nextLookAt: Instant };
};

/** The payment takes the lock of its payable here: a second open or paid one violates `payments_one_open_or_paid_per_payable`. */
export async function insertPayment(tx: Transaction, { payment, attempt }: NewPayment): Promise<void> {
  await tx.database
    .insertInto('payments')
    .values({
      id: payment.id,
      public_id: payment.publicId,
      operation_id: payment.operationId,
      payable_id: payment.payableId,
      policy_id: payment.policyId,
      party_id: payment.partyId,
      account_id: payment.accountId,
      policyholder_id: payment.policyholderId,
      method: payment.method,
      amount_cents: payment.amountCents,
      state: 'open',
      language: payment.language,
      created_at: payment.createdAt,
    })
    .execute();
  await tx.database
    .insertInto('payment_attempts')
    .values({
      id: attempt.id,
      payment_id: payment.id,
      provider: attempt.provider,
      method: payment.method,
      reference: attempt.reference,
      state: 'confirmed',
      limit_at: attempt.limitAt,
      watched_until: attempt.watchedUntil,
      next_look_at: attempt.nextLookAt,
      created_at: payment.createdAt,
    })
    .execute();
}

const joined = (context: Context) =>
  context.database
    .selectFrom('payment_attempts')
    .innerJoin('payments', 'payments.id', 'payment_attempts.payment_id')
    .select(['payment_attempts.id', 'payment_attempts.payment_id']);

const byAttempt = async (context: Context, attemptId: string): Promise<PaymentWithAttempt | undefined> => {
  const attempt = await context.database
    .selectFrom('payment_attempts')
    .selectAll()
    .where('id', '=', attemptId)
    .executeTakeFirst();
  if (!attempt) return undefined;
  const payment = await context.database
    .selectFrom('payments')
    .selectAll()
    .where('id', '=', attempt.payment_id)
    .executeTakeFirstOrThrow();
  return { payment: paymentFrom(payment), attempt: attemptFrom(attempt) };
};

export { byAttempt as attemptById };

/** By the public id in addresses; only for the account that pays. */
export async function paymentOfAccount(
  context: Context,
  accountId: string,
  publicId: string,
): Promise<PaymentWithAttempt | undefined> {
  const row = await joined(context)
    .where('payments.public_id', '=', publicId)
    .where('payments.account_id', '=', accountId)
    .executeTakeFirst();
  return row && byAttempt(context, row.id);
}

/** By the public id alone, for the return address, which shows nothing of it. */
export async function attemptIdByPublicId(context: Context, publicId: string): Promise<string | undefined> {
  const row = await joined(context).where('payments.public_id', '=', publicId).executeTakeFirst();
  return row?.id;
}

/** The attempt of a payment. */
export async function attemptIdOfPayment(context: Context, paymentId: string): Promise<string | undefined> {
  const row = await joined(context).where('payments.id', '=', paymentId).executeTakeFirst();
  return row?.id;
}

/** The attempt that an operation started. */
export async function attemptIdOfOperation(context: Context, operationId: string): Promise<string | undefined> {
  const row = await joined(context).where('payments.operation_id', '=', operationId).executeTakeFirst();
  return row?.id;
}

export async function paymentById(context: Context, id: string): Promise<Payment | undefined> {
  const row = await context.database.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst();
  return row && paymentFrom(row);
}

/** By the number that customer and support read to each other. */
export async function paymentByPublicId(context: Context, publicId: string): Promise<Payment | undefined> {
  const row = await context.database
    .selectFrom('payments')
    .selectAll()
    .where('public_id', '=', publicId)
    .executeTakeFirst();
  return row && paymentFrom(row);
}

/** Every payment of a payable, locked; whoever locks several rows locks the payable first, so nobody waits in a ring. */
export async function lockPayments(tx: Transaction, payableId: string): Promise<PaymentWithAttempt[]> {
  const payments = await tx.database
    .selectFrom('payments')
    .selectAll()
    .where('payable_id', '=', payableId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const attempts = await tx.database
    .selectFrom('payment_attempts')
    .selectAll()
    .where('payment_id', '=', sql<string>`any(${payments.map((payment) => payment.id)}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return attempts.flatMap((attempt) => {
    const payment = payments.find((one) => one.id === attempt.payment_id);
    return payment ? [{ payment: paymentFrom(payment), attempt: attemptFrom(attempt) }] : [];
  });
}

export async function changePayment(
  tx: Transaction,
  id: string,
  change: { state?: PaymentState; paidAt?: Instant; closedAt?: Instant; toldPendingAt?: Instant },
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.database
    .updateTable('payments')
    .set({
      ...(change.state && { state: change.state }),
      ...(change.paidAt && { paid_at: change.paidAt }),
      ...(change.closedAt && { closed_at: change.closedAt }),
      ...(change.toldPendingAt && { told_pending_at: change.toldPendingAt }),
    })
    .where('id', '=', id)
    .execute();
}

function paymentFrom(row: Selectable<DB['payments']>): Payment {
  return {
    id: row.id,
    publicId: row.public_id,
    payableId: row.payable_id,
    policyId: row.policy_id,
    partyId: row.party_id,
    accountId: row.account_id,
    policyholderId: row.policyholder_id,
    method: row.method,
    amountCents: cents(row.amount_cents),
    state: row.state,
    // Written by `execute` from the page's language, and by nobody else.
    language: row.language as Language,
    createdAt: row.created_at,
    paidAt: row.paid_at ?? undefined,
    toldPendingAt: row.told_pending_at ?? undefined,
  };
}

/** A row as stored, with nothing where the database has null. */
export function attemptFrom(row: Selectable<DB['payment_attempts']>): Attempt {
  return {
    id: row.id,
    paymentId: row.payment_id,
    provider: row.provider,
    // The same value as the method of its payment.
    method: row.method as Method,
    reference: row.reference,
    state: row.state,
    openingUntil: row.opening_until ?? undefined,
    openedAt: row.opened_at ?? undefined,
    pageAddress: row.page_address ?? undefined,
    securityToken: row.security_token ?? undefined,
    providerOrderId: row.provider_order_id ?? undefined,
    limitAt: row.limit_at,
    watchedUntil: row.watched_until,
    askedAt: row.asked_at ?? undefined,
    pendingSince: row.pending_since ?? undefined,
    endedBecause: row.ended_because ?? undefined,
    providerPaymentId: row.provider_payment_id ?? undefined,
    instrument: row.instrument ?? undefined,
    createdAt: row.created_at,
  };
}
