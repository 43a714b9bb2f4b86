// What a life contract has become worth: year by year, and in units of funds.
import type { Day } from '#kernel/days.ts';
import { plusDays } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Valuation } from '../rows.ts';
import type { Long } from './terms.ts';

/** Values are told with a few days of delay. */
const valuedDaysAgo = 4;
const funds = ['Fondo Quiete', 'Fondo Orizzonte', 'Fondo Slancio'];

/** Follows the value from year to year: what was there grows by the year's rate, new premiums by half of it. */
export function valued(
  term: Long,
  today: Day,
  rateOf: () => number,
  benefitsOf: (worth: number, paidIn: number) => Valuation['benefits'],
): Valuation {
  const on = plusDays(today, -valuedDaysAgo);
  const history: NonNullable<Valuation['history']> = [];
  let worth = 0;
  let paidInCents = 0;
  for (let year = Number(term.inception.slice(0, 4)); year <= Number(on.slice(0, 4)); year += 1) {
    const until = year === Number(on.slice(0, 4)) ? on : (`${year}-12-31` as Day);
    const paidNow = term.paidInCents(until) - paidInCents;
    const rate = rateOf();
    // Costs take four of a hundred of each premium.
    worth = Math.round(worth * (1 + rate) + paidNow * 0.96 * (1 + rate / 2));
    paidInCents += paidNow;
    history.push({ on: until, valueCents: worth, paidInCents });
  }
  return { on, surrenderCents: worth, benefits: benefitsOf(worth, paidInCents), paidInCents, history };
}

/** The same value as units of one or two funds. */
export function inUnits(
  chance: Chance,
  { on, surrenderCents }: Valuation,
): Pick<Valuation, 'units' | 'surrenderCents'> {
  const share = chance.is(0.5) ? 1 : chance.integer(3, 7) / 10;
  const parts = share === 1 ? [1] : [share, 1 - share];
  const first = chance.integer(0, funds.length - parts.length);
  const units = parts.map((part, index) => {
    const priceCents = chance.integer(880, 1_640);
    const count = Math.round((surrenderCents * part * 1_000) / priceCents) / 1_000;
    return {
      fund: funds[first + index] ?? 'Fondo Quiete',
      units: count,
      priceCents,
      on,
      cents: Math.round(count * priceCents),
    };
  });
  return { units, surrenderCents: units.reduce((sum, one) => sum + one.cents, 0) };
}
