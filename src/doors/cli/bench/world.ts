// The portal that is measured: an own PostgreSQL with production's settings, the fictional insurer, the built server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase } from '#compose.ts';
import { randomText } from '#kernel/ids.ts';
import { joinCluster } from '../../../../scripts/cluster.ts';
import { type Portal, startPortal } from '../../../../scripts/portal.ts';
import { secretFile } from '../demo/place.ts';
import { fillDatabase } from '../demo/reset.ts';

export type BenchPortal = Portal & { databaseUrl: string; folder: string };

type PortalOptions = {
  /** Of the fictional insurer, or a filling of one's own for a migrated, empty database. */
  customers?: number;
  fill?: (client: pg.Client) => Promise<void>;
  env?: Record<string, string>;
  say: (line: string) => void;
};

/** Runs `work` with a portal filled anew; everything of it is gone afterwards. */
export async function withPortal<T>(options: PortalOptions, work: (portal: BenchPortal) => Promise<T>): Promise<T> {
  const { say } = options;
  const cluster = await joinCluster({ name: 'bench-postgres', say });
  const name = `bench_${process.pid}_${randomText(6)}`;
  const databaseUrl = cluster.url(name);
  const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
  let portal: Portal | undefined;
  try {
    await onServer(cluster.url('postgres'), `create database ${name}`);
    const environment = {
      DATABASE_URL: databaseUrl,
      SPORTELLO_SECRET_FILE: secretFile(),
      STORAGE_FOLDER: join(folder, 'files'),
      LOG_LEVEL: 'warn',
    };
    if (options.fill) await fillWith(databaseUrl, options.fill);
    else await fillDatabase(environment, { customers: options.customers ?? 300, seed: 1, say });
    await onServer(databaseUrl, 'vacuum analyze');
    portal = await startPortal({
      databaseUrl,
      secretFile: secretFile(),
      folder,
      hasWorker: false,
      env: { LOG_LEVEL: 'warn', ...options.env },
    });
    return await work({ ...portal, databaseUrl, folder });
  } finally {
    await portal?.stop();
    await onServer(cluster.url('postgres'), `drop database if exists ${name} with (force)`);
    await cluster.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillWith(url: string, fill: (client: pg.Client) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  await migrateDatabase(pool);
  await pool.end();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await fill(client);
    // As a database filled by the demo: nothing of it may ever reach somebody outside.
    await client.query("insert into marks (name, value) values ('demo', 'filled')");
  } finally {
    await client.end();
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
