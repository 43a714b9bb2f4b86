import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Simulator, startSimulator as startProcess } from '../../scripts/portal.ts';

/** A simulator as a process of its own, on a free port, until the file's last test is done. */
export async function startSimulator(name: string, given: readonly string[] = []): Promise<Simulator> {
  const folder = mkdtempSync(join(tmpdir(), `sportello-${name}-`));
  const simulator = await startProcess(name, { folder, arguments: given });
  afterAll(async () => {
    await simulator.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return simulator;
}
