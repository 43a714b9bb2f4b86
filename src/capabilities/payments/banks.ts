// Does this bank take part in MyBank? Looked up before anybody starts to pay. [PAY-14]
import { audit } from '#kernel/audit.ts';
import { type Context, transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import type { Customer, System, Visitor } from '#kernel/viewer.ts';
import { bankList, banksWith, replaceBanks } from './banks-store.server.ts';
import { availableMethods } from './providers.ts';
import { type Bank, bankSearches } from './rules/banks.ts';
import { banksShown } from './settings.ts';

export type FoundBanks = {
  /** The day of the list; nothing when the operator has loaded none. */
  day: Day | undefined;
  total: number;
  banks: Bank[];
};

/** The banks whose name fits, the first of all without a text; nothing where MyBank cannot be paid with. */
export async function findBanks(
  context: Context,
  _viewer: Customer | Visitor,
  { text }: { text: string },
): Promise<FoundBanks | undefined> {
  if (!availableMethods(context).includes('mybank')) return undefined;
  const list = await bankList(context);
  if (!list) return { day: undefined, total: 0, banks: [] };
  for (const words of bankSearches(text)) {
    const banks = await banksWith(context, words, banksShown);
    if (banks.length > 0) return { ...list, banks };
  }
  return { ...list, banks: [] };
}

/** Replaces the list with the operator's newest one. */
export async function loadBanks(
  context: Context,
  viewer: System,
  { banks, day }: { banks: readonly Bank[]; day: Day },
): Promise<void> {
  await transaction(context, async (tx) => {
    await replaceBanks(tx, banks, day);
    await audit(tx, viewer, { act: 'payments.banks_loaded', facts: { banks: banks.length, day } });
  });
}
