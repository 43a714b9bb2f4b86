// Finding an agency by place or name, as people type them. [REQ-10]
import { folded } from '#kernel/italian/folded.ts';
import { provinceOf, provinces } from '#kernel/italian/provinces.ts';
import { slips } from '#kernel/italian/slips.ts';

export type Placed = { name: string; street: string; postcode: string; municipality: string; province: string };

/** A municipality where no agency may be, with its province. */
export type Town = { name: string; province: string };

/**
 * What was found: agencies at what was typed; at something written almost like it; or, where there is none, near it. `near`
 * is the town that was meant, when the text names one.
 */
export type Found<T> = { how: 'at' | 'almost' | 'near'; near: Town | undefined; agencies: readonly T[] };

const nameOfProvince = (code: string): string => {
  const known = provinceOf(code);
  return known ? provinces[known] : '';
};
const wordsOf = (agency: Placed): string[] =>
  folded(
    [
      agency.name,
      agency.street,
      agency.postcode,
      agency.municipality,
      agency.province,
      nameOfProvince(agency.province),
    ].join(' '),
  ).split(' ');

/** Words that people put before a place. */
const fillers = new Set(['provincia', 'prov', 'comune', 'cap', 'agenzia', 'di', 'a', 'in']);

function wantedIn(search: string): string[] {
  const words = folded(search)
    .split(' ')
    .filter((word) => word !== '');
  const meant = words.filter((word) => !fillers.has(word));
  return meant.length > 0 ? meant : words;
}

/** Every word of the search begins a word of the agency's name or address. */
export const isAt = (agency: Placed, search: string): boolean => {
  const words = wordsOf(agency);
  return wantedIn(search).every((wanted) => words.some((word) => word.startsWith(wanted)));
};

/** The same, forgiving a slip of the finger in words that are long enough to tell. Numbers are taken as they are. */
function isAlmostAt(agency: Placed, search: string): boolean {
  const words = wordsOf(agency);
  return wantedIn(search).every((wanted) => {
    const most = slipsFor(wanted);
    return words.some(
      (word) =>
        word.startsWith(wanted) ||
        // Counted no further than matters: anybody may ask, with a word as long as they like.
        (most > 0 && slips(wanted, word.slice(0, wanted.length + 1), most) <= most),
    );
  });
}
const slipsFor = (word: string): number => (/\d/.test(word) || word.length < 5 ? 0 : word.length > 8 ? 2 : 1);

/** `towns` answers which municipalities carry a name (kernel/italian/places). */
export function findAt<T extends Placed>(
  agencies: readonly T[],
  search: string,
  towns: (name: string) => readonly Town[],
): Found<T> {
  const at = agencies.filter((agency) => isAt(agency, search));
  if (at.length > 0) return { how: 'at', near: undefined, agencies: inFirstPlace(at, search) };
  const [town] = towns(search);
  if (town) return nearTown(agencies, town);
  const almost = agencies.filter((agency) => isAlmostAt(agency, search));
  if (almost.length > 0) return { how: 'almost', near: undefined, agencies: almost };
  return { how: 'near', near: undefined, agencies: nearPostcode(agencies, search) };
}

/** Agencies in the town itself before those in a street of that name. */
function inFirstPlace<T extends Placed>(agencies: readonly T[], search: string): T[] {
  const wanted = folded(search);
  return agencies.toSorted(
    (one, other) => Number(folded(other.municipality) === wanted) - Number(folded(one.municipality) === wanted),
  );
}

/** No agency in the town: those of its province. */
const nearTown = <T extends Placed>(agencies: readonly T[], town: Town): Found<T> => ({
  how: 'near',
  near: town,
  agencies: agencies.filter((agency) => agency.province === town.province),
});

/** The first two figures of a postcode are a province or its neighbours. */
function nearPostcode<T extends Placed>(agencies: readonly T[], search: string): T[] {
  const part = /^(\d{2})\d{3}$/.exec(search.trim())?.[1];
  return part ? agencies.filter((agency) => agency.postcode.startsWith(part)) : [];
}
