// Once per test run: a PostgreSQL and a migrated template, which every test file clones in a few hundredths of a second.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateQueue } from '#adapters/queue/index.ts';
import { migrate, migrationsIn } from '#kernel/migrations.server.ts';
import lock from '../../package-lock.json' with { type: 'json' };
import { joinCluster } from '../../scripts/cluster.ts';
import { isAlive } from '../../scripts/processes.ts';
import { urlOf } from './urls.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { admin: string; template: string };
  }
}

const migrations = migrationsIn(join(import.meta.dirname, '../../migrations'));

/** Tests read `TEST_DATABASE_URL` only, never `DATABASE_URL`: no test can ever touch a real database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? undefined : await joinCluster({ name: 'test-postgres', isForTests: true, say: console.log });
  const admin = given ?? cluster?.url('postgres') ?? '';
  project.provide('postgres', { admin, template: await template(admin) });
  return async () => {
    await removeLeftovers(admin);
    await cluster?.leave();
  };
}

/** The template of these very migrations: made once, used by every later run until one of them changes. */
async function template(admin: string): Promise<string> {
  const queue = lock.packages['node_modules/pg-boss'].version;
  const name = `template_${createHash('sha256')
    .update(migrations.map((one) => one.checksum).join() + queue)
    .digest('hex')
    .slice(0, 12)}`;
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727002)');
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'template\\_%'",
    );
    if (rows.some((row) => row.datname === name)) return name;
    // Of older migrations; one that another run still clones from is left alone.
    for (const { datname } of rows) await client.query(`drop database if exists ${datname}`).catch(() => {});
    const half = `${name}_${process.pid}`;
    await client.query(`create database ${half}`);
    const pool = new pg.Pool({ connectionString: urlOf(admin, half), max: 2 });
    try {
      await migrate(pool, migrations);
      await migrateQueue(pool);
    } finally {
      await pool.end();
    }
    await client.query(`alter database ${half} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** Clones carry the number of the process that made them; those of the dead go. */
async function removeLeftovers(admin: string): Promise<void> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'clone\\_%'",
    );
    for (const { datname } of rows) {
      if (!isAlive(datname.split('_')[1] ?? '')) await client.query(`drop database if exists ${datname} with (force)`);
    }
  } finally {
    await client.end();
  }
}
