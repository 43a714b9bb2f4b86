// The leaf of an attestation: what was executed, bound for ever, erasable by forgetting its salt. [CNF-10]
import { randomBytes } from 'node:crypto';
import type { Facts } from '#kernel/operation.ts';
import { canonicalJson, sha256 } from '#kernel/secrets.ts';

const saltBytes = 32;

/** RFC 6962 §2.1: a leaf is hashed behind a zero byte, so that it can never be taken for an inner node. */
export const leafOf = (salt: Uint8Array, facts: Facts): Buffer =>
  sha256(Buffer.concat([Buffer.of(0), salt, Buffer.from(canonicalJson(facts))]));

/** A leaf with a fresh salt: without it nobody can find the facts by trying them. */
export function saltedLeaf(facts: Facts): { salt: Buffer; leaf: Buffer } {
  const salt = randomBytes(saltBytes);
  return { salt, leaf: leafOf(salt, facts) };
}
