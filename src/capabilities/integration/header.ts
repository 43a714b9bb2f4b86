// The first line of a CSV file: which columns it has, and by what they are kept apart.
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import { type Column, columnsOf } from './columns.ts';
import { shownName } from './entries.ts';
import { endOfQuoted } from './records.ts';
import { recordBytesMax } from './settings.ts';

export type Header = { delimiter: string; columns: Column[]; first: { line: number; byte: number } };
export type HeaderReason = Reason<'integration.bad_header', { file: string; column: string; problem: string }>;

/** Reads and checks the header: every column is known and named once, and none that a row cannot do without is missing. */
export async function readHeader(
  path: string,
  file: string,
  schema: z.ZodType,
): Promise<Outcome<Header, HeaderReason>> {
  const refuse = (column: string, problem: string) =>
    no({
      code: 'integration.bad_header',
      values: { file, column: shownName(column), problem },
      changes: 'nobody',
    } as const);
  const start = await firstBytes(path);
  const end = endOfQuoted(start, 0);
  const bytes = end === -1 ? start : start.subarray(0, end);
  const text = bytes.toString('utf8').replace(/\r$/, '');
  const delimiter = delimiterOf(text);
  let cells: string[] = [];
  try {
    const [found] = parse(text, { bom: true, delimiter }) as string[][];
    cells = (found ?? []).map((cell) => cell.trim());
  } catch {
    return refuse('1', 'the header has quotation marks that do not fit');
  }
  const known = columnsOf(schema);
  const columns: Column[] = [];
  for (const cell of cells) {
    const column = known.find((one) => one.name === cell);
    if (!column) return refuse(cell, `is not known; known are ${known.map((one) => one.name).join(', ')}`);
    if (columns.includes(column)) return refuse(cell, 'stands there twice');
    columns.push(column);
  }
  const missing = known.find((one) => one.isRequired && !columns.includes(one));
  if (missing) return refuse(missing.name, 'is missing');
  return yes({ delimiter, columns, first: { line: 1, byte: end === -1 ? start.length : end + 1 } });
}

/** Semicolons where the decimal sign is a comma, commas or tabs elsewhere: whichever the header has most of. */
function delimiterOf(header: string): string {
  const counted = [';', ',', '\t'].map((one) => ({ one, count: header.split(one).length }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).one;
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(recordBytesMax), 0, recordBytesMax, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
