// What stands in a cell, as people and spreadsheets in Italy write it, and what it means. Nothing is guessed: a cell that
// could mean two things is refused.
import { dayOrNothing, momentOf } from '#kernel/days.ts';
import type { CellKind } from './columns.ts';
import { storableFrom } from './storable.ts';

export type Cell = { value: unknown } | { fault: string };

const italianDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const italianMoment = /^(\d{1,2}\/\d{1,2}\/\d{4}) (\d{1,2}:\d{2})(?::\d{2})?$/;
/** `1.234,56`, `1234,5`, `1234`; thousands in groups of three or not at all. */
const amountShape = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/;
/** `1234.56`: one or two digits after a point are no thousands, so only cents can be meant. */
const pointShape = /^(\d+)\.(\d{1,2})$/;
const truths: Record<string, boolean> = {
  true: true,
  vero: true,
  sì: true,
  si: true,
  '1': true,
  false: false,
  falso: false,
  no: false,
  '0': false,
};

const dayFrom = (text: string): string => {
  const [, day = '', month = '', year = ''] = italianDay.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

function momentFrom(text: string): Cell {
  const [, day = '', time = ''] = italianMoment.exec(text) ?? [];
  const found = dayOrNothing(dayFrom(day));
  if (day === '') return { value: text };
  if (!found || !/^([01]?\d|2[0-3]):[0-5]\d$/.test(time)) return { fault: 'is not a moment like 24/11/2026 14:35' };
  return { value: momentOf(found, time.padStart(5, '0')) };
}

function centsFrom(text: string): Cell {
  const [, whole = '', cents = ''] = amountShape.exec(text) ?? pointShape.exec(text) ?? [];
  if (whole === '') return { fault: 'is not an amount in euros like 1.234,56' };
  return { value: Number(whole.replaceAll('.', '')) * 100 + Number(cents.padEnd(2, '0')) };
}

const numberFrom = (text: string): Cell =>
  /^-?\d+(?:[.,]\d+)?$/.test(text)
    ? { value: Number(text.replace(',', '.')) }
    : { fault: 'is not a number like 43,77' };

/** Texts between upright bars; texts that have one themselves as a list of JSON. */
const textsFrom = (text: string): Cell =>
  text.startsWith('[') ? storableFrom(text) : { value: text.split('|').map((one) => one.trim()) };

const readers: Record<CellKind, (text: string) => Cell> = {
  text: (text) => ({ value: text }),
  day: (text) => ({ value: dayFrom(text) }),
  moment: momentFrom,
  euros: centsFrom,
  integer: (text) => (/^-?\d{1,15}$/.test(text) ? { value: Number(text) } : { fault: 'is not a whole number' }),
  number: numberFrom,
  boolean: (text) => {
    const value = truths[text.toLowerCase()];
    return value === undefined ? { fault: 'is neither sì nor no' } : { value };
  },
  texts: textsFrom,
  json: storableFrom,
};

/** Reads a cell that is not empty. Days and texts are still checked by the schema. */
export const readCell = (kind: CellKind, text: string): Cell => readers[kind](text);
