import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { certificateProblem } from '../public-address.ts';
import { gatewayFaults, startupCheck } from './startup.ts';

const real = {
  nexiAddress: 'https://xpay.nexigroup.com/api/phoenix-0.0/psp/api/v1',
  nexiApiKey: 'key',
  publicAddress: 'https://area.compagnia.it',
};

test.each([
  [{ publicAddress: 'http://area.compagnia.it' }, 'PUBLIC_ADDRESS', 'must begin with https'],
  [{ publicAddress: 'https://area.compagnia.it:8443' }, 'PUBLIC_ADDRESS', 'must not name a port'],
  [{ publicAddress: 'https://192.0.2.7' }, 'PUBLIC_ADDRESS', 'must be a name'],
  [{ publicAddress: 'https://[2001:db8::1]' }, 'PUBLIC_ADDRESS', 'must be a name'],
  [{ publicAddress: 'https://localhost' }, 'PUBLIC_ADDRESS', 'must be a public name'],
  [{ publicAddress: 'https://portale.compagnia.internal' }, 'PUBLIC_ADDRESS', 'must be a public name'],
  [{ nexiApiKey: '' }, 'NEXI_API_KEY', 'is missing'],
  [{ nexiAddress: 'http://xpay.nexigroup.com/v1' }, 'NEXI_ADDRESS', 'must begin with https'],
])('[PAY-10] the real gateway refuses to start with %o', (changes, env, words) => {
  const faults = gatewayFaults({ ...real, ...changes });
  expect(faults).toEqual([{ env, problem: expect.stringContaining(words) }]);
});

test('[PAY-10] all problems are told at once', () => {
  expect(gatewayFaults({ ...real, nexiApiKey: '', publicAddress: 'http://localhost:3000' })).toHaveLength(4);
});

test('[PAY-10] a standard address is right, also with the port written out', () => {
  expect(gatewayFaults(real)).toEqual([]);
  expect(gatewayFaults({ ...real, publicAddress: 'https://area.compagnia.it:443/' })).toEqual([]);
});

test.each(['', 'http://127.0.0.1:4000/v1', 'http://localhost:4000/v1', 'http://[::1]:4000/v1'])(
  '[PAY-10] no gateway, or a simulator on this machine (%s), demands nothing',
  async (nexiAddress) => {
    expect(await startupCheck({ nexiAddress, nexiApiKey: '', publicAddress: 'http://localhost:3000' })).toEqual([]);
  },
);

test('[PAY-10] a certificate that nobody stands behind is said; a host that does not answer is none of our faults', async () => {
  // This server carries a certificate of its own making, which is what is needed here.
  const server = new SMTPServer({ secure: true, logger: false });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  expect(await certificateProblem('localhost', port, 'the card gateway')).toMatch(/^shows a certificate/);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(await certificateProblem('localhost', port, 'the card gateway')).toBeUndefined();
});
