// The payables that customers start themselves.
import type { Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Cents } from '#kernel/money.ts';

export type NewContribution = { policyId: string; amountCents: Cents; on: Day };

/** Without a key of the core, which is the master of all others; no import ever meets it. */
export async function insertContribution(
  tx: Transaction,
  { policyId, amountCents, on }: NewContribution,
): Promise<string> {
  const id = newId(Date.parse(tx.clock.now()));
  await tx.database
    .insertInto('payables')
    .values({
      id,
      key: null,
      version: 0,
      public_id: publicId(),
      policy_id: policyId,
      kind: 'contribution',
      amount_cents: amountCents,
      due_on: on,
      is_payable_online: true,
      state: 'due',
      as_of: on,
    })
    .execute();
  return id;
}
