import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { nexiXpay } from '#adapters/nexi-xpay/index.ts';
import { day } from '#kernel/days.ts';
import { system, type Visitor } from '#kernel/viewer.ts';
import { sportello } from '../../../tests/world/command.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { findBanks, loadBanks } from './index.ts';
import { banksShown } from './settings.ts';

// Nobody is asked here: the list is ours.
const gateway = (methods: readonly ('card' | 'mybank')[]) =>
  nexiXpay({ address: 'http://127.0.0.1:1', apiKey: '', methods });
const world = await testWorld({ ports: { payment: [gateway(['card', 'mybank'])] } });
const { context } = world;
const visitor: Visitor = { kind: 'visitor', language: 'it', address: '192.0.2.1' };
const active = (...names: string[]) => names.map((name) => ({ name, status: 'active' as const }));
const load = (banks: { name: string; status: 'active' | 'suspended' | 'left' }[], on = '2026-11-03') =>
  loadBanks(context, system('test'), { banks, day: day(on) });
const named = async (text: string) =>
  (await findBanks(context, visitor, { text }))?.banks.map((bank) => bank.name) ?? 'no MyBank';

beforeEach(() => load(active('Banca di Città Perduta', 'Banca Però', 'Bergkasse Steinbrünnl', 'Banco Melagrana')));

test('[PAY-14] where MyBank does not exist there is no list, whatever has been loaded', async () => {
  const without = { ...context, ports: { ...context.ports, payment: [gateway(['card'])] } };
  expect(await findBanks(without, visitor, { text: '' })).toBeUndefined();
});

test.each([
  ['nessuna', []],
  ['CITTA', ['Banca di Città Perduta']],
  ['città perduta', ['Banca di Città Perduta']],
  ['perduta banca', ['Banca di Città Perduta']],
  ['perd', ['Banca di Città Perduta']],
  // The middle of a word begins none.
  ['erduta', []],
  ['PERO', ['Banca Però']],
  ['pero’', ['Banca Però']],
  ['steinbrunnl', ['Bergkasse Steinbrünnl']],
  // What every bank is called does not keep one from being found, and does not find all of them.
  ['Banca Melagrana S.p.A.', ['Banco Melagrana']],
  ['banc', ['Banca di Città Perduta', 'Banca Però', 'Banco Melagrana']],
  ['%', ['Banca di Città Perduta', 'Banca Però', 'Banco Melagrana', 'Bergkasse Steinbrünnl']],
  ['_anca', []],
  ["'; drop table mybank_banks", []],
])('[PAY-14] %s finds %j', async (text, names) => {
  expect(await named(text)).toEqual(names);
});

test('[PAY-14] the list says of which day it is, and a new one takes its place as a whole', async () => {
  expect(await findBanks(context, visitor, { text: '' })).toMatchObject({ day: '2026-11-03', total: 4 });
  await load([{ name: 'Banca Ninfea', status: 'suspended' }], '2026-11-20');
  expect(await findBanks(context, visitor, { text: '' })).toEqual({
    day: '2026-11-20',
    total: 1,
    banks: [{ name: 'Banca Ninfea', status: 'suspended' }],
  });
});

test('[PAY-14] a long list shows its beginning; a name finds what is further on', async () => {
  await load(active(...Array.from({ length: banksShown + 1 }, (_none, at) => `Banca ${String(at).padStart(3, '0')}`)));
  const found = await findBanks(context, visitor, { text: '' });
  expect([found?.total, found?.banks.length]).toEqual([banksShown + 1, banksShown]);
  expect(await named(String(banksShown).padStart(3, '0'))).toHaveLength(1);
});

const folder = mkdtempSync(join(tmpdir(), 'sportello-banks-'));
afterAll(() => rmSync(folder, { recursive: true }));
async function command(text: string, ...more: string[]) {
  const file = join(folder, 'banks');
  writeFileSync(file, text);
  return sportello(['banks', 'load', file, ...more], {
    DATABASE_URL: world.database.url,
    SPORTELLO_SECRET: 'a secret of the tests, long enough: 0123456789',
    LOG_LEVEL: 'silent',
  });
}

test('[PAY-14] ./sportello banks load takes a spreadsheet’s CSV and JSON Lines, and all of a list or nothing', async () => {
  const csv = '\uFEFFStatus;Group;Name\r\nactive;x;"Banca ""Al Ponte"", Vecchia"\r\nleft;;Banca Ninfea\r\n';
  expect(await command(csv, '--day', '2026-10-01', '--json')).toEqual({
    code: 0,
    out: '{"loaded":2,"day":"2026-10-01"}\n',
    err: '',
  });
  expect(await findBanks(context, visitor, { text: 'ponte' })).toMatchObject({
    day: '2026-10-01',
    total: 2,
    banks: [{ name: 'Banca "Al Ponte", Vecchia', status: 'active' }],
  });
  const lines = '{"name":"Banca Però","status":"active"}\n\n{"name":"Banca Però"}\nno json\n{"status":"left"}\n';
  const refused = await command(lines);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err.split('\n')).toEqual([
    'line 3: the status is none of active, suspended, left',
    'line 4: no name',
    'line 5: no name',
    'Nothing was loaded.',
    '',
  ]);
  expect(await command('bank,state\nx,y\n')).toMatchObject({
    code: 1,
    err: expect.stringContaining('name and status'),
  });
  expect(await command('', '--day', '31/10/2026')).toMatchObject({
    code: 2,
    err: expect.stringContaining('not a day'),
  });
  expect(await findBanks(context, visitor, { text: '' })).toMatchObject({ day: '2026-10-01', total: 2 });
}, 60_000);
