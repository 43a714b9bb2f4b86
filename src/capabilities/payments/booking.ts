// What the provider moved, in our books, and what is owed back from that moment. [PAY-11]
import { assert } from '#kernel/assert.ts';
import type { Transaction } from '#kernel/context.ts';
import { book } from './ledger-store.server.ts';
import { owe } from './owing.ts';
import { received, returned } from './rules/ledger.ts';
import type { Settlement } from './rules/settlement.ts';
import type { PaymentWithAttempt } from './store.server.ts';

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
    if (movement.type === 'received' && !movement.isKept) await owe(tx, { payment, attempt }, movement);
  }
}
