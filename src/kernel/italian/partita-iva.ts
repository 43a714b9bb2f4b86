import { accepted, type Checked, firstWrong, refused } from './checked.ts';

declare const partitaIvaBrand: unique symbol;
/** Eleven digits whose last one checks the others. */
export type PartitaIva = string & { readonly [partitaIvaBrand]: true };

export type PartitaIvaProblem = 'empty' | 'characters' | 'length' | 'zeros' | 'check';

/** Reads a partita IVA, also in its European form `IT…` and with spaces. All zeros pass the check digit but belong to nobody. */
export function parsePartitaIva(text: string): Checked<PartitaIva, PartitaIvaProblem> {
  const bare = text.replace(/[\s.-]/g, '').replace(/^IT/i, '');
  if (bare === '') return refused('empty');
  const wrong = firstWrong(bare, /\d/);
  if (wrong > 0) return refused('characters', wrong);
  if (bare.length !== 11) return refused('length');
  if (/^0+$/.test(bare)) return refused('zeros');
  if (elevenDigitsCheck(bare.slice(0, 10)) !== bare.charAt(10)) return refused('check', 11);
  return accepted(branded(bare));
}

/** Makes one from its first ten digits. Throws on anything else: the caller's bug. */
export function partitaIvaFrom(tenDigits: string): PartitaIva {
  if (!/^\d{10}$/.test(tenDigits)) throw new RangeError('not ten digits');
  return branded(tenDigits + elevenDigitsCheck(tenDigits));
}

/** The eleventh digit of a partita IVA, and of a numeric codice fiscale: every second digit is doubled, less 9 above 9. */
export function elevenDigitsCheck(tenDigits: string): string {
  let sum = 0;
  for (let index = 0; index < 10; index += 1) {
    const digit = Number(tenDigits.charAt(index));
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

// The only place that gives the brand, after the checks above.
const branded = (text: string) => text as PartitaIva;
