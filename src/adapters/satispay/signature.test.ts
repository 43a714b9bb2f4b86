// The signature against the protocol: the text written out by hand, and the signature checked by node:crypto alone.
import { createVerify, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedHeaders, signedText, signingKey } from './signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const key = signingKey('the-key-id', privateKey);
const at = new Date('2026-11-24T09:05:07Z');
const verified = (text: string, signature: string): boolean =>
  createVerify('RSA-SHA256').update(text).verify(publicKey, signature, 'base64');
const signatureIn = (authorization = ''): string => /signature="([^"]+)"$/.exec(authorization)?.[1] ?? '';

test('[PAY-10] a request with a body signs its type and length too', () => {
  const request = {
    method: 'POST',
    address: new URL('https://staging.authservices.satispay.com/g_business/v1/payments'),
    body: '{"city":"Forlì"}',
    at,
  } as const;
  // The digest was computed with `printf '{"city":"Forlì"}' | openssl dgst -sha256 -binary | base64`.
  const text = [
    '(request-target): post /g_business/v1/payments',
    'host: staging.authservices.satispay.com',
    'content-type: application/json',
    'content-length: 17',
    'digest: SHA-256=pi6MWEzZb7Z+FJ5Q37UDQQVSJ6U+O90IqpvlKx8Oi58=',
    'date: Tue, 24 Nov 2026 09:05:07 GMT',
  ].join('\n');
  expect(signedText(request)).toEqual({
    names: '(request-target) host content-type content-length digest date',
    text,
  });
  const headers = signedHeaders(request, key);
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    digest: 'SHA-256=pi6MWEzZb7Z+FJ5Q37UDQQVSJ6U+O90IqpvlKx8Oi58=',
    date: 'Tue, 24 Nov 2026 09:05:07 GMT',
  });
  expect(headers.authorization).toMatch(
    /^Signature keyId="the-key-id", algorithm="rsa-sha256", headers="\(request-target\) host content-type content-length digest date", signature="[A-Za-z0-9+/]+=*"$/,
  );
  expect(verified(text.replace('post', 'put'), signatureIn(headers.authorization))).toBe(false);
  expect(verified(`${text}\n`, signatureIn(headers.authorization))).toBe(false);
  expect(verified(text, signatureIn(headers.authorization))).toBe(true);
});

test('[PAY-10] one without a body signs the digest of nothing, and its query', () => {
  const request = {
    method: 'GET',
    address: new URL('http://127.0.0.1:4004/g_business/v1/payments?status=PENDING&limit=100'),
    at,
  } as const;
  const text = [
    '(request-target): get /g_business/v1/payments?status=PENDING&limit=100',
    'host: 127.0.0.1:4004',
    'digest: SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'date: Tue, 24 Nov 2026 09:05:07 GMT',
  ].join('\n');
  expect(signedText(request)).toEqual({ names: '(request-target) host digest date', text });
  const headers = signedHeaders(request, key);
  expect(headers).not.toHaveProperty('content-type');
  expect(verified(text.replace('PENDING', 'ACCEPTED'), signatureIn(headers.authorization))).toBe(false);
  expect(verified(text, signatureIn(headers.authorization))).toBe(true);
});
