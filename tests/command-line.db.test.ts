// The command line as an operator meets it: exit codes, clean standard output, sentences instead of stacks.
import { afterAll, expect, test } from 'vitest';
import { version } from '#kernel/version.ts';
import { sportello as run } from './world/command.ts';
import { cloneDatabase } from './world/database.ts';

const database = await cloneDatabase();
afterAll(() => database.close());

const secret = 'a secret of the tests, long enough: 0123456789';
const right = {
  DATABASE_URL: database.url,
  SPORTELLO_SECRET: secret,
  MAIL_URL: 'smtp://127.0.0.1:1',
  SMS_URL: 'http://127.0.0.1:1',
};

const sportello = (given: string, env: Record<string, string> = {}) => run(given.split(' '), env);

test('wrong usage ends with 2 and says where help is', async () => {
  expect(await sportello('nothing')).toMatchObject({ code: 2, out: '' });
  expect(await sportello('db')).toMatchObject({ code: 2, out: '' });
  expect((await sportello('db status --what')).err).toContain('--help');
});

test('help and version end with 0 on standard output', async () => {
  expect(await sportello('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect((await sportello('--help')).out).toContain('Usage: sportello');
});

test('the configuration is checked as a whole: every problem at once, ending with 1', async () => {
  const { code, out } = await sportello('config check --json', { SPORTELLO_SECRET: 'short', PORT: 'x' });
  expect(code).toBe(1);
  expect(JSON.parse(out).faults.map((fault: { env: string }) => fault.env)).toEqual([
    'PORT',
    'DATABASE_URL',
    'SPORTELLO_SECRET',
    'MAIL_URL',
    'SMS_URL',
  ]);
  expect(await sportello('config check', right)).toMatchObject({ code: 0, out: 'The configuration is right.\n' });
});

test('printing the configuration prints no secret', async () => {
  const { code, out } = await sportello('config print --redacted', right);
  expect(code).toBe(0);
  expect(out).toContain('SPORTELLO_SECRET=(hidden)');
  expect(out).toContain('DATABASE_URL=(hidden)');
  expect(out).not.toContain(secret);
  expect(out).not.toContain(database.url);
});

test.each(['serve', 'work', 'db migrate', 'db status'])('`%s` says that it wants DATABASE_URL', async (command) => {
  const { code, out, err } = await sportello(command, { SPORTELLO_SECRET: secret });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/DATABASE_URL is missing|no build yet/);
  expect(err).not.toContain('    at ');
});

test('a database that does not answer is told in a sentence, and its password is not', async () => {
  const { code, err } = await sportello('db status', { DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/none' });
  expect(code).toBe(1);
  expect(err).toContain('does not answer');
  expect(err).not.toContain('hush');
});

test('`db status` ends with 0 on a migrated database and with 1 when something is pending', async () => {
  const done = await sportello('db status --json', right);
  expect(done.code).toBe(0);
  expect(JSON.parse(done.out)).toMatchObject({ pending: [], edited: [] });
  const { rows } = await database.pool.query(
    'delete from schema_migrations where name = (select max(name) from schema_migrations) returning *',
  );
  expect(await sportello('db status', right)).toMatchObject({
    code: 1,
    out: expect.stringContaining(`pending  ${rows[0].name}`),
  });
  expect(JSON.parse((await sportello('db migrate --dry-run --json', right)).out)).toEqual({
    wouldApply: [rows[0].name],
  });
  await database.pool.query('insert into schema_migrations values ($1, $2, $3)', Object.values(rows[0]));
});

test('`doctor` names what is right and what is not', async () => {
  const { code, out } = await sportello('doctor --json', { ...right, STORAGE_FOLDER: '/dev/null/none' });
  expect(code).toBe(1);
  const found = Object.fromEntries(
    JSON.parse(out).map((one: { name: string; isRight: boolean }) => [one.name, one.isRight]),
  );
  expect(found).toEqual({
    Node: true,
    configuration: true,
    PostgreSQL: true,
    migrations: true,
    queue: true,
    documents: false,
  });
});
