// Looks at everything that has to be right, and says for each thing what it found.
import { access, constants } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { satispayStanding, settingsOf } from '#compose.ts';
import { openDatabase } from '#kernel/database.server.ts';
import { migrationState, migrationsIn } from '#kernel/migrations.server.ts';
import { root } from '#kernel/root.ts';
import { keysFrom } from '#kernel/secrets.ts';
import type { Texts } from '#kernel/settings.ts';
import { end, exits, type Noun, print, styled } from './frame.ts';

type Finding = { name: string; isRight: boolean; found: string };

export const doctor: Noun = (program) => {
  program
    .command('doctor')
    .description('looks at Node, configuration, database, queue and folders; ends with 1 when something is wrong')
    .option('--json', 'for machines')
    .action(async (options: { json?: boolean }) => {
      const findings = await examine();
      print(
        options,
        findings,
        findings.map(
          ({ name, isRight, found }) => `${isRight ? styled('green', 'ok') : styled('red', 'NO')}  ${name}: ${found}`,
        ),
      );
      if (findings.some((finding) => !finding.isRight)) end(exits.failed);
    });
};

async function examine(): Promise<Finding[]> {
  const node: Finding = {
    name: 'Node',
    isRight: Number(process.versions.node.split('.')[0]) >= 24,
    found: process.versions.node,
  };
  let text: Texts;
  try {
    text = settingsOf(process.env, 'web').text;
  } catch (error) {
    return [
      node,
      { name: 'configuration', isRight: false, found: error instanceof Error ? error.message : String(error) },
    ];
  }
  return [
    node,
    { name: 'configuration', isRight: true, found: 'right' },
    ...(await database(text)),
    await storage(text),
    ...(await satispay(text)),
  ];
}

async function database(text: Texts): Promise<Finding[]> {
  const pool = new pg.Pool({ connectionString: text.databaseUrl, max: 2, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  const look = async (name: string, work: () => Promise<Omit<Finding, 'name'>>): Promise<Finding> => {
    try {
      return { name, ...(await work()) };
    } catch (error) {
      return { name, isRight: false, found: error instanceof Error ? error.message : String(error) };
    }
  };
  try {
    const server = await look('PostgreSQL', async () => {
      const { rows } = await pool.query<{ version: string; seconds: number }>(
        "select current_setting('server_version') as version, extract(epoch from clock_timestamp())::float8 as seconds",
      );
      const apart = Math.abs(Date.now() / 1000 - (rows[0]?.seconds ?? 0));
      return {
        isRight: Number.parseInt(rows[0]?.version ?? '0', 10) >= 15 && apart < 5,
        found: `${rows[0]?.version}${apart < 5 ? '' : `, and its clock is ${Math.round(apart)} seconds away from ours`}`,
      };
    });
    if (!server.isRight) return [server];
    return [
      server,
      await look('migrations', async () => {
        const { pending, edited, applied } = await migrationState(pool, migrationsIn(join(root, 'migrations')));
        const isRight = pending.length + edited.length === 0;
        return {
          isRight,
          found: isRight ? `all ${applied.length} applied` : `not applied: ${[...pending, ...edited].join(', ')}`,
        };
      }),
      await look('queue', async () => {
        const { rows } = await pool.query<{ waiting: number; given_up: number }>(
          `select count(*) filter (where name = 'tasks' and state < 'active')::int as waiting,
            count(*) filter (where name = 'given-up' and state = 'created')::int as given_up from queue.job`,
        );
        const { waiting = 0, given_up: givenUp = 0 } = rows[0] ?? {};
        return {
          isRight: givenUp === 0,
          found: `${waiting} tasks wait${givenUp > 0 ? `, ${givenUp} were given up` : ''}`,
        };
      }),
    ];
  } finally {
    await pool.end();
  }
}

/** Only looks: the folder, or the one above in which the first document will make it. */
async function storage(text: Texts): Promise<Finding> {
  const folder = resolve(text.storageFolder);
  const mayWrite = (path: string) =>
    access(path, constants.W_OK).then(
      () => true,
      (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : false),
    );
  let path = folder;
  let answer = await mayWrite(path);
  while (answer === undefined && path !== dirname(path)) {
    path = dirname(path);
    answer = await mayWrite(path);
  }
  return answer
    ? { name: 'documents', isRight: true, found: `${folder} can be written` }
    : { name: 'documents', isRight: false, found: `${folder} cannot be written (STORAGE_FOLDER)` };
}

const pairings = {
  paired: 'paired',
  none: 'not paired, so nobody can pay with it: sportello satispay pair <code>',
  elsewhere: 'paired with another address than SATISPAY_ADDRESS: pair again',
  unreadable: 'the key was sealed with another SPORTELLO_SECRET: pair again',
};

/** Only where it is switched on; without a database the finding about that says enough. */
async function satispay(text: Texts): Promise<Finding[]> {
  if (!text.satispayAddress) return [];
  const opened = openDatabase({ url: text.databaseUrl, applicationName: 'sportello doctor' });
  try {
    const keys = keysFrom(text.secret, text.previousSecret || undefined);
    const { kind } = await satispayStanding(text, { ...opened, keys });
    return [{ name: 'Satispay', isRight: kind === 'paired', found: pairings[kind] }];
  } catch {
    return [];
  } finally {
    await opened.close();
  }
}
