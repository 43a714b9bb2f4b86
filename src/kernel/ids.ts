import { randomBytes, randomUUID } from 'node:crypto';

/** UUID version 7 (RFC 9562): the first 48 bits are milliseconds, so new rows land together in an index. */
export function newId(nowMilliseconds: number = Date.now()): string {
  const time = nowMilliseconds.toString(16).padStart(12, '0');
  // The rest is the random part of version 4, which Node makes from a pool: an import needs one for every row.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The lowest id that a row of this moment can have: those made since have it or a higher one. */
export function firstIdSince(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** Crockford's base 32 in lower case: no i, l, o, u, so it can be read aloud. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random base-32 characters, five bits each. */
export const randomText = (characters: number): string => textOf(randomBytes(characters));

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += alphabet.charAt(byte & 31);
  return text;
}

const publicIdCharacters = 12;

/** The id of a thing in an address: 60 random bits, nothing personal in it. */
export const publicId = (): string => randomText(publicIdCharacters);

/** As many of them, for the rows of an import: asked of the system once. */
export function publicIds(count: number): string[] {
  const bytes = randomBytes(count * publicIdCharacters);
  return Array.from({ length: count }, (_none, at) =>
    textOf(bytes.subarray(at * publicIdCharacters, (at + 1) * publicIdCharacters)),
  );
}
