// Contributions that customers add to some of their policies. [PAY-1]
import { assert } from '#kernel/assert.ts';
import type { Transaction } from '#kernel/context.ts';
import { insertContribution, type NewContribution } from './contributions-store.server.ts';
import { type PayableFacts, payableById } from './payable-views.ts';

/** Writes a contribution as a payable without a key of the core (design.md §7). The caller has decided that it may be. */
export async function addContribution(tx: Transaction, input: NewContribution): Promise<PayableFacts> {
  const facts = await payableById(tx, await insertContribution(tx, input));
  assert(facts, 'a contribution that was just written is not there');
  return facts;
}
