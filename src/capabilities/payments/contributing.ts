// Adding to a life contract: what can be added to, and what the code confirms. [PAY-1] [PAY-5] [CNF-3]
import { z } from 'zod';
import { addContribution, type PayingPolicy, payingPolicyFor } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { brandOf } from '#kernel/brand.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { money } from '#kernel/format.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { Operation } from '#kernel/operation.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { contributionUnderWay } from './holdings-store.server.ts';
import { lineName, methodName } from './naming.ts';
import { availableMethods } from './providers.ts';
import { type ContributionLimits, contribution, takesContribution } from './rules/contributions.ts';
import type { MethodAnswer } from './rules/methods.ts';
import type { ContributionReason, Method, PaymentReason } from './rules/reasons.ts';
import { settings } from './settings.ts';
import { openAfterwards, startPayment } from './starting.ts';
import { say } from './words/say.ts';

/** Minimum and maximum of one contribution, the insurer's choice. */
const contributionLimits = (context: Context): ContributionLimits => ({
  minCents: cents(context.settings.value(settings.contributionMinCents)),
  maxCents: cents(context.settings.value(settings.contributionMaxCents)),
});

export type ContributionView = {
  policy: PayingPolicy;
  limits: ContributionLimits;
  /** May anything be added now? */
  answer: Outcome<undefined, ContributionReason>;
};

const nowOf = async (context: Context, policy: PayingPolicy) => ({
  line: policy.line,
  state: policy.state,
  takesContributions: policy.takesContributions,
  underWay: await contributionUnderWay(context, policy.id),
});

/** Whether a policy of the viewer can be added to, or why not; nothing when the viewer does not pay for it. */
export async function contributionFor(
  context: Context,
  viewer: Viewer,
  policyPublicId: string,
): Promise<ContributionView | undefined> {
  const policy = await payingPolicyFor(context, viewer, policyPublicId);
  if (!policy) return undefined;
  const answer = takesContribution(await nowOf(context, policy));
  return { policy, limits: contributionLimits(context), answer };
}

/** With what an amount can be added, and why not with the rest; or why the amount or the contract does not do. */
export async function contributionMethods(
  context: Context,
  viewer: Viewer,
  input: { policy: string; amountCents: Cents },
): Promise<Outcome<{ methods: [Method, ...Method[]]; all: MethodAnswer[] }, PaymentReason>> {
  const policy = await payingPolicyFor(context, viewer, input.policy);
  if (!policy) return no({ code: 'payments.not_found', values: {}, changes: 'you' });
  return contribution(
    await nowOf(context, policy),
    input.amountCents,
    contributionLimits(context),
    availableMethods(context),
  );
}

const input = z.object({
  policy: z.string().max(40),
  amountCents: z.number().int().positive().transform(cents),
  method: z.enum(['card', 'mybank', 'satispay']),
});
type Input = z.output<typeof input>;

/** What is added, to whom, to which contract: everything that the code is bound to. No day, or it would end at midnight. */
export type ContributionStatement = {
  payee: string;
  amountCents: number;
  kind: 'contribution';
  policy: string;
  policyNumber: string;
  line: PayingPolicy['line'];
  method: Method;
};

export const contribute: Operation<Input, ContributionStatement> = {
  kind: 'payments.contribute',
  input,

  async authorise(context, viewer, wanted): Promise<Outcome<undefined, PaymentReason>> {
    const answer = await contributionMethods(context, viewer, wanted);
    if (!answer.ok) return answer;
    if (answer.value.methods.includes(wanted.method)) return yes(undefined);
    const refused = answer.value.all.find((one) => one.method === wanted.method);
    if (refused && !refused.answer.ok) return refused.answer;
    return no({ code: 'payments.no_method', values: {}, changes: 'agency' });
  },

  async describe(context, viewer, wanted) {
    const policy = await payingPolicyFor(context, viewer, wanted.policy);
    assert(policy, 'a contribution was described to a policy that is not there');
    return {
      payee: brandOf(context).legalName,
      amountCents: wanted.amountCents,
      kind: 'contribution',
      policy: policy.publicId,
      policyNumber: policy.number,
      line: policy.line,
      method: wanted.method,
    };
  },

  words(statement, language) {
    const words = say(language);
    const amount = money(cents(statement.amountCents), language);
    const what = words('payments.contribution_name', { line: lineName(statement.line, language) });
    return {
      title: words('payments.pay_title', { kind: 'contribution' }),
      button: words('payments.pay_button', { amount }),
      lines: [
        { label: words('payments.line_amount'), value: amount, isAmount: true },
        { label: words('payments.line_payee'), value: statement.payee },
        { label: words('payments.line_for'), value: what },
        { label: words('payments.line_policy'), value: statement.policyNumber, isIdentifier: true },
        { label: words('payments.line_method'), value: methodName(statement.method, language) },
      ],
      forSms: words('payments.for_sms', { amount, payee: statement.payee, what }),
      // Amount, method, code, then the provider's page and the outcome.
      progress: { step: 3, steps: 4 },
    };
  },

  async execute(tx, viewer, wanted, { operationId, publicId, statement }) {
    const policy = await payingPolicyFor(tx, viewer, wanted.policy);
    assert(policy, 'a contribution was made to a policy that is not there');
    const { amountCents, method } = wanted;
    const facts = await addContribution(tx, { policyId: policy.id, amountCents, on: today(tx.clock) });
    const started = await startPayment(tx, viewer, facts, method, { operationId, publicId });
    return {
      facts: { paid: amountCents, payee: statement.payee, policy: statement.policyNumber, ...started },
      next: `/esito/${publicId}?vai`,
    };
  },

  afterCommit: (context, _viewer, _wanted, operationId) => openAfterwards(context, operationId),

  back: (statement) => `/polizze/${statement.policy}/versamento`,
};
