import { createReadStream } from 'node:fs';
import { lineBytesMax } from './settings.ts';

/** A line of a file: its number from 1, its text, and the byte where the next line starts. */
export type Line = { number: number; text: string; isTooLong: boolean; nextByte: number };

/**
 * The lines of a file in batches, from a position on, with flat memory. Empty lines count as lines and are left out.
 * A line beyond the limit comes as too long with its start only.
 */
export async function* batchesOf(
  path: string,
  from: { line: number; byte: number },
  rowsMax: number,
): AsyncGenerator<{ lines: Line[]; lineDone: number; byteFrom: number; byteDone: number }> {
  let batch: Line[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let number = from.line;
  let byte = from.byte;
  let byteFrom = from.byte;
  const take = (bytes: Buffer, length: number) => {
    number += 1;
    byte += length;
    const text = bytes.subarray(0, lineBytesMax).toString('utf8').replace(/\r$/, '');
    const clean = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (clean.trim() !== '')
      batch.push({ number, text: clean, isTooLong: bytes.length > lineBytesMax, nextByte: byte });
  };
  for await (const chunk of createReadStream(path, { start: from.byte, highWaterMark: 1024 * 1024 })) {
    rest = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = rest.indexOf(10, start); end !== -1; end = rest.indexOf(10, start)) {
      take(rest.subarray(start, end), end + 1 - start);
      start = end + 1;
      if (batch.length >= rowsMax) {
        yield { lines: batch, lineDone: number, byteFrom, byteDone: byte };
        batch = [];
        byteFrom = byte;
      }
    }
    rest = Buffer.from(rest.subarray(start));
  }
  if (rest.length > 0) take(rest, rest.length);
  if (batch.length > 0 || number > from.line) yield { lines: batch, lineDone: number, byteFrom, byteDone: byte };
}
