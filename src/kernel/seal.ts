// Secrets that have to be kept and read again: sealed with AES-256-GCM under a purpose key, so that a table or a backup
// alone opens nothing.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** Seals a text. Two seals of the same text differ. */
export function seal(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens it with one of the keys (`keys.accepted(purpose)`); nothing when none fits or a byte was changed. */
export function unseal(keys: readonly Buffer[], sealed: Buffer): string | undefined {
  for (const key of keys) {
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
      cipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
      return Buffer.concat([cipher.update(sealed.subarray(nonceBytes + tagBytes)), cipher.final()]).toString('utf8');
    } catch {
      // Another key, or not ours at all.
    }
  }
  return undefined;
}
