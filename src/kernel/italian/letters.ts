// The two tables that the codice fiscale (DM 23-12-1976) and the Italian IBAN (CIN) weigh their characters with.

const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** A=0 … Z=25; a digit is its value. */
const order = (character: string): number => {
  const code = character.charCodeAt(0);
  return code < 65 ? code - 48 : code - 65;
};

/**
 * The letter that checks a text of capital letters and digits: characters in odd positions (the first is odd) weigh by
 * the table, the others by their order; the sum modulo 26 is the letter.
 */
export function checkLetter(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = order(text.charAt(index));
    sum += index % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** Capital letters A to Z only: accents, apostrophes, hyphens and spaces of a name fall away, `Nicolò D'Alò` is `NICOLODALO`. */
export function bareLetters(name: string): string {
  return name
    .toUpperCase()
    .replaceAll('Æ', 'AE')
    .replaceAll('Œ', 'OE')
    .replaceAll('Ø', 'O')
    .replaceAll('Ł', 'L')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[^A-Z]/g, '');
}
