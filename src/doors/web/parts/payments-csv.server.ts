// Payments as a file for spreadsheets. What an Italian one opens: semicolons, a byte order mark, decimal commas, CRLF. For
// machines: commas, dots, ISO days, fixed names. A cell that would be a formula gets an apostrophe in both. [PAY-7]
import { stringify } from 'csv-stringify/sync';
import { methodName, type PayableView, paymentsWords } from '#capabilities/payments/index.ts';
import { policiesWords } from '#capabilities/policies/index.ts';
import type { Day } from '#kernel/days.ts';
import { shortDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Cents } from '#kernel/money.ts';

export type Separator = ';' | ',';

/** The columns by their fixed names, in order. */
const columns = [
  'state',
  'kind',
  'line',
  'product',
  'policy',
  'good',
  'due_on',
  'paid_on',
  'amount',
  'method',
  'operation',
] as const;

export function paymentsCsv(payables: readonly PayableView[], separator: Separator, language: Language): string {
  const say = paymentsWords(language);
  const isForMachines = separator === ',';
  const head = isForMachines ? [...columns] : columns.map((column) => say(`payments.export_${column}`));
  const row = isForMachines ? machineRow : readersRow;
  return stringify([head, ...payables.map((one) => row(one, language))], {
    delimiter: separator,
    bom: !isForMachines,
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}

const paidOn = (one: PayableView): Day | undefined => one.paidOn ?? one.payment?.paidOn;
const stateOf = (one: PayableView) => (paidOn(one) ? 'paid' : 'due');

function readersRow(one: PayableView, language: Language): string[] {
  const say = paymentsWords(language);
  const paid = paidOn(one);
  return [
    say('payments.export_state_value', { state: stateOf(one) }),
    say('payments.export_kind_value', { kind: one.kind }),
    policiesWords(language)('policies.line', { line: one.policy.line }),
    one.policy.productNames[language],
    // In groups as it is printed: a spreadsheet would take ten digits for a number and drop what it starts with.
    one.policy.number.replace(/(.{4})(?=.)/g, '$1 '),
    one.policy.goodPlate ?? one.policy.goodName ?? '',
    shortDay(one.dueOn, language),
    paid ? shortDay(paid, language) : '',
    decimals(one.amountCents, ','),
    one.payment ? methodName(one.payment.method, language) : '',
    one.payment?.operation.toUpperCase() ?? '',
  ];
}

const machineRow = (one: PayableView, language: Language): string[] => [
  stateOf(one),
  one.kind,
  one.policy.line,
  one.policy.productNames[language],
  one.policy.number,
  one.policy.goodPlate ?? one.policy.goodName ?? '',
  one.dueOn,
  paidOn(one) ?? '',
  decimals(one.amountCents, '.'),
  one.payment?.method ?? '',
  one.payment?.operation ?? '',
];

/** `1234,50`: without grouping, which a spreadsheet would not read as part of a number. */
const decimals = (amount: Cents, mark: ',' | '.'): string => (amount / 100).toFixed(2).replace('.', mark);
