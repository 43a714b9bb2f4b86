import { plusMonths } from '../calendar.ts';
import { inTier } from '../insurer/coverage.ts';
import type { Maker, Person } from '../people/persons.ts';
import type { Contract } from './contract.ts';
import { annual, perYearOf, tierOf } from './terms.ts';

const names = [
  'Birba',
  'Luna',
  'Zoe',
  'Rocky',
  'Pepe',
  'Stella',
  'Argo',
  'Kira',
  'Nuvola',
  'Miele',
  'Polpetta',
  'Oliver',
];
const breeds = {
  dog: ['meticcio', 'labrador', 'beagle', 'bassotto', 'jack russell', 'pastore tedesco', 'barboncino'],
  cat: ['europeo', 'certosino', 'siamese', 'persiano', 'norvegese delle foreste'],
};

export function petOf({ book, registry, chance }: Maker, key: string, person: Person): Contract {
  const species = chance.is(0.68) ? 'dog' : 'cat';
  const breed = chance.pick(breeds[species]);
  const ageMonths = chance.integer(4, 140);
  const tier = tierOf(chance);
  const yearly = (species === 'dog' ? 15_500 : 9_500) * inTier(tier, 0.8, 1.2, 1.7) * (1 + ageMonths / 240);
  return {
    ...annual(chance, book.today, yearly, perYearOf(chance, [1, 60], [2, 20], [12, 20])),
    key,
    number: registry.policyNumber(),
    product: tier === 0 ? 'zampa-felice' : 'zampa-felice-piu',
    renews: true,
    agency: person.home.place.agency,
    roles: [
      { party: person.key, role: 'policyholder' },
      { party: person.key, role: 'insured' },
    ],
    risk: { tier, valueCents: 0 },
    goods: [
      {
        kind: 'pet',
        name: `${chance.pick(names)}, ${breed}`,
        details: {
          species,
          breed,
          bornOn: plusMonths(book.today, -ageMonths).slice(0, 7),
          microchip: registry.microchip(),
        },
      },
    ],
  };
}
