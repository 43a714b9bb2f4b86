import { accepted, type Checked, firstWrong, refused } from './checked.ts';

declare const postcodeBrand: unique symbol;
/** Five digits. Whether it belongs to a municipality is known only where the operator loaded a list. */
export type Postcode = string & { readonly [postcodeBrand]: true };

export type PostcodeProblem = 'empty' | 'characters' | 'length';

/** Reads an Italian postcode. None begins with 000: the first ones are those of Rome, 00118 and up. */
export function parsePostcode(text: string): Checked<Postcode, PostcodeProblem> {
  const bare = text.replace(/\s/g, '');
  if (bare === '') return refused('empty');
  const wrong = firstWrong(bare, /\d/);
  if (wrong > 0) return refused('characters', wrong);
  if (bare.length !== 5) return refused('length');
  if (bare.startsWith('000')) return refused('characters', 3);
  // The only place that gives the brand, after the checks above.
  return accepted(bare as Postcode);
}
