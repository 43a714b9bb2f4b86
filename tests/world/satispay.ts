// Satispay for a test file: its simulator as a process of its own, paired with as an operator would.
import { pairWithSatispay, satispay, signingKey } from '#adapters/satispay/index.ts';
import type { PaymentProvider } from '#capabilities/payments/index.ts';
import { startSimulator } from './simulator.ts';

export async function pairedSatispay(): Promise<{ address: string; provider: PaymentProvider }> {
  const { told } = await startSimulator('satispay', ['--retry-milliseconds', '100']);
  const pairing = await pairWithSatispay(told.address, told.code);
  if (pairing.kind !== 'paired') throw new Error(`not paired: ${pairing.why}`);
  const key = signingKey(pairing.keyId, pairing.privateKeyPem);
  return { address: told.address, provider: satispay({ address: told.address, key }) };
}
