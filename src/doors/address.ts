import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** The header in which the front door tells the pages the network address; whatever a client sent in it is overwritten. */
export const addressHeader = 'x-sportello-address';

/** The header in which the pages tell the front door which route it was: for the metrics, that know no addresses. */
export const routeHeader = 'x-sportello-route';

/**
 * The network address that limits are counted by: the socket's, or the last entry of X-Forwarded-For that is not one of
 * our own proxies (none unless configured, so that nobody can choose an address). IPv6 counts by its /64.
 */
export function networkAddress(request: IncomingMessage, trustedProxies: ReadonlySet<string>): string {
  const socket = plainAddress(request.socket.remoteAddress ?? 'unknown');
  if (!trustedProxies.has(socket)) return counted(socket);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => plainAddress(entry.trim()))
    .filter((entry) => entry !== '');
  return counted(forwarded.findLast((entry) => !trustedProxies.has(entry)) ?? socket);
}

const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');

/** The first four groups of an IPv6 address: one customer's line usually has a whole /64. */
function counted(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array.from({ length: 8 - first.length - last.length }, () => '0') : [];
  return `${[...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
