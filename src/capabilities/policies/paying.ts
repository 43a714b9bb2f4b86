// Policies that a viewer pays for. [POL-4]
import { type Context, isTransaction } from '#kernel/context.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { lockPolicy, type NamedRow, namedRow, namedRows, type PayingRow, payingRows } from './paying-store.server.ts';
import { lookingAs } from './visible-store.server.ts';

/** A policy whose premiums and payments the viewer may see: the policyholder's own, or of whom they represent. */
export type PayingPolicy = PayingRow;

/** The same with what it is called by. */
export type NamedPolicy = Omit<NamedRow, 'goodName' | 'goodPlate'> & {
  goodName: string | undefined;
  goodPlate: string | undefined;
};

const policyOf = (row: NamedRow): NamedPolicy => ({
  ...row,
  goodName: row.goodName ?? undefined,
  goodPlate: row.goodPlate ?? undefined,
});

/** All of them, ended ones last: one query whatever their number. */
export async function payingPolicies(context: Context, viewer: Viewer): Promise<PayingPolicy[]> {
  return viewer.kind === 'customer' ? payingRows(context, lookingAs(context, viewer)) : [];
}

/** Those of these ids that the viewer pays for, in no order. */
export async function namedPolicies(context: Context, viewer: Viewer, ids: readonly string[]): Promise<NamedPolicy[]> {
  if (viewer.kind !== 'customer' || ids.length === 0) return [];
  return (await namedRows(context, { ...lookingAs(context, viewer), ids })).map(policyOf);
}

/**
 * One by its public id; nothing when the viewer does not pay for it, as when it does not exist. Inside a transaction its row
 * stands still: what is decided now holds until the commit.
 */
export async function payingPolicyFor(
  context: Context,
  viewer: Viewer,
  publicId: string,
): Promise<NamedPolicy | undefined> {
  if (viewer.kind !== 'customer') return undefined;
  const wanted = { ...lookingAs(context, viewer), publicId };
  const seen = await namedRow(context, wanted);
  if (!seen || !isTransaction(context)) return seen && policyOf(seen);
  await lockPolicy(context, seen.id);
  const now = await namedRow(context, wanted);
  return now && policyOf(now);
}
