// What somebody wrote about an answer, without what says who they are: it is kept for who writes the answers. [HLP-1]

const mark = '…';

/** E-mails, long numbers (telephones, policies, cards, codes), IBANs, codici fiscali and links are taken out. */
const personal: readonly RegExp[] = [
  /\S+@\S+/gu,
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /\b[a-z]{2}\d{2}(?:[ ]?[a-z0-9]){11,30}\b/giu,
  /\b[a-z]{6}[0-9lmnp-v]{2}[a-z][0-9lmnp-v]{2}[a-z][0-9lmnp-v]{3}[a-z]\b/giu,
  /\+?\d(?:[\s./-]?\d){3,}/gu,
];

/** At most so many characters, on one line, without personal data as far as a rule can see; empty when nothing is left. */
export function keptWords(text: string, max: number): string {
  const plain = personal.reduce((left, shape) => left.replace(shape, mark), text.slice(0, 4 * max).normalize('NFC'));
  const line = plain
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, max);
  return /\p{L}/u.test(line) ? line : '';
}
