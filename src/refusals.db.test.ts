import { expect, test } from 'vitest';
import { readSettings } from '#kernel/settings.ts';
import { testWorld } from '../tests/world/context.ts';
import { databaseFaults, demoFaults, isDemo } from './refusals.ts';

const { pool } = (await testWorld({ capabilities: [] })).database;
const textOf = (environment: Record<string, string>) => readSettings(environment, []).text;

test('the demo shows every message to everybody, so it is refused at an address that others can reach', () => {
  const demo = { DEMO_ADDRESS: 'http://127.0.0.1:3001' };
  for (const address of ['https://area.example.it', 'http://192.168.1.4:3000', 'https://localhost.example.it']) {
    expect(demoFaults(textOf({ ...demo, PUBLIC_ADDRESS: address }))).toMatchObject([{ env: 'DEMO_ADDRESS' }]);
    expect(demoFaults(textOf({ PUBLIC_ADDRESS: address }))).toEqual([]);
  }
  for (const address of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
    expect(demoFaults(textOf({ ...demo, PUBLIC_ADDRESS: address }))).toEqual([]);
  }
});

test('a database of the fictional insurer never meets a real mail, SMS or payment service', async () => {
  const real = textOf({
    MAIL_URL: 'smtps://mail.example.it',
    SMS_URL: 'https://sms.example.it',
    NEXI_ADDRESS: 'https://xpay.example.it',
    SATISPAY_ADDRESS: 'https://satispay.example.it',
  });
  const simulated = textOf({
    MAIL_URL: 'smtp://127.0.0.1:25',
    SMS_URL: 'http://localhost:1',
    NEXI_ADDRESS: 'http://127.0.0.1:2',
    SATISPAY_ADDRESS: 'http://127.0.0.1:3',
  });
  expect(await isDemo(pool)).toBe(false);
  expect(await databaseFaults(real, pool)).toEqual([]);
  await pool.query("insert into marks (name, value) values ('demo', 'filled')");
  expect((await databaseFaults(real, pool)).map((fault) => fault.env)).toEqual([
    'MAIL_URL',
    'SMS_URL',
    'NEXI_ADDRESS',
    'SATISPAY_ADDRESS',
  ]);
  expect(await databaseFaults(simulated, pool)).toEqual([]);
});
