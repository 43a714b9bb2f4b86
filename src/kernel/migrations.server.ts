// Plain SQL, forward only, with checksums: what has been applied can no longer be edited.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

export type Migration = { name: string; sql: string; checksum: string };
export type MigrationState = { applied: string[]; pending: string[]; edited: string[] };

/** The migrations of a folder, in order of their numbers. */
export function migrationsIn(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

const table = `create table if not exists schema_migrations (
  name text primary key, checksum text not null, applied_at timestamptz not null default now())`;

/** What is applied, what is pending, and what was edited after it was applied. */
export async function migrationState(pool: pg.Pool, migrations: readonly Migration[]): Promise<MigrationState> {
  await pool.query(table);
  const { rows } = await pool.query<{ name: string; checksum: string }>('select name, checksum from schema_migrations');
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  return {
    applied: migrations.filter((one) => known.get(one.name) === one.checksum).map((one) => one.name),
    pending: migrations.filter((one) => !known.has(one.name)).map((one) => one.name),
    edited: migrations
      .filter((one) => known.has(one.name) && known.get(one.name) !== one.checksum)
      .map((one) => one.name),
  };
}

/**
 * Applies what is pending, each file in its own transaction; two processes at once take turns. Refuses, with the names,
 * when an applied file has been edited.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(727001)');
    const state = await migrationState(pool, migrations);
    if (state.edited.length > 0) {
      throw new Error(`migrations were edited after they had been applied: ${state.edited.join(', ')}`);
    }
    for (const migration of migrations.filter((one) => state.pending.includes(one.name))) {
      await client.query('begin');
      try {
        await client.query(migration.sql);
        await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
          migration.name,
          migration.checksum,
        ]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    }
    return state.pending;
  } finally {
    await client.query('select pg_advisory_unlock(727001)');
    client.release();
  }
}
