// What the real Satispay demands of our own addresses, said at start and in words instead of at the first payment.
import { isLoopback } from '#kernel/loopback.ts';
import type { ConfigurationFault } from '#kernel/settings.ts';
import { certificateFaults, publicAddressFaults } from '../public-address.ts';

type Configured = { satispayAddress: string; publicAddress: string };

const who = 'Satispay';

/** What is wrong with the configuration as it is written. Nothing is asked of a simulator. */
export function satispayFaults({ satispayAddress, publicAddress }: Configured): ConfigurationFault[] {
  if (satispayAddress === '' || isLoopback(satispayAddress) || !URL.canParse(satispayAddress)) return [];
  const isSafe = new URL(satispayAddress).protocol === 'https:';
  return [
    ...(isSafe
      ? []
      : [{ env: 'SATISPAY_ADDRESS', problem: `must begin with https: payments travel there: ${satispayAddress}` }]),
    ...publicAddressFaults(publicAddress, { who, isPortStandard: false }),
  ];
}

/** The same, and when all of it is right a look at the certificate that our address shows. */
export async function startupCheck(configured: Configured): Promise<ConfigurationFault[]> {
  const faults = satispayFaults(configured);
  if (faults.length > 0 || configured.satispayAddress === '' || isLoopback(configured.satispayAddress)) return faults;
  return certificateFaults(configured.publicAddress, who);
}
