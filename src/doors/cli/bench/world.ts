// The portal that is measured: an own PostgreSQL with production's settings, the fictional insurer, the built server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { joinCluster } from '../../../../scripts/cluster.ts';
import { type Portal, startPortal } from '../../../../scripts/portal.ts';
import { secretFile } from '../demo/place.ts';
import { fillDatabase } from '../demo/reset.ts';

export type BenchPortal = Portal & { databaseUrl: string; folder: string };

/** Runs `work` with a portal filled anew; everything of it is gone afterwards. */
export async function withPortal<T>(
  options: { customers: number; env?: Record<string, string>; say: (line: string) => void },
  work: (portal: BenchPortal) => Promise<T>,
): Promise<T> {
  const { say } = options;
  const cluster = await joinCluster({ name: 'bench-postgres', say });
  const name = `bench_${process.pid}`;
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
    await fillDatabase(environment, { customers: options.customers, seed: 1, say });
    await onServer(databaseUrl, 'analyze');
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

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
