import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { networkAddress, proxiesIn } from './address.ts';

const proxies = new Set(['10.0.0.1', '10.0.0.2']);
/** A request from a socket, with what it claims. */
const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage;

test.each([
  ['nobody can choose an address by a header', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  [
    'behind a proxy of ours it is the last entry that is none',
    '10.0.0.1',
    '198.51.100.9, 198.51.100.1, 10.0.0.2',
    '198.51.100.1',
  ],
  ['a proxy without the header counts itself', '10.0.0.1', undefined, '10.0.0.1'],
  ['IPv4 inside IPv6 is IPv4', '::ffff:203.0.113.7', undefined, '203.0.113.7'],
  ['IPv6 counts by its /64', '2001:db8:1:2:aaaa:bbbb:cccc:dddd', undefined, '2001:db8:1:2::/64'],
  ['also when it is written short', '2001:db8::1', undefined, '2001:db8:0:0::/64'],
])('[REG-4] %s', (_title, socket, forwarded, expected) => {
  expect(networkAddress(from(socket, forwarded), proxies)).toBe(expected);
});

test.each([
  ['one address, not its neighbour', '10.0.0.1', ['10.0.0.1'], ['10.0.0.2']],
  [
    'a network, to both its ends and no further',
    '10.42.0.0/16',
    ['10.42.0.0', '10.42.255.255'],
    ['10.43.0.0', '10.41.255.255'],
  ],
  ['several, of both kinds', ' 10.0.0.1 ,fd00::/8', ['10.0.0.1', 'fd12::1'], ['fe80::1', '10.0.0.3']],
  ['nobody', '', [], ['10.0.0.1', '', 'unknown']],
  ['nobody by what is no address', '10.0.0.0/33, proxy.example, 10.0.0.0/x', [], ['10.0.0.0', '10.0.0.1']],
])('[REG-4] trusted: %s', (_title, text, inside, outside) => {
  const trusted = proxiesIn(text);
  expect(inside.filter((address) => !trusted.has(address))).toEqual([]);
  expect(outside.filter((address) => trusted.has(address))).toEqual([]);
});
