// The least that PostgreSQL could do with the same rows: its own COPY, from a file on its own disk, into bare tables.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { coreTables } from '../../../../scripts/core-tables.ts';
import { grouped } from '../meter.ts';

const largest = 'payables';
/** How many rows are enough for what indexes and references cost. */
const sampleRows = 500_000;

/** Copies every row out, and measures copying it into a table with the same columns and nothing else. */
export async function copyAll(
  database: pg.Client,
  say: (line: string) => void,
): Promise<{ rows: number; seconds: number }> {
  const file = await fileOf(database);
  let rows = 0;
  let seconds = 0;
  try {
    for (const name of coreTables) {
      await database.query(`copy ${name} to '${file}'`);
      await database.query(`create table bare (like ${name})`);
      const took = await timed(() => database.query(`copy bare from '${file}'`));
      rows += took.rows;
      seconds += took.seconds;
      say(`  COPY ${name}: ${grouped(took.rows)} rows, ${grouped(took.rows / took.seconds)}/s`);
      await database.query('drop table bare');
    }
  } finally {
    rmSync(file, { force: true });
  }
  return { rows, seconds };
}

/** What the same COPY costs a row of the largest table: bare, with its indexes, with its reference to policies too. */
export async function copyWithIndexes(database: pg.Client): Promise<{ what: string; microseconds: number }[]> {
  const file = await fileOf(database);
  const steps: [string, string[]][] = [
    ['COPY of payables, no indexes', [`create table bare (like ${largest})`]],
    ['the same with their indexes', ['drop table bare', `create table bare (like ${largest} including indexes)`]],
    [
      'the same with the reference to their policy',
      ['truncate bare', 'alter table bare add foreign key (policy_id) references policies'],
    ],
  ];
  const found: { what: string; microseconds: number }[] = [];
  try {
    await database.query(`copy (select * from ${largest} limit ${sampleRows}) to '${file}'`);
    for (const [what, statements] of steps) {
      for (const statement of statements) await database.query(statement);
      const took = await timed(() => database.query(`copy bare from '${file}'`));
      found.push({ what, microseconds: (took.seconds / took.rows) * 1_000_000 });
    }
    await database.query('drop table bare');
  } finally {
    rmSync(file, { force: true });
  }
  return found;
}

/** In the folder of the server: what it writes as its own user, it can read again. */
async function fileOf(database: pg.Client): Promise<string> {
  const { rows } = await database.query<{ data_directory: string }>('show data_directory');
  return join(rows[0]?.data_directory ?? '', 'bench.copy');
}

async function timed(work: () => Promise<pg.QueryResult>): Promise<{ rows: number; seconds: number }> {
  const began = performance.now();
  const { rowCount } = await work();
  return { rows: rowCount ?? 0, seconds: (performance.now() - began) / 1000 };
}
