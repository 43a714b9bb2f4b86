// How one payment stands, for its page and the live state of it. [PAY-5] [PAY-7] [PAY-12]
import { mask } from '#capabilities/contacts/index.ts';
import { publicIdsOf } from '#capabilities/documents/index.ts';
import { type PayableFacts, payableById } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import type { Context } from '#kernel/context.ts';
import { type Day, dayOf, type Instant, secondsBetween } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import type { Customer } from '#kernel/viewer.ts';
import { askNow, within } from './commands.ts';
import { receiptOf } from './receipts-store.server.ts';
import { refundsOfPayment } from './refunds-store.server.ts';
import { paymentStateOf } from './rules/attempts.ts';
import { coverRunsAgain } from './rules/cover.ts';
import type { Method, ReturnReason } from './rules/reasons.ts';
import { familyOf } from './rules/windows.ts';
import { leadOnSeconds, pageWaitMilliseconds } from './settings.ts';
import { type Attempt, type PaymentWithAttempt, paymentOfAccount } from './store.server.ts';
import { overview } from './views.ts';

export type StatusState =
  /** Being opened at the provider, or nobody knows yet whether it was. */
  | 'opening'
  /** The provider's page waits for the payer. */
  | 'ready'
  /** The bank has not decided. */
  | 'pending'
  | 'paid'
  | 'refused'
  | 'not_opened'
  | 'given_up'
  | 'expired'
  | 'superseded'
  | 'returning'
  | 'returned';

export type Status = {
  operation: string;
  state: StatusState;
  /** Something here may still change by itself. */
  isLive: boolean;
  amountCents: Cents;
  method: Method;
  instrument: string | undefined;
  createdAt: Instant;
  paidAt: Instant | undefined;
  limitAt: Instant;
  /** The provider's answer may still change: whoever tries again pays the same thing, not another. */
  isWatched: boolean;
  payable: PayableFacts;
  /** The provider's page, as long as it makes sense to go there; `leadsOn`: it has only just been opened. */
  page: { address: string; leadsOn: boolean } | undefined;
  receipt:
    | {
        number: string;
        document: string | undefined;
        sentTo: string | undefined;
        notSentBecause: 'no_email' | 'not_paperless' | undefined;
      }
    | undefined;
  refunds: { amountCents: Cents; reason: ReturnReason; state: 'due' | 'asked' | 'done'; dueBy: Day | undefined }[];
  /** Motor, paid after the grace period: from the end of this day cover runs again (POL-13). */
  coverRunsAgain: Day | undefined;
  /** What the policy asks for next, once this one is paid. */
  next: { kind: PayableFacts['kind']; dueOn: Day; amountCents: Cents } | undefined;
};

const endedAs = {
  declined: 'refused',
  not_opened: 'not_opened',
  gave_up: 'given_up',
  limit: 'expired',
  superseded: 'superseded',
} as const;

function stateOf(attempt: Attempt): StatusState {
  switch (attempt.state) {
    case 'confirmed':
      return 'opening';
    case 'unknown':
      return attempt.pendingSince ? 'pending' : 'opening';
    case 'started':
      return attempt.pendingSince ? 'pending' : 'ready';
    case 'paid':
    case 'returning':
    case 'returned':
      return attempt.state;
    default:
      return endedAs[attempt.endedBecause ?? 'limit'];
  }
}

/**
 * How a payment stands, for its page and the live state of it; nothing when this account has no such payment. What is
 * still open is asked for at the provider first, within a short time: the page shows the truth without waiting for a notice.
 */
export async function statusFor(
  context: Context,
  viewer: Customer,
  operationPublicId: string,
): Promise<Status | undefined> {
  const known = await paymentOfAccount(context, viewer.accountId, operationPublicId);
  if (!known) return undefined;
  if (paymentStateOf[known.attempt.state] === 'open' && known.attempt.state !== 'confirmed') {
    await within(pageWaitMilliseconds, askNow(context, known.attempt.id));
  }
  const found = (await paymentOfAccount(context, viewer.accountId, operationPublicId)) ?? known;
  return statusOf(context, viewer, found);
}

async function statusOf(context: Context, viewer: Customer, { payment, attempt }: PaymentWithAttempt): Promise<Status> {
  const [payable, receipt, refunds] = await Promise.all([
    payableById(context, payment.payableId),
    receiptOf(context, payment.id),
    refundsOfPayment(context, payment.id),
  ]);
  assert(payable, 'a payment of a payable that is not there');
  const documents = await publicIdsOf(context, receipt?.documentId ? [receipt.documentId] : []);
  const state = stateOf(attempt);
  return {
    operation: payment.publicId,
    state,
    isLive:
      ['opening', 'ready', 'pending'].includes(state) ||
      (state === 'paid' && !receipt?.documentId) ||
      // A transfer that somebody makes by hand takes days: nobody waits for it in front of the page.
      (state === 'returning' && !refunds.every((refund) => refund.state === 'due')),
    amountCents: payment.amountCents,
    method: payment.method,
    instrument: attempt.instrument,
    createdAt: payment.createdAt,
    paidAt: payment.paidAt,
    limitAt: attempt.limitAt,
    isWatched: context.clock.now() < attempt.watchedUntil,
    payable,
    page: state === 'ready' ? pageOf(context, attempt) : undefined,
    receipt: receipt && {
      number: receipt.number,
      document: receipt.documentId && documents.get(receipt.documentId),
      sentTo: receipt.sentTo && mask(receipt.sentTo),
      notSentBecause: receipt.notSentBecause,
    },
    refunds: refunds.map(({ amountCents, reason, state: refundState, dueBy }) => ({
      amountCents,
      reason,
      state: refundState,
      dueBy,
    })),
    coverRunsAgain:
      payment.paidAt && coverRunsAgain(familyOf(payable.policy.line), payable.dueOn, dayOf(payment.paidAt)),
    next: state === 'paid' ? await nextOf(context, viewer, payable) : undefined,
  };
}

async function nextOf(context: Context, viewer: Customer, paid: PayableFacts): Promise<Status['next']> {
  const all = await overview(context, viewer, { policyIds: [paid.policy.id] });
  const isNext = (one: PayableFacts) => !one.isStartedHere && one.id !== paid.id && one.dueOn >= paid.dueOn;
  return all.find((one) => one.state === 'due' && !one.payment && isNext(one));
}

function pageOf(context: Context, attempt: Attempt): Status['page'] {
  if (!attempt.pageAddress || context.clock.now() >= attempt.limitAt) return undefined;
  const age = attempt.openedAt ? secondsBetween(attempt.openedAt, context.clock.now()) : leadOnSeconds;
  return { address: attempt.pageAddress, leadsOn: age < leadOnSeconds };
}
