// Where the demo of this clone lives: its database, its secret, its files. All of it in `.sportello/`, none of it checked in.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '#kernel/root.ts';
import { type Cluster, joinCluster } from '../../../../scripts/cluster.ts';

export const folder = join(root, '.sportello');
const databaseName = 'sportello';

/** The cluster of the demo, started if it is not running. */
export const demoCluster = (say: (line: string) => void): Promise<Cluster> => joinCluster({ name: 'postgres', say });

export const addressIn = (cluster: Cluster): string => cluster.url(databaseName);

/** Made once, readable by its owner alone; every key of this demo is derived from it. */
export function secretFile(): string {
  const file = join(folder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.new`, randomBytes(48).toString('base64url'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return file;
}

/** What a command needs to work on the database of the demo: no way out of this machine is in it. */
export const environmentOf = (cluster: Cluster): NodeJS.ProcessEnv => ({
  DATABASE_URL: addressIn(cluster),
  SPORTELLO_SECRET_FILE: secretFile(),
  STORAGE_FOLDER: join(folder, 'files'),
  LOG_LEVEL: 'warn',
});

/** Runs statements on the server itself, beside the database. */
async function onServer(cluster: Cluster, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    await run(client);
  } finally {
    await client.end();
  }
}

/** Makes the database unless it is there. */
export const ensureDatabase = (cluster: Cluster): Promise<void> =>
  onServer(cluster, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rows.length === 0) await client.query(`create database ${databaseName}`);
  });

/** Takes the database away with whoever is in it, and makes an empty one. */
export const renewDatabase = (cluster: Cluster): Promise<void> =>
  onServer(cluster, async (client) => {
    await client.query(`drop database if exists ${databaseName} with (force)`);
    await client.query(`create database ${databaseName}`);
  });
