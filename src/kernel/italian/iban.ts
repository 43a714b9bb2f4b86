// IBAN (ISO 13616) of the countries of the single euro payments area; for Italy and San Marino the inner check letter too.
import { accepted, type Checked, firstWrong, refused } from './checked.ts';
import { checkLetter } from './letters.ts';

declare const ibanBrand: unique symbol;
/** Capital letters and digits without spaces; both checks passed. */
export type Iban = string & { readonly [ibanBrand]: true };

export type IbanProblem = 'empty' | 'characters' | 'country' | 'length' | 'check' | 'cin';

/** Lengths by country, from the registry of IBAN formats. */
const lengths: Record<string, number> = Object.fromEntries(
  (
    'AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 ' +
    'LT20 LU20 LV21 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Two letters, two digits; then for Italy and San Marino CIN, ABI, CAB and account. */
const italianLayout = 'AANNANNNNNNNNNNXXXXXXXXXXXX';
const shapes: Record<string, RegExp> = { A: /[A-Z]/, N: /\d/, X: /[A-Z0-9]/ };

/** Reads an IBAN in any case and spacing. */
export function parseIban(text: string): Checked<Iban, IbanProblem> {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  if (bare === '') return refused('empty');
  const strange = firstWrong(bare, /[A-Z0-9]/);
  if (strange > 0) return refused('characters', strange);
  const misplaced = [...italianLayout.slice(0, isItalian(bare) ? 27 : 4)].findIndex(
    (kind, index) => index < bare.length && !shapes[kind]?.test(bare.charAt(index)),
  );
  if (misplaced >= 0) return refused('characters', misplaced + 1);
  const length = lengths[bare.slice(0, 2)];
  if (length === undefined) return refused('country', 1);
  if (bare.length !== length) return refused('length');
  if (remainder97(`${bare.slice(4)}${bare.slice(0, 4)}`) !== 1) return refused('check', 3);
  if (isItalian(bare) && checkLetter(bare.slice(5)) !== bare.charAt(4)) return refused('cin', 5);
  return accepted(branded(bare));
}

/** Makes an Italian IBAN from bank, branch and account, computing both checks. Throws on a wrong shape: the caller's bug. */
export function italianIban(abi: string, cab: string, account: string): Iban {
  const tail = `${abi}${cab}${account.toUpperCase().padStart(12, '0')}`;
  if (!/^\d{10}[A-Z0-9]{12}$/.test(tail)) throw new RangeError('not ABI, CAB and account');
  const bban = `${checkLetter(tail)}${tail}`;
  const check = 98 - remainder97(`${bban}IT00`);
  return branded(`IT${String(check).padStart(2, '0')}${bban}`);
}

const isItalian = (bare: string): boolean => /^(IT|SM)/.test(bare);

/** The number that the text stands for (A is 10 … Z is 35) modulo 97, digit by digit: it has far too many digits for a double. */
function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

// The only place that gives the brand, after the checks above.
const branded = (text: string) => text as Iban;
