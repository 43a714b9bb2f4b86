// `npm run generate`: everything that is made from something else and checked in. With `--check` nothing is written and
// the end is 1 when something would change. `npm run generate -- words` makes only one kind (words, tables, env, contracts).
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import pg from 'pg';
import { migrate, migrationsIn } from '../src/kernel/migrations.server.ts';
import { root } from './cluster/places.ts';
import { joinCluster } from './cluster.ts';
import { columnReference } from './generate-columns.ts';
import { contracts } from './generate-contracts.ts';
import { environmentExample } from './generate-environment.ts';
import { tableTypes } from './generate-tables.ts';
import { wordTypes } from './generate-words.ts';
import { contentOf } from './processes.ts';

const given = process.argv.slice(2);
const isCheck = given.includes('--check');
const only = given.filter((one) => !one.startsWith('--'));
const faults: string[] = [];
let changed = 0;

/** Writes a file when its text differs; only says so when checking. */
function put(file: string, text: string): void {
  const path = join(root, file);
  if (contentOf(path) === text) return;
  changed++;
  if (isCheck) faults.push(`${file} is not what \`npm run generate\` makes`);
  else {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}

function words(): void {
  const folders = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('words/it.json'))
    .map((name) => join(root, 'src', name, '..'));
  for (const folder of folders.sort()) {
    const made = wordTypes(folder);
    const name = relative(root, folder);
    for (const fault of made.faults) faults.push(`${name}: ${fault}`);
    put(join(name, 'words.gen.ts'), made.text);
  }
}

/** From the migrated database itself: a database of its own in the cluster of the tests. */
async function tables(): Promise<void> {
  const cluster = await joinCluster({ name: 'test-postgres', isForTests: true });
  const name = `clone_${process.pid}_generate`;
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    const pool = new pg.Pool({ connectionString: cluster.url(name), max: 2 });
    await migrate(pool, migrationsIn(join(root, 'migrations')));
    await pool.end();
    put('src/kernel/tables.gen.ts', await tableTypes(cluster.url(name)));
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    await cluster.leave();
  }
}

async function env(): Promise<void> {
  const { capabilities } = await import('../src/capabilities/all.ts');
  put('.env.example', environmentExample(capabilities));
}

async function schemas(): Promise<void> {
  const { capabilities } = await import('../src/capabilities/all.ts');
  const folder = 'contracts/delivery';
  put('docs/reference/delivery-csv.md', columnReference(capabilities));
  const made = contracts(capabilities);
  for (const [file, text] of made) put(join(folder, file), text);
  const stale = (contentsOf(join(root, folder)) ?? []).filter((name) => !made.has(name));
  for (const name of stale) {
    if (isCheck) faults.push(`${folder}/${name} belongs to no entity any more`);
    else rmSync(join(root, folder, name));
  }
}

function contentsOf(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

for (const [name, make] of Object.entries({ words, tables, env, contracts: schemas })) {
  if (only.length > 0 && !only.includes(name)) continue;
  try {
    await make();
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(changed === 0 ? 'everything generated is up to date' : `${changed} written`);
