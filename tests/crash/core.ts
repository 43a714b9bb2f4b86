// What a database holds of the core system, told without our own ids: two databases with the same deliveries say the same.
import type pg from 'pg';
import { coreTables } from '../../scripts/core-tables.ts';

/** References, and the entity whose key stands in their place. */
const references: Record<string, string> = {
  agency_id: 'agencies',
  product_id: 'products',
  party_id: 'parties',
  from_party_id: 'parties',
  to_party_id: 'parties',
  policy_id: 'policies',
};
/** Made here, at the moment of the import. */
const own = ['id', 'public_id', 'created_at', 'ended_at'];

export type CoreState = Record<string, unknown[]>;

/** Every row of the core's tables by its key, with the keys of what it refers to and whether it has ended. */
export async function coreState(pool: pg.Pool): Promise<CoreState> {
  const state: CoreState = {};
  for (const table of coreTables) {
    const { rows: columns } = await pool.query<{ name: string }>(
      "select column_name::text as name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    const names = columns.map((column) => column.name);
    const keys = names.flatMap((name) => {
      const entity = references[name];
      return entity ? [`'${name}', (select key from ${entity} r where r.id = t.${name})`] : [];
    });
    const ended = names.includes('ended_at') ? "'ended', t.ended_at is not null" : '';
    const replaced = [...keys, ended].filter(Boolean).join(', ');
    const { rows } = await pool.query<{ row: unknown }>(
      `select (to_jsonb(t) - $1::text[]) || jsonb_build_object(${replaced}) as row from ${table} t order by t.key, t.id`,
      [own],
    );
    state[table] = rows.map((one) => one.row);
  }
  return state;
}

/** What others are told of: the kinds of events and what they say, however the rows came. */
export async function eventsOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ said: string }>(
    "select type || ' ' || (facts - 'run')::text as said from events order by said",
  );
  return rows.map((row) => row.said);
}
