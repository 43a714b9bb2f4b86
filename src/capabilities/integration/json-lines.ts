// One JSON value a line.
import { isUtf8 } from 'node:buffer';
import { jsonOrNothing } from './delivery.ts';
import { type Entry, notUtf8, type Reader, tooLong } from './entries.ts';

const byteOrderMark = '\uFEFF';

export const jsonLines: Reader = {
  first: { line: 0, byte: 0 },
  isQuoted: false,
  nameOf: (field) => field,
  read: (records) =>
    records.map(({ line, bytes, isTooLong }): Entry => {
      if (isTooLong) return { line, faults: [tooLong] };
      if (!isUtf8(bytes)) return { line, faults: [notUtf8] };
      const text = bytes.toString('utf8');
      const value = jsonOrNothing(line === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text);
      if (value === undefined) return { line, faults: [{ field: 'line', reason: 'is not JSON' }] };
      if (/\\u(0000|d[89a-f])/i.test(text) && !isStorable(value))
        return {
          line,
          faults: [{ field: 'line', reason: 'has a character that no text can have: a NUL, or half of a pair' }],
        };
      return { line, value };
    }),
};

/** PostgreSQL takes neither NULs nor lone surrogates, and one such row would end the batch at every new try. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => isStorable(name) && isStorable(inner));
}
