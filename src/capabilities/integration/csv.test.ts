import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { centsField, coreRow, dayField, instantField, textsField } from '#kernel/row.ts';
import { readCell } from './cells.ts';
import { csv } from './csv.ts';
import { readHeader } from './header.ts';
import { batchesOf } from './records.ts';
import { check } from './rows.ts';
import { recordBytesMax } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'csv-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = coreRow({
  name: z.string().min(1),
  amountCents: centsField.optional(),
  on: dayField.optional(),
  until: dayField.nullable().optional(),
  seenAt: instantField.optional(),
  isOn: z.boolean().optional(),
  share: z.number().optional(),
  texts: textsField.optional(),
  words: z.array(z.string()).optional(),
  details: z.record(z.string(), z.string()).optional(),
});
const intake = { entity: 'things', schema } as unknown as Intake;
let files = 0;

/** What the header of a file is refused with; the file is written first. */
async function headerFault(content: string) {
  const path = join(folder, `things-${++files}.csv`);
  writeFileSync(path, content);
  const header = await readHeader(path, 'things.csv', schema);
  return header.ok ? undefined : header.reasons[0].values;
}

/** Writes a file and reads it whole; `take` reads it again from a position that this reading came to. */
async function read(content: string | Buffer, rowsMax = 1_000) {
  const file = `things-${++files}.csv`;
  const path = join(folder, file);
  writeFileSync(path, content);
  const header = await readHeader(path, file, schema);
  if (!header.ok) throw new Error(JSON.stringify(header.reasons));
  const reader = csv(header.value);
  const take = async (from: { line: number; byte: number }) => {
    const rows: unknown[] = [];
    const refused: string[] = [];
    const positions: { line: number; byte: number }[] = [];
    for await (const batch of batchesOf(path, from, { rowsMax, isQuoted: true })) {
      const checked = await check(intake, file, reader, batch.records);
      rows.push(...checked.rows.map(({ line, row }) => ({ line, ...row })));
      refused.push(...checked.refused.map(({ line, field, reason }) => `${line} ${field}: ${reason}`));
      positions.push({ line: batch.lineDone, byte: batch.byteDone });
    }
    return { rows, refused, positions };
  };
  return { ...(await take(reader.first)), take };
}

const asOf = 'asOf';
const head = 'key;version;asOf;name';
const today = '2026-11-24';
const row = (key: string, more: object) => expect.objectContaining({ key, version: 1, asOf: today, ...more });

test.each([
  ['semicolons', ';'],
  ['commas', ','],
  ['tabs', '\t'],
])('[INT-1] %s, with and without a byte order mark, LF and CRLF: the same rows', async (_name, delimiter) => {
  for (const mark of ['', '\uFEFF']) {
    for (const end of ['\n', '\r\n']) {
      const lines = [head, 'a;1;2026-11-24;Anna', '', 'b;1;24/11/2026;Bruno'].map((line) =>
        line.replaceAll(';', delimiter),
      );
      const { rows, refused } = await read(mark + lines.join(end));
      expect(refused).toEqual([]);
      expect(rows).toEqual([row('a', { name: 'Anna', line: 2 }), row('b', { name: 'Bruno', line: 4 })]);
    }
  }
});

test('[INT-1] quotes hold separators, line breaks and doubled quotes; what follows keeps its physical line', async () => {
  const { rows, refused } = await read(
    `${head}\r\na;1;24/11/2026;"Bianchi; ""la\r\nGiulia"""\r\nb;x;24/11/2026;Bruno\r\nc;1;24/11/2026;Carla\r\n`,
  );
  expect(rows).toEqual([row('a', { name: 'Bianchi; "la\r\nGiulia"', line: 2 }), row('c', { name: 'Carla', line: 5 })]);
  expect(refused).toEqual(['4 version: is not a whole number']);
});

test('[INT-1] cells are read as Italian spreadsheets write them, and empty ones say nothing', async () => {
  const columns = 'amount;on;until;seenAt;isOn;share;texts.it;texts.en;texts.de;words;details';
  const cells = '1.234,5;1/3/2026;;24/11/2026 14:35;VERO;43,77;Furto;Theft;Diebstahl;uno|due;"{""colour"":""red""}"';
  const { rows, refused } = await read(
    `${head};${columns}\na;1;24/11/2026;Anna;${cells}\nb;1;24/11/2026;Bruno${';'.repeat(11)}\n`,
  );
  expect(refused).toEqual([]);
  expect(rows).toEqual([
    {
      ...{
        line: 2,
        key: 'a',
        version: 1,
        asOf: today,
        name: 'Anna',
        amountCents: 123_450,
        on: '2026-03-01',
        until: null,
      },
      ...{ seenAt: '2026-11-24T13:35:00.000Z', isOn: true, share: 43.77, words: ['uno', 'due'] },
      texts: { it: 'Furto', en: 'Theft', de: 'Diebstahl' },
      details: { colour: 'red' },
    },
    { line: 3, key: 'b', version: 1, asOf: today, name: 'Bruno', until: null },
  ]);
});

