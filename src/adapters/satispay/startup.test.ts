import { expect, test } from 'vitest';
import { satispayFaults, startupCheck } from './startup.ts';

const real = { satispayAddress: 'https://authservices.satispay.com', publicAddress: 'https://area.compagnia.it' };

test.each([
  [{ publicAddress: 'http://area.compagnia.it' }, 'PUBLIC_ADDRESS', 'must begin with https'],
  [{ publicAddress: 'https://192.0.2.7' }, 'PUBLIC_ADDRESS', 'must be a name'],
  [{ publicAddress: 'https://localhost' }, 'PUBLIC_ADDRESS', 'must be a public name'],
  [{ satispayAddress: 'http://authservices.satispay.com' }, 'SATISPAY_ADDRESS', 'must begin with https'],
])('[PAY-10] the real Satispay refuses to start with %o', (changes, env, words) => {
  expect(satispayFaults({ ...real, ...changes })).toEqual([{ env, problem: expect.stringContaining(words) }]);
});

test('[PAY-10] the real one with an address that can be called back is right', () => {
  expect(satispayFaults(real)).toEqual([]);
});

test.each(['', 'http://127.0.0.1:4004', 'http://localhost:4004', 'http://[::1]:4004'])(
  '[PAY-10] no Satispay, or a simulator on this machine (%s), demands nothing',
  async (satispayAddress) => {
    expect(await startupCheck({ satispayAddress, publicAddress: 'http://localhost:3000' })).toEqual([]);
  },
);
