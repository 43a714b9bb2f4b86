// A whole portal for one test worker: its own database with the fictional insurer, simulators, web and worker.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Portal, startPortal } from '../../scripts/portal.ts';
import { control } from './control.ts';
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
  options: {
    env?: Record<string, string>;
    hasWorker?: boolean;
    /** The address by which web and worker reach the database, when it is not its own. */
    through?: (databaseUrl: string) => string;
  } = {},
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
    databaseUrl: options.through?.(databaseUrl) ?? databaseUrl,
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
      // The portal goes on with the key that it was started with.
      const { rows } = await onServer(
        databaseUrl,
        'select row_to_json(pairing)::text as kept from provider_pairings pairing',
      );
      await Promise.all([
        renew(),
        control(portal.nexi.address, 'reset', { orders: true }),
        control(portal.satispay.address, 'reset', { orders: true }),
      ]);
      for (const { kept } of rows) {
        await onServer(
          databaseUrl,
          `insert into provider_pairings select * from json_populate_record(null::provider_pairings, '${kept}')`,
        );
      }
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