test.each([
  ['0', 0],
  ['12', 1_200],
  ['12,5', 1_250],
  ['12,50', 1_250],
  ['12.50', 1_250],
  ['1.234', 123_400],
  ['1.234.567,89', 123_456_789],
  ['12,345', undefined],
  ['1.23,45', undefined],
  ['1,234.56', undefined],
  ['12 €', undefined],
  ['', undefined],
])('[INT-1] the amount %j is %s cents', (text, cents) => {
  expect(readCell('euros', text)).toEqual(
    cents === undefined ? { fault: 'is not an amount in euros like 1.234,56' } : { value: cents },
  );
});

test('[INT-1] each bad row is reported with its line, its column and the reason', async () => {
  const { rows, refused } = await read(
    [
      `${head};amount;on;isOn;texts.it;texts.en;texts.de`,
      'a;1;24/11/2026;Anna;dodici;;;;;',
      'b;1;24/11/2026;Bruno;-1;;;;;',
      'c;1;24/11/2026;Carla;;30/02/2026;;;;',
      'd;1;24/11/2026;Dario;;;forse;;;',
      'e;1;24/11/2026;;;;;;;',
      'f;1;24/11/2026;Fabio;;;;Furto;;',
      'g;1;24/11/2026;Gina;;',
      'h;1;24/11/2026;"Ha" detto;;;;;;',
      'i;1;24/11/2026;Irene;;;;;;',
    ].join('\n'),
  );
  expect(rows).toEqual([row('i', { line: 10 })]);
  expect(refused.map((one) => one.replace(/:.*/, ''))).toEqual([
    ...['2 amount', '3 amount', '4 on', '5 isOn', '6 name', '7 texts.en', '7 texts.de', '8 line', '9 line'],
  ]);
  expect(refused[7]).toBe('8 line: has 6 cells, and the header has 10');
  expect(refused[8]).toContain('quotation marks that do not fit');
});

test('[INT-1] a quotation mark that nothing closes harms its own line only, however long the file goes on', async () => {
  const many = Array.from({ length: 9_000 }, (_none, at) => `k${at};1;24/11/2026;${'x'.repeat(40)}`);
  const { rows, refused } = await read([head, 'a;1;24/11/2026;"Anna', ...many, 'z;1;24/11/2026;"Zeno'].join('\n'));
  expect(rows).toHaveLength(many.length);
  expect(refused.map((one) => one.replace(/:.*/, ''))).toEqual(['2 line', `${many.length + 3} line`]);
  const closed = await read(
    [head, 'a;1;24/11/2026;"Anna', 'b;1;24/11/2026;Bruno', 'c;1;24/11/2026;"Carla"'].join('\n'),
  );
  expect(closed.rows).toEqual([row('b', { line: 3 }), row('c', { line: 4 })]);
});

test('[INT-1] bytes that are no UTF-8 and records longer than any row are reported', async () => {
  const { rows, refused } = await read(
    Buffer.concat([
      Buffer.from(`${head}\na;1;24/11/2026;`),
      Buffer.from('Niccolò\n', 'latin1'),
      Buffer.from(`b;1;24/11/2026;${'x'.repeat(recordBytesMax)}\nc;1;24/11/2026;Carla\n`),
    ]),
  );
  expect(refused.map((one) => one.slice(0, 16))).toEqual(['2 line: is not U', '3 line: is longe']);
  expect(rows).toEqual([row('c', { line: 4 })]);
});

test('[INT-1] from every position on, what is left is read as if nobody had stopped', async () => {
  const whole = await read(
    `\uFEFF${head}\r\na;1;24/11/2026;Anna\r\n\r\nb;1;24/11/2026;"Bruno\r\nB."\r\nc;1;24/11/2026;"Ca"rla\r\nd;1;24/11/2026;Dèa`,
    1,
  );
  expect(whole.rows).toHaveLength(3);
  for (const [at, position] of whole.positions.entries()) {
    const left = await whole.take(position);
    const all = [...whole.rows.map((one) => JSON.stringify(one)), ...whole.refused];
    const rest = [...left.rows.map((one) => JSON.stringify(one)), ...left.refused];
    expect(rest).toHaveLength(all.length - at - 1);
    expect(all).toEqual(expect.arrayContaining(rest));
  }
});

