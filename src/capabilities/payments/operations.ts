// Paying an instalment: what the code confirms. [PAY-5] [PAY-6] [CNF-3]
import { z } from 'zod';
import { type PayableFacts, payableById, payableFor } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { brandOf } from '#kernel/brand.ts';
import { type Context, isTransaction } from '#kernel/context.ts';
import { day } from '#kernel/days.ts';
import { money } from '#kernel/format.ts';
import { cents } from '#kernel/money.ts';
import type { Operation } from '#kernel/operation.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { answerFor } from './deciding.ts';
import { holdingsOf } from './holdings-store.server.ts';
import { methodName, payableName, payableShortName } from './naming.ts';
import type { PaymentReason } from './rules/reasons.ts';
import { openAfterwards, startPayment } from './starting.ts';
import { say } from './words/say.ts';

const method = z.enum(['card', 'mybank', 'satispay']);
const input = z.object({ payable: z.string().max(40), method });
type Input = z.infer<typeof input>;

/** What is paid, to whom, for what: everything that the code is bound to. */
export type PayStatement = {
  payee: string;
  amountCents: number;
  payable: string;
  kind: PayableFacts['kind'];
  dueOn: string;
  policy: string;
  policyNumber: string;
  line: PayableFacts['policy']['line'];
  method: Input['method'];
};

/**
 * The payable as the viewer may see it. Inside a transaction its row is locked: what was decided here still holds when
 * the payment is written, whatever an import or another tab does meanwhile.
 */
async function payableNow(context: Context, viewer: Customer, publicId: string): Promise<PayableFacts | undefined> {
  const seen = await payableFor(context, viewer, publicId);
  if (!seen || !isTransaction(context)) return seen;
  return payableById(context, seen.id, { lock: true });
}

export const payInstalment: Operation<Input, PayStatement> = {
  kind: 'payments.pay',
  input,

  async authorise(context, viewer, wanted): Promise<Outcome<PayableFacts, PaymentReason>> {
    const facts = await payableNow(context, viewer, wanted.payable);
    if (!facts) return no({ code: 'payments.not_found', values: {}, changes: 'you' });
    const held = await holdingsOf(context, [facts.id]);
    const answer = answerFor(context, facts, held.get(facts.id));
    if (!answer.ok) return answer;
    if (answer.value.methods.includes(wanted.method)) return yes(facts);
    const refused = answer.value.all.find((one) => one.method === wanted.method);
    if (refused && !refused.answer.ok) return refused.answer;
    return no({ code: 'payments.no_method', values: {}, changes: 'agency' });
  },

  async describe(context, viewer, wanted) {
    const facts = await payableNow(context, viewer, wanted.payable);
    assert(facts, 'a payable was described that is not there');
    return {
      payee: brandOf(context).legalName,
      amountCents: facts.amountCents,
      payable: facts.publicId,
      kind: facts.kind,
      dueOn: facts.dueOn,
      policy: facts.policy.publicId,
      policyNumber: facts.policy.number,
      line: facts.policy.line,
      method: wanted.method,
    };
  },

  words(statement, language) {
    const words = say(language);
    const amount = money(cents(statement.amountCents), language);
    const named = { line: statement.line, kind: statement.kind, dueOn: day(statement.dueOn) };
    return {
      title: words('payments.pay_title', { kind: statement.kind }),
      button: words('payments.pay_button', { amount }),
      lines: [
        { label: words('payments.line_amount'), value: amount, isAmount: true },
        { label: words('payments.line_payee'), value: statement.payee },
        { label: words('payments.line_for'), value: payableName(named, language) },
        { label: words('payments.line_policy'), value: statement.policyNumber, isIdentifier: true },
        { label: words('payments.line_method'), value: methodName(statement.method, language) },
      ],
      forSms: words('payments.for_sms', { amount, payee: statement.payee, what: payableShortName(named, language) }),
      // Summary and method, code, then the provider's page and the outcome.
      progress: { step: 2, steps: 3 },
    };
  },

  async execute(tx, viewer, wanted, { operationId, publicId, statement }) {
    const facts = await payableNow(tx, viewer, wanted.payable);
    assert(facts, 'a payable was paid that is not there');
    const started = await startPayment(tx, viewer, facts, wanted.method, { operationId, publicId });
    return {
      facts: {
        paid: statement.amountCents,
        payee: statement.payee,
        policy: statement.policyNumber,
        ...started,
      },
      next: `/esito/${publicId}?vai`,
    };
  },

  afterCommit: (context, _viewer, _wanted, operationId) => openAfterwards(context, operationId),

  back: (statement) => `/polizze/${statement.policy}/paga/${statement.payable}`,
};
