// What operators tell everybody, as they type it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '#kernel/root.ts';
import { cloneDatabase } from './world/database.ts';

const database = await cloneDatabase();
afterAll(() => database.close());

function notice(...given: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'sportello'), ['notice', ...given], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      SPORTELLO_SECRET: 'a secret of the tests, long enough: 0123456789',
    },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

test.each([
  [['set', 'core', '--until', '2026-02-30T10:00'], 'A moment is written'],
  [['set', 'core', '--from', '2099-01-02T10:00', '--until', '2099-01-02T10:00'], 'The end must come after'],
  [['set', 'core', '--it', 'Solo italiano.'], 'in every language, or in none'],
])('[CNF-8] `notice %j` is refused with a sentence and ends with 2', (given, sentence) => {
  const { code, err } = notice(...given);
  expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
});

test('[CNF-8] a notice is tried, set, shown in three languages and cleared', () => {
  const given = ['set', 'maintenance', '--from', '2099-01-01T22:00', '--until', '2099-01-02T02:00'];
  expect(notice(...given, '--dry-run').out).toContain('Manutenzione del sito');
  expect(notice('show').out).toBe('Nothing is told.\n');
  expect(notice(...given).code).toBe(0);
  const { out } = notice('show');
  for (const words of ['Manutenzione del sito', 'Maintenance of this site', 'Wartungsarbeiten'])
    expect(out).toContain(words);
  // On the clocks of Rome.
  expect(JSON.parse(notice('show', '--json').out)).toMatchObject({ startsAt: '2099-01-01T21:00:00.000Z' });
  expect(notice('clear').out).toBe('It is told no more.\n');
  expect(notice('clear').out).toBe('Nothing was told.\n');
}, 120_000);
