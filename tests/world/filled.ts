// A template with the fictional insurer in it, made once for these sources and cloned by whoever needs people: browser
// tests, crash tests, the walk over every address.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../scripts/cluster/places.ts';
import { hashOf } from '../../scripts/hash.mjs';
import { urlOf } from './urls.ts';

/** The day on which the fictional insurer of the tests lives, and the time at which its tests begin. */
export const filledNow = '2026-11-24T09:00:00.000Z';
/** Seconds by which a program must run ahead of the real clock to live on that day. */
export const clockOffset = (): number => Math.round((Date.parse(filledNow) - Date.now()) / 1000);

export type Filled = {
  template: string;
  /** The documents of the template; clones may share them, because files are named by their content. */
  files: string;
  secretFile: string;
};

/** Makes the template, or finds the one of these very sources. */
export async function filledTemplate(admin: string): Promise<Filled> {
  const name = `filled_${hashOf(root, ['migrations', 'src', 'demo', 'package-lock.json']).slice(0, 12)}`;
  const folder = join(root, '.sportello/test-filled');
  const filled: Filled = { template: name, files: join(folder, name), secretFile: secretFile(folder) };
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727003)');
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'filled\\_%'",
    );
    if (rows.some((row) => row.datname === name)) return filled;
    // Of older sources; one that another run still clones from is left alone.
    for (const { datname } of rows) {
      const isDropped = await client.query(`drop database if exists ${datname}`).then(
        () => true,
        () => false,
      );
      if (isDropped) rmSync(join(folder, datname), { recursive: true, force: true });
    }
    const half = `${name}_${process.pid}`;
    await client.query(`create database ${half}`);
    await fillInProcess(urlOf(admin, half), filled);
    await client.query(`alter database ${half} rename to ${name}`);
    return filled;
  } finally {
    await client.end();
  }
}

/** The passwords of the template are checked with the keys it was made with. */
function secretFile(folder: string): string {
  const file = join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return file;
}

/** In a process of its own, so that it runs as the program does and not inside the test runner. */
async function fillInProcess(url: string, filled: Filled): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fill.ts'), filledNow.slice(0, 10)], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url,
      SPORTELLO_SECRET_FILE: filled.secretFile,
      STORAGE_FOLDER: filled.files,
      SPORTELLO_CLOCK_OFFSET: String(clockOffset()),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the fictional insurer could not be made:\n${output}`);
}
