import type { Kysely } from 'kysely';
import type pg from 'pg';
import { inject } from 'vitest';
import { type DB, openDatabase } from '#kernel/database.server.ts';
import { filledTemplate } from './filled.ts';
import { onServer, urlOf } from './urls.ts';

export type TestDatabase = {
  url: string;
  database: Kysely<DB>;
  pool: pg.Pool;
  /** How many statements `work` sends: what a page costs must not grow with its rows. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
};

let clones = 0;

/** A migrated database of its own, empty, for one test file; `filled` has the fictional insurer in it (filled.ts). */
export async function cloneDatabase(kind: 'empty' | 'filled' = 'empty'): Promise<TestDatabase> {
  const { admin, template } = inject('postgres');
  const name = `clone_${process.pid}_${++clones}`;
  const from = kind === 'empty' ? template : (await filledTemplate(admin)).template;
  await onServer(admin, `create database ${name} template ${from}`);
  const url = urlOf(admin, name);
  const opened = openDatabase({ url, connectionsMax: 12, applicationName: 'sportello test' });
  let statements = 0;
  opened.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    Object.assign(client, {
      query(...given: unknown[]) {
        statements++;
        return query(...given);
      },
    });
  });
  return {
    url,
    database: opened.database,
    pool: opened.pool,
    async countStatements(work) {
      const before = statements;
      await work();
      return statements - before;
    },
    async close() {
      await opened.close();
      await onServer(admin, `drop database if exists ${name} with (force)`);
    },
  };
}
