import { randomBytes } from 'node:crypto';

/** UUID version 7 (RFC 9562): the first 48 bits are milliseconds, so new rows land together in an index. */
export function newId(nowMilliseconds: number = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMilliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Crockford's base 32 in lower case: no i, l, o, u, so it can be read aloud. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Random base-32 characters, five bits each. */
export function randomText(characters: number): string {
  return Array.from(randomBytes(characters), (byte) => alphabet[byte & 31]).join('');
}

/** The id of a thing in an address: 60 random bits, nothing personal in it. */
export const publicId = (): string => randomText(12);
