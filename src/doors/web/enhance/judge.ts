export type Verdict = 'short' | 'common' | 'fair' | 'good';

/** From this length on a password that repeats nothing is called good. */
const goodLength = 18;

/** A rough judgement that needs no list: too short, built of repeats and rows, long enough, or very long. */
export function judge(password: string, least: number): Verdict {
  const characters = [...password.toLowerCase()];
  if (characters.length < least) return 'short';
  if (new Set(characters).size < 6 || inRows(characters) > characters.length / 2) return 'common';
  return characters.length >= goodLength ? 'good' : 'fair';
}

/** How many characters only continue a row like `abcd`, `4321` or `aaaa`. */
function inRows(characters: string[]): number {
  let count = 0;
  for (let at = 2; at < characters.length; at++) {
    const step = code(characters, at) - code(characters, at - 1);
    if (Math.abs(step) <= 1 && step === code(characters, at - 1) - code(characters, at - 2)) count++;
  }
  return count;
}
const code = (characters: string[], at: number): number => characters[at]?.codePointAt(0) ?? 0;
