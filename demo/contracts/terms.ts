// The years of ordinary contracts: when they began, when they end, what an instalment costs in each year.
import type { Day } from '#kernel/days.ts';
import { plusDays, plusMonths } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Contract } from './contract.ts';
import { type Plan, payablesOf, yearOf } from './schedule.ts';

/** Payables older than this are left out, as core systems do. */
const historyMonths = 60;

export type Annual = Pick<
  Contract,
  'startsOn' | 'endsOn' | 'state' | 'instalmentsPerYear' | 'annualPremiumCents' | 'iotCents' | 'payables'
>;

/**
 * A contract of one year, renewed for some years. About one in twelve has ended. `yearlyCents` is today's premium;
 * earlier years cost a little less. Instalments are rounded to ten cents.
 */
export function annual(chance: Chance, today: Day, yearlyCents: number, perYear: number, yearlyIotCents = 0): Annual {
  const endedOn = chance.is(0.08) ? plusMonths(today, -chance.integer(1, 30)) : undefined;
  const years = chance.integer(0, 6);
  const inception = endedOn
    ? plusMonths(endedOn, -12 * (years + 1))
    : plusDays(plusMonths(today, -12 * years), -chance.integer(0, 364));
  const current = endedOn ? years : yearOf(inception, today);
  const amountOf = (year: number) => instalment(yearlyCents * (1 - 0.02 * (current - year)), perYear);
  const iotCents = Math.round(yearlyIotCents / perYear);
  const startsOn = plusMonths(inception, 12 * current);
  const plan: Plan = {
    inception,
    instalmentsPerYear: perYear,
    amountOf,
    iotCents,
    historyFrom: plusMonths(today, -historyMonths),
  };
  return {
    startsOn,
    endsOn: endedOn ?? plusMonths(inception, 12 * (current + 1)),
    state: endedOn ? 'ended' : 'active',
    instalmentsPerYear: perYear,
    annualPremiumCents: amountOf(current) * perYear,
    iotCents: iotCents * perYear,
    payables: payablesOf(endedOn ? { ...plan, until: endedOn } : plan, today, chance),
  };
}

export type Long = Annual & { inception: Day; paidInCents: (on: Day) => number };

/** A contract of many years with a level premium, as life lines have it; it ends after `years`, or never. */
export function long(
  chance: Chance,
  today: Day,
  yearlyCents: number,
  perYear: number,
  years: number | undefined,
): Long {
  const age = chance.integer(1, Math.min(12, (years ?? 30) - 2));
  const inception = plusDays(plusMonths(today, -12 * age), -chance.integer(0, 364));
  const amount = instalment(yearlyCents, perYear);
  const plan: Plan = {
    inception,
    instalmentsPerYear: perYear,
    amountOf: () => amount,
    historyFrom: plusMonths(today, -historyMonths),
  };
  return {
    inception,
    startsOn: inception,
    state: 'active',
    instalmentsPerYear: perYear,
    endsOn: years === undefined ? null : plusMonths(inception, 12 * years),
    annualPremiumCents: amount * perYear,
    payables: payablesOf(plan, today, chance),
    paidInCents: (on) => amount * instalmentsUntil(inception, on, perYear),
  };
}

const instalment = (yearlyCents: number, perYear: number): number =>
  Math.max(1_000, Math.round(yearlyCents / perYear / 10) * 10);

/** How many instalments fell due from the first day to a day, ends included. */
function instalmentsUntil(inception: Day, on: Day, perYear: number): number {
  if (on < inception) return 0;
  const year = yearOf(inception, on);
  let count = year * perYear;
  while (count < (year + 1) * perYear && plusMonths(inception, (count * 12) / perYear) <= on) count += 1;
  return count;
}

/** How premiums are split over the year. */
export const perYearOf = (chance: Chance, ...choices: (readonly [number, number])[]): number =>
  chance.weighted(choices);
export const tierOf = (chance: Chance): 0 | 1 | 2 =>
  chance.weighted([
    [0, 3],
    [1, 5],
    [2, 2],
  ] as const);
