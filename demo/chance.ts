// Chance that can be repeated: the same seeds give the same numbers on every machine.

export type Chance = {
  /** An integer from `min` to `max`, ends included. */
  integer(min: number, max: number): number;
  /** True with the given probability, 0 to 1. */
  is(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** One of the values, each as likely as its weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
};

/** A source of its own for each list of seeds, so that one customer does not depend on how the others were made. */
export function chanceOf(...seeds: (number | string)[]): Chance {
  const next = sfc32(...hashed(seeds.join(' ')));
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    integer: (min, max) => min + below(max - min + 1),
    is: (probability) => next() < probability,
    pick(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    weighted(list) {
      let rest = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      const last = list.at(-1);
      if (!last) throw new RangeError('nothing to pick from');
      return last[0];
    },
  };
}

/** Small fast counting generator (C. Doty-Humphrey), 128 bits of state, numbers from 0 to 1 exclusive. */
function sfc32(first: number, second: number, third: number, fourth: number): () => number {
  let [a, b, c, counter] = [first, second, third, fourth];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** Four 32-bit numbers from a text (FNV-1a with four starting points). */
function hashed(text: string): [number, number, number, number] {
  const one = (start: number): number => {
    let hash = start;
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
    return hash;
  };
  return [one(0x811c9dc5), one(0x1b873593), one(0x85ebca6b), one(0xc2b2ae35)];
}

/** The n-th of `count` values in a scattered order without repetition; `step` must share no factor with `count`. */
export const scattered = (index: number, count: number, step: number): number => (index * step) % count;