test('[INT-1] a NUL or half of a pair within a cell of JSON is reported, and never reaches the database', async () => {
  const { rows, refused } = await read(
    [
      `${head};words;details`,
      'a;1;24/11/2026;Anna;;"{""colour"":""re\\u0000d""}"',
      'b;1;24/11/2026;Bruno;;"{""\\u0000"":""red""}"',
      'c;1;24/11/2026;Carla;"[""\\ud83d""]";',
      'd;1;24/11/2026;Dario;"[""\\ud83d\\udca9""]";',
    ].join('\n'),
  );
  expect(rows).toEqual([row('d', { words: ['💩'], line: 5 })]);
  expect(refused.map((one) => one.split(':')[0])).toEqual(['2 details', '3 details', '4 words']);
});

test('[INT-1] a day or a moment that the database has no room for is reported, and never reaches it', async () => {
  const { rows, refused } = await read(
    [
      `${head};on;seenAt`,
      'a;1;24/11/2026;Anna;0000-01-01;',
      'b;1;24/11/2026;Bruno;;0001-01-01T00:00:00+14:00',
      'c;1;24/11/2026;Carla;;9999-12-31T23:59:59-14:00',
      'd;1;24/11/2026;Dario;;01/01/0001 00:00',
      'e;1;24/11/2026;Elena;0001-01-01;9999-12-31T23:59:59Z',
    ].join('\n'),
  );
  expect(rows).toEqual([row('e', { on: '0001-01-01', line: 6 })]);
  expect(refused.map((one) => one.split(':')[0])).toEqual(['2 on', '3 seenAt', '4 seenAt', '5 seenAt']);
});

test('[INT-1] a file that forgot its line breaks takes no more memory than one record', async () => {
  const path = join(folder, 'endless');
  const endless = Buffer.alloc(4 * 1024 * 1024, 'x');
  for (const isQuoted of [false, true]) {
    writeFileSync(path, Buffer.concat([endless, Buffer.from('\nb\n')]));
    const found = [];
    const positions = [];
    for await (const batch of batchesOf(path, { line: 0, byte: 0 }, { rowsMax: 1_000, isQuoted })) {
      found.push(...batch.records);
      positions.push([batch.lineDone, batch.byteDone]);
    }
    expect(positions).toEqual([
      [1, endless.length + 1],
      [2, endless.length + 3],
    ]);
    expect(found).toMatchObject([
      { line: 1, isTooLong: true },
      { line: 2, isTooLong: false, bytes: Buffer.from('b') },
    ]);
    expect(found[0]?.bytes.buffer.byteLength).toBeLessThan(recordBytesMax + 1024 * 1024);
    writeFileSync(path, endless);
    for await (const { records, byteDone } of batchesOf(path, { line: 0, byte: 0 }, { rowsMax: 1, isQuoted })) {
      expect(records).toMatchObject([{ line: 1, isTooLong: true }]);
      expect(byteDone).toBe(endless.length);
    }
  }
});

test('[INT-1] a deleted row needs only its key and version', async () => {
  const { rows, refused } = await read(`${head};deleted\na;2;;;sì\nb;1;24/11/2026;Bruno;no\n`);
  expect(refused).toEqual([]);
  expect(rows).toEqual([{ line: 2, key: 'a', version: 2, deleted: true }, row('b', { name: 'Bruno' })]);
});

test.each([
  ['key;version;asOf;nome', 'nome', 'is not known'],
  ['key;version;asOf;name;name', 'name', 'stands there twice'],
  ['key;version;name', asOf, 'is missing'],
  ['key;version;asOf;"name', '1', 'quotation marks'],
])('[INT-1] the header %s is refused at %s before anything is taken', async (header, column, problem) => {
  expect(await headerFault(`${header}\na;1;24/11/2026;Anna\n`)).toMatchObject({
    column,
    problem: expect.stringContaining(problem),
  });
});

test('[INT-1] a header that is no header is not told whole', async () => {
  const fault = await headerFault(`key;\u001b[2J${'x'.repeat(10_000)}\na;b\n`);
  expect(fault?.column).toMatch(/^\ufffd\[2Jx{100,200}$/);
});
