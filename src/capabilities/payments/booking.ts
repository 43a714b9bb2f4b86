// What the provider moved, in our books, and what is owed back from that moment. [PAY-11]
import { assert } from '#kernel/assert.ts';
import type { Transaction } from '#kernel/context.ts';
import { record } from '#kernel/outbox.ts';
import { book } from './ledger-store.server.ts';
import { refundTask } from './refunding.ts';
import { insertRefund } from './refunds-store.server.ts';
import { received, returned } from './rules/ledger.ts';
import type { Movement, Settlement } from './rules/settlement.ts';
import type { PaymentWithAttempt } from './store.server.ts';
import { tellGivingBack } from './telling.ts';

/** Each movement of the provider is booked once; what cannot be kept is owed back from that moment. */
export async function keepBooks(
  tx: Transaction,
  { payment, attempt }: PaymentWithAttempt,
  settled: Settlement,
): Promise<void> {
  for (const movement of settled.movements) {
    const { operation } = movement;
    const entries =
      movement.type === 'received'
        ? received(attempt.provider, operation.amountCents, movement.isKept)
        : returned(attempt.provider, operation.amountCents, movement.from);
    const isNew = await book(tx, {
      type: movement.type,
      provider: attempt.provider,
      movement: operation.id,
      paymentId: payment.id,
      attemptId: attempt.id,
      at: tx.clock.now(),
      entries,
    });
    assert(isNew, 'a movement was booked by two attempts');
    if (isOwed(movement)) await owe(tx, payment, attempt.id, movement);
  }
}

type Owed = Extract<Movement, { isKept: false }>;
const isOwed = (movement: Movement): movement is Owed =>
  movement.type === 'received' && !movement.isKept && movement.because !== 'reversed';

async function owe(
  tx: Transaction,
  payment: PaymentWithAttempt['payment'],
  attemptId: string,
  { operation, because }: Owed,
): Promise<void> {
  if (because === 'reversed') return;
  const refund = await insertRefund(tx, {
    paymentId: payment.id,
    attemptId,
    providerPaymentId: operation.id,
    amountCents: operation.amountCents,
    reason: because,
  });
  if (!refund) return;
  await tx.tasks.add(tx, refundTask, { refund }, { tryNow: true });
  await tellGivingBack(tx, payment, operation.amountCents, because);
  await record(tx, {
    type: 'payment.to_return',
    subject: payment.policyId,
    partyId: payment.partyId,
    facts: { payment: payment.publicId, amountCents: operation.amountCents, because: because.code },
  });
}
