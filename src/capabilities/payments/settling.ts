// Settling: the provider is asked for everything it lists, then one transaction brings payment, books, refunds and
// messages to where they belong. May run any number of times, at once, and with old lists. [PAY-6] [PAY-11]
import { z } from 'zod';
import { payableById } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { record } from '#kernel/outbox.ts';
import type { Task } from '#kernel/tasks.ts';
import { type AttemptChange, changeAttempt } from './attempts-store.server.ts';
import { keepBooks } from './booking.ts';
import { cancelTask } from './cancelling.ts';
import { knownOrder } from './known-order.ts';
import { recordedOf } from './ledger-store.server.ts';
import { markHandled } from './notices-store.server.ts';
import type { ProviderAnswer } from './provider.ts';
import { providerNamed } from './providers.ts';
import { receiptTask } from './receipts.ts';
import { isLegal, paymentStateOf } from './rules/attempts.ts';
import { nextLook } from './rules/looks.ts';
import { type Settlement, settlement } from './rules/settlement.ts';
import {
  attemptById,
  changePayment,
  type EndedBecause,
  lockPayments,
  type PaymentWithAttempt,
} from './store.server.ts';
import { tellGivenBack, tellNotPaid, tellPending } from './telling.ts';

const data = z.object({ attempt: z.string() });

/** After a notice, and whenever somebody wants to know. */
export const settleTask: Task<z.infer<typeof data>> = {
  name: 'payments.settle',
  data,
  async run(context, { attempt }) {
    await settle(context, attempt);
  },
};

/**
 * Asks the provider about an attempt and settles it from everything that it lists. One that has not been opened yet is
 * the business of opening. Answers whether the provider did. Never inside a transaction.
 */
export async function settle(context: Context, attemptId: string): Promise<{ isAnswered: boolean }> {
  const found = await attemptById(context, attemptId);
  if (!found || found.attempt.state === 'confirmed') return { isAnswered: false };
  const askedAt = context.clock.now();
  const answer = await ask(context, found);
  await context.step('payments.settle_read');
  await transaction(context, (tx) => apply(tx, found, answer, askedAt));
  await context.step('payments.settled');
  return { isAnswered: answer.kind !== 'unanswered' };
}

async function ask(context: Context, { attempt }: PaymentWithAttempt): Promise<ProviderAnswer> {
  const provider = providerNamed(context, attempt.provider);
  const answer: ProviderAnswer = provider
    ? await provider.read(attempt.reference, await knownOrder(context, attempt))
    : { kind: 'unanswered', why: 'unreachable' };
  if (answer.kind === 'unanswered') {
    context.log.warn('provider did not answer', { provider: attempt.provider, reason: answer.why });
  }
  return answer;
}

const said = (answer: ProviderAnswer): Parameters<typeof settlement>[1] => {
  if (answer.kind === 'unanswered') return 'unanswered';
  return answer.kind === 'none' ? { operations: [] } : answer;
};

/** Everything in one transaction, the payable locked first: an import or another payment waits, or is waited for. */
async function apply(
  tx: Transaction,
  found: PaymentWithAttempt,
  answer: ProviderAnswer,
  askedAt: Instant,
): Promise<void> {
  const payable = await payableById(tx, found.payment.payableId, { lock: true });
  assert(payable, 'a payment of a payable that is not there');
  const all = await lockPayments(tx, payable.id);
  const mine = all.find((one) => one.attempt.id === found.attempt.id);
  assert(mine, 'an attempt disappeared');
  const others = all.filter((one) => one !== mine);
  const { attempt, payment } = mine;
  const settled = settlement(
    {
      state: attempt.state,
      hasPage: attempt.pageAddress !== undefined,
      expectedCents: payment.amountCents,
      limitAt: attempt.limitAt,
      watchedUntil: attempt.watchedUntil,
    },
    said(answer),
    {
      state: payable.state,
      amountCents: payable.amountCents,
      isPaidByAnother: others.some((one) => one.payment.state === 'paid'),
    },
    await recordedOf(tx, attempt.id),
    tx.clock.now(),
  );
  // The lock of the payable has to be free before this payment takes it.
  if (settled.events.includes('received')) await overtake(tx, others);
  await keepBooks(tx, mine, settled);
  await changeAttempt(tx, attempt.id, changeOf(tx, mine, settled, answer, askedAt));
  await changeState(tx, mine, settled);
  if (answer.kind === 'operations' && answer.isOpen && paymentStateOf[settled.state] === 'closed') {
    await tx.tasks.add(tx, cancelTask, { attempt: attempt.id }, { tryNow: true });
  }
  if (answer.kind !== 'unanswered') {
    await markHandled(tx, { provider: attempt.provider, reference: attempt.reference, receivedUntil: askedAt });
  }
}

