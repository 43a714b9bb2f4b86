/** What makes a password weak, or that nothing found does. `fair` is long enough, `good` longer than most. */
export const verdicts = ['short', 'few', 'digits', 'repeated', 'row', 'own', 'fair', 'good'] as const;
export type Verdict = (typeof verdicts)[number];

/** From this length on a password that repeats nothing is called good. */
const goodLength = 18;
const differentMin = 6;
/** Shorter stretches of the username, or of a row of keys, are chance. */
const pieceMin = 4;

/**
 * A rough judgement that needs no list: what is wrong with it, worst first; one that is too short may be weak besides.
 * `own` is the username on the same page. The server judges again, with lists that never come here.
 */
export function judge(password: string, least: number, own = ''): Verdict[] {
  const text = password.toLowerCase();
  const characters = [...text];
  const found: Verdict[] = characters.length < least ? ['short'] : [];
  const weakness = characters.length < pieceMin ? undefined : weaknessOf(text, characters, own.toLowerCase());
  if (weakness) found.push(weakness);
  if (found.length > 0) return found;
  return [characters.length >= goodLength ? 'good' : 'fair'];
}

function weaknessOf(text: string, characters: string[], own: string): Verdict | undefined {
  if (/^[\d\s./-]+$/.test(text)) return 'digits';
  if (/^(.{1,8}?)\1+.{0,3}$/u.test(text)) return 'repeated';
  if (inRows(text) > characters.length / 2) return 'row';
  if (new Set(characters).size < differentMin && characters.length >= differentMin) return 'few';
  const pieces = own.split(/[@.\s]+/).filter((piece) => piece.length >= pieceMin);
  const rest = pieces.reduce((left, piece) => left.replaceAll(piece, ''), text);
  return rest.length < text.length && rest.length < 8 ? 'own' : undefined;
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890'];
const ways = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

/** How many characters lie in a stretch like `qwer`, `4321` or `aaaa`. */
function inRows(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const length = stretchAt(text, at);
    if (length >= pieceMin) count += length;
    at += length >= pieceMin ? length : 1;
  }
  return count;
}

function stretchAt(text: string, at: number): number {
  let length = 1;
  while (at + length < text.length && isStretch(text.slice(at, at + length + 1))) length++;
  return length;
}

const isStretch = (piece: string): boolean =>
  ways.some((way) => way.includes(piece)) || piece === piece.charAt(0).repeat(piece.length);
