// What the real gateway demands of our own addresses, said at start and in words instead of at the first payment.
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { isLoopback } from '#kernel/loopback.ts';
import type { ConfigurationFault } from '#kernel/settings.ts';

type Gateway = { nexiAddress: string; nexiApiKey: string; publicAddress: string };

/** Names that no certificate authority certifies (RFC 2606, 6761, 6762, 8375). */
const unCertifiable = /(^|\.)(localhost|local|test|example|invalid|internal|lan|home\.arpa)$/;

/**
 * What is wrong with the configuration as it is written. Return, cancel and notice addresses are ours, and the gateway
 * takes only ports 80 and 443 and, for notices, a public certificate (facts.md 7.2). Nothing is asked of a simulator.
 */
export function gatewayFaults({ nexiAddress, nexiApiKey, publicAddress }: Gateway): ConfigurationFault[] {
  if (nexiAddress === '' || isLoopback(nexiAddress) || !URL.canParse(nexiAddress)) return [];
  const faults: ConfigurationFault[] = [];
  const ours = (problem: string) => faults.push({ env: 'PUBLIC_ADDRESS', problem: `${problem}: ${publicAddress}` });
  if (new URL(nexiAddress).protocol !== 'https:') {
    faults.push({
      env: 'NEXI_ADDRESS',
      problem: `must begin with https: the key travels with every call: ${nexiAddress}`,
    });
  }
  if (nexiApiKey === '')
    faults.push({ env: 'NEXI_API_KEY', problem: 'is missing, and NEXI_ADDRESS names the real gateway' });
  if (!URL.canParse(publicAddress)) return faults;
  const { protocol, port, hostname } = new URL(publicAddress);
  if (protocol !== 'https:') ours('must begin with https, because the card gateway sends its notices nowhere else');
  if (port !== '') ours('must not name a port, because the card gateway takes only the standard one');
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) ours('must be a name and not a number, because the card gateway wants a public certificate');
  else if (!bare.includes('.') || unCertifiable.test(bare)) {
    ours('must be a public name, because nobody certifies this one and the card gateway wants a certificate');
  }
  return faults;
}

/**
 * The same, and when all of it is right a look at the certificate that our address shows. Nobody answering there yet is no
 * fault: the proxy may start after us. Meant to be awaited before the web process listens.
 */
export async function startupCheck(gateway: Gateway): Promise<ConfigurationFault[]> {
  const faults = gatewayFaults(gateway);
  if (faults.length > 0 || gateway.nexiAddress === '' || isLoopback(gateway.nexiAddress)) return faults;
  const { hostname } = new URL(gateway.publicAddress);
  const problem = await certificateProblem(hostname, 443);
  return problem ? [{ env: 'PUBLIC_ADDRESS', problem: `${problem}: ${gateway.publicAddress}` }] : [];
}

/** What is wrong with the certificate shown at a host and port, in words; nothing when it is right or nobody answers. */
export function certificateProblem(host: string, port: number, timeoutSeconds = 5): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: isIP(host) ? '' : host });
    const end = (problem?: string) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(timeoutSeconds * 1000, () => end());
    socket.once('secureConnect', () => end());
    socket.once('error', (error) => end(wordsFor('code' in error ? String(error.code) : '')));
  });
}

function wordsFor(code: string): string | undefined {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'shows a certificate that has expired, and the card gateway sends no notice there';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'shows a certificate made for another name, and the card gateway sends no notice there';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'shows a certificate that no public authority stands behind, and the card gateway sends no notice there';
    default:
      return undefined;
  }
}
