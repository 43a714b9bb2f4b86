import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { networkAddress } from './address.ts';

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
