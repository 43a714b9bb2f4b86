// What spreadsheets and calendars are given, read back by parsers that are not ours or by the rules of RFC 5545.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { exportFor, payableViewFor } from '#capabilities/payments/index.ts';
import { day } from '#kernel/days.ts';
import { languages } from '#kernel/language.ts';
import { testWorld } from '../../../../tests/world/context.ts';
import { givenCustomer, givenGood, givenPayable, givenPolicy, givenProduct } from '../../../../tests/world/rows.ts';
import { calendarFile } from './calendar.server.ts';
import { paymentsCsv } from './payments-csv.server.ts';

const world = await testWorld();
const { context } = world;

const product = await givenProduct(context, {
  line: 'home',
  names: { it: 'Tetto; "Saldo"', en: '=HYPERLINK("x")', de: '@Dach, saldo' },
});
const { party, viewer } = await givenCustomer(context);
const policy = await givenPolicy(context, party, { product, number: '0012345678' });
await givenGood(context, policy.id, { kind: 'building', name: '+39 Via, di prova; 1' });
const due = await givenPayable(context, policy.id, { dueOn: day('2026-12-01'), amountCents: 123_450 });
await givenPayable(context, policy.id, {
  kind: 'regularisation',
  state: 'paid',
  dueOn: day('2026-03-01'),
  paidOn: day('2026-03-02'),
  amountCents: 5,
});
const rows = await exportFor(context, viewer, {});

test('[PAY-7] the file opens in an Italian spreadsheet: mark, semicolons, decimal commas, CRLF, and no formula', () => {
  const text = paymentsCsv(rows, ';', 'it');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const records = parse(text, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][];
  expect(records).toEqual([
    [
      'Stato',
      'Tipo',
      'Ramo',
      'Prodotto',
      'Polizza',
      'Che cosa assicura',
      'Scadenza',
      'Pagato il',
      'Importo (EUR)',
      'Metodo',
      'Operazione',
    ],
    [
      'Da pagare',
      'Rata',
      'Casa',
      'Tetto; "Saldo"',
      '0012 3456 78',
      "'+39 Via, di prova; 1",
      '01/12/2026',
      '',
      '1234,50',
      '',
      '',
    ],
    [
      'Pagato',
      'Regolazione',
      'Casa',
      'Tetto; "Saldo"',
      '0012 3456 78',
      "'+39 Via, di prova; 1",
      '01/03/2026',
      '02/03/2026',
      '0,05',
      '',
      '',
    ],
  ]);
});

test('[PAY-7] for machines: commas, dots, ISO days, names that do not change with the language', () => {
  for (const language of languages) {
    const text = paymentsCsv(rows, ',', language);
    expect(text.startsWith('\uFEFF')).toBe(false);
    const records = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(records).toMatchObject([
      {
        state: 'due',
        kind: 'instalment',
        line: 'home',
        policy: '0012345678',
        due_on: '2026-12-01',
        paid_on: '',
        amount: '1234.50',
      },
      { state: 'paid', kind: 'regularisation', paid_on: '2026-03-02', amount: '0.05' },
    ]);
    expect(records[0]?.product).toBe({ it: 'Tetto; "Saldo"', en: '\'=HYPERLINK("x")', de: "'@Dach, saldo" }[language]);
  }
});

/** Unfolded lines of RFC 5545 §3.1: CRLF, at most 75 octets each, a blank at the start of what goes on. */
function linesOf(content: string): string[] {
  expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return content
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}
const property = (lines: string[], name: string): string | undefined =>
  lines.find((line) => new RegExp(`^${name}[;:]`).test(line))?.replace(/^[^:]*:/, '');

test.each([
  ['it', 'Casa: rata di 1.234\\,50\u00a0€', 'Si paga online dal 1° novembre 2026.'],
  ['en', 'Home: instalment of €1\\,234.50', 'It can be paid online from 1 November 2026.'],
  ['de', 'Wohnen: Rate über 1.234\\,50\u00a0€', 'Online zahlbar ab 1. November 2026.'],
] as const)('[PAY-4] a due day for the calendar, in %s', async (language, summary, when) => {
  const view = await payableViewFor(context, viewer, due.publicId);
  if (!view) throw new Error('not there');
  const { name, content } = calendarFile(context, view, language);
  const lines = linesOf(content);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  expect(property(lines, 'VERSION')).toBe('2.0');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261201');
  expect(property(lines, 'UID')).toBe(`payable-${due.publicId}`);
  expect(property(lines, 'SUMMARY')).toBe(summary);
  expect(property(lines, 'DESCRIPTION')?.replaceAll('\\,', ',')).toContain(when);
  expect(property(lines, 'DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
  // Three days before the day begins.
  expect(lines.slice(lines.indexOf('BEGIN:VALARM'), lines.indexOf('END:VALARM'))).toContain('TRIGGER:-P3D');
  expect(name).toMatch(/^[a-z-]+-2026-12-01\.ics$/);
  // Taken again it is the same event, whatever the day on which it is taken.
  expect(linesOf(calendarFile(context, view, language).content)).toEqual(lines);
});

test('[PAY-4] an event of one day, free: it blocks nobody’s diary', async () => {
  const view = await payableViewFor(context, viewer, due.publicId);
  if (!view) throw new Error('not there');
  const lines = linesOf(calendarFile(context, view, 'it').content);
  expect(property(lines, 'TRANSP')).toBe('TRANSPARENT');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  const end = property(lines, 'DTEND');
  expect([undefined, '20261202']).toContain(end);
});
