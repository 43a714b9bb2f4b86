// What operators tell everybody, as they type it.
import { afterAll, expect, test } from 'vitest';
import { sportello } from './world/command.ts';
import { cloneDatabase } from './world/database.ts';

const database = await cloneDatabase();
afterAll(() => database.close());

const notice = (...given: string[]) =>
  sportello(['notice', ...given], {
    DATABASE_URL: database.url,
    SPORTELLO_SECRET: 'a secret of the tests, long enough: 0123456789',
  });

test.each([
  [['set', 'core', '--until', '2026-02-30T10:00'], 'A moment is written'],
  [['set', 'core', '--from', '2099-01-02T10:00', '--until', '2099-01-02T10:00'], 'The end must come after'],
  [['set', 'core', '--it', 'Solo italiano.'], 'in every language, or in none'],
])('[CNF-8] `notice %j` is refused with a sentence and ends with 2', async (given, sentence) => {
  const { code, err } = await notice(...given);
  expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
});

test('[CNF-8] a notice is tried, set, shown in three languages and cleared', async () => {
  const given = ['set', 'maintenance', '--from', '2099-01-01T22:00', '--until', '2099-01-02T02:00'];
  expect((await notice(...given, '--dry-run')).out).toContain('Manutenzione del sito');
  expect((await notice('show')).out).toBe('Nothing is told.\n');
  expect((await notice(...given)).code).toBe(0);
  const { out } = await notice('show');
  for (const words of ['Manutenzione del sito', 'Maintenance of this site', 'Wartungsarbeiten'])
    expect(out).toContain(words);
  // On the clocks of Rome.
  expect(JSON.parse((await notice('show', '--json')).out)).toMatchObject({ startsAt: '2099-01-01T21:00:00.000Z' });
  expect((await notice('clear')).out).toBe('It is told no more.\n');
  expect((await notice('clear')).out).toBe('Nothing was told.\n');
}, 120_000);
