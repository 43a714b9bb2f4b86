// What a customer does to a payment without a code: giving it up, coming back from the provider. [PAY-12]
import { audit } from '#kernel/audit.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { changeAttempt, takeTurn } from './attempts-store.server.ts';
import { callOff } from './cancelling.ts';
import type { Cancelled } from './provider.ts';
import { isLegal, move, paymentStateOf } from './rules/attempts.ts';
import { nextLook } from './rules/looks.ts';
import type { CourseReason, PayableReason } from './rules/reasons.ts';
import { askAgainSeconds, pageWaitMilliseconds } from './settings.ts';
import { settle } from './settling.ts';
import {
  type Attempt,
  attemptById,
  attemptIdByPublicId,
  changePayment,
  lockPayments,
  type PaymentWithAttempt,
  paymentOfAccount,
} from './store.server.ts';

type Refusal = CourseReason | Extract<PayableReason, { code: 'payments.not_found' }>;

/**
 * Gives a payment up that is still open. The provider is asked first: what has been paid is paid, and what the bank is
 * deciding cannot be called back. A payment that succeeds afterwards all the same is settled like any late success.
 */
export async function giveUp(
  context: Context,
  viewer: Customer,
  publicId: string,
): Promise<Outcome<undefined, Refusal>> {
  const found = await paymentOfAccount(context, viewer.accountId, publicId);
  if (!found) return no({ code: 'payments.not_found', values: {}, changes: 'you' });
  const before = await stateBeforeGivingUp(context, found);
  if (!before.ok) return before;
  return transaction(context, async (tx) => {
    const all = await lockPayments(tx, found.payment.payableId);
    const mine = all.find((one) => one.payment.id === found.payment.id);
    // Calling it off at the provider may have been noticed and settled before us.
    if (mine?.attempt.state === 'cancelled' && mine.attempt.endedBecause === 'gave_up') return yes(undefined);
    if (!mine || !isLegal(mine.attempt.state, 'given_up')) return settled();
    const now = tx.clock.now();
    const { attempt, payment } = mine;
    const state = move(attempt.state, 'given_up');
    await changeAttempt(tx, attempt.id, {
      state,
      gaveUpAt: now,
      settledAt: now,
      endedBecause: 'gave_up',
      nextLookAt: nextLook(state, attempt.limitAt, attempt.watchedUntil, now) ?? null,
    });
    await changePayment(tx, payment.id, { state: paymentStateOf[state], closedAt: now });
    await audit(tx, viewer, { act: 'payments.given_up', facts: { payment: payment.publicId } });
    await record(tx, {
      type: 'payment.closed',
      subject: payment.policyId,
      partyId: payment.partyId,
      facts: { payment: payment.publicId, because: 'gave_up' },
    });
    return yes(undefined);
  });
}

const settled = () => no<CourseReason>({ code: 'payments.already_settled', values: {}, changes: 'nobody' });
const silent = () => no<CourseReason>({ code: 'payments.provider_silent', values: {}, changes: 'with-time' });
const atWork = () => no<CourseReason>({ code: 'payments.bank_at_work', values: {}, changes: 'with-time' });

async function stateBeforeGivingUp(
  context: Context,
  { attempt }: PaymentWithAttempt,
): Promise<Outcome<undefined, CourseReason>> {
  // Somebody is opening it this very moment: a second later its page is there, and can be given up.
  const isBeingOpened = attempt.openingUntil && context.clock.now() < attempt.openingUntil;
  if (attempt.state === 'confirmed') return isBeingOpened ? atWork() : yes(undefined);
  let isAnswered = false;
  const asking = inBackground(context, 'payments.ask', async () => {
    isAnswered = (await settle(context, attempt.id)).isAnswered;
  });
  await within(pageWaitMilliseconds, asking);
  const now = await attemptById(context, attempt.id);
  if (!now || paymentStateOf[now.attempt.state] !== 'open') return settled();
  if (now.attempt.pendingSince) return atWork();
  return isAnswered ? nowCalledOff(context, now.attempt) : silent();
}

/** Where the provider can call an order off, it is called off before it is over here: nobody pays what was given up. */
async function nowCalledOff(context: Context, attempt: Attempt): Promise<Outcome<undefined, CourseReason>> {
  let cancelled: Cancelled | undefined = { kind: 'unknown', why: 'timeout' };
  const calling = inBackground(context, 'payments.cancel', async () => {
    cancelled = await callOff(context, attempt);
  });
  await within(pageWaitMilliseconds, calling);
  return afterCalling(context, attempt, cancelled);
}

async function afterCalling(
  context: Context,
  attempt: Attempt,
  cancelled: Cancelled | undefined,
): Promise<Outcome<undefined, CourseReason>> {
  if (!cancelled || cancelled.kind === 'done') return yes(undefined);
  if (cancelled.kind === 'unknown') return silent();
  // Approved in this very moment: settled by what the provider says now.
  await settle(context, attempt.id);
  const now = await attemptById(context, attempt.id);
  return now && paymentStateOf[now.attempt.state] === 'open' ? atWork() : settled();
}

/**
 * Somebody came back from the provider, signed in or not. Whatever the address claims is not believed: it is only the
 * moment to ask. Says nothing about the payment. Its own account is always worth a question; anybody else's visits are
 * not more often than the pages'.
 */
export async function comeBack(context: Context, viewer: Customer | Visitor, publicId: string): Promise<void> {
  const isOwn =
    viewer.kind === 'customer' && (await paymentOfAccount(context, viewer.accountId, publicId)) !== undefined;
  const attempt = await attemptIdByPublicId(context, publicId);
  if (attempt) await within(pageWaitMilliseconds, isOwn ? ask(context, attempt) : askNow(context, attempt));
}

/** Asks the provider about an attempt, unless somebody did a moment ago. Resolves when it has answered. */
export async function askNow(context: Context, attemptId: string): Promise<void> {
  const turn = await takeTurn(context, attemptId, plusSeconds(context.clock.now(), -askAgainSeconds));
  if (turn) await ask(context, attemptId);
}

const ask = (context: Context, attemptId: string): Promise<void> =>
  context.background.shared(attemptId, () =>
    inBackground(context, 'payments.ask', async () => {
      await settle(context, attemptId);
    }),
  );

/** So that a page which waits no longer does not end it. Resolves when it is over, however. */
export function inBackground(context: Context, name: string, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    context.background.start(name, async () => {
      try {
        await work();
      } finally {
        resolve();
      }
    });
  });
}

/** The result of an earlier moment is shown rather than waiting longer; the work goes on. */
export async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, enough]).finally(() => clearTimeout(timer));
}
