// May this payable be paid now? Joins what the core says with how our payments stand, and asks the rules.
import type { PayableFacts } from '#capabilities/policies/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { dayOf } from '#kernel/days.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Holding } from './holdings-store.server.ts';
import { availableMethods } from './providers.ts';
import { type Payability, payability } from './rules/payables.ts';
import type { PaymentReason } from './rules/reasons.ts';

/** The answer of the rules for one payable, with the payment of ours that holds it, if any. */
export function answerFor(
  context: Context,
  facts: PayableFacts,
  held: Pick<Holding, 'publicId' | 'state' | 'paidAt' | 'isPending'> | undefined,
): Outcome<Payability, PaymentReason> {
  return payability(
    {
      kind: facts.kind,
      line: facts.policy.line,
      amountCents: facts.amountCents,
      dueOn: facts.dueOn,
      isPayableOnline: facts.isPayableOnline,
      state: facts.state,
      paidOn: facts.paidOn,
      ...(facts.isStartedHere && { policyState: facts.policy.state }),
      held: held && {
        state: held.state === 'paid' ? 'paid' : 'open',
        operation: held.publicId,
        isPending: held.isPending,
        paidOn: held.paidAt && dayOf(held.paidAt),
      },
    },
    today(context.clock),
    availableMethods(context),
  );
}
