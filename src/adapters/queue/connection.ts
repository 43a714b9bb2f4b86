// pg-boss speaks through our own pool and, when a task is recorded, through the transaction of the change.
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Db as BossConnection } from 'pg-boss';
import type { Db } from '#kernel/database.server.ts';

const { builtins } = pg.types;
const dates: readonly number[] = [builtins.DATE, builtins.TIMESTAMP, builtins.TIMESTAMPTZ];

/** The kernel reads moments as text; pg-boss wants the driver's own `Date`. */
const types: pg.CustomTypesConfig = {
  // The driver's signature has a hundred overloads, one per type.
  getTypeParser: ((type: number, format?: 'text') =>
    dates.includes(type)
      ? (text: string) => new Date(text)
      : pg.types.getTypeParser(type, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/** The pool as pg-boss wants it: of a text with several statements, the rows of every one. */
export const executor = (pool: pg.Pool): BossConnection => ({
  async executeSql(text, values) {
    const result: pg.QueryResult | pg.QueryResult[] = await pool.query({
      text,
      ...(values?.length && { values }),
      types,
    });
    return { rows: Array.isArray(result) ? result.flatMap((one) => one.rows) : result.rows };
  },
});

/** The same within a transaction of ours. */
export const through = (database: Db): BossConnection => ({
  async executeSql(text, values) {
    const { rows } = await database.executeQuery(CompiledQuery.raw(text, values ?? []));
    return { rows: [...rows] };
  },
});
