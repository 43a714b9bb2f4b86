// One JSON value a line.
import { isUtf8 } from 'node:buffer';
import { type Entry, notUtf8, type Reader, tooLong } from './entries.ts';
import { storableFrom } from './storable.ts';

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
      const read = storableFrom(line === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text);
      return 'fault' in read ? { line, faults: [{ field: 'line', reason: read.fault }] } : { line, value: read.value };
    }),
};
