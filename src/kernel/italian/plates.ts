import { accepted, type Checked, firstWrong, refused } from './checked.ts';

declare const plateBrand: unique symbol;
/** An Italian plate without spaces: `GB482KL`. */
export type Plate = string & { readonly [plateBrand]: true };

export type PlateKind = 'car' | 'motorcycle' | 'trailer';
export type PlateProblem = 'empty' | 'characters' | 'length' | 'pattern';

/** I, O, Q and U are left out, being too like 1, 0 and V. */
const letter = '[A-HJ-NPR-TV-Z]';

/**
 * Cars since 1994 `AA000AA`; trailers since 2013 the same with a first X; motorcycles since 1999 and trailers until 2013
 * `AA00000`. Older plates name a province and are not read here.
 */
const patterns: [PlateKind, RegExp][] = [
  ['car', new RegExp(`^(?!X)${letter}{2}\\d{3}${letter}{2}$`)],
  ['motorcycle', new RegExp(`^${letter}{2}\\d{5}$`)],
  ['trailer', new RegExp(`^(X${letter}\\d{3}${letter}{2}|${letter}{2}\\d{5})$`)],
];

/** Reads a plate in any case and spacing; `pattern` means that letters and digits stand in no order that Italy uses. */
export function parsePlate(text: string): Checked<Plate, PlateProblem> {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  if (bare === '') return refused('empty');
  const strange = firstWrong(bare, /[A-HJ-NPR-TV-Z0-9]/);
  if (strange > 0) return refused('characters', strange);
  if (bare.length !== 7) return refused('length');
  if (!patterns.some(([, pattern]) => pattern.test(bare))) return refused('pattern');
  // The only place that gives the brand, after the checks above.
  return accepted(bare as Plate);
}

/** What the plate may be on: two letters and five digits were given to motorcycles and to trailers. */
export const plateKinds = (plate: Plate): PlateKind[] =>
  patterns.filter(([, pattern]) => pattern.test(plate)).map(([kind]) => kind);

/** As it is written on the plate: `GB 482 KL`, `AB 12345`; anything else as it came. */
export const formatPlate = (plate: string): string =>
  plate.replace(/^([A-Z]{2})(\d{3})([A-Z]{2})$/, '$1 $2 $3').replace(/^([A-Z]{2})(\d{5})$/, '$1 $2');
