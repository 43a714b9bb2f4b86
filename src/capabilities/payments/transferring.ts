// Refunds that are made by hand: which are due, and that one has been made. [PAY-11]
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import { record } from '#kernel/outbox.ts';
import type { System } from '#kernel/viewer.ts';
import { changeAttempt } from './attempts-store.server.ts';
import { book } from './ledger-store.server.ts';
import { markDone, type Refund, refundsDue, refundsOfPayment } from './refunds-store.server.ts';
import { move, paymentStateOf } from './rules/attempts.ts';
import { transferred } from './rules/ledger.ts';
import { changePayment, lockPayments, type PaymentWithAttempt, paymentByPublicId } from './store.server.ts';
import { tellGivenBack } from './telling.ts';

export type DueRefund = { operation: string; amountCents: Cents; dueBy: Day; method: string; because: string };

/** Everything that somebody has to transfer, the earliest day first. */
export async function dueRefunds(context: Context, _viewer: System): Promise<DueRefund[]> {
  return refundsDue(context);
}

/**
 * Records that what was due on a payment has been transferred: books, state, message to the customer. Answers the amounts;
 * an empty list when nothing was due on it, so that saying it twice changes nothing.
 */
export async function recordTransfer(context: Context, viewer: System, operation: string): Promise<Cents[]> {
  const known = await paymentByPublicId(context, operation);
  if (!known) return [];
  return transaction(context, async (tx) => {
    const mine = (await lockPayments(tx, known.payableId)).find((one) => one.payment.id === known.id);
    const all = await refundsOfPayment(tx, known.id);
    const due = all.filter((refund) => refund.state === 'due');
    if (!mine || due.length === 0) return [];
    for (const refund of due) await settleByHand(tx, mine, refund);
    await audit(tx, viewer, {
      act: 'payments.transferred',
      accountId: known.accountId,
      partyId: known.partyId,
      facts: { payment: known.publicId },
    });
    const isAllDone = all.every((refund) => refund.state !== 'asked');
    if (isAllDone && mine.attempt.state === 'returning') await end(tx, mine);
    return due.map((refund) => refund.amountCents);
  });
}

async function settleByHand(tx: Transaction, { payment, attempt }: PaymentWithAttempt, refund: Refund): Promise<void> {
  await book(tx, {
    type: 'transferred',
    provider: attempt.provider,
    movement: refund.providerPaymentId,
    paymentId: payment.id,
    attemptId: attempt.id,
    at: tx.clock.now(),
    entries: transferred(refund.amountCents),
  });
  await markDone(tx, refund.id);
}

async function end(tx: Transaction, { payment, attempt }: PaymentWithAttempt): Promise<void> {
  const state = move(attempt.state, 'given_back');
  await changeAttempt(tx, attempt.id, { state, settledAt: tx.clock.now() });
  await changePayment(tx, payment.id, { state: paymentStateOf[state] });
  await tellGivenBack(tx, payment, true);
  await record(tx, {
    type: 'payment.returned',
    subject: payment.policyId,
    partyId: payment.partyId,
    facts: { payment: payment.publicId, payable: payment.payableId, amountCents: payment.amountCents },
  });
}
