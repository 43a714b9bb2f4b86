// The register office of the fictional insurer: gives out everything that must exist once (codici fiscali, partite IVA,
// plates, phones, customer codes, policy numbers) from counters, so that a million customers need no more memory than one.
import type { Day } from '#kernel/days.ts';
import { codiceFiscaleOf, type PersonalData, withOmocodia } from '#kernel/italian/codice-fiscale.ts';
import { bareLetters } from '#kernel/italian/letters.ts';
import { partitaIvaFrom } from '#kernel/italian/partita-iva.ts';
import { plusDays } from '../calendar.ts';
import { chanceOf, scattered } from '../chance.ts';

export type Sex = 'F' | 'M';
/** Ages in whole years, ends included; each band has its own counters. */
const bands = {
  child: [1, 16],
  young: [19, 29],
  adult: [30, 42],
  grown: [43, 56],
  ripe: [57, 69],
  old: [70, 84],
} as const;
export type Band = keyof typeof bands;

export type Registry = ReturnType<typeof openRegistry>;

/** Family names are dealt into this many decks by their first letters in the code, so that two persons born on one day in one place differ. */
const decks = 4;
/** The plate of the cast, which no ordinary vehicle may bear. */
const reservedPlate = 'GB482KL';
const plateLetters = 'ABCDEFGHJKLMNPRSTVWXYZ';

export function openRegistry(today: Day, seed: number) {
  const counters = new Map<string, number>();
  const next = (name: string): number => {
    const value = counters.get(name) ?? 0;
    counters.set(name, value + 1);
    return value;
  };

  return {
    /**
     * A birth day within a band, and a lap that counts how often this day was given for the place and sex. The first
     * laps are told apart by the deck of the family name, further ones by omocodia.
     */
    birth(belfiore: string, sex: Sex, band: Band): { birthDay: Day; lap: number } {
      const [youngest, oldest] = bands[band];
      const days = (oldest - youngest + 1) * 365;
      const name = `${belfiore}${sex}${band}`;
      const index = next(name);
      // Each place begins elsewhere, or everybody would be born on the same few days.
      const start = chanceOf(seed, name).integer(0, days - 1);
      return {
        birthDay: plusDays(
          today,
          -Math.ceil(youngest * 365.25) - ((scattered(index % days, days, 1_697) + start) % days),
        ),
        lap: Math.floor(index / days),
      };
    },

    /** The family names that may be used for a birth. */
    familyNamesFor(names: readonly string[], birthDay: Day, lap: number): string[] {
      const deck = (Number(birthDay.slice(8, 10)) + lap) % decks;
      const found = names.filter((name) => deckOf(name) === deck);
      return found.length > 0 ? found : [...names];
    },

    codiceFiscale: (person: PersonalData, lap: number) =>
      withOmocodia(codiceFiscaleOf(person), Math.floor(lap / decks)),
    /** Children have a family name that was not dealt, so each lap is a variant of its own. */
    codiceOfChild: (person: PersonalData, lap: number) => withOmocodia(codiceFiscaleOf(person), lap),

    /** Numbers from 9,000,000 up, which real offices have hardly reached. */
    partitaIva: (office: string) => partitaIvaFrom(`${9_000_000 + scattered(next('firm'), 1_000_000, 7_919)}${office}`),

    customerCode: () => String(20_000_000 + scattered(next('customer'), 70_000_000, 7_654_321)),
    policyNumber: () => String(3_000_000_000 + scattered(next('policy'), 6_000_000_000, 1_234_577)),
    /** One block, +39 330 1010000 and up; the numbers below belong to the cast. */
    mobile: () => `+39330${1_010_000 + next('mobile')}`,
    /** Local numbers that begin with 0 are given to nobody. */
    landline: (prefix: string) => `+39${prefix}0${String(1_000 + next(`landline ${prefix}`)).padStart(5, '0')}`,

    /** A car's plate of the years around its registration. */
    carPlate(registeredOn: Day): string {
      const year = registeredOn.slice(0, 4);
      const first = year < '2010' ? 'D' : year < '2015' ? 'E' : year < '2020' ? 'F' : 'G';
      const plate = plateOf(first, scattered(next(`car ${first}`), 22 * 1_000 * 22 * 22, 1_234_577));
      return plate === reservedPlate
        ? plateOf(first, scattered(next(`car ${first}`), 22 * 1_000 * 22 * 22, 1_234_577))
        : plate;
    },
    motorcyclePlate(): string {
      const index = scattered(next('motorcycle'), 22 * 100_000, 123_457);
      return `E${plateLetters.charAt(Math.floor(index / 100_000))}${String(index % 100_000).padStart(5, '0')}`;
    },
    microchip: () => `380260${String(100_000_000 + next('microchip')).padStart(9, '0')}`,
  };
}

function plateOf(first: string, index: number): string {
  const letter = (place: number): string => plateLetters.charAt(Math.floor(index / place) % 22);
  return `${first}${letter(1)}${String(Math.floor(index / 22) % 1_000).padStart(3, '0')}${letter(22_000)}${letter(484_000)}`;
}

/** Names with the same three letters in the code fall into the same deck. */
function deckOf(name: string): number {
  const bare = bareLetters(name);
  const code = `${bare.replace(/[AEIOU]/g, '')}${bare.replace(/[^AEIOU]/g, '')}XXX`.slice(0, 3);
  return [...code].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % decks;
}
