// What support does with accounts from the command line, until it has a desk. [ACC-4] [REG-8]
import { afterAll, expect, test } from 'vitest';
import { sportello } from './world/command.ts';
import { cloneDatabase } from './world/database.ts';
import { givenAccount, givenParty } from './world/rows.ts';

const database = await cloneDatabase();
afterAll(() => database.close());
const env = {
  DATABASE_URL: database.url,
  SPORTELLO_SECRET: 'a secret of the tests, long enough: 0123456789',
  LOG_LEVEL: 'silent',
};

const account = (...given: string[]) => sportello(['account', ...given], env);

async function locked() {
  const party = await givenParty(database);
  const { username, id } = await givenAccount(database, party.id, { state: 'locked' });
  return { party, username: username.value, id };
}

test('[ACC-4] nobody’s account is said so, and ends with 1', async () => {
  const { code, out, err } = await account('show', 'nessuno@posta.example');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('No account has nessuno@posta.example');
});

test('[ACC-4] an account is shown by username or customer code, its contacts masked', async () => {
  const { party, username, id } = await locked();
  const answers = await Promise.all([username, party.customerCode].map((who) => account('show', who, '--json')));
  for (const { code, out } of answers) {
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ state: 'locked', party: { customerCode: party.customerCode } });
    expect(out).not.toContain(username);
    expect(out).not.toContain(id);
  }
});

test('[ACC-4] unlocking opens it; a dry run changes nothing', async () => {
  const { username } = await locked();
  await account('unlock', username, '--dry-run');
  expect(JSON.parse((await account('show', username, '--json')).out)).toMatchObject({ state: 'locked' });
  expect(JSON.parse((await account('unlock', username, '--json')).out)).toMatchObject({ state: 'active' });
}, 60_000);

test('[REG-8] cancelling wants to be said twice, and frees the username', async () => {
  const { username } = await locked();
  expect(await account('cancel', username)).toMatchObject({ code: 2, out: '' });
  expect(JSON.parse((await account('cancel', username, '--yes', '--json')).out)).toMatchObject({ state: 'cancelled' });
  expect((await account('show', username)).code).toBe(1);
}, 60_000);
