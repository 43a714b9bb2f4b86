// What is owed back from the moment it is known: through the provider where it can be, else by hand, with a day at once. [PAY-11]
import type { Context, Transaction } from '#kernel/context.ts';
import { record } from '#kernel/outbox.ts';
import { providerNamed } from './providers.ts';
import { announceDue, dueDay } from './refund-due.ts';
import { refundTask } from './refunding.ts';
import { insertRefund } from './refunds-store.server.ts';
import type { Movement } from './rules/settlement.ts';
import type { Attempt, PaymentWithAttempt } from './store.server.ts';
import { tellGivingBack } from './telling.ts';

type NotKept = Extract<Movement, { isKept: false }>;

/** A transfer that its provider cannot take back. One whose provider has been switched off is tried again and again first. */
const isIrrevocable = (context: Context, attempt: Attempt): boolean =>
  providerNamed(context, attempt.provider)?.irrevocable?.includes(attempt.method) ?? false;

/** Owes a movement back, once. What the provider has reversed by itself is owed no more. */
export async function owe(
  tx: Transaction,
  { payment, attempt }: PaymentWithAttempt,
  { operation, because }: NotKept,
): Promise<void> {
  if (because === 'reversed') return;
  const { amountCents } = operation;
  const dueBy = isIrrevocable(tx, attempt) ? dueDay(tx) : undefined;
  const refund = await insertRefund(tx, {
    paymentId: payment.id,
    attemptId: attempt.id,
    providerPaymentId: operation.id,
    amountCents,
    reason: because,
    dueBy,
  });
  if (!refund) return;
  const facts = { payment: payment.publicId, amountCents, because: because.code };
  await record(tx, { type: 'payment.to_return', subject: payment.policyId, partyId: payment.partyId, facts });
  if (dueBy) return announceDue(tx, payment, { amountCents, reason: because, dueBy, isFirstWord: true });
  await tx.tasks.add(tx, refundTask, { refund }, { tryNow: true });
  await tellGivingBack(tx, payment, amountCents, because);
}
