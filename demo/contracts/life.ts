// Life, savings and pension contracts, with what they are worth on a day.
import type { Maker, Person } from '../people/persons.ts';
import type { Texts } from '../rows.ts';
import type { Contract } from './contract.ts';
import { personGood } from './people.ts';
import { type Long, long, perYearOf } from './terms.ts';
import { inUnits, valued } from './valuation.ts';

export const benefitNames = {
  death: { it: 'In caso di morte', en: 'On death', de: 'Im Todesfall' },
  maturity: { it: 'A scadenza, stimato', en: 'At maturity, estimated', de: 'Bei Ablauf, geschätzt' },
  annuity: { it: 'Rendita mensile stimata', en: 'Estimated monthly annuity', de: 'Geschätzte monatliche Rente' },
} satisfies Record<string, Texts>;

type Frame = Pick<Contract, 'key' | 'number' | 'agency' | 'roles' | 'goods' | 'renews'>;

function frame({ registry }: Maker, key: string, person: Person, beneficiaries: readonly Person[]): Frame {
  return {
    key,
    number: registry.policyNumber(),
    agency: person.home.place.agency,
    renews: false,
    roles: [
      { party: person.key, role: 'policyholder' },
      { party: person.key, role: 'insured' },
      ...beneficiaries.map((one) => ({ party: one.key, role: 'beneficiary' as const })),
    ],
    goods: [personGood(person)],
  };
}

/** Pure protection: a capital for those who stay, dearer with age. */
export function termLifeOf(maker: Maker, key: string, person: Person, beneficiaries: readonly Person[]): Contract {
  const { book, chance } = maker;
  const valueCents = chance.integer(10, 30) * 1_000_000;
  // Mortality about doubles every ten years of age.
  const yearly = valueCents * 0.0009 * 2 ** ((person.age - 35) / 10) + 3_000;
  const term = long(chance, book.today, yearly, perYearOf(chance, [1, 60], [2, 30], [12, 10]), 20);
  return {
    ...rowOf(term),
    ...frame(maker, key, person, beneficiaries),
    product: 'mano-tesa',
    risk: { tier: 1, valueCents },
  };
}

/** Savings with a guaranteed share: revalued every year. */
export function endowmentOf(maker: Maker, key: string, person: Person, beneficiaries: readonly Person[]): Contract {
  const { book, chance } = maker;
  const isLife = chance.is(0.6);
  const years = chance.integer(15, 25);
  const term = long(
    chance,
    book.today,
    chance.integer(6, 28) * 10_000,
    perYearOf(chance, [1, 55], [2, 30], [12, 15]),
    years,
  );
  const rate = chance.integer(8, 22) / 1_000;
  const valuation = valued(
    term,
    book.today,
    () => rate,
    (worth, paidIn) => [
      { names: benefitNames.death, cents: Math.max(worth, paidIn) + 500_000 },
      { names: benefitNames.maturity, cents: Math.round(term.annualPremiumCents * years * (1 + rate) ** (years / 2)) },
    ],
  );
  const valueCents = Math.max(1_000_000, Math.round((term.annualPremiumCents * years) / 100_000) * 100_000);
  return {
    ...rowOf(term),
    ...frame(maker, key, person, beneficiaries),
    product: isLife ? 'domani-sereno' : 'semina',
    risk: { tier: 0, valueCents },
    valuation,
  };
}

/** Units of internal funds: the value goes up and down, and no year is like another. */
export function unitLinkedOf(maker: Maker, key: string, person: Person, beneficiaries: readonly Person[]): Contract {
  const { book, chance } = maker;
  const term = long(
    chance,
    book.today,
    chance.integer(12, 48) * 10_000,
    perYearOf(chance, [1, 40], [4, 20], [12, 40]),
    undefined,
  );
  const valuation = valued(
    term,
    book.today,
    () => chance.integer(-9, 14) / 100,
    (worth) => [{ names: benefitNames.death, cents: Math.round(worth * 1.01) }],
  );
  return {
    ...rowOf(term),
    ...frame(maker, key, person, beneficiaries),
    product: 'vento-largo',
    risk: { tier: 0, valueCents: Math.max(1_000_000, valuation.surrenderCents) },
    valuation: { ...valuation, ...inUnits(chance, valuation) },
  };
}

/** A pension plan: paid by the month, until retirement. */
export function pensionOf(maker: Maker, key: string, person: Person): Contract {
  const { book, chance } = maker;
  const term = long(
    chance,
    book.today,
    chance.integer(6, 30) * 10_000,
    perYearOf(chance, [12, 80], [1, 20]),
    Math.max(4, 68 - person.age),
  );
  const rate = chance.integer(15, 35) / 1_000;
  const valuation = valued(
    term,
    book.today,
    () => rate,
    (worth) => [{ names: benefitNames.annuity, cents: Math.round(worth * 0.0042) }],
  );
  return {
    ...rowOf(term),
    ...frame(maker, key, person, []),
    product: chance.is(0.5) ? 'stagione-piena' : 'stagione-lunga',
    risk: { tier: 0, valueCents: 10_000_000 },
    valuation,
  };
}

/** What of a term stands in the row of a policy. */
const rowOf = ({
  inception: _inception,
  paidInCents: _paidIn,
  ...row
}: Long): Omit<Long, 'inception' | 'paidInCents'> => row;
