// Keys for each purpose from one secret (HKDF, RFC 5869): knowing one key tells nothing about another.
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export type Keys = {
  /** The key that makes new values. */
  current(purpose: string): Buffer;
  /** All keys that may check a value: the current one and, while a secret is being rotated, the one before. */
  accepted(purpose: string): Buffer[];
};

/** `secret` of at least 32 bytes; `previous` is accepted for checking only. */
export function keysFrom(secret: string, previous?: string): Keys {
  const kept = new Map<string, Buffer>();
  const derive = (from: string, purpose: string): Buffer => {
    const id = `${from === secret ? 0 : 1} ${purpose}`;
    let key = kept.get(id);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', from, 'sportello', purpose, 32));
      kept.set(id, key);
    }
    return key;
  };
  return {
    current: (purpose) => derive(secret, purpose),
    accepted: (purpose) => [derive(secret, purpose), ...(previous ? [derive(previous, purpose)] : [])],
  };
}

export const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** Compares two texts in a time that depends on neither. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}

/** JSON with sorted keys and no spaces, so that equal facts have equal bytes (for hashes and MACs). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
