// Policies that a viewer pays for, and the contributions that can be added to some of them. [PAY-1] [POL-4]
import { assert } from '#kernel/assert.ts';
import { today } from '#kernel/clock.ts';
import { type Context, isTransaction, type Transaction } from '#kernel/context.ts';
import type { Viewer } from '#kernel/viewer.ts';
import {
  insertContribution,
  lockPolicy,
  type NewContribution,
  type PayingRow,
  payingPolicyRows,
} from './contributions-store.server.ts';
import { type PayableFacts, payableById } from './views.ts';

/** A policy whose premiums and payments the viewer may see: the policyholder's own, or of whom they represent. */
export type PayingPolicy = Omit<PayingRow, 'goodName' | 'goodPlate'> & {
  goodName: string | undefined;
  goodPlate: string | undefined;
};

const policyOf = (row: PayingRow): PayingPolicy => ({
  ...row,
  goodName: row.goodName ?? undefined,
  goodPlate: row.goodPlate ?? undefined,
});

/** At most so many policies stand in a list to choose from. */
const policiesMax = 1_000;

/** All of them, ended ones last: one query whatever their number. */
export async function payingPolicies(context: Context, viewer: Viewer): Promise<PayingPolicy[]> {
  if (viewer.kind !== 'customer') return [];
  const wanted = { profileId: viewer.profileId, today: today(context.clock), publicId: null, max: policiesMax };
  return (await payingPolicyRows(context, wanted)).map(policyOf);
}

/**
 * One by its public id; nothing when the viewer does not pay for it, as when it does not exist. Inside a transaction its row
 * stands still: what is decided now holds until the commit.
 */
export async function payingPolicyFor(
  context: Context,
  viewer: Viewer,
  publicId: string,
): Promise<PayingPolicy | undefined> {
  if (viewer.kind !== 'customer') return undefined;
  const wanted = { profileId: viewer.profileId, today: today(context.clock), publicId, max: 1 };
  const [seen] = await payingPolicyRows(context, wanted);
  if (!seen || !isTransaction(context)) return seen && policyOf(seen);
  await lockPolicy(context, seen.id);
  const [now] = await payingPolicyRows(context, wanted);
  return now && policyOf(now);
}

/** Writes a contribution as a payable without a key of the core (design.md §7). The caller has decided that it may be. */
export async function addContribution(tx: Transaction, input: NewContribution): Promise<PayableFacts> {
  const facts = await payableById(tx, await insertContribution(tx, input));
  assert(facts, 'a contribution that was just written is not there');
  return facts;
}
