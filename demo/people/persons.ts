// Ordinary persons: where they were born decides their names, the registry their codes.
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import { fullYears } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Book } from '../rows.ts';
import { familyNames, foreignBirthplaces, givenNames, type Origin } from './names.ts';
import { type Place, places } from './places.ts';
import type { Band, Registry, Sex } from './registry.ts';

/** What is needed to make up customers. */
export type Maker = { book: Book; registry: Registry; chance: Chance };

export type Home = { place: Place; street: string; postcode: string };

/** What contacts and policies need to know of a party. */
export type Party = {
  key: string;
  kind: 'person' | 'sole_trader' | 'professional' | 'company';
  home: Home;
  name: string;
  language: Language;
};

export type Person = Party & {
  givenName: string;
  familyName: string;
  sex: Sex;
  birthDay: Day;
  age: number;
  band: Band;
  codiceFiscale: string;
};

/** A home anywhere; larger municipalities more often. */
export const someHome = (chance: Chance): Home =>
  homeIn(chance, chance.weighted(places.map((one) => [one, one.weight] as const)));

/** A home in a municipality. */
export function homeIn(chance: Chance, place: Place): Home {
  const [street, postcode] = chance.pick(place.streets);
  return { place, street: `${street} ${chance.integer(1, 160)}`, postcode };
}

/** The part of a party's row that its home gives. */
export const addressOf = ({ place, street, postcode }: Home) => ({
  agency: `agency-${place.agency}`,
  street,
  postcode,
  municipality: place.municipality,
  province: place.province,
});

/** Writes the row of a person. A family name is given for children, who have their parent's. */
export function writePerson(
  { book, registry, chance }: Maker,
  { key, home, band, ...given }: { key: string; home: Home; band: Band; sex?: Sex; familyName?: string },
): Person {
  const sex = given.sex ?? (chance.is(0.5) ? 'F' : 'M');
  const { origin, belfiore } = birthplace(chance, home, band);
  const { birthDay, lap } = registry.birth(belfiore, sex, band);
  const age = fullYears(birthDay, book.today);
  const familyName = given.familyName ?? chance.pick(registry.familyNamesFor(familyNames[origin], birthDay, lap));
  const givenName = chance.pick(givenNames(origin, sex, age));
  const person = { givenName, familyName, birthDay, sex, belfiore };
  const codiceFiscale = given.familyName ? registry.codiceOfChild(person, lap) : registry.codiceFiscale(person, lap);
  const language = languageOf(chance, origin);
  book.write('parties', key, {
    kind: 'person',
    codiceFiscale,
    givenName,
    familyName,
    birthDay,
    language,
    customerCode: registry.customerCode(),
    ...addressOf(home),
  });
  const name = `${givenName} ${familyName}`;
  return { key, kind: 'person', home, name, language, givenName, familyName, sex, birthDay, age, band, codiceFiscale };
}

/** Most people were born where they live, some elsewhere in Italy, a few abroad. */
function birthplace(chance: Chance, { place }: Home, band: Band): { origin: Origin; belfiore: string } {
  const kind =
    band === 'child'
      ? 'here'
      : chance.weighted([
          ['here', 70],
          ['near', 18],
          ['far', 9],
          ['abroad', 3],
        ] as const);
  if (kind === 'abroad') return chance.pick(foreignBirthplaces);
  const found =
    kind === 'here'
      ? place
      : chance.pick(kind === 'far' ? places : places.filter((one) => one.region === place.region));
  // A third of the people of Alto Adige are Italian speakers, whose families came from the Veneto more than from anywhere else.
  const origin = found.region === 'alto-adige' && chance.is(0.35) ? 'veneto' : found.region;
  return { origin, belfiore: found.belfiore };
}

function languageOf(chance: Chance, origin: Origin): Language {
  if (origin === 'germania') return 'de';
  if (origin === 'alto-adige') return chance.is(0.8) ? 'de' : 'it';
  return origin === 'romania' && chance.is(0.3) ? 'en' : 'it';
}
