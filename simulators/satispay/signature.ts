// Checks the signature of a request (draft-cavage HTTP signatures, RSA with SHA-256), written from the protocol anew.
import { createHash, createVerify } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A request whose date is further away than this is refused. */
const driftMilliseconds = 5 * 60_000;
const demanded = ['(request-target)', 'host', 'digest', 'date'];

/** What is wrong with it; nothing when it is signed by the key. */
export function signatureProblem(
  call: IncomingMessage,
  body: string,
  publicKeyOf: (keyId: string) => string | undefined,
): 'unknown key' | 'malformed' | 'digest' | 'date' | 'signature' | undefined {
  const given = /^Signature (.+)$/.exec(call.headers.authorization ?? '')?.[1] ?? '';
  const part = (name: string): string => new RegExp(`(?:^|,\\s*)${name}="([^"]*)"`).exec(given)?.[1] ?? '';
  const names = part('headers').toLowerCase().split(' ');
  if (part('algorithm') !== 'rsa-sha256' || demanded.some((name) => !names.includes(name))) return 'malformed';
  const publicKey = publicKeyOf(part('keyId'));
  if (!publicKey) return 'unknown key';
  const digest = `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
  if (call.headers.digest !== digest) return 'digest';
  const at = Date.parse(call.headers.date ?? '');
  if (Number.isNaN(at) || Math.abs(Date.now() - at) > driftMilliseconds) return 'date';
  const lines = names.map((name) =>
    name === '(request-target)'
      ? `${name}: ${(call.method ?? '').toLowerCase()} ${call.url}`
      : `${name}: ${String(call.headers[name] ?? '')}`,
  );
  const isTrue = createVerify('rsa-sha256').update(lines.join('\n')).verify(publicKey, part('signature'), 'base64');
  return isTrue ? undefined : 'signature';
}
