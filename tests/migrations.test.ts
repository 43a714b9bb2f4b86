// Migrations are numbered, say why, are applied once and never edited afterwards; every table has one owner.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { capabilities } from '#capabilities/all.ts';
import { migrate, migrationState, migrationsIn } from '#kernel/migrations.server.ts';
import { root } from '#kernel/root.ts';
import { tableTypes } from '../scripts/generate-tables.ts';
import { sources, withoutComments } from './sources.ts';
import { cloneDatabase } from './world/database.ts';

const migrations = migrationsIn(join(root, 'migrations'));
const tables = migrations.flatMap(({ sql }) =>
  [...sql.matchAll(/^create (?:unlogged )?table (\w+)/gm)].map(([, name]) => name ?? ''),
);
/** Shared by all, written through the kernel's own functions. */
const tablesOfKernel = ['events', 'audit_lines', 'limit_hits', 'marks'];

const database = await cloneDatabase();
afterAll(() => database.close());

test('migrations are numbered without a gap and begin by saying why', () => {
  expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(migrations.map((_one, at) => at + 1));
  expect(
    migrations.filter(({ sql }) => !/^-- \S/.test(sql)).map(({ name }) => `${name} begins without a comment`),
  ).toEqual([]);
});

test('a migrated database has nothing left to apply, and applying again changes nothing', async () => {
  expect(await migrate(database.pool, migrations)).toEqual([]);
  expect(await migrationState(database.pool, migrations)).toMatchObject({ pending: [], edited: [] });
});

test('a migration that was edited after it had been applied is refused by name', async () => {
  const [first, ...others] = migrations;
  if (!first) throw new Error('no migrations');
  const edited = [{ ...first, sql: `${first.sql}\n-- edited`, checksum: 'another' }, ...others];
  expect((await migrationState(database.pool, edited)).edited).toEqual([first.name]);
  await expect(migrate(database.pool, edited)).rejects.toThrow(first.name);
});

test('a migration that fails half way leaves nothing behind', async () => {
  const failing = { name: '9999_failing.sql', sql: 'create table half (id int); select 1/0;', checksum: 'x' };
  await expect(migrate(database.pool, [...migrations, failing])).rejects.toThrow('division by zero');
  const { rows } = await database.pool.query("select to_regclass('half') as found");
  expect(rows).toEqual([{ found: null }]);
});

test('two processes that migrate at once take turns', async () => {
  const slow = { name: '9998_slow.sql', sql: 'create table turns (id int); select pg_sleep(0.2);', checksum: 'x' };
  const done = await Promise.all([1, 2].map(() => migrate(database.pool, [...migrations, slow])));
  expect(done.flat()).toEqual(['9998_slow.sql']);
  await database.pool.query("drop table turns; delete from schema_migrations where name = '9998_slow.sql'");
});

test('the types of the tables are those of the migrated database', async () => {
  const types = await tableTypes(database.url);
  const file = readFileSync(join(root, 'src/kernel/tables.gen.ts'), 'utf8');
  expect(file === types, 'src/kernel/tables.gen.ts lags behind the migrations: npm run generate').toBe(true);
});

test('every table belongs to one capability, or to the kernel', () => {
  const owned = [...tablesOfKernel, ...capabilities.flatMap((capability) => capability.tables)];
  expect(owned.toSorted()).toEqual(tables.toSorted());
});

test('a table is named only by its owner; others join the relations that its index.ts exports', () => {
  const ownerOf = new Map(capabilities.flatMap(({ name, tables }) => tables.map((table) => [table, name] as const)));
  const named =
    /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|innerJoin|leftJoin|using)\(\s*\[?'(\w+)|\b(?:from|join|into|update|truncate|copy)\s+(\w+)/g;
  const faults = sources(['src/capabilities', 'src/doors', 'src/adapters']).flatMap(({ file, text }) => {
    const capability = file.split('/')[2] ?? '';
    return [...withoutComments(text).matchAll(named)].flatMap(([, built, written]) => {
      const table = built ?? written ?? '';
      const owner = ownerOf.get(table);
      return owner && !(file.startsWith('src/capabilities/') && owner === capability)
        ? [
            `${file} names ${table}, which is ${owner}'s: use what ${owner}/index.ts exports, or export a relation there`,
          ]
        : [];
    });
  });
  expect(faults).toEqual([]);
});
