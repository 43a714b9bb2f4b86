// A whole portal for one test worker: its own database with the fictional insurer, simulators, web and worker.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Portal, startPortal } from '../../scripts/portal.ts';
import { clockOffset, filledTemplate } from './filled.ts';
import { onServer, urlOf } from './urls.ts';

export type TestPortal = Portal & {
  databaseUrl: string;
  /** With `logs/` of every process in it. */
  folder: string;
  /** The fictional insurer as on its first morning: whatever the tests did is gone. */
  renew(): Promise<void>;
  close(): Promise<void>;
};

let portals = 0;

/** Starts one from the filled template of the server `admin`. */
export async function testPortal(
  admin: string,
  options: { env?: Record<string, string>; hasWorker?: boolean } = {},
): Promise<TestPortal> {
  const filled = await filledTemplate(admin);
  const name = `clone_${process.pid}_portal${++portals}`;
  const databaseUrl = urlOf(admin, name);
  const renew = async () => {
    await onServer(admin, `drop database if exists ${name} with (force)`);
    await onServer(admin, `create database ${name} template ${filled.template}`);
  };
  await renew();
  const folder = mkdtempSync(join(tmpdir(), 'sportello-portal-'));
  const portal = await startPortal({
    databaseUrl,
    secretFile: filled.secretFile,
    folder,
    hasWorker: options.hasWorker ?? true,
    env: {
      SPORTELLO_CLOCK_OFFSET: String(clockOffset()),
      STORAGE_FOLDER: filled.files,
      ...options.env,
    },
  });
  return {
    ...portal,
    databaseUrl,
    folder,
    async renew() {
      await Promise.all([renew(), control(portal.nexi.address, 'reset', { orders: true })]);
      await control(portal.inbox.address, 'clear');
      await control(portal.inbox.address, 'reset');
    },
    async close() {
      await portal.stop();
      await onServer(admin, `drop database if exists ${name} with (force)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tells a simulator something (docs/reference/simulators.md). */
async function control(address: string, what: string, body: object = {}): Promise<void> {
  const answer = await fetch(new URL(`/control/${what}`, address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} refuses ${what}: ${await answer.text()}`);
}
