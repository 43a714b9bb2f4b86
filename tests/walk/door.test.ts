// The front door alone, as a proxy or an attacker reaches it: whatever stands in a request, it answers and goes on.
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import type { Program } from '#compose.ts';
import { frontDoor } from '#doors/front.ts';
import { noMeter } from '#kernel/meter.ts';
import { readSettings } from '#kernel/settings.ts';
import { head, raw } from './raw.ts';

/** What the pages were asked with; they answer nothing else here. */
type Reached = { target: string | undefined; host: unknown; protocol: unknown; address: unknown };

const servers: http.Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function door(environment: Record<string, string>) {
  const program = { context: { settings: readSettings(environment, []), meter: noMeter } } as unknown as Program;
  const front = frontDoor(program);
  const server = http.createServer((request, response) =>
    front(request, response, () => {
      const {
        'x-sportello-host': host,
        'x-sportello-protocol': protocol,
        'x-sportello-address': address,
      } = request.headers;
      response.end(JSON.stringify({ target: request.url, host, protocol, address } satisfies Reached));
    }),
  );
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return (target: string, lines: Record<string, string>, method?: string) => raw(port, head(target, lines, method));
}

/** An inbox that says which address reached it. */
const inbox = http.createServer((request, response) => response.end(`${request.method} ${request.url}`));
servers.push(inbox.listen(0, '127.0.0.1'));
await once(inbox, 'listening');

const real = await door({ PUBLIC_ADDRESS: 'https://area.esempio.example' });
const proxied = await door({ PUBLIC_ADDRESS: 'https://area.esempio.example', TRUSTED_PROXIES: '127.0.0.1, 10.0.0.2' });
const demo = await door({
  PUBLIC_ADDRESS: 'http://localhost:3000',
  DEMO_ADDRESS: `http://127.0.0.1:${(inbox.address() as AddressInfo).port}`,
});
const own = { host: 'area.esempio.example' };
const reached = (answer: { body: string }): Reached => JSON.parse(answer.body);

test.each([
  ['/polizze?a=1', 'https://area.esempio.example/polizze?a=1'],
  ['//elsewhere.example/x', 'https://area.esempio.example//elsewhere.example/x'],
  ['/\\elsewhere.example', 'https://area.esempio.example/\\elsewhere.example'],
  ['//', 'https://area.esempio.example//'],
  ['/%zz', 'https://area.esempio.example/%zz'],
])('[DUT-4] a GET of %s with another Host is sent to our own address, whatever it says', async (target, location) => {
  expect(await real(target, { host: 'elsewhere.example' })).toMatchObject({ status: 308, headers: { location } });
});

test.each([
  '',
  'a b',
  '[::1',
  'elsewhere.example:99999',
  'area.esempio.example.elsewhere.example',
  'user@area.esempio.example',
])('[DUT-4] a Host of "%s" is not ours, and ends nothing', async (host) => {
  for (const ask of [real, demo]) {
    expect((await ask('/', { host })).status).toBe(308);
    expect((await ask('/aspetto', { host, 'content-length': '0' }, 'POST')).status).toBe(421);
    expect((await ask('/livez', { host })).status).toBe(200);
  }
});

test.each([
  'http://elsewhere.example/',
  'http://[',
  'http://elsewhere.example/demo/inbox',
  '*',
  '/%00',
  '/aiuto?cerca=%00',
])('[DUT-4] a target that is no path, or has a NUL in it (%s), is refused', async (target) => {
  for (const ask of [real, demo]) expect((await ask(target, own, 'OPTIONS')).status).toBe(400);
  expect((await real(target, { host: 'elsewhere.example' })).status).toBe(400);
});

test('[DUT-4] protocol and host of the pages come from the configuration, never from a request', async () => {
  const forged = {
    'x-sportello-protocol': 'http',
    'x-sportello-host': 'elsewhere.example',
    'x-forwarded-proto': 'http',
  };
  expect(reached(await real('/', { ...own, ...forged, 'x-forwarded-host': 'elsewhere.example' }))).toMatchObject({
    protocol: 'https',
    host: 'area.esempio.example',
  });
});

test.each([
  [{}, '127.0.0.1'],
  [{ 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
  [{ 'x-sportello-address': '203.0.113.9', forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' }, '127.0.0.1'],
])('[REG-4] without trusted proxies a network address is the one of the socket: %j', async (lines, address) => {
  expect(reached(await real('/', { ...own, ...lines }))).toMatchObject({ address });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['198.51.100.7, 203.0.113.9', '203.0.113.9'],
  ['198.51.100.7, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['', '127.0.0.1'],
])('[REG-4] behind our proxy the last address that is not ours counts: "%s"', async (forwarded, address) => {
  expect(reached(await proxied('/', { ...own, 'x-forwarded-for': forwarded }))).toMatchObject({ address });
});

test('[INT-3] only what lies below /demo/ is handed to the inbox, and only in the demo', async () => {
  const host = { host: 'localhost:3000' };
  expect((await demo('/demo/inbox?to=x', host)).body).toContain('GET /demo/inbox?to=x');
  for (const target of [
    '/demo/../control/reset',
    '/demo/..\\control/reset',
    '/demo/%2e%2e/control',
    '/demo/./../control',
  ]) {
    const answer = await demo(target, host, 'POST');
    expect(answer.body, target).not.toMatch(/^POST \/control/m);
    expect(answer.status, target).toBe(404);
  }
  expect(reached(await real('/demo/inbox', own))).toMatchObject({ target: '/demo/inbox' });
});
