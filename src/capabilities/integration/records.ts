// A file as records: a line of JSON, or a row of CSV that may go over several lines within quotes. The same reader gives
// both, with the byte and the line where each begins, so that a run can go on from any of them.
import { createReadStream } from 'node:fs';
import { batchBytesMax, recordBytesMax } from './settings.ts';

/** The bytes of one record without its end, and the physical line where it starts, from 1. */
export type Raw = { line: number; bytes: Buffer; isTooLong: boolean };
export type RawBatch = { records: Raw[]; lineDone: number; byteFrom: number; byteDone: number };

const newline = 10;
const quote = 34;

/**
 * The records of a file in batches, from a position on, with flat memory. Empty lines count as lines and are left out. With
 * `quoted` a line break within quotes belongs to its record; where quotes never close, only the first line is lost.
 */
export async function* batchesOf(
  path: string,
  from: { line: number; byte: number },
  options: { rowsMax: number; isQuoted: boolean },
): AsyncGenerator<RawBatch> {
  let rest: Buffer = Buffer.alloc(0);
  let batch: Raw[] = [];
  let line = from.line;
  let byte = from.byte;
  let byteFrom = from.byte;
  /** Bytes of the record that is being read which were let go: it is too long whatever follows. */
  let lost = 0;
  const endOf = options.isQuoted ? endOfQuoted : (bytes: Buffer, start: number) => bytes.indexOf(newline, start);
  const take = (bytes: Buffer, length: number) => {
    const isTooLong = bytes.length > recordBytesMax;
    const cut = isTooLong ? bytes.subarray(0, recordBytesMax) : bytes;
    if (!isEmpty(cut)) batch.push({ line: line + 1, bytes: cut, isTooLong });
    line += options.isQuoted ? 1 + count(bytes, newline) : 1;
    byte += length + lost;
    lost = 0;
  };
  for await (const chunk of createReadStream(path, { start: from.byte, highWaterMark: 512 * 1024 })) {
    // The stream was opened without an encoding.
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (;;) {
      let end = endOf(rest, start);
      // Quotes that stay open over more than a record can be were never meant to open.
      if (options.isQuoted && (end === -1 ? rest.length : end) - start > recordBytesMax)
        end = rest.indexOf(newline, start);
      if (end === -1) break;
      take(rest.subarray(start, end), end + 1 - start);
      start = end + 1;
      if (batch.length >= options.rowsMax || byte - byteFrom >= batchBytesMax) {
        yield { records: batch, lineDone: line, byteFrom, byteDone: byte };
        batch = [];
        byteFrom = byte;
      }
    }
    rest = Buffer.from(rest.subarray(start));
    // Longer than a record, and no line has ended in it: its beginning is enough to say so.
    if (rest.length > recordBytesMax + 1 && !rest.includes(newline)) {
      lost += rest.length - recordBytesMax - 1;
      rest = Buffer.from(rest.subarray(0, recordBytesMax + 1));
    }
  }
  for (let start = 0; start < rest.length; ) {
    let end = endOf(rest, start);
    // At the end of the file quotes that are still open lose only their line.
    if (end === -1) end = options.isQuoted ? rest.indexOf(newline, start) : -1;
    const length = (end === -1 ? rest.length : end) - start;
    take(rest.subarray(start, start + length), length + (end === -1 ? 0 : 1));
    start += length + 1;
  }
  if (batch.length > 0 || line > from.line) yield { records: batch, lineDone: line, byteFrom, byteDone: byte };
}

/** The next line break that is not within quotes; a doubled quote closes and opens again. */
export function endOfQuoted(bytes: Buffer, start: number): number {
  let isOpen = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) isOpen = !isOpen;
    else if (byte === newline && !isOpen) return at;
  }
  return -1;
}

const isEmpty = (bytes: Buffer): boolean => bytes.every((one) => one === 32 || one === 13 || one === 9);

function count(bytes: Buffer, what: number): number {
  let found = 0;
  for (let at = bytes.indexOf(what); at !== -1; at = bytes.indexOf(what, at + 1)) found += 1;
  return found;
}
