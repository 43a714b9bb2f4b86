// Home contracts. The premium follows what rebuilding would cost and how the ground shakes.

import { inTier } from '../insurer/coverage.ts';
import type { Maker, Person } from '../people/persons.ts';
import type { Region } from '../people/places.ts';
import type { Contract } from './contract.ts';
import { annual, perYearOf, tierOf } from './terms.ts';

const regionFactor: Record<Region, number> = {
  toscana: 1.1,
  veneto: 1,
  'alto-adige': 0.85,
  lombardia: 0.95,
  campania: 1.25,
};
/** A year of the kit of sensors, which is not insurance and is invoiced apart. */
const kitCents = 4_800;
/** Cost of rebuilding a square metre. */
const rebuildCents = 165_000;

export function homeOf(
  { book, registry, chance }: Maker,
  key: string,
  person: Person,
  others: readonly Person[],
): Contract {
  const { place, street, postcode } = person.home;
  const squareMetres = chance.integer(42, 180);
  const tier = tierOf(chance);
  const valueCents = squareMetres * rebuildCents;
  const hasKit = chance.is(0.2);
  const yearly =
    (valueCents * inTier(tier, 0.0008, 0.0012, 0.0017) + 4_500) * regionFactor[place.region] + (hasKit ? kitCents : 0);
  const details = {
    street,
    postcode,
    municipality: place.municipality,
    province: place.province,
    squareMetres: String(squareMetres),
    builtIn: String(chance.integer(1900, Number(book.today.slice(0, 4)) - 2)),
  };
  return {
    ...annual(chance, book.today, yearly, perYearOf(chance, [1, 70], [2, 30]), hasKit ? kitCents : 0),
    key,
    number: registry.policyNumber(),
    product: hasKit ? 'tetto-vigile' : 'tetto-saldo',
    agency: place.agency,
    renews: true,
    roles: [
      { party: person.key, role: 'policyholder' },
      { party: person.key, role: 'insured' },
      ...others.map((other) => ({ party: other.key, role: 'insured' as const })),
    ],
    risk: { tier, valueCents },
    goods: [{ kind: 'building', name: `${street}, ${place.municipality}`, details }],
  };
}
