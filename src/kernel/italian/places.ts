// Municipalities, birthplaces and foreign states as questions over lists that `places.server.ts` reads.
import type { Day } from '../days.ts';
import { accepted, type Refused } from './checked.ts';
import { bareLetters } from './letters.ts';
import { provinceOf } from './provinces.ts';
import { slips } from './slips.ts';

/** A municipality of today. `belfiore` is missing where the list does not know it; `otherName` is the German or French one. */
export type Municipality = { name: string; otherName?: string; province: string; belfiore?: string };

/** Where a codice fiscale says that somebody was born. The days are those in which the code was in use, when known. */
export type Birthplace =
  | { kind: 'municipality'; belfiore: string; name: string; province: string; founded?: Day; ended?: Day }
  | { kind: 'state'; belfiore: string; name: string; iso3: string };

export type MunicipalityProblem = 'municipality' | 'province';
export type MunicipalityAnswer =
  | { ok: true; value: Municipality }
  | (Refused<MunicipalityProblem> & { suggestion?: Municipality });

export type Places = {
  /**
   * Whether a municipality lies in a province, compared without accents, apostrophes and case, by either name. The
   * suggestion of a refusal is the only municipality of that name elsewhere, or the nearest name in the province.
   */
  municipality(name: string, province: string): MunicipalityAnswer;
  /** Every municipality of that name, by either name, wherever it lies. */
  named(name: string): readonly Municipality[];
  /** The place of a Belfiore code; with a day, only one whose code was in use on it. */
  birthplace(belfiore: string, on?: Day): Birthplace | undefined;
};

/** Names in daily use that differ from the official ones by a word. */
const dailyNames: Record<string, string> = {
  REGGIOEMILIA: 'REGGIONELLEMILIA',
  REGGIOCALABRIA: 'REGGIODICALABRIA',
};

export function placesOf(municipalities: readonly Municipality[], birthplaces: readonly Birthplace[]): Places {
  const byName = new Map<string, Municipality[]>();
  const byProvince = Map.groupBy(municipalities, (one) => one.province);
  for (const one of municipalities) {
    for (const key of keysOf(one)) byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  const byCode = Map.groupBy(birthplaces, (one) => one.belfiore);

  return {
    municipality(name, province) {
      const code = provinceOf(province);
      const key = keyOf(name);
      const namesakes = byName.get(key) ?? [];
      const found = namesakes.find((one) => one.province === code);
      if (found) return accepted(found);
      const elsewhere = namesakes.length === 1 ? namesakes[0] : undefined;
      const suggestion = elsewhere ?? (code && nearest(key, byProvince.get(code) ?? []));
      const problem = !code || namesakes.length > 0 ? 'province' : 'municipality';
      return { ok: false, problem, ...(suggestion ? { suggestion } : {}) };
    },
    named: (name) => byName.get(keyOf(name)) ?? [],
    birthplace(belfiore, on) {
      const found = byCode.get(belfiore) ?? [];
      return on ? found.find((one) => wasInUse(one, on)) : found.at(-1);
    },
  };
}

const keyOf = (name: string): string => {
  const bare = bareLetters(name);
  return dailyNames[bare] ?? bare;
};

/** Under the Italian name, the other one, and both together as the registers write them. */
const keysOf = ({ name, otherName }: Municipality): string[] =>
  otherName === undefined || otherName === name
    ? [keyOf(name)]
    : [keyOf(name), keyOf(otherName), keyOf(name + otherName)];

function nearest(key: string, candidates: readonly Municipality[]): Municipality | undefined {
  const slipsMax = key.length > 8 ? 2 : 1;
  return candidates
    .map((one) => ({ one, distance: Math.min(...keysOf(one).map((other) => slips(key, other))) }))
    .filter(({ distance }) => distance <= slipsMax)
    .sort((left, right) => left.distance - right.distance)[0]?.one;
}

const wasInUse = (place: Birthplace, on: Day): boolean =>
  place.kind === 'state' || ((place.founded ?? on) <= on && (place.ended ?? on) >= on);
