// How PostgreSQL finds the rows of a page: what it reads from one end to the other grows with the number of customers.
import pg from 'pg';
import { recorder, type Statement } from './record.ts';
import type { BenchPortal } from './world.ts';

/** Smaller tables may be read whole. */
const smallRows = 1_000;

/** The tables that a statement of these pages reads from one end to the other, each with the statement. */
export async function readWhole(
  portal: BenchPortal,
  ask: (address: string) => Promise<unknown>,
): Promise<{ table: string; statement: string }[]> {
  const ear = await recorder(portal.databaseUrl);
  await portal.restart('web', { DATABASE_URL: ear.url });
  const heard = await ear.during(() => ask(portal.address));
  await portal.restart('web');
  await ear.close();
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  try {
    const found: { table: string; statement: string }[] = [];
    for (const statement of new Map(heard.map((one) => [one.text, one])).values()) {
      for (const table of await tablesReadWhole(client, statement)) found.push({ table, statement: statement.text });
    }
    return found;
  } finally {
    await client.end();
  }
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Plan Rows': number; Filter?: string; Plans?: Plan[] };

async function tablesReadWhole(client: pg.Client, { text, values }: Statement): Promise<string[]> {
  if (!values || !/^\s*(with|select|update|delete)\b/i.test(text)) return [];
  const literals = values.map((value) => {
    if (value === null) return 'null';
    return typeof value === 'string'
      ? pg.escapeLiteral(value)
      : `'\\x${Buffer.from(value.base64, 'base64').toString('hex')}'`;
  });
  await client.query(`prepare looked_at as ${text}`);
  const given = literals.length > 0 ? `(${literals.join(', ')})` : '';
  const { rows } = await client.query(`explain (format json) execute looked_at${given}`);
  await client.query('deallocate looked_at');
  const tables = new Set<string>();
  const walk = (plan: Plan) => {
    if (plan['Node Type'] === 'Seq Scan' && plan['Relation Name']) tables.add(plan['Relation Name']);
    for (const inner of plan.Plans ?? []) walk(inner);
  };
  walk(rows[0]['QUERY PLAN'][0].Plan);
  const large: string[] = [];
  for (const table of tables) {
    const { rows: counted } = await client.query('select reltuples from pg_class where oid = $1::regclass', [table]);
    if (counted[0].reltuples > smallRows) large.push(table);
  }
  return large;
}
