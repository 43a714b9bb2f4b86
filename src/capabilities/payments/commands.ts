// What a customer does to a payment without a code: giving it up, coming back from the provider. [PAY-12]
import { audit } from '#kernel/audit.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { changeAttempt, takeTurn } from './attempts-store.server.ts';
import { isLegal, move, paymentStateOf } from './rules/attempts.ts';
import { nextLook } from './rules/looks.ts';
import type { CourseReason, PayableReason } from './rules/reasons.ts';
import { askAgainSeconds, pageWaitMilliseconds } from './settings.ts';
import { settle } from './settling.ts';
import {
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
const atWork = () => no<CourseReason>({ code: 'payments.bank_at_work', values: {}, changes: 'with-time' });

async function stateBeforeGivingUp(
  context: Context,
  { attempt }: PaymentWithAttempt,
): Promise<Outcome<undefined, CourseReason>> {
  // Somebody is opening it this very moment: a second later its page is there, and can be given up.
  const isBeingOpened = attempt.openingUntil && context.clock.now() < attempt.openingUntil;
  if (attempt.state === 'confirmed') return isBeingOpened ? atWork() : yes(undefined);
  const { isAnswered } = await settle(context, attempt.id);
  const now = await attemptById(context, attempt.id);
  if (!now || paymentStateOf[now.attempt.state] !== 'open') return settled();
  if (now.attempt.pendingSince) return atWork();
  return isAnswered ? yes(undefined) : no({ code: 'payments.provider_silent', values: {}, changes: 'with-time' });
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

/** In the background, so that a page which waits no longer does not end it. */
function ask(context: Context, attemptId: string): Promise<void> {
  return new Promise((resolve) => {
    context.background.start('payments.ask', async () => {
      try {
        await settle(context, attemptId);
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
