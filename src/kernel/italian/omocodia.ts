// Omocodia: when two persons would have the same codice fiscale, digits become letters, from the right, and the check
// letter is computed anew. Both ways here work on text; `codice-fiscale.ts` gives them their types.

/** Indexes of the seven digits, from the right: the order in which they are replaced. */
const positions = [14, 13, 12, 10, 9, 7, 6];
const letters = 'LMNPQRSTUV';

/** Replaces the digits named by the bits of `mask`, 0 to 127; bit 0 is the rightmost digit. */
export function lettersForDigits(code: string, mask: number): string {
  const characters = [...code];
  positions.forEach((position, bit) => {
    if (mask & (1 << bit)) characters[position] = letters.charAt(Number(characters[position]));
  });
  return characters.join('');
}

/** Puts the digits back. */
export function digitsForLetters(code: string): string {
  const characters = [...code];
  for (const position of positions) {
    const digit = letters.indexOf(characters[position] ?? ' ');
    if (digit >= 0) characters[position] = String(digit);
  }
  return characters.join('');
}
