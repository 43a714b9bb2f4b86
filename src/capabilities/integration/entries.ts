// What a record says: a value whose shape is still to be checked, or why it cannot be read.
import type { RowFault } from '#kernel/intake.ts';

export type Entry = { line: number; value: unknown } | { line: number; faults: RowFault[] };

/** How the records of a file are read. A reader of CSV knows the header of its file. */
export type Reader = {
  /** Where the first record is: after the header, if there is one. */
  first: { line: number; byte: number };
  isQuoted: boolean;
  read(records: readonly { line: number; bytes: Buffer; isTooLong: boolean }[]): Entry[];
  /** What a field is called in this file. */
  nameOf(field: string): string;
};

/** As long as a name of ours can be; longer ones are no key of an index. */
const nameMax = 200;

/** The name of a file, a column or a field, as it can be kept and shown: cut, and nothing in it that a terminal would obey. */
export const shownName = (name: string): string => name.slice(0, nameMax).replace(/\p{C}/gu, '\ufffd');

export const tooLong: RowFault = { field: 'line', reason: 'is longer than a row can be' };
export const notUtf8: RowFault = { field: 'line', reason: 'is not UTF-8: save the file with that encoding' };
