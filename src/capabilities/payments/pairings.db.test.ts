import { expect, test } from 'vitest';
import { keysFrom } from '#kernel/secrets.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { keepPairing, pairingOf } from './index.ts';

const world = await testWorld();
const { context } = world;
const address = 'https://staging.authservices.satispay.com';
const pairing = { provider: 'satispay', address, keyId: 'the-key-id', privateKeyPem: '-----BEGIN PRIVATE KEY-----' };
const paired = { kind: 'paired', keyId: 'the-key-id', privateKeyPem: pairing.privateKeyPem };
const old = 'the secret of the tests, 32 bytes and more';
const rotated = 'another secret of the tests, 32 bytes';

test('[PAY-10] nothing is paired before somebody has; then only at the address it was made with', async () => {
  expect(await pairingOf(context, 'satispay', address)).toEqual({ kind: 'none' });
  await keepPairing(context, pairing);
  expect(await pairingOf(context, 'nobody', address)).toEqual({ kind: 'none' });
  expect(await pairingOf(context, 'satispay', 'https://authservices.satispay.com')).toEqual({ kind: 'elsewhere' });
  expect(await pairingOf(context, 'satispay', address)).toEqual(paired);
});

test('[DUT-2] the table holds no private key', async () => {
  const row = await context.database.selectFrom('provider_pairings').selectAll().executeTakeFirstOrThrow();
  expect(row.sealed_private_key.toString('latin1')).not.toContain('PRIVATE');
});

test('[PAY-10] pairing again takes the place of the one before', async () => {
  await keepPairing(context, { ...pairing, keyId: 'a new one' });
  expect(await pairingOf(context, 'satispay', address)).toEqual({ ...paired, keyId: 'a new one' });
});

test('[DUT-2] rotating the secret needs no new pairing; a secret that is lost does, and says so', async () => {
  const lost = { ...context, keys: keysFrom(rotated) };
  expect(await pairingOf(lost, 'satispay', address)).toEqual({ kind: 'unreadable' });
  const during = { ...context, keys: keysFrom(rotated, old) };
  expect(await pairingOf(during, 'satispay', address)).toMatchObject({ kind: 'paired' });
  // Sealed anew on the way: the old secret may go.
  expect(await pairingOf(lost, 'satispay', address)).toMatchObject({ kind: 'paired' });
  expect(await pairingOf(context, 'satispay', address)).toEqual({ kind: 'unreadable' });
});
