// May this be paid, was it paid, what happens next? [PAY-4] [PAY-5] [PAY-7] [PAY-12]
import { mask } from '#capabilities/contacts/index.ts';
import { publicIdsOf } from '#capabilities/documents/index.ts';
import {
  type PayableFacts,
  type PayablesInput,
  payableById,
  payableFactsOf,
  payableFor,
} from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { brandOf } from '#kernel/brand.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { type Day, dayOf, type Instant, secondsBetween } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Customer, Viewer } from '#kernel/viewer.ts';
import { askNow, within } from './commands.ts';
import { answerFor } from './deciding.ts';
import { type OverviewRow, overviewRows } from './overview-store.server.ts';
import { receiptOf } from './receipts-store.server.ts';
import { refundsOfPayment } from './refunds-store.server.ts';
import { paymentStateOf } from './rules/attempts.ts';
import { coverRunsAgain } from './rules/cover.ts';
import type { Payability } from './rules/payables.ts';
import type { Method, PaymentReason, ReturnReason } from './rules/reasons.ts';
import { familyOf, paymentWindow, type Window } from './rules/windows.ts';
import { leadOnSeconds, pageWaitMilliseconds } from './settings.ts';
import { type Attempt, type Holding, holdingsOf, type PaymentWithAttempt, paymentOfAccount } from './store.server.ts';

export type PayableView = PayableFacts & {
  window: Window;
  /** May it be paid now, with which methods, or why not. */
  answer: Outcome<Payability, PaymentReason>;
  /** A payment of ours that is under way; only its own account may open its page. */
  openPayment: { operation: string; isOwn: boolean } | undefined;
  /** Our payment that was received and kept. */
  payment:
    | { operation: string; isOwn: boolean; paidOn: Day; method: Method; instrument: string | undefined }
    | undefined;
  /** The public id of the receipt's document, once it has been made. */
  receipt: string | undefined;
};

/** Due and paid payables with what may be done about each, by due day: one query whatever their number (PAY-4). */
export async function overview(context: Context, viewer: Viewer, input: PayablesInput = {}): Promise<PayableView[]> {
  if (viewer.kind !== 'customer') return [];
  const rows = await overviewRows(context, {
    profileId: viewer.profileId,
    today: today(context.clock),
    policyIds: input.policyIds ? [...input.policyIds] : null,
    isDueOnly: input.isDueOnly ?? false,
  });
  return rows.map((row) => viewOf(context, viewer, payableFactsOf(row), heldIn(row), row.receiptPublicId ?? undefined));
}

/** One of them by its public id; nothing when it is not the viewer's. */
export async function payableViewFor(
  context: Context,
  viewer: Viewer,
  publicId: string,
): Promise<PayableView | undefined> {
  const facts = await payableFor(context, viewer, publicId);
  if (!facts) return undefined;
  const held = (await holdingsOf(context, [facts.id])).get(facts.id);
  const documents = await publicIdsOf(context, held?.documentId ? [held.documentId] : []);
  return viewOf(context, viewer, facts, held, held?.documentId && documents.get(held.documentId));
}

type Held = Omit<Holding, 'payableId' | 'documentId'>;

function heldIn(row: OverviewRow): Held | undefined {
  const { heldPublicId: publicId, heldState: state, heldAccountId: accountId, heldMethod: method } = row;
  if (!publicId || !state || !accountId || !method) return undefined;
  return {
    publicId,
    state,
    accountId,
    method,
    paidAt: row.heldPaidAt ?? undefined,
    instrument: row.heldInstrument ?? undefined,
  };
}

function viewOf(
  context: Context,
  viewer: Viewer,
  facts: PayableFacts,
  held: Held | undefined,
  receipt: string | undefined,
): PayableView {
  const isOwn = viewer.kind === 'customer' && viewer.accountId === held?.accountId;
  return {
    ...facts,
    window: paymentWindow(familyOf(facts.policy.line), facts.dueOn),
    answer: answerFor(context, facts, held),
    openPayment: held?.state === 'open' ? { operation: held.publicId, isOwn } : undefined,
    payment:
      held?.state === 'paid' && held.paidAt
        ? {
            operation: held.publicId,
            isOwn,
            paidOn: dayOf(held.paidAt),
            method: held.method,
            instrument: held.instrument,
          }
        : undefined,
    receipt,
  };
}

/** Who receives the money, for the page before the code. */
export const payeeName = (context: Context): string => brandOf(context).legalName;

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
  next: { dueOn: Day; amountCents: Cents } | undefined;
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
    isLive: ['opening', 'ready', 'pending', 'returning'].includes(state) || (state === 'paid' && !receipt?.documentId),
    amountCents: payment.amountCents,
    method: payment.method,
    instrument: attempt.instrument,
    createdAt: payment.createdAt,
    paidAt: payment.paidAt,
    limitAt: attempt.limitAt,
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
  return all.find((one) => one.state === 'due' && !one.payment && one.id !== paid.id && one.dueOn >= paid.dueOn);
}

function pageOf(context: Context, attempt: Attempt): Status['page'] {
  if (!attempt.pageAddress || context.clock.now() >= attempt.limitAt) return undefined;
  const age = attempt.openedAt ? secondsBetween(attempt.openedAt, context.clock.now()) : leadOnSeconds;
  return { address: attempt.pageAddress, leadsOn: age < leadOnSeconds };
}
