// May somebody add to a life contract, how much, and with what? [PAY-1] [PAY-3]
import type { Cents } from '#kernel/money.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { type MethodAnswer, methodsFor } from './methods.ts';
import { type ContributionReason, type Method, type MethodReason, type UnderWay, underWay } from './reasons.ts';
import { familyOf, type Line } from './windows.ts';

/** What the decision needs to know of a policy. */
export type ContributionNow = {
  line: Line;
  state: 'active' | 'suspended' | 'ended';
  /** The core system says so of its product. */
  takesContributions: boolean;
  /** A contribution to it that is still being paid. */
  underWay: UnderWay | undefined;
};

/** In euro cents, both included: the insurer's choice. */
export type ContributionLimits = { minCents: Cents; maxCents: Cents };

/** Can be added to at all: there is no window (PAY-2). Only one at a time, so that nobody pays the same thing twice. */
export function takesContribution(policy: ContributionNow): Outcome<undefined, ContributionReason> {
  if (!policy.takesContributions || familyOf(policy.line) !== 'life') {
    return no({ code: 'payments.contribution_not_taken', values: {}, changes: 'agency' });
  }
  if (policy.state !== 'active') {
    return no({ code: 'payments.contribution_not_in_force', values: { state: policy.state }, changes: 'agency' });
  }
  if (policy.underWay) return no(underWay(policy.underWay));
  return yes(undefined);
}

/** Minimum and maximum themselves may be paid. */
export function contributionAmount(
  amountCents: Cents,
  { minCents, maxCents }: ContributionLimits,
): Outcome<Cents, ContributionReason> {
  if (amountCents >= minCents && amountCents <= maxCents) return yes(amountCents);
  return no({ code: 'payments.contribution_amount', values: { minCents, maxCents }, changes: 'you' });
}

/** This amount to this policy with which of the methods that exist here. */
export function contribution(
  policy: ContributionNow,
  amountCents: Cents,
  limits: ContributionLimits,
  available: readonly Method[],
): Outcome<{ methods: [Method, ...Method[]]; all: MethodAnswer[] }, ContributionReason | MethodReason> {
  const taken = takesContribution(policy);
  if (!taken.ok) return taken;
  const amount = contributionAmount(amountCents, limits);
  if (!amount.ok) return amount;
  return methodsFor(available, familyOf(policy.line), amountCents);
}
