// How fast a delivery is taken, against the least that PostgreSQL could do: COPY of the same values into the same columns
// without indexes, by the server itself. Also how much memory that takes, and where the rest of the time goes.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase } from '#compose.ts';
import { day } from '#kernel/days.ts';
import { generateDelivery } from '../../../../demo/generate.ts';
import { joinCluster } from '../../../../scripts/cluster.ts';
import { table } from '../frame.ts';
import { grouped } from '../meter.ts';
import { copyAll, copyWithIndexes } from './copying.ts';
import type { Bench } from './frame.ts';
import { importAlone, type Taken } from './importing.ts';
import { sharesOf } from './profile.ts';
import { cpuSecondsOf } from './server-time.ts';

const memoryMaxMb = 400;
/** Small enough for a profile that fits into memory. */
const profiledCustomers = 2_000;

/** As a server for a million customers is set, not as one is that has just been installed (docs/how-to/run-in-production.md). */
const serverSettings = { shared_buffers: '2GB', max_wal_size: '8GB', checkpoint_timeout: '15min' };

export const imports: Bench = {
  name: 'import',
  says: 'the rows of a delivery per second, over COPY of the same values into the same columns without indexes',
  target: 0.1,
  good: 'at least',
  async run({ say, customers = 1_000_000 }) {
    const folder = mkdtempSync(join(tmpdir(), 'sportello-bench-'));
    const cluster = await joinCluster({ name: 'bench-import-postgres', settings: serverSettings, say });
    const names = { whole: `import_${process.pid}`, profiled: `import_${process.pid}_profiled` };
    const server = await connected(cluster.url('postgres'));
    try {
      for (const name of Object.values(names)) await newDatabase(server, cluster.url(name), name);
      say(`Writing a delivery of ${grouped(customers)} customers …`);
      const delivery = join(folder, 'delivery');
      const began = performance.now();
      const { rows } = await generateDelivery({ customers, seed: 1, today: day('2026-11-24'), folder: delivery });
      const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
      say(`${grouped(total)} rows, written at ${grouped((total / (performance.now() - began)) * 1000)}/s.`);

      const before = cpuSecondsOf(cluster.pid);
      const taken = await importAlone({ delivery, databaseUrl: cluster.url(names.whole), folder, say });
      const serverSeconds = (cpuSecondsOf(cluster.pid) ?? 0) - (before ?? 0);
      rmSync(delivery, { recursive: true });

      const database = await connected(cluster.url(names.whole));
      await database.query('checkpoint');
      const copied = await copyAll(database, say);
      const ladder = await copyWithIndexes(database);
      await database.end();
      if (copied.rows !== taken.rows) throw new Error(`${taken.rows} rows were imported and ${copied.rows} copied`);

      const each = (seconds: number) => `${((seconds / taken.rows) * 1_000_000).toFixed(1)} µs`;
      for (const line of table([
        ['', 'rows/s', 'a row', 'at most'],
        ['import', grouped(taken.rows / taken.seconds), each(taken.seconds), `${taken.memoryMaxMb} MB`],
        ['COPY, no indexes', grouped(copied.rows / copied.seconds), each(copied.seconds), ''],
      ]))
        say(line);
      say('Where the rest goes, each row:');
      for (const line of table([
        ['  the importing process, its processor time', each(taken.cpuSeconds)],
        ['  PostgreSQL, its processor time', each(serverSeconds)],
        ...ladder.map(({ what, microseconds }) => [`  ${what}`, `${microseconds.toFixed(1)} µs`]),
      ]))
        say(line);
      await profile({ folder, databaseUrl: cluster.url(names.profiled), say });
      return { ratio: copied.seconds / taken.seconds, short: shortOf(taken) };
    } finally {
      for (const name of Object.values(names)) await server.query(`drop database if exists ${name} with (force)`);
      await server.end();
      await cluster.leave();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const shortOf = (taken: Taken): string | undefined =>
  taken.memoryMaxMb > memoryMaxMb
    ? `The import used ${taken.memoryMaxMb} MB of memory, and ${memoryMaxMb} are allowed.`
    : undefined;

async function newDatabase(server: pg.Client, url: string, name: string): Promise<void> {
  await server.query(`create database ${name}`);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  await migrateDatabase(pool);
  await pool.end();
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** A smaller import under a profiler: whose code the processor's time of the importing process goes to. */
async function profile({
  folder,
  databaseUrl,
  say,
}: {
  folder: string;
  databaseUrl: string;
  say: (line: string) => void;
}) {
  const delivery = join(folder, 'small');
  const profiles = join(folder, 'profile');
  mkdirSync(profiles);
  await generateDelivery({ customers: profiledCustomers, seed: 2, today: day('2026-11-24'), folder: delivery });
  const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  await importAlone({ delivery, databaseUrl, folder, say: () => {}, nodeOptions });
  const [file] = readdirSync(profiles);
  if (!file) throw new Error('the import left no profile');
  say(`The processor time of the importing process, of ${grouped(profiledCustomers)} customers and its start:`);
  const shares = sharesOf(join(profiles, file)).slice(0, 12);
  for (const line of table(shares.map(({ whose, share }) => [`${(share * 100).toFixed(1).padStart(5)} %`, whose])))
    say(`  ${line}`);
}
