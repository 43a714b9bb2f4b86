// Every "no" of payments, as closed unions. Their sentences are in reasons.ts beside this folder. [HLP-3]
import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import type { Reason } from '#kernel/outcome.ts';

export type Method = 'card' | 'mybank' | 'satispay';

/** What the sentence calls the thing: an instalment, a regularisation… */
export type PayableKind = 'first' | 'instalment' | 'regularisation' | 'completion' | 'contribution';

export type WindowReason =
  | Reason<'payments.window_not_open', { opens: Day; kind?: PayableKind }>
  | Reason<'payments.window_closed', { closed: Day; kind?: PayableKind }>;

export type MethodReason =
  /** The method has a ceiling; above it only MyBank. */
  | Reason<'payments.above_limit', { method: Method; limitCents: Cents; isLife: boolean }>
  /** No method that is allowed for this amount exists here. */
  | Reason<'payments.only_mybank', { limitCents: Cents; isLife: boolean }>
  | Reason<'payments.no_method', Record<string, never>>;

/** A payment of ours that is open; `isPending`: the bank decides, and whoever pays can only wait. */
export type UnderWay = { operation: string; isPending: boolean };

export type PayableReason =
  | Reason<'payments.first_premium', Record<string, never>>
  | Reason<'payments.not_online', Record<string, never>>
  | Reason<'payments.already_paid', { on?: Day; kind?: PayableKind }>
  | Reason<'payments.withdrawn', Record<string, never>>
  | Reason<'payments.under_way', UnderWay>
  | Reason<'payments.not_found', Record<string, never>>;

/** Whoever began it can finish it or give it up, unless the bank is deciding. */
export const underWay = ({
  operation,
  isPending,
}: UnderWay): Extract<PayableReason, { code: 'payments.under_way' }> => ({
  code: 'payments.under_way',
  values: { operation, isPending },
  changes: isPending ? 'nobody' : 'you',
});

/** Why nothing can be added to a contract, or not this much. */
export type ContributionReason =
  | Reason<'payments.contribution_not_taken', Record<string, never>>
  | Reason<'payments.contribution_not_in_force', { state: 'suspended' | 'ended' }>
  | Reason<'payments.contribution_amount', { minCents: Cents; maxCents: Cents }>
  | Extract<PayableReason, { code: 'payments.under_way' }>;

/** Why a payment cannot be given up or resumed. */
export type CourseReason =
  | Reason<'payments.bank_at_work', Record<string, never>>
  | Reason<'payments.provider_silent', Record<string, never>>
  | Reason<'payments.already_settled', Record<string, never>>;

/** Why money that arrived is given back. */
export type ReturnReason =
  | Reason<'payments.return_paid_otherwise', Record<string, never>>
  | Reason<'payments.return_paid_twice', Record<string, never>>
  | Reason<'payments.return_withdrawn', Record<string, never>>
  | Reason<'payments.return_amount_changed', { paidCents: Cents; nowCents: Cents }>
  | Reason<'payments.return_wrong_amount', { paidCents: Cents; expectedCents: Cents }>;

export type PaymentReason = WindowReason | MethodReason | PayableReason | ContributionReason;
export type AnyPaymentReason = PaymentReason | CourseReason | ReturnReason;
