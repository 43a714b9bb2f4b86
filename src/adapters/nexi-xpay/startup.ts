// What the real gateway demands of our own addresses, said at start and in words instead of at the first payment.
import { isLoopback } from '#kernel/loopback.ts';
import type { ConfigurationFault } from '#kernel/settings.ts';
import { certificateFaults, publicAddressFaults } from '../public-address.ts';

type Gateway = { nexiAddress: string; nexiApiKey: string; publicAddress: string };

const who = 'the card gateway';

/**
 * What is wrong with the configuration as it is written. Return, cancel and notice addresses are ours, and the gateway
 * takes only ports 80 and 443 and, for notices, a public certificate (facts.md 7.2). Nothing is asked of a simulator.
 */
export function gatewayFaults({ nexiAddress, nexiApiKey, publicAddress }: Gateway): ConfigurationFault[] {
  if (nexiAddress === '' || isLoopback(nexiAddress) || !URL.canParse(nexiAddress)) return [];
  const faults: ConfigurationFault[] = [];
  if (new URL(nexiAddress).protocol !== 'https:') {
    faults.push({
      env: 'NEXI_ADDRESS',
      problem: `must begin with https: the key travels with every call: ${nexiAddress}`,
    });
  }
  if (nexiApiKey === '')
    faults.push({ env: 'NEXI_API_KEY', problem: 'is missing, and NEXI_ADDRESS names the real gateway' });
  return [...faults, ...publicAddressFaults(publicAddress, { who, isPortStandard: true })];
}

/**
 * The same, and when all of it is right a look at the certificate that our address shows. Meant to be awaited before the
 * web process listens.
 */
export async function startupCheck(gateway: Gateway): Promise<ConfigurationFault[]> {
  const faults = gatewayFaults(gateway);
  if (faults.length > 0 || gateway.nexiAddress === '' || isLoopback(gateway.nexiAddress)) return faults;
  return certificateFaults(gateway.publicAddress, who);
}
