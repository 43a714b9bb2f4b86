// Claims: one account alone may use a value as username or confirmation contact. [REG-2] [CNF-4]
import { queue } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import type { Transaction } from '#kernel/context.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import { confirmationEnded } from './messages.ts';
import { mask } from './rules/mask.ts';
import type { ClaimRole } from './rules.ts';
import {
  claimByValue,
  claimsOf,
  deleteClaims,
  endedConfirmations,
  type NewClaim,
  waitForValue,
  writeClaim,
} from './store.server.ts';

/** The value is in use, in which role: by another account, or by this one in the other role. */
export type InUse = Reason<'contacts.in_use', { role: ClaimRole }>;

/**
 * Gives a role to a contact for an account, within the caller's transaction; a claim of the same role moves here. Of two
 * accounts that ask at once one is refused. Who already has it gets yes again.
 */
export async function claim(tx: Transaction, wanted: NewClaim): Promise<Outcome<void, InUse>> {
  await waitForValue(tx, wanted.value);
  const held = await claimByValue(tx, wanted.value);
  if (held && (held.accountId !== wanted.accountId || held.role !== wanted.role)) {
    return no({ code: 'contacts.in_use', values: { role: held.role }, changes: 'support' });
  }
  await writeClaim(tx, wanted);
  return yes(undefined);
}

/** A cancelled account lets go of its username and confirmation contact, so that both can be used again (REG-8). */
export const freeClaims = (tx: Transaction, accountId: string): Promise<void> => deleteClaims(tx, accountId);

/**
 * Tells the usernames of accounts whose confirmation contact is among the contacts that just ended (design.md §6). For
 * the import, in its transaction.
 */
export async function tellEndedConfirmations(tx: Transaction, contactIds: readonly string[]): Promise<void> {
  if (contactIds.length === 0) return;
  for (const ended of await endedConfirmations(tx, contactIds)) {
    const username = (await claimsOf(tx, ended.accountId)).find((one) => one.role === 'username');
    const party = await partyOf(tx, ended.partyId);
    if (!username || username.kind === 'landline' || !party) continue;
    const to = { kind: username.kind, value: username.value, partyId: ended.partyId, language: party.language };
    await queue(tx, confirmationEnded, to, { masked: mask(ended.value) });
  }
}
