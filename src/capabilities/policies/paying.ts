// Policies that a viewer pays for. [POL-4]
import { type Context, isTransaction } from '#kernel/context.ts';
import type { Viewer } from '#kernel/viewer.ts';
import {
  lockPolicy,
  type NamedRow,
  namedRow,
  namedRows,
  type PayingProduct,
  payingProductRows,
} from './paying-store.server.ts';
import { lookingAs } from './visible-store.server.ts';

export type { PayingProduct } from './paying-store.server.ts';

/** A policy whose premiums and payments the viewer may see: the policyholder's own, or of whom they represent. */
export type PayingPolicy = Omit<NamedRow, 'goodName' | 'goodPlate'> & {
  goodName: string | undefined;
  goodPlate: string | undefined;
};

const policyOf = (row: NamedRow): PayingPolicy => ({
  ...row,
  goodName: row.goodName ?? undefined,
  goodPlate: row.goodPlate ?? undefined,
});

/** All of them, counted by product. */
export async function payingProducts(context: Context, viewer: Viewer): Promise<PayingProduct[]> {
  return viewer.kind === 'customer' ? payingProductRows(context, lookingAs(context, viewer)) : [];
}

/** The first of them, ended ones last; `isTaking`: of those that take contributions now. */
export async function payingPolicies(
  context: Context,
  viewer: Viewer,
  wanted: { max: number; isTaking?: boolean },
): Promise<PayingPolicy[]> {
  if (viewer.kind !== 'customer') return [];
  return (await namedRows(context, { ...lookingAs(context, viewer), isTaking: false, ...wanted })).map(policyOf);
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
  const wanted = { ...lookingAs(context, viewer), publicId };
  const seen = await namedRow(context, wanted);
  if (!seen || !isTransaction(context)) return seen && policyOf(seen);
  await lockPolicy(context, seen.id);
  const now = await namedRow(context, wanted);
  return now && policyOf(now);
}
