// The list of banks that take part in MyBank: what a row of it must be, and how a customer finds a bank in it. [PAY-14]
import { folded } from '#kernel/italian/folded.ts';

const bankStatuses = ['active', 'suspended', 'left'] as const;
export type BankStatus = (typeof bankStatuses)[number];
export type Bank = { name: string; status: BankStatus };
export type BankFault = { line: number; reason: string };

export const bankNameMax = 120;
/** The scheme has some hundreds; a list of more is another file. */
export const banksMax = 5_000;

/** Words of so many banks' names that they do not tell one from another; nor do single letters, as of S.p.A. */
const common = new Set(
  'banca banco bcc cassa cooperativa cooperativo credito dei del della delle di il la popolare risparmio spa'.split(
    ' ',
  ),
);

/** What is searched for: every word, and where that finds nothing the telling ones alone. */
export function bankSearches(text: string): string[][] {
  const all = folded(text).split(' ').filter(Boolean);
  const telling = all.filter((word) => word.length > 1 && !common.has(word));
  return telling.length > 0 && telling.length < all.length ? [all, telling] : [all];
}

/** The banks of a list, or everything that is wrong with it; lines are counted as the file has them. */
export function banksFrom(rows: readonly { line: number; row: unknown }[]): { banks: Bank[]; faults: BankFault[] } {
  const banks: Bank[] = [];
  const faults: BankFault[] = [];
  const seen = new Map<string, number>();
  for (const { line, row } of rows) {
    const bank = bankIn(row);
    if (typeof bank === 'string') {
      faults.push({ line, reason: bank });
      continue;
    }
    const before = seen.get(folded(bank.name));
    if (before !== undefined) faults.push({ line, reason: `the same name as line ${before}` });
    else banks.push(bank);
    seen.set(folded(bank.name), before ?? line);
  }
  if (rows.length === 0) faults.push({ line: 1, reason: 'the list is empty' });
  if (rows.length > banksMax) faults.push({ line: banksMax + 1, reason: `more than ${banksMax} banks` });
  return { banks, faults };
}

function bankIn(row: unknown): Bank | string {
  const { name, status } = (typeof row === 'object' && row !== null ? row : {}) as Record<string, unknown>;
  const text = typeof name === 'string' ? name.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
  if (folded(text) === '') return 'no name';
  if (text.length > bankNameMax) return `a name of more than ${bankNameMax} characters`;
  const known = bankStatuses.find((one) => one === status);
  return known ? { name: text, status: known } : `the status is none of ${bankStatuses.join(', ')}`;
}
