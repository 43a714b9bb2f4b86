// Pairing as an operator does it, and what the program says before and after.
import { afterAll, expect, test } from 'vitest';
import { start } from '#compose.ts';
import { sportello as run } from './world/command.ts';
import { cloneDatabase } from './world/database.ts';
import { startSimulator } from './world/simulator.ts';

const database = await cloneDatabase();
afterAll(() => database.close());
const { told } = await startSimulator('satispay');
const environment = {
  DATABASE_URL: database.url,
  SPORTELLO_SECRET: 'a secret of the tests, long enough: 0123456789',
  MAIL_URL: 'smtp://127.0.0.1:1',
  SMS_URL: 'http://127.0.0.1:1',
  SATISPAY_ADDRESS: told.address,
  LOG_LEVEL: 'silent',
};

const sportello = (given: string, env: Record<string, string> = {}) =>
  run(given.split(' '), { ...environment, ...env });

/** What can be paid with by a program that is started now. */
async function methodsNow(): Promise<string[]> {
  const program = await start('command', environment);
  const methods = program.context.ports.payment.flatMap((provider) => provider.methods);
  await program.close();
  return methods;
}
const findingOf = async (name: string) => {
  const { out } = await sportello('doctor --json');
  return (JSON.parse(out) as { name: string; isRight: boolean; found: string }[]).find((one) => one.name === name);
};

test('[PAY-10] without a pairing there is no Satispay, and the doctor says how to have it', async () => {
  expect(await methodsNow()).toEqual([]);
  expect(await findingOf('Satispay')).toMatchObject({
    isRight: false,
    found: expect.stringContaining('satispay pair'),
  });
});

test('[PAY-10] a code that is wrong, or no address, pairs nothing and says what to do', async () => {
  expect(await sportello('satispay pair AAAAAA')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('does not know this code'),
  });
  expect(await sportello('satispay pair AAAAAA', { SATISPAY_ADDRESS: '' })).toMatchObject({
    code: 2,
    err: expect.stringContaining('SATISPAY_ADDRESS is empty'),
  });
  expect(await sportello('satispay pair')).toMatchObject({ code: 2 });
  expect(await methodsNow()).toEqual([]);
});

test('[PAY-10] paired: Satispay is there from the next start; no private key is printed; a code works once', async () => {
  const { code, out } = await sportello(`satispay pair ${told.code} --json`);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({ provider: 'satispay', address: told.address, keyId: expect.any(String) });
  expect(await methodsNow()).toEqual(['satispay']);
  expect(await findingOf('Satispay')).toEqual({ name: 'Satispay', isRight: true, found: 'paired' });
  expect((await sportello(`satispay pair ${told.code}`)).err).toContain('has been used');
  const { rows } = await database.pool.query("select facts from audit_lines where act = 'payments.paired'");
  expect(rows).toEqual([{ facts: { address: told.address } }]);
});
