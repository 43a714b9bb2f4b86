// Accident and health contracts of persons, families and the employees of a firm.

import { inTier } from '../insurer/coverage.ts';
import type { Firm } from '../people/firms.ts';
import type { Maker, Person } from '../people/persons.ts';
import type { Contract, Good } from './contract.ts';
import { annual, perYearOf, tierOf } from './terms.ts';

export const personGood = (person: Pick<Person, 'name' | 'birthDay'>): Good => ({
  kind: 'person',
  name: person.name,
  details: { bornOn: person.birthDay },
});

export function accidentOf(
  { book, registry, chance }: Maker,
  key: string,
  person: Person,
  family: readonly Person[],
): Contract {
  const tier = tierOf(chance);
  const valueCents = inTier(tier, 5_000_000, 10_000_000, 20_000_000);
  const heads = 1 + family.length;
  const yearly = valueCents * 0.0011 * (1 + 0.45 * (heads - 1)) + 2_000 + tier * 1_500;
  return {
    ...annual(chance, book.today, yearly, perYearOf(chance, [1, 80], [2, 20])),
    key,
    number: registry.policyNumber(),
    product: heads > 1 ? 'passo-lieve-famiglia' : 'passo-lieve',
    renews: true,
    agency: person.home.place.agency,
    roles: [
      { party: person.key, role: 'policyholder' },
      { party: person.key, role: 'insured' },
      ...family.map((one) => ({ party: one.key, role: 'insured' as const })),
    ],
    risk: { tier, valueCents },
    goods: [person, ...family].map(personGood),
  };
}

/** A family's health contract: dearer with age. */
export function healthOf(
  { book, registry, chance }: Maker,
  key: string,
  person: Person,
  family: readonly Person[],
): Contract {
  const tier = tierOf(chance);
  const yearlyOf = (age: number): number => (12_000 + age * 620) * inTier(tier, 0.8, 1.1, 1.7);
  const yearly = yearlyOf(person.age) + family.reduce((sum, one) => sum + yearlyOf(one.age) * 0.8, 0);
  return {
    ...annual(chance, book.today, yearly, perYearOf(chance, [1, 30], [2, 30], [4, 10], [12, 30])),
    key,
    number: registry.policyNumber(),
    product: 'respiro',
    agency: person.home.place.agency,
    renews: true,
    roles: [
      { party: person.key, role: 'policyholder' },
      { party: person.key, role: 'insured' },
      ...family.map((one) => ({ party: one.key, role: 'family_member' as const })),
    ],
    risk: { tier, valueCents: 0 },
    goods: [person, ...family].map(personGood),
  };
}

/** The health plan of a firm for its employees. */
export function planOf(
  { book, registry, chance }: Maker,
  key: string,
  firm: Firm,
  employees: readonly Person[],
): Contract {
  const tier = tierOf(chance);
  const yearly = employees.length * inTier(tier, 42_000, 56_000, 82_000);
  return {
    ...annual(chance, book.today, yearly, perYearOf(chance, [1, 40], [2, 40], [4, 20])),
    key,
    number: registry.policyNumber(),
    product: 'respiro-impresa',
    agency: firm.home.place.agency,
    renews: true,
    roles: [
      { party: firm.key, role: 'policyholder' },
      ...employees.map((one) => ({ party: one.key, role: 'employer_insured' as const })),
    ],
    risk: { tier, valueCents: 0 },
    goods: employees.map(personGood),
  };
}
