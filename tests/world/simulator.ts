import { afterAll } from 'vitest';
import { startSimulator as start } from '../../simulators/start.ts';

/** A simulator as a process of its own on free ports, until the file's last test is done. */
export const startSimulator: typeof start = async (
  name: 'inbox' | 'nexi-xpay' | 'satispay',
  options?: readonly string[],
) => {
  // The overloads of `start` tell what each simulator says; here both are one.
  const started = await (start as (name: string, options?: readonly string[]) => Promise<never>)(name, options);
  afterAll(() => (started as { stop(): Promise<void> }).stop());
  return started;
};
