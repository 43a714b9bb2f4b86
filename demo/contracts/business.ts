// Contracts of firms. Part of the premium follows the turnover, so a year's true figure brings a regularisation.
import { plusDays, plusMonths } from '../calendar.ts';
import { inTier } from '../insurer/coverage.ts';
import type { ProductKey } from '../insurer/products.ts';
import type { Firm, Trade } from '../people/firms.ts';
import type { Maker } from '../people/persons.ts';
import type { Contract, Good } from './contract.ts';
import type { Payable } from './schedule.ts';
import { annual, perYearOf, tierOf } from './terms.ts';

const productOf: Record<Trade['kind'], ProductKey> = {
  shop: 'bottega-salda',
  works: 'impresa-salda',
  office: 'studio-saldo',
};
/** Premium per euro of turnover, by kind of trade. */
const rateOf: Record<Trade['kind'], number> = { shop: 0.0038, works: 0.0024, office: 0.0056 };
/** How many days after the end of a year its turnover is regularised. */
const regularisedAfterDays = 75;

export function businessOf({ book, registry, chance }: Maker, key: string, firm: Firm): Contract {
  const tier = tierOf(chance);
  const { kind } = firm.trade;
  const yearly = Math.round(
    firm.turnover * 100 * rateOf[kind] * inTier(tier, 0.8, 1, 1.3) + 12_000 + firm.employees * 4_500,
  );
  const term = annual(chance, book.today, yearly, perYearOf(chance, [1, 40], [2, 45], [4, 15]));
  return {
    ...term,
    payables: [...term.payables, ...regularisation(term, chance.integer(3, 18) / 100, book.today, chance.is(0.7))],
    key,
    number: registry.policyNumber(),
    product: productOf[kind],
    agency: firm.home.place.agency,
    renews: true,
    roles: [
      { party: firm.key, role: 'policyholder' },
      { party: firm.key, role: 'insured' },
    ],
    risk: { tier, valueCents: Math.max(2_000_000, Math.round((firm.turnover * 100 * 0.6) / 1_000_000) * 1_000_000) },
    goods: [activity(firm), ...(kind === 'office' ? [] : [building(firm)])],
  };
}

/** What last year's turnover adds. Paid when it fell due long ago; the core system marks which can be paid online. */
function regularisation(
  term: Pick<Contract, 'startsOn' | 'annualPremiumCents' | 'payables' | 'state'>,
  share: number,
  today: string,
  isPayableOnline: boolean,
): Payable[] {
  const isRenewed = term.payables.some((one) => one.dueOn < term.startsOn);
  const dueOn = plusDays(term.startsOn, regularisedAfterDays);
  if (!isRenewed || term.state === 'ended' || dueOn > plusDays(term.startsOn, 365)) return [];
  const isPaid = dueOn < plusDays(term.startsOn, 0) || plusDays(dueOn, 40) < today;
  return [
    {
      kind: 'regularisation',
      amountCents: Math.round((term.annualPremiumCents * share) / 10) * 10,
      iotCents: 0,
      dueOn,
      coversFrom: plusMonths(term.startsOn, -12),
      coversUntil: term.startsOn,
      isPayableOnline,
      ...(isPaid ? { state: 'paid', paidOn: plusDays(dueOn, 4) } : { state: 'due' }),
    },
  ];
}

const activity = (firm: Firm): Good => ({
  kind: 'activity',
  name: firm.name,
  details: { employees: String(firm.employees), turnover: String(firm.turnover) },
});

const building = ({ home: { place, street, postcode } }: Firm): Good => ({
  kind: 'building',
  name: `${street}, ${place.municipality}`,
  details: { street, postcode, municipality: place.municipality, province: place.province },
});
