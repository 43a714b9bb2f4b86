import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { day } from '#kernel/days.ts';
import { system } from '#kernel/viewer.ts';
import { generateDelivery } from '../../../demo/generate.ts';
import { coreTables } from '../../../scripts/core-tables.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { refusedRows, resumeImport, runImport } from './index.ts';

// Small batches, so that a delivery of a few hundred rows has many positions at which it can be interrupted.
const settings = { IMPORT_BATCH_ROWS: '40' };
const clean = await testWorld({ settings });
const interrupted = await testWorld({ settings });
const damaged = await testWorld({ settings });
const backwards = await testWorld({ settings });
const ofCells = await testWorld({ settings });
const viewer = system('import');
const folder = mkdtempSync(join(tmpdir(), 'delivery-'));

/** What the core's tables hold, without our own ids: references are read back as the core's keys. */
async function stateOf(context: Context): Promise<Record<string, unknown[]>> {
  const own =
    "'id','public_id','created_at','ended_at','agency_id','party_id','policy_id','product_id','from_party_id','to_party_id'";
  const state: Record<string, unknown[]> = {};
  for (const table of coreTables) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) - array[${sql.raw(own)}] as row from ${sql.table(table)} t order by key`.execute(
      context.database,
    );
    state[table] = rows.map((one) => one.row);
  }
  const { rows } = await sql`
    select p.key as policy, a.key as agency, r.key as role, y.key as party from policies p
    join agencies a on a.id = p.agency_id join policy_roles r on r.policy_id = p.id join parties y on y.id = r.party_id
    order by r.key`.execute(context.database);
  state.references = rows;
  return state;
}

type Manifest = { files: { entity: string; file: string; rows: number; sha256: string }[] };

/** Rewrites the lines of one file of a delivery and its checksum. */
function rewrite(name: string, entity: string, change: (lines: string[]) => string[]): string {
  const copy = mkdtempSync(join(tmpdir(), `delivery-${name}-`));
  const manifest = JSON.parse(readFileSync(join(folder, 'delivery.json'), 'utf8')) as Manifest & { id: string };
  for (const file of manifest.files) {
    const lines = readFileSync(join(folder, file.file), 'utf8').split('\n').filter(Boolean);
    const text = `${(file.entity === entity ? change(lines) : lines).join('\n')}\n`;
    file.sha256 = createHash('sha256').update(text).digest('hex');
    file.rows = text.split('\n').length - 1;
    writeFileSync(join(copy, file.file), text);
  }
  manifest.id = `${manifest.id}-${name}`;
  writeFileSync(join(copy, 'delivery.json'), JSON.stringify(manifest));
  copies.push(copy);
  return copy;
}
const copies: string[] = [folder];

beforeAll(async () => {
  await generateDelivery({ customers: 60, seed: 7, today: day('2026-11-24'), folder });
  const run = await runImport(clean.context, viewer, { folder });
  expect(run).toMatchObject({ ok: true, value: { state: 'done' } });
});
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

test('[INT-1] a delivery is taken whole, without a refused row', async () => {
  const state = await stateOf(clean.context);
  for (const table of coreTables) expect(state[table]?.length, table).toBeGreaterThan(0);
  const first = await clean.context.database.selectFrom('events').select('type').execute();
  expect(first.map((event) => event.type)).toEqual(['core.delivery.taken']);
});

test('[INT-1] the same delivery a second time changes nothing', async () => {
  const before = await stateOf(clean.context);
  const events = await clean.context.database.selectFrom('events').select('id').execute();
  const again = await runImport(clean.context, viewer, { folder });
  expect(
    again.ok && again.value.files.every((file) => file.written === 0 && file.unchanged === file.rowsExpected),
  ).toBe(true);
  expect(await stateOf(clean.context)).toEqual(before);
  expect(await clean.context.database.selectFrom('events').select('id').execute()).toEqual(events);
});

test('[INT-1] a run interrupted after every third batch and resumed ends in the state of a clean run', async () => {
  let batches = 0;
  const dying: Context = {
    ...interrupted.context,
    step: async (name) => {
      if (name !== 'integration.entity_done' && ++batches % 7 === 0) throw new Error('the power went out');
    },
  };
  await expect(runImport(dying, viewer, { folder })).rejects.toThrow('the power went out');
  expect(await runImport(interrupted.context, viewer, { folder })).toMatchObject({
    ok: false,
    reasons: [{ code: 'integration.unfinished_run' }],
  });
  for (let done = false; !done; ) {
    done = await resumeImport(dying, viewer, { folder }).then(
      () => true,
      () => false,
    );
  }
  expect(batches).toBeGreaterThan(14);
  expect(await stateOf(interrupted.context)).toEqual(await stateOf(clean.context));
  expect(await resumeImport(interrupted.context, viewer, { folder })).toMatchObject({
    ok: false,
    reasons: [{ code: 'integration.nothing_to_resume' }],
  });
});

test('[INT-1] the same delivery as CSV, interrupted and resumed, ends in the state of the one of JSON Lines', async () => {
  const cells = mkdtempSync(join(tmpdir(), 'delivery-csv-'));
  copies.push(cells);
  await generateDelivery({ customers: 60, seed: 7, today: day('2026-11-24'), folder: cells, format: 'csv' });
  let batches = 0;
  const dying: Context = {
    ...ofCells.context,
    step: async (name) => {
      if (name === 'integration.batch_merged' && ++batches % 5 === 0) throw new Error('the power went out');
    },
  };
  await expect(runImport(dying, viewer, { folder: cells })).rejects.toThrow('the power went out');
  for (let done = false; !done; ) {
    done = await resumeImport(dying, viewer, { folder: cells }).then(
      (outcome) => outcome.ok,
      () => false,
    );
  }
  expect(batches).toBeGreaterThan(20);
  expect(await stateOf(ofCells.context)).toEqual(await stateOf(clean.context));
});

test('[INT-1] a CSV file whose header has a column that nobody knows is refused before anything is taken', async () => {
  const cells = mkdtempSync(join(tmpdir(), 'delivery-csv-'));
  copies.push(cells);
  const text = 'key;version;asOf;line;nomi\n';
  writeFileSync(join(cells, 'products.csv'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const files = [{ entity: 'products', file: 'products.csv', rows: 0, sha256 }];
  const manifest = { format: 'sportello-delivery/1', id: 'bad header', day: '2026-11-24', files };
  writeFileSync(join(cells, 'delivery.json'), JSON.stringify(manifest));
  expect(await runImport(clean.context, viewer, { folder: cells })).toMatchObject({
    ok: false,
    reasons: [{ code: 'integration.bad_header', values: { file: 'products.csv', column: 'nomi' } }],
  });
});

test('[INT-1] rows before their parents wait and are merged at the end', async () => {
  const copy = rewrite('backwards', 'none', (lines) => lines);
  const manifest = JSON.parse(readFileSync(join(copy, 'delivery.json'), 'utf8')) as Manifest;
  writeFileSync(join(copy, 'delivery.json'), JSON.stringify({ ...manifest, files: manifest.files.reverse() }));
  expect(await runImport(backwards.context, viewer, { folder: copy })).toMatchObject({
    ok: true,
    value: { state: 'done' },
  });
  expect(await stateOf(backwards.context)).toEqual(await stateOf(clean.context));
});

test('[INT-1] [CON-8] each bad row is reported with file, line, field and reason, and the good ones are taken', async () => {
  const spoil = (line: string, change: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(line), ...change });
  const copy = rewrite('damaged', 'parties', (lines) => {
    lines[2] = '{"key": half a row';
    lines[4] = spoil(lines[4] ?? '', { codiceFiscale: 'RSSMRA85T10A562X' });
    lines[6] = spoil(lines[6] ?? '', { province: 'ZZ' });
    lines[8] = spoil(lines[8] ?? '', { postcode: '5012' });
    lines[10] = spoil(lines[10] ?? '', { agency: 'AG-NOBODY' });
    return lines;
  });
  const run = await runImport(damaged.context, viewer, { folder: copy });
  if (!run.ok) throw new Error('refused');
  expect(run.value.state).toBe('partly');
  const refused = await refusedRows(damaged.context, run.value.id, 10_000);
  const ofParties = refused.filter((row) => row.entity === 'parties').sort((one, other) => one.line - other.line);
  expect(ofParties.map(({ file, line, field }) => `${file}:${line} ${field}`)).toEqual([
    'parties.jsonl:3 line',
    'parties.jsonl:5 codiceFiscale',
    'parties.jsonl:7 province',
    'parties.jsonl:9 postcode',
    'parties.jsonl:11 agency',
  ]);
  for (const row of refused) expect(row.reason).not.toBe('');
  // What hung on the refused parties is reported too, each row naming the reference that misses.
  expect(refused.filter((row) => row.entity === 'contacts').every((row) => row.field === 'party')).toBe(true);
  const parties = run.value.files.find((file) => file.entity === 'parties');
  expect(parties && parties.written + parties.refused).toBe(parties?.rowsExpected);
});

test('[INT-1] a damaged file is refused before anything of it is taken', async () => {
  const copy = rewrite('truncated', 'none', (lines) => lines);
  writeFileSync(join(copy, 'payables.jsonl'), 'cut off');
  const before = await stateOf(clean.context);
  expect(await runImport(clean.context, viewer, { folder: copy })).toMatchObject({
    ok: false,
    reasons: [{ code: 'integration.file_damaged', values: { file: 'payables.jsonl' } }],
  });
  expect(await stateOf(clean.context)).toEqual(before);
});

test('[INT-1] a newer version counts, an older one never does, and later deliveries emit an event per changed matter', async () => {
  const change = (name: string, steps: number, amountCents: number) =>
    rewrite(name, 'payables', ([first = '']) => [
      JSON.stringify({ ...JSON.parse(first), version: JSON.parse(first).version + steps, amountCents, iotCents: 0 }),
    ]);
  const key = JSON.parse(readFileSync(join(folder, 'payables.jsonl'), 'utf8').split('\n', 1)[0] ?? '').key as string;
  const amount = async () =>
    (
      await clean.context.database
        .selectFrom('payables')
        .select('amount_cents')
        .where('key', '=', key)
        .executeTakeFirstOrThrow()
    ).amount_cents;
  await runImport(clean.context, viewer, { folder: change('newer', 9, 77_700) });
  expect(await amount()).toBe(77_700);
  await runImport(clean.context, viewer, { folder: change('older', 8, 11_100) });
  expect(await amount()).toBe(77_700);
  const events = await clean.context.database
    .selectFrom('events')
    .select(['type', 'facts'])
    .where('type', 'like', 'policy.payable.%')
    .execute();
  expect(events).toHaveLength(1);
  expect(events[0]?.facts).toEqual({ payable: key });
});

test('[INT-1] a contact whose value changed ends and a new one begins; a deleted row ends what it names', async () => {
  const line = readFileSync(join(folder, 'contacts.jsonl'), 'utf8').split('\n', 1)[0] ?? '';
  const row = JSON.parse(line) as { key: string; version: number; kind: string };
  const value = row.kind === 'email' ? 'new.address@prova.example' : '+393301099999';
  await runImport(clean.context, viewer, {
    folder: rewrite('moved', 'contacts', () => [JSON.stringify({ ...row, value, version: row.version + 1 })]),
  });
  const contacts = await clean.context.database
    .selectFrom('contacts as old')
    .innerJoin('contacts as new', 'new.party_id', 'old.party_id')
    .select(['old.ended_at', 'old.key as old_key', 'new.value'])
    .where('new.key', '=', row.key)
    .where('old.key', 'is', null)
    .execute();
  expect(contacts).toEqual([{ ended_at: clean.context.clock.now(), old_key: null, value }]);
  const gone = { key: row.key, version: row.version + 2, deleted: true };
  await runImport(clean.context, viewer, { folder: rewrite('gone', 'contacts', () => [JSON.stringify(gone)]) });
  const ended = await clean.context.database
    .selectFrom('contacts')
    .select('ended_at')
    .where('key', '=', row.key)
    .executeTakeFirst();
  expect(ended?.ended_at).not.toBeNull();
});
