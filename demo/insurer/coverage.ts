import type { Texts } from '../rows.ts';

/** What a contract covers and how much, before sums are filled in. */
export type Risk = {
  /** How rich the contract is: basic, middle, full. */
  tier: 0 | 1 | 2;
  /** What the insured thing is worth, or the capital that was chosen. */
  valueCents: number;
};

export type Amount = (risk: Risk) => number;

export type Coverage = {
  /** Only contracts from this tier on have it. */
  from?: 1 | 2;
  names: Texts;
  summaries: Texts;
  exclusions?: Record<keyof Texts, string[]>;
  sumInsured?: Amount;
  limit?: Amount;
  deductible?: Amount;
  deductiblePercent?: number;
  article: string;
};

/** The value for a tier. */
export const inTier = <T>(tier: Risk['tier'], basic: T, middle: T, full: T): T =>
  tier === 0 ? basic : tier === 1 ? middle : full;

/** Euro by tier, in cents. */
export const byTier =
  (basic: number, middle: number, full: number): Amount =>
  ({ tier }) =>
    inTier(tier, basic, middle, full) * 100;

/** A part of the insured value, to the next lower hundred euro. */
export const shareOfValue =
  (share: number): Amount =>
  ({ valueCents }) =>
    Math.max(10_000, Math.floor((valueCents * share) / 10_000) * 10_000);

/** The insured value itself. */
export const wholeValue: Amount = ({ valueCents }) => valueCents;
