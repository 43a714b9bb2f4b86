import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** The header in which the front door tells the pages the network address; whatever a client sent in it is overwritten. */
export const addressHeader = 'x-sportello-address';

/** The header in which the pages tell the front door which route it was: for the metrics, that know no addresses. */
export const routeHeader = 'x-sportello-route';

/** Whose X-Forwarded-For is believed. */
export type Proxies = { has(address: string): boolean };

/** Reads addresses and networks (`10.0.0.1, 10.42.0.0/16`); what is neither is nobody. */
export function proxiesIn(text: string): Proxies {
  const list = new BlockList();
  for (const entry of text.split(',').map((one) => one.trim())) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) continue;
    const most = family === 'ipv6' ? 128 : 32;
    if (bits === undefined) list.addAddress(address, family);
    else if (Number(bits) <= most) list.addSubnet(address, Number(bits), family);
  }
  return { has: (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') };
}

/**
 * The network address that limits are counted by: the socket's, or the last entry of X-Forwarded-For that is not one of
 * our own proxies (none unless configured, so that nobody can choose an address). IPv6 counts by its /64.
 */
export function networkAddress(request: IncomingMessage, trustedProxies: Proxies): string {
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
