// Double entry: every movement of the provider is one transaction whose entries sum to zero. [PAY-11]
import { assert } from '#kernel/assert.ts';
import { type Cents, negated } from '#kernel/money.ts';

/**
 * `provider:…` what the provider holds for us, `premiums` what customers have paid, `to_return` what we owe back,
 * `bank` what has left our own account.
 */
export type LedgerAccount = `provider:${string}` | 'premiums' | 'to_return' | 'bank';
/** Positive is debit. */
export type LedgerEntry = { account: LedgerAccount; amountCents: Cents };

/** Money the provider took from the payer: kept as a premium, or owed back. */
export const received = (provider: string, amountCents: Cents, isKept: boolean): LedgerEntry[] =>
  balanced([
    { account: `provider:${provider}`, amountCents },
    { account: isKept ? 'premiums' : 'to_return', amountCents: negated(amountCents) },
  ]);

/** Money the provider gave back: what we owed first, and beyond it a premium (a refund made at the provider's own desk). */
export const returned = (provider: string, amountCents: Cents, from: 'premiums' | 'to_return'): LedgerEntry[] =>
  balanced([
    { account: from, amountCents },
    { account: `provider:${provider}`, amountCents: negated(amountCents) },
  ]);

/** A refund made by hand: the provider keeps what it holds, our own account pays. */
export const transferred = (amountCents: Cents): LedgerEntry[] =>
  balanced([
    { account: 'to_return', amountCents },
    { account: 'bank', amountCents: negated(amountCents) },
  ]);

/** The entries as given when they sum to zero; anything else is a bug, before the database says so. */
export function balanced(entries: LedgerEntry[]): LedgerEntry[] {
  const sum = entries.reduce((total, entry) => total + entry.amountCents, 0);
  assert(sum === 0, `ledger entries sum to ${sum} cents instead of zero`);
  return entries;
}
