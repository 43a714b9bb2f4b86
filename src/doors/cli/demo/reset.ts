// Fills the database of the demo: from nothing, whole or not at all.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase, start } from '#compose.ts';
import { migrationState, migrationsIn } from '#kernel/migrations.server.ts';
import { root } from '#kernel/root.ts';
import type { Cluster } from '../../../../scripts/cluster.ts';
import { type FillOptions, fill } from './fill.ts';
import { addressIn, demoCluster, ensureDatabase, environmentOf, folder, renewDatabase } from './place.ts';

/** Empties and fills; true when it is done. */
export async function reset(options: FillOptions): Promise<boolean> {
  const cluster = await demoCluster(options.say);
  try {
    await renewDatabase(cluster);
    await fillEmpty(cluster, options);
    return true;
  } finally {
    await cluster.leave();
  }
}

/** Brings the database to this version, and fills it when it is empty or a fill was interrupted. */
export async function ready(cluster: Cluster, options: FillOptions): Promise<void> {
  await ensureDatabase(cluster);
  const state = await stateOf(cluster);
  if (state === 'filled') return migrate(cluster);
  if (state !== 'empty') {
    options.say(
      state === 'interrupted'
        ? 'The last fill was interrupted: starting it anew.'
        : 'This demo was made by an earlier development version: making it anew.',
    );
    await renewDatabase(cluster);
  }
  await fillEmpty(cluster, options);
}

function fillEmpty(cluster: Cluster, options: FillOptions): Promise<void> {
  // Documents of the database before belong to nobody any more.
  rmSync(join(folder, 'files'), { recursive: true, force: true });
  return fillDatabase(environmentOf(cluster), options);
}

/** Migrates and fills the empty database of an environment; the mark keeps real adapters away from it for ever (refusals.ts). */
export async function fillDatabase(environment: NodeJS.ProcessEnv, options: FillOptions): Promise<void> {
  await withPool(environment.DATABASE_URL ?? '', async (pool) => {
    await migrateDatabase(pool);
    await pool.query("insert into marks (name, value) values ('demo', 'filling')");
  });
  const program = await start('command', environment);
  try {
    await fill(program, options);
    await program.pool.query("update marks set value = 'filled' where name = 'demo'");
  } finally {
    await program.close();
  }
}

const migrate = (cluster: Cluster): Promise<void> =>
  withPool(addressIn(cluster), async (pool) => {
    await migrateDatabase(pool);
  });

const stateOf = (cluster: Cluster): Promise<'empty' | 'interrupted' | 'outdated' | 'filled'> =>
  withPool(addressIn(cluster), async (pool) => {
    const tables = await pool.query<{ marks: string | null }>("select to_regclass('public.marks')::text as marks");
    if (!tables.rows[0]?.marks) return 'empty';
    const { rows } = await pool.query<{ value: string }>("select value from marks where name = 'demo'");
    if (rows.length === 0) return 'empty';
    if (rows[0]?.value !== 'filled') return 'interrupted';
    // Only a migration that has not been released is ever edited; nothing of a demo is worth stopping for it.
    const { edited } = await migrationState(pool, migrationsIn(join(root, 'migrations')));
    return edited.length > 0 ? 'outdated' : 'filled';
  });

async function withPool<T>(url: string, run: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    return await run(pool);
  } finally {
    await pool.end();
  }
}
