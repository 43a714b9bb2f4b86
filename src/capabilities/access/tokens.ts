// Tokens of cookies: random, and stored as SHA-256 only, so that nothing in the database or a backup signs anybody in.
import { randomBytes } from 'node:crypto';
import { sha256 } from '#kernel/secrets.ts';

export type NewToken = { token: string; hash: Buffer };

/** Of the bits that the design asks for: 128 for a browser, 256 for a session. */
export function newToken(bits: 128 | 256): NewToken {
  const token = randomBytes(bits / 8).toString('base64url');
  return { token, hash: sha256(token) };
}

export const tokenHash = (token: string): Buffer => sha256(token);
