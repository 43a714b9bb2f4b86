// The same rows as CSV, as an Italian spreadsheet writes them: UTF-8 with a byte order mark, semicolons, CRLF, euros with a
// decimal comma, days as 24/11/2026, sì and no. Columns are written down here and not taken from the program.
import type { Entity } from './rows.ts';

const texts = (name: string) => [`${name}.it`, `${name}.en`, `${name}.de`];
const address = ['street', 'postcode', 'municipality', 'province'];

const fields: Record<Entity, string[]> = {
  agencies: ['name', ...address, 'phone', 'email', 'hours', 'latitude', 'longitude'],
  products: ['line', ...texts('names'), 'takesContributions'],
  parties: [
    ...['kind', 'codiceFiscale', 'partitaIva', 'givenName', 'familyName', 'businessName', 'birthDay', 'language'],
    ...['customerCode', 'agency', ...address],
  ],
  contacts: ['party', 'kind', 'value', 'origin', 'verifiedAt', 'isPreferred', 'isPaperless', 'isSignature'],
  links: ['kind', 'from', 'to', 'since', 'until'],
  consents: ['party', 'purpose', 'textVersion', 'isGiven', 'decidedAt', 'channel'],
  paperless: ['party', 'isOn', 'since'],
  policies: [
    ...['number', 'product', 'agency', 'state', 'startsOn', 'endsOn', 'renews', 'instalmentsPerYear'],
    ...['annualPremiumCents', 'iotCents', 'suspendedSince', ...texts('suspendedBecause')],
    ...['on', 'surrenderCents', 'benefits', 'paidInCents', 'units', 'history'].map((name) => `valuation.${name}`),
  ],
  roles: ['policy', 'party', 'role'],
  coverages: [
    ...['policy', 'position', ...texts('names'), ...texts('summaries'), 'sumInsuredCents', 'limitCents'],
    ...['deductibleCents', 'deductiblePercent', ...texts('exclusions'), 'article'],
  ],
  goods: ['policy', 'kind', 'name', 'plate', 'details'],
  payables: [
    ...['policy', 'kind', 'amountCents', 'iotCents', 'dueOn', 'coversFrom', 'coversUntil', 'isPayableOnline'],
    ...['state', 'paidOn'],
  ],
};
const common = ['key', 'version', 'asOf'];
const lineEnd = '\r\n';
const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The fields of a row of an entity in the order of its columns. */
export const fieldsOf = (entity: Entity): string[] => [...common, ...fields[entity]];

/** The column of a field: amounts are in euros there. */
export const columnOf = (field: string): string => field.replace(/Cents$/, '');

export const headerOf = (entity: Entity): string => `\uFEFF${fieldsOf(entity).map(columnOf).join(';')}${lineEnd}`;

/** A row as a line; throws when it has a field that no column takes. */
export function lineOf(entity: Entity, row: Record<string, unknown>): string {
  const known = fieldsOf(entity);
  const lost = Object.keys(row).find((name) => !known.some((field) => field === name || field.startsWith(`${name}.`)));
  if (lost) throw new Error(`${entity} has no column for ${lost}`);
  return `${known.map((field) => quoted(cellOf(field, valueAt(row, field)))).join(';')}${lineEnd}`;
}

function valueAt(row: Record<string, unknown>, field: string): unknown {
  return field.split('.').reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], row);
}

function cellOf(field: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'number') return field.endsWith('Cents') ? euros(value) : String(value).replace('.', ',');
  if (typeof value === 'string') return value.replace(isoDay, '$3/$2/$1');
  const isTexts = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  return isTexts && !value.some((one) => one.includes('|')) ? value.join('|') : JSON.stringify(value);
}

const euros = (cents: number): string => `${Math.trunc(cents / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`;

/** A cell with a semicolon, a quotation mark or a line break in it stands in quotes. */
export const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
