import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigurationError, numbers, readSettings } from './settings.ts';

const { minutes } = numbers({
  minutes: {
    env: 'CODE_MINUTES',
    default: 5,
    min: 1,
    max: 10,
    unit: 'minutes',
    id: 'CNF-1',
    says: 'How long a code is valid.',
  },
});

/** What is wrong with an environment, by variable. */
function faultsOf(environment: Record<string, string>): Record<string, string> {
  try {
    readSettings(environment, [minutes], ['databaseUrl', 'secret']);
  } catch (error) {
    if (error instanceof ConfigurationError)
      return Object.fromEntries(error.faults.map((fault) => [fault.env, fault.problem]));
    throw error;
  }
  return {};
}

test('every problem is said at once, and a secret never appears in what is said', () => {
  const faults = faultsOf({
    SPORTELLO_SECRET: 'short and secret',
    PORT: '99999',
    PUBLIC_ADDRESS: 'area',
    CODE_MINUTES: '11',
  });
  expect(Object.keys(faults).sort()).toEqual([
    'CODE_MINUTES',
    'DATABASE_URL',
    'PORT',
    'PUBLIC_ADDRESS',
    'SPORTELLO_SECRET',
  ]);
  expect(JSON.stringify(faults)).not.toContain('short and secret');
});

test.each(['0', '11', 'five', 'NaN', 'Infinity'])('a number outside its bounds is refused: %s', (value) => {
  expect(
    faultsOf({ DATABASE_URL: 'postgres://here/db', SPORTELLO_SECRET: 'x'.repeat(32), CODE_MINUTES: value }),
  ).toHaveProperty('CODE_MINUTES');
});

test('an insurer changes a starred number by the environment; empty means the default', () => {
  const valueIn = (environment: Record<string, string>) => readSettings(environment, [minutes]).value(minutes);
  expect(valueIn({})).toBe(5);
  expect(valueIn({ CODE_MINUTES: '' })).toBe(5);
  expect(valueIn({ CODE_MINUTES: '1' })).toBe(1);
  expect(valueIn({ CODE_MINUTES: '10' })).toBe(10);
});

test('a secret can lie in a file, without the line end that editors add', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'));
  writeFileSync(join(folder, 'secret'), `${'s'.repeat(32)}\n`);
  const environment = { DATABASE_URL: 'postgres://here/db', SPORTELLO_SECRET_FILE: join(folder, 'secret') };
  expect(readSettings(environment, [], ['databaseUrl', 'secret']).text.secret).toBe('s'.repeat(32));
  expect(faultsOf({ ...environment, SPORTELLO_SECRET_FILE: join(folder, 'missing') })).toHaveProperty(
    'SPORTELLO_SECRET_FILE',
  );
  rmSync(folder, { recursive: true });
});
