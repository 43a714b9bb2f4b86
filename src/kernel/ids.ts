import { randomBytes, randomUUID } from 'node:crypto';

/** The moment and the version, of which every id of it begins. */
function beginning(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7`;
}

/** UUID version 7 (RFC 9562): the first 48 bits are milliseconds, so new rows land together in an index. */
export function newId(nowMilliseconds: number = Date.now()): string {
  // The rest is the random part of version 4, which Node makes from a pool: an import needs one for every row.
  return beginning(nowMilliseconds) + randomUUID().slice(15);
}

/** What twelve bits can count. */
const idsPerMillisecond = 4096;

/**
 * As many of them, each higher than the one before (RFC 9562, 6.2: a counter in the first random bits). The rows of a batch
 * go to the end of an index one after the other, and so does what refers to them.
 */
export function newIds(count: number, nowMilliseconds: number): string[] {
  return Array.from({ length: count }, (_none, at) => {
    const counter = (at % idsPerMillisecond).toString(16).padStart(3, '0');
    return beginning(nowMilliseconds + Math.floor(at / idsPerMillisecond)) + counter + randomUUID().slice(18);
  });
}

/** The lowest id that a row of this moment can have: those made since have it or a higher one. */
export const firstIdSince = (milliseconds: number): string => `${beginning(milliseconds)}000-8000-000000000000`;

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