/** The first recorded success wins: it takes the lock from a payment that is still open (design.md §7). */
async function overtake(tx: Transaction, others: readonly PaymentWithAttempt[]): Promise<void> {
  const now = tx.clock.now();
  for (const { payment, attempt } of others.filter((one) => isLegal(one.attempt.state, 'overtaken'))) {
    await changeAttempt(tx, attempt.id, { state: 'superseded', endedBecause: 'superseded', settledAt: now });
    await tx.tasks.add(tx, cancelTask, { attempt: attempt.id }, { tryNow: true });
    await changePayment(tx, payment.id, { state: 'closed', closedAt: now });
  }
}

const because: Partial<Record<Settlement['events'][number], EndedBecause>> = {
  declined: 'declined',
  given_up: 'gave_up',
  not_opened: 'not_opened',
  limit_passed: 'limit',
};

function changeOf(
  tx: Transaction,
  { attempt }: PaymentWithAttempt,
  settled: Settlement,
  answer: ProviderAnswer,
  askedAt: Instant,
): AttemptChange {
  const now = tx.clock.now();
  const kept = settled.movements.find((movement) => movement.type === 'received' && movement.isKept);
  const any = kept ?? settled.movements.find((movement) => movement.type === 'received');
  const endedBecause = settled.events.map((event) => because[event]).find((one) => one !== undefined);
  return {
    nextLookAt: nextLook(settled.state, attempt.limitAt, attempt.watchedUntil, now) ?? null,
    ...(answer.kind === 'operations' && answer.orderId && { providerOrderId: answer.orderId }),
    ...(answer.kind !== 'unanswered' && {
      askedAt,
      ...(settled.isPending && !attempt.pendingSince && { pendingSince: now }),
      ...(!settled.isPending && attempt.pendingSince && { isPendingOver: true }),
    }),
    ...(settled.events.length > 0 && { state: settled.state, settledAt: now }),
    ...(endedBecause && { endedBecause }),
    ...(any && { providerPaymentId: any.operation.id }),
    ...(any?.operation.instrument && { instrument: any.operation.instrument }),
  };
}

/** The payment follows its attempt; whoever must hear of it does. */
async function changeState(
  tx: Transaction,
  { payment, attempt }: PaymentWithAttempt,
  settled: Settlement,
): Promise<void> {
  const now = tx.clock.now();
  if (settled.isPending && now >= attempt.limitAt && !payment.toldPendingAt) {
    await changePayment(tx, payment.id, { toldPendingAt: now });
    await tellPending(tx, payment);
  }
  const state = paymentStateOf[settled.state];
  if (state === payment.state) return;
  await changePayment(tx, payment.id, {
    state,
    ...(state === 'paid' && { paidAt: now }),
    ...(state === 'closed' && { closedAt: now }),
  });
  if (state === 'paid') await tx.tasks.add(tx, receiptTask, { payment: payment.id }, { tryNow: true });
  if (state === 'returned') await tellGivenBack(tx, payment);
  // Who was told to wait is told the end too; who is looking at the page sees it there.
  if (state === 'closed' && payment.toldPendingAt) await tellNotPaid(tx, payment);
  await record(tx, {
    type: state === 'paid' ? 'policy.payable.paid' : `payment.${state}`,
    subject: payment.policyId,
    partyId: payment.partyId,
    facts: {
      payment: payment.publicId,
      payable: payment.payableId,
      amountCents: payment.amountCents,
      method: payment.method,
      provider: attempt.provider,
      reference: attempt.reference,
      at: now,
    },
  });
}
