// Policies whose payments somebody may see, and the payables that customers start themselves.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Cents } from '#kernel/money.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PolicyState } from './rules.ts';
import { payingRows } from './store.server.ts';

export type PayingRow = {
  id: string;
  publicId: string;
  number: string;
  line: Line;
  productNames: Texts;
  state: PolicyState;
  takesContributions: boolean;
  goodName: string | null;
  goodPlate: string | null;
  policyholderId: string;
};

type LookingAs = { profileId: string; today: Day };

const found = prepared<LookingAs & { publicId: string | null; max: number }, PayingRow>((database, parameter) =>
  payingRows(database, { profileId: parameter('profileId'), today: parameter('today') })
    .where(
      sql<boolean>`(${parameter('publicId')}::text is null or policies.public_id = ${parameter('publicId')}::text)`,
    )
    .limit(sql<number>`${parameter('max')}::integer`),
);

/** One of them by its public id, or the first `max` of all, ended ones last. */
export const payingPolicyRows = (
  context: Context,
  wanted: LookingAs & { publicId: string | null; max: number },
): Promise<PayingRow[]> => found(context.database, wanted);

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

/** Locks the policy's row: an import that ends or suspends it waits, or is waited for; so does another contribution to it. */
export async function lockPolicy(tx: Transaction, id: string): Promise<void> {
  await tx.database.selectFrom('policies').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
