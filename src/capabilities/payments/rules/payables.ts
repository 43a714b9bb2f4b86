// What may be paid online at all, and now. [PAY-1] [PAY-4]
import type { Day } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { type MethodAnswer, methodsFor } from './methods.ts';
import {
  type Method,
  type PayableKind,
  type PaymentReason,
  type UnderWay,
  underWay,
  type WindowReason,
} from './reasons.ts';
import { familyOf, type Line, payableOn, paymentWindow, type Window } from './windows.ts';

/** What the decision needs to know of a payable: as the core system says, and as our payments stand. */
export type PayableNow = {
  kind: PayableKind;
  line: Line;
  amountCents: Cents;
  dueOn: Day;
  isPayableOnline: boolean;
  state: 'due' | 'paid' | 'withdrawn';
  paidOn: Day | undefined;
  /** Our payment that holds the payable, when there is one. */
  held: (UnderWay & { state: 'open' | 'paid'; paidOn: Day | undefined }) | undefined;
  /** Of a contribution that a customer started: its policy must still be in force when it is tried again. */
  policyState?: 'active' | 'suspended' | 'ended';
};

export type Payability = { window: Window; methods: [Method, ...Method[]]; all: MethodAnswer[] };

/** The days on which it may be paid. Contributions have no window (PAY-2): from the day on which one was begun, for ever. */
export const windowOf = ({ kind, line, dueOn }: Pick<PayableNow, 'kind' | 'line' | 'dueOn'>): Window =>
  kind === 'contribution' ? { opens: dueOn, closes: 'never' } : paymentWindow(familyOf(line), dueOn);

/** The sentence names what it is about. */
const named = (reason: WindowReason, kind: PayableKind): WindowReason =>
  reason.code === 'payments.window_not_open'
    ? { ...reason, values: { ...reason.values, kind } }
    : { ...reason, values: { ...reason.values, kind } };

/**
 * May it be paid online today, and with what? The first reason that stands in the way, in the order in which a person
 * would ask: is it still to pay, is it of a kind for here, is it time, is there a way.
 */
export function payability(
  payable: PayableNow,
  today: Day,
  available: readonly Method[],
): Outcome<Payability, PaymentReason> {
  if (payable.state === 'paid' || payable.held?.state === 'paid') {
    const on = payable.paidOn ?? payable.held?.paidOn;
    const values = { kind: payable.kind, ...(on && { on }) };
    return no({ code: 'payments.already_paid', values, ...(on && { since: on }), changes: 'nobody' });
  }
  if (payable.state === 'withdrawn') return no({ code: 'payments.withdrawn', values: {}, changes: 'nobody' });
  if (payable.held) return no(underWay(payable.held));
  if (payable.kind === 'first') return no({ code: 'payments.first_premium', values: {}, changes: 'agency' });
  // A core system that does not want an instalment here (paid by direct debit) says so with the same mark.
  if (!payable.isPayableOnline) return no({ code: 'payments.not_online', values: {}, changes: 'agency' });
  const { policyState } = payable;
  if (policyState && policyState !== 'active') {
    return no({ code: 'payments.contribution_not_in_force', values: { state: policyState }, changes: 'agency' });
  }
  const family = familyOf(payable.line);
  const window = windowOf(payable);
  const inTime = payableOn(today, window);
  if (!inTime.ok) return no(named(inTime.reasons[0], payable.kind));
  const methods = methodsFor(available, family, payable.amountCents);
  if (!methods.ok) return methods;
  return yes({ window, ...methods.value });
}
