// Settling: the provider is asked for everything it lists, then one transaction brings payment, books, refunds and
// messages to where they belong. May run any number of times, at once, and with old lists. [PAY-6] [PAY-11]
import { z } from 'zod';
import { payableById } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { record } from '#kernel/outbox.ts';
import type { Task } from '#kernel/tasks.ts';
import { book, recordedOf } from './ledger-store.server.ts';
import { markHandled } from './notices-store.server.ts';
import type { ProviderAnswer } from './provider.ts';
import { providerNamed } from './providers.ts';
import { receiptTask } from './receipts.ts';
import { refundTask } from './refunding.ts';
import { insertRefund } from './refunds-store.server.ts';
import { isLegal, paymentStateOf } from './rules/attempts.ts';
import { received, returned } from './rules/ledger.ts';
import { nextLook } from './rules/looks.ts';
import { type Movement, type Settlement, settlement } from './rules/settlement.ts';
import {
  type AttemptChange,
  attemptById,
  changeAttempt,
  changePayment,
  type EndedBecause,
  lockPayments,
  type PaymentWithAttempt,
} from './store.server.ts';
import { tellGivenBack, tellGivingBack, tellNotPaid, tellPending } from './telling.ts';

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
    ? await provider.read(attempt.reference)
    : { kind: 'unanswered', why: 'unreachable' };
  if (answer.kind === 'unanswered') {
    context.log.warn('provider did not answer', { provider: attempt.provider, reason: answer.why });
  }
  return answer;
}

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
    },
    answer.kind === 'unanswered' ? 'unanswered' : { operations: answer.kind === 'none' ? [] : answer.operations },
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
  if (answer.kind !== 'unanswered') {
    await markHandled(tx, { provider: attempt.provider, reference: attempt.reference, receivedUntil: askedAt });
  }
}

/** The first recorded success wins: it takes the lock from a payment that is still open (design.md §7). */
async function overtake(tx: Transaction, others: readonly PaymentWithAttempt[]): Promise<void> {
  const now = tx.clock.now();
  for (const { payment, attempt } of others.filter((one) => isLegal(one.attempt.state, 'overtaken'))) {
    await changeAttempt(tx, attempt.id, { state: 'superseded', endedBecause: 'superseded', settledAt: now });
    await changePayment(tx, payment.id, { state: 'closed', closedAt: now });
  }
}

/** Each movement of the provider is booked once; what cannot be kept is owed back from that moment. */
async function keepBooks(
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

const because: Partial<Record<Settlement['events'][number], EndedBecause>> = {
  declined: 'declined',
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
