// What is insured, in the reader's words.
import { type Good, policiesWords } from '#capabilities/policies/index.ts';
import { dayOrNothing } from '#kernel/days.ts';
import { longDay, money, monthAndYear, wholeNumber } from '#kernel/format.ts';
import { formatPlate } from '#kernel/italian/plates.ts';
import type { Language } from '#kernel/language.ts';
import { cents } from '#kernel/money.ts';

/** A line of the kit's list of facts. */
export type Fact = {
  label: string;
  value: string;
  isIdentifier?: boolean;
  isAmount?: boolean;
  hasCopy?: boolean;
  group?: number | readonly number[];
};

/** `Fiat Panda GB 482 KL`, `Via dei Serragli 21, Firenze`, `Birillo, bassotto`. */
export const goodText = (good: Pick<Good, 'name' | 'plate'>): string =>
  good.plate ? `${good.name} ${formatPlate(good.plate)}` : good.name;

/** The insured things of a policy in one line; persons are no things, so a policy of persons has no such line. */
export function goodsText(goods: readonly Good[], language: Language): string | undefined {
  const things = goods.filter((good) => good.kind !== 'person');
  const [first, second] = things;
  if (!first) return undefined;
  if (things.length === 2 && second) return `${goodText(first)}, ${goodText(second)}`;
  if (things.length === 1) return goodText(first);
  return policiesWords(language)('policies.goods_more', { good: goodText(first), count: things.length - 1 });
}

type Known = (typeof known)[number];
/** The details that have a label, in the order in which they are shown. What the core sends beyond them is not. */
const known = [
  'registeredOn',
  'powerKw',
  'meritClass',
  'species',
  'breed',
  'bornOn',
  'microchip',
  'squareMetres',
  'builtIn',
  'employees',
  'turnover',
] as const;

/** The facts of one insured thing as label and value. */
export function goodFacts(good: Good, language: Language): Fact[] {
  const say = policiesWords(language);
  const { street, postcode, municipality, province } = good.details;
  const address =
    street && municipality ? `${street}, ${postcode ?? ''} ${municipality} (${province ?? ''})` : undefined;
  return [
    ...(good.plate
      ? [{ label: say('policies.good_plate'), value: good.plate, isIdentifier: true, group: [2, 3, 2] as const }]
      : []),
    ...(address ? [{ label: say('policies.good_address'), value: address }] : []),
    ...known.flatMap((name) => {
      const value = good.details[name];
      if (!value) return [];
      const isIdentifier = name === 'microchip';
      return [{ label: say(`policies.good_${name}`), value: detailText(name, value, language), isIdentifier }];
    }),
  ];
}

function detailText(name: Known, value: string, language: Language): string {
  switch (name) {
    case 'registeredOn':
    case 'bornOn':
      return dayText(value, language);
    case 'powerKw':
      return `${value}\u00a0kW`;
    case 'squareMetres':
      return `${value}\u00a0m²`;
    case 'species':
      return policiesWords(language)('policies.good_species_value', { species: value });
    case 'employees':
      return /^\d+$/.test(value) ? wholeNumber(Number(value), language) : value;
    case 'turnover':
      return /^\d{1,12}$/.test(value) ? money(cents(Number(value) * 100), language) : value;
    default:
      return value;
  }
}

/** A whole day, or a month where the core knows no more. */
function dayText(value: string, language: Language): string {
  const whole = dayOrNothing(value);
  if (whole) return longDay(whole, language);
  const month = dayOrNothing(`${value}-01`);
  return month ? monthAndYear(month, language) : value;
}
