import type { Transaction } from '#kernel/context.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { ClaimRole } from './rules.ts';
import { claimByValue, deleteClaims, type NewClaim, waitForValue, writeClaim } from './store.server.ts';

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
