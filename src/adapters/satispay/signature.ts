// The signature of a request (draft-cavage HTTP signatures with RSA and SHA-256, facts.md 7.1): which lines are signed,
// in which order, and the headers that carry them.
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';

export type SigningKey = { keyId: string; privateKey: KeyObject };

/** The key as stored, PEM. Throws when it is none. */
export const signingKey = (keyId: string, privateKeyPem: string): SigningKey => ({
  keyId,
  privateKey: createPrivateKey(privateKeyPem),
});

export type Unsigned = { method: 'GET' | 'POST' | 'PUT'; address: URL; body?: string; at: Date };

/** The text that is signed: a line per header, without one at the end. What has no body signs neither its type nor its length. */
export function signedText({ method, address, body, at }: Unsigned): { names: string; text: string } {
  const lines: [string, string][] = [
    ['(request-target)', `${method.toLowerCase()} ${address.pathname}${address.search}`],
    ['host', address.host],
    ...(body === undefined
      ? []
      : ([
          ['content-type', 'application/json'],
          ['content-length', String(Buffer.byteLength(body))],
        ] as [string, string][])),
    ['digest', digestOf(body ?? '')],
    ['date', at.toUTCString()],
  ];
  return {
    names: lines.map(([name]) => name).join(' '),
    text: lines.map(([name, value]) => `${name}: ${value}`).join('\n'),
  };
}

const digestOf = (body: string): string => `SHA-256=${createHash('sha256').update(body).digest('base64')}`;

/** The headers of a signed request; host and length are written by whoever sends it, from the same address and body. */
export function signedHeaders(request: Unsigned, key: SigningKey): Record<string, string> {
  const { names, text } = signedText(request);
  const signature = sign('sha256', Buffer.from(text), key.privateKey).toString('base64');
  return {
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    digest: digestOf(request.body ?? ''),
    date: request.at.toUTCString(),
    authorization: `Signature keyId="${key.keyId}", algorithm="rsa-sha256", headers="${names}", signature="${signature}"`,
  };
}
