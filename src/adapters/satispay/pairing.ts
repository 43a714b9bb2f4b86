// Pairing: a key pair of ours against an activation code of the shop, which can be used once (facts.md 7.1).
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { type Exchange, exchange, unknownJson } from '../exchange.ts';
import { codeOf, endpoint } from './client.ts';
import { paired } from './shapes.ts';

export type Pairing =
  | { kind: 'paired'; keyId: string; privateKeyPem: string }
  /** `unknown_code`: not of this environment; `used_code`: paired already; `bad_key`: our key was not taken. */
  | { kind: 'refused'; why: 'unknown_code' | 'used_code' | 'bad_key' | 'bad_request' }
  | { kind: 'silent'; why: Extract<Exchange, { kind: 'silent' }>['why'] | 'fault' };

/** The length that the provider's own libraries make. */
const keyBits = 2048;

/** Makes a new key pair and has its public half registered; the private one never leaves this machine. */
export async function pairWithSatispay(address: string, code: string): Promise<Pairing> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: keyBits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const answer = await exchange({
    address: endpoint(address, '/authentication_keys'),
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ public_key: publicKey, token: code }),
    timeoutSeconds: 30,
    bytesMax: 64 * 1024,
  });
  if (answer.kind === 'silent') return answer;
  if (answer.status === 200) {
    const read = paired.safeParse(unknownJson(answer.body));
    return read.success
      ? { kind: 'paired', keyId: read.data.key_id, privateKeyPem: privateKey }
      : { kind: 'silent', why: 'unreadable' };
  }
  if (answer.status >= 500) return { kind: 'silent', why: 'fault' };
  switch (codeOf(answer)) {
    case '41':
      return { kind: 'refused', why: 'unknown_code' };
    case '45':
      return { kind: 'refused', why: 'used_code' };
    case '34':
      return { kind: 'refused', why: 'bad_key' };
    default:
      return { kind: 'refused', why: 'bad_request' };
  }
}
