import { hash } from 'node:crypto';
import { type Kysely, PostgresDialect, Kysely as Query, type Transaction as Trx } from 'kysely';
import pg from 'pg';
import { assert } from './assert.ts';
import { instant } from './days.ts';
import { isOutage } from './outage.ts';
import type { DB } from './tables.gen.ts';

/** The typed database, or a transaction in it. */
export type Db = Kysely<DB> | Trx<DB>;
export type { DB } from './tables.gen.ts';

// bigint as a safe integer, days as text, moments as ISO text in UTC: one type each, in and out.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  assert(Number.isSafeInteger(value), 'a bigint beyond the safe integers');
  return value;
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => instant(new Date(text)));

const names = new Map<string, string>();
function nameOf(statement: string): string {
  let name = names.get(statement);
  if (!name) {
    name = hash('sha1', statement);
    names.set(statement, name);
  }
  return name;
}

export type DatabaseOptions = {
  url: string;
  connectionsMax?: number;
  applicationName?: string;
  /** How long somebody waits for a connection, made or free; without it for ever. */
  connectMs?: number;
  /** How long somebody waits for the answer to one statement; without it for ever. */
  answerMs?: number;
};

/**
 * Opens a pool. Every statement with parameters becomes a named prepared one, planned once per connection: 2.6 times the
 * queries per second (docs/adr/0004). Lists are therefore `= any($1)`: one statement whatever their length.
 */
export function openDatabase(options: DatabaseOptions): {
  database: Kysely<DB>;
  pool: pg.Pool;
  close(): Promise<void>;
} {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connectionsMax ?? 10,
    application_name: options.applicationName ?? 'sportello',
    keepAlive: true,
    ...(options.connectMs && { connectionTimeoutMillis: options.connectMs }),
    // Kept here and not by the server: a setting of the connection would not pass through PgBouncer.
    ...(options.answerMs && { query_timeout: options.answerMs }),
  });
  // A connection lost while idle, or in hand between two queries, must not end the process: whoever asks next is told.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const named = {
    connect: async () => {
      const client = await pool.connect();
      let isLost = false;
      return {
        // biome-ignore lint/suspicious/noExplicitAny: the driver's own signature, text or cursor
        query: async (statement: any, values?: readonly unknown[]) => {
          try {
            return await (typeof statement === 'string' && values?.length
              ? client.query({ name: nameOf(statement), text: statement, values: [...values] })
              : client.query(statement, values ? [...values] : undefined));
          } catch (error) {
            // The server is still busy with a statement that nobody waits for: what followed on this connection, a
            // rollback too, would wait behind it. Cut, the server rolls back by itself.
            if (!isLost && isOutage(error)) {
              isLost = true;
              void client.end();
            }
            throw error;
          }
        },
        release: () => client.release(isLost),
      };
    },
    end: () => pool.end(),
  };
  // The dialect wants pg's Pool; it uses only connect, query, release and end, which `named` has.
  const database = new Query<DB>({ dialect: new PostgresDialect({ pool: named as unknown as pg.Pool }) });
  return {
    database,
    pool,
    async close() {
      await database.destroy();
      // Kysely ends what it has used only; a connection that the queue alone has opened would keep the process for 10 s.
      if (!pool.ended) await pool.end();
    },
  };
}
