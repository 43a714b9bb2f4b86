// Rows of CSV: cells become the same values that a line of JSON gives, and the same schema checks both.
import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import type { RowFault } from '#kernel/intake.ts';
import { readCell } from './cells.ts';
import type { Column } from './columns.ts';
import { type Entry, notUtf8, type Reader, tooLong } from './entries.ts';
import type { Header } from './header.ts';
import { endOfQuoted, type Raw } from './records.ts';

const newline = 10;
const carriageReturn = 13;

/** Reads the records of a file with this header. */
export function csv(header: Header): Reader {
  const { delimiter, columns } = header;
  const names = new Map(columns.map((column) => [column.field, column.name]));
  const cellsOf = (text: string): string[][] | undefined => {
    try {
      return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true });
    } catch {
      return undefined;
    }
  };
  /** One by one where one of them is broken: its quotes must not take the others along. */
  const readAlone = (record: Raw): Entry[] => {
    if (record.isTooLong) return [{ line: record.line, faults: [tooLong] }];
    if (!isUtf8(record.bytes)) return [{ line: record.line, faults: [notUtf8] }];
    const [cells, ...more] = cellsOf(textOf(record)) ?? [];
    if (cells && more.length === 0 && cells.length === columns.length) return [entryOf(record.line, cells, columns)];
    const [first, ...lines] = brokenUp(record);
    const fault = cells
      ? { field: 'line', reason: `has ${cells.length} cells, and the header has ${columns.length}` }
      : {
          field: 'line',
          reason: 'has quotation marks that do not fit: a cell with one in it stands in quotes, and doubles it',
        };
    return first ? [{ line: first.line, faults: [fault] }, ...lines.flatMap(readAlone)] : [];
  };
  return {
    first: header.first,
    isQuoted: true,
    nameOf: (field) => nameIn(names, field),
    read(records) {
      const isSound = records.every((record) => !record.isTooLong && isUtf8(record.bytes));
      const all = isSound ? cellsOf(records.map(textOf).join('\n')) : undefined;
      if (all?.length !== records.length || all.some((cells) => cells.length !== columns.length))
        return records.flatMap(readAlone);
      return records.map((record, at) => entryOf(record.line, all[at] ?? [], columns));
    },
  };
}

function textOf({ bytes }: Raw): string {
  return bytes.toString('utf8', 0, bytes.at(-1) === carriageReturn ? bytes.length - 1 : bytes.length);
}

/** The first physical line of a record, and what follows as records of their own: a stray quote harms only its line. */
function brokenUp(record: Raw): Raw[] {
  const broken: Raw[] = [];
  let { line } = record;
  for (let start = 0; start < record.bytes.length; ) {
    const isFirst = start === 0;
    let end = isFirst ? record.bytes.indexOf(newline) : endOfQuoted(record.bytes, start);
    if (end === -1) end = isFirst ? -1 : record.bytes.indexOf(newline, start);
    const bytes = record.bytes.subarray(start, end === -1 ? record.bytes.length : end);
    if (isFirst || bytes.length > 0) broken.push({ line, bytes, isTooLong: false });
    line += 1 + bytes.filter((one) => one === newline).length;
    start = end === -1 ? record.bytes.length : end + 1;
  }
  return broken;
}

function entryOf(line: number, cells: readonly string[], columns: readonly Column[]): Entry {
  const row: Record<string, unknown> = {};
  const faults: RowFault[] = [];
  columns.forEach((column, at) => {
    const text = (cells[at] ?? '').trim();
    if (text === '') {
      if (column.isNullable) put(row, column.field, null);
      return;
    }
    if (text.includes('\0'))
      faults.push({ field: column.name, reason: 'has a character that no text can have: a NUL' });
    const cell = readCell(column.kind, text);
    if ('fault' in cell) faults.push({ field: column.name, reason: cell.fault });
    else put(row, column.field, cell.value);
  });
  // The core may leave what a deleted row was in its other cells.
  if (row.deleted === true) return { line, value: { key: row.key, version: row.version, deleted: true } };
  return faults.length > 0 ? { line, faults: faults.slice(0, 5) } : { line, value: row };
}

/** Puts a value at a field; a dot goes down into an object, made when the first of its values comes. */
function put(row: Record<string, unknown>, field: string, value: unknown): void {
  const [name = '', ...deeper] = field.split('.');
  if (deeper.length === 0) {
    row[name] = value;
    return;
  }
  row[name] ??= {};
  // Made a line above or by an earlier column: none stands both for an object and for a value in it.
  put(row[name] as Record<string, unknown>, deeper.join('.'), value);
}

/** The column of a field, or of the field that it lies in. */
function nameIn(names: ReadonlyMap<string, string>, field: string): string {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const found = names.get(path);
    if (found) return found;
  }
  return field;
}
