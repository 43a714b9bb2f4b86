// What a real provider demands of our own public address, said at start and in words instead of at the first payment.
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { ConfigurationFault } from '#kernel/settings.ts';

/** Names that no certificate authority certifies (RFC 2606, 6761, 6762, 8375). */
const unCertifiable = /(^|\.)(localhost|local|test|example|invalid|internal|lan|home\.arpa)$/;

/** Who wants it, as a sentence says it, and whether it takes only the standard ports. */
export type Demanding = { who: string; isPortStandard: boolean };

/** What is wrong with our address as it is written, for a provider that calls us back over https. */
export function publicAddressFaults(publicAddress: string, { who, isPortStandard }: Demanding): ConfigurationFault[] {
  if (!URL.canParse(publicAddress)) return [];
  const faults: ConfigurationFault[] = [];
  const ours = (problem: string) => faults.push({ env: 'PUBLIC_ADDRESS', problem: `${problem}: ${publicAddress}` });
  const { protocol, port, hostname } = new URL(publicAddress);
  if (protocol !== 'https:') ours(`must begin with https, because ${who} sends its notices nowhere else`);
  if (isPortStandard && port !== '') ours(`must not name a port, because ${who} takes only the standard one`);
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0) ours(`must be a name and not a number, because ${who} wants a public certificate`);
  else if (!bare.includes('.') || unCertifiable.test(bare)) {
    ours(`must be a public name, because nobody certifies this one and ${who} wants a certificate`);
  }
  return faults;
}

/** A look at the certificate that our address shows. Nobody answering there yet is no fault: the proxy may start after us. */
export async function certificateFaults(publicAddress: string, who: string): Promise<ConfigurationFault[]> {
  const { hostname, port } = new URL(publicAddress);
  const problem = await certificateProblem(hostname, Number(port || 443), who);
  return problem ? [{ env: 'PUBLIC_ADDRESS', problem: `${problem}: ${publicAddress}` }] : [];
}

/** What is wrong with the certificate shown at a host and port, in words; nothing when it is right or nobody answers. */
export function certificateProblem(
  host: string,
  port: number,
  who: string,
  timeoutSeconds = 5,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: isIP(host) ? '' : host });
    const end = (problem?: string) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(timeoutSeconds * 1000, () => end());
    socket.once('secureConnect', () => end());
    socket.once('error', (error) => end(wordsFor('code' in error ? String(error.code) : '', who)));
  });
}

function wordsFor(code: string, who: string): string | undefined {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return `shows a certificate that has expired, and ${who} sends no notice there`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `shows a certificate made for another name, and ${who} sends no notice there`;
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return `shows a certificate that no public authority stands behind, and ${who} sends no notice there`;
    default:
      return undefined;
  }
}
