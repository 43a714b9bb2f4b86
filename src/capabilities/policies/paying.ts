// Policies that a viewer pays for. [POL-4]
import { today } from '#kernel/clock.ts';
import { type Context, isTransaction } from '#kernel/context.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { choiceRows, lockPolicy, type PayingRow, payingRow } from './paying-store.server.ts';
import type { Line } from './rules.ts';

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

/** More policies than these are no choice from a list: they are told apart by line, or from their own page. */
const choiceMax = 60;

export type PayingChoice = {
  /** How many there are of all. */
  total: number;
  /** Of all, in their order. */
  lines: Line[];
  /** All, ended ones last; of too many to choose from only the one that is named. */
  policies: PayingPolicy[];
  /** The first that can be contributed to now. */
  contributions: PayingPolicy[];
  /** The one that is named, when it is among them. */
  named: PayingPolicy | undefined;
};

/** What a viewer pays for, to choose from: one query that carries a handful of rows whatever their number. */
export async function payingChoice(
  context: Context,
  viewer: Viewer,
  { policy, contributionsMax }: { policy: string | null; contributionsMax: number },
): Promise<PayingChoice> {
  if (viewer.kind !== 'customer') return { total: 0, lines: [], policies: [], contributions: [], named: undefined };
  const wanted = { profileId: viewer.profileId, today: today(context.clock), policy, max: choiceMax, contributionsMax };
  const rows = await choiceRows(context, wanted);
  const total = rows[0]?.total ?? 0;
  const all = rows.map(policyOf);
  const named = all.find((one) => one.publicId === policy);
  return {
    total,
    lines: rows[0]?.lines ?? [],
    policies: total <= choiceMax ? all : named ? [named] : [],
    contributions: all.filter((one) => one.takesContributions && one.state === 'active').slice(0, contributionsMax),
    named,
  };
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
  const wanted = { profileId: viewer.profileId, today: today(context.clock), publicId };
  const seen = await payingRow(context, wanted);
  if (!seen || !isTransaction(context)) return seen && policyOf(seen);
  await lockPolicy(context, seen.id);
  const now = await payingRow(context, wanted);
  return now && policyOf(now);
}
