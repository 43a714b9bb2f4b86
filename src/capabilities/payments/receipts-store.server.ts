// Receipts: numbered without gaps per year, one per payment.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';

export type Receipt = {
  id: string;
  number: string;
  documentId: string | undefined;
  sentTo: string | undefined;
  notSentBecause: 'no_email' | 'not_paperless' | undefined;
};

export async function receiptOf(context: Context, paymentId: string): Promise<Receipt | undefined> {
  const row = await context.database
    .selectFrom('receipts')
    .select(['id', 'number', 'document_id', 'sent_to', 'not_sent_because'])
    .where('payment_id', '=', paymentId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    number: row.number,
    documentId: row.document_id ?? undefined,
    sentTo: row.sent_to ?? undefined,
    notSentBecause: row.not_sent_because ?? undefined,
  };
}

/**
 * Gives a payment its receipt number, once. The counter moves in the transaction that writes the row: were it undone, the
 * number would be free again, so there are no gaps. The caller holds the payment's row, so two cannot come here at once.
 */
export async function numberReceipt(tx: Transaction, paymentId: string, year: number): Promise<Receipt> {
  const known = await receiptOf(tx, paymentId);
  if (known) return known;
  const { last } = await tx.database
    .insertInto('receipt_numbers')
    .values({ year, last: 1 })
    .onConflict((on) => on.column('year').doUpdateSet({ last: sql<number>`receipt_numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  const now = tx.clock.now();
  const receipt = { id: newId(Date.parse(now)), number: `${year}-${String(last).padStart(6, '0')}` };
  await tx.database
    .insertInto('receipts')
    .values({ ...receipt, payment_id: paymentId, created_at: now })
    .execute();
  return { ...receipt, documentId: undefined, sentTo: undefined, notSentBecause: undefined };
}

/** Locks the payment's row: whoever makes its receipt does so alone. */
export async function lockPayment(tx: Transaction, paymentId: string): Promise<void> {
  await tx.database.selectFrom('payments').select('id').where('id', '=', paymentId).forUpdate().execute();
}

export async function fileReceipt(
  tx: Transaction,
  receiptId: string,
  filed: { documentId: string; sentTo: string | undefined; notSentBecause: Receipt['notSentBecause'] },
): Promise<void> {
  await tx.database
    .updateTable('receipts')
    .set({
      document_id: filed.documentId,
      sent_to: filed.sentTo ?? null,
      not_sent_because: filed.notSentBecause ?? null,
    })
    .where('id', '=', receiptId)
    .execute();
}

/** Paid payments whose receipt has not been filed yet, the oldest first. */
export async function paymentsWithoutReceipt(context: Context, max: number): Promise<string[]> {
  const rows = await context.database
    .selectFrom('payments')
    .leftJoin('receipts', 'receipts.payment_id', 'payments.id')
    .select('payments.id')
    .where('payments.state', '=', 'paid')
    .where('receipts.document_id', 'is', null)
    .orderBy('payments.paid_at')
    .limit(max)
    .execute();
  return rows.map((row) => row.id);
}
