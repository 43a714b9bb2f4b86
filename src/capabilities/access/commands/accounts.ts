// Accounts: opened by registration, unlocked and cancelled by support. [ACC-4] [REG-8]
import { freeClaims, usernameOf } from '#capabilities/contacts/index.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { hmac } from '#kernel/secrets.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { type AccessReason, accountExists } from '../rules.ts';
import { settings } from '../settings.ts';
import { insertAccount, lockAccount, markUsed, raiseVersion, setState } from '../store/accounts.server.ts';
import { forgetDevices, rememberDevice } from '../store/browsers.server.ts';
import { endChallengesOf } from '../store/challenges.server.ts';
import { forgetFormsOf } from '../store/kept-forms.server.ts';
import { endSessions } from '../store/sessions.server.ts';
import { forgetAllTries } from '../store/tries.server.ts';

export type NewAccount = { accountId: string; partyId: string; passwordHash: string; browserId?: string };

/**
 * Opens the account of a party, whose username has been claimed under the same id in this transaction. The browser that
 * completed the registration is known from now on (ACC-11).
 */
export async function createAccount(tx: Transaction, account: NewAccount): Promise<Outcome<undefined, AccessReason>> {
  const { accountId, browserId } = account;
  if (!(await insertAccount(tx, { ...account, id: accountId }))) return no(accountExists);
  if (browserId) {
    await rememberDevice(tx, { accountId, browserId, days: tx.settings.value(settings.deviceDays) });
  }
  return yes(undefined);
}

/** What wrong passwords are counted under: the username as normalised, never as plain text in that table. */
export const usernameHash = (context: Context, username: string): Buffer =>
  hmac(context.keys.current('usernames'), username);

/** Opens a locked or frozen account again and forgets its wrong passwords; the year of not using it begins anew. */
export async function unlockAccount(context: Context, viewer: Viewer, input: { accountId: string }): Promise<void> {
  await transaction(context, async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (account.state === 'cancelled') return;
    const username = await usernameOf(tx, account.id);
    await setState(tx, account.id, 'active', null);
    await markUsed(tx, account.id);
    if (username) await forgetAllTries(tx, usernameHash(tx, username.value));
    await audit(tx, viewer, { act: 'access.unlocked', accountId: account.id, partyId: account.partyId });
  });
}

/** Ends an account: its sessions and devices at once; its contacts are free, and the same party may register again (REG-8). */
export async function cancelAccount(context: Context, viewer: Viewer, input: { accountId: string }): Promise<void> {
  await transaction(context, async (tx) => {
    const account = await lockAccount(tx, input.accountId);
    if (account.state === 'cancelled') return;
    await setState(tx, account.id, 'cancelled', null);
    await raiseVersion(tx, account.id);
    await endSessions(tx, { accountId: account.id });
    await forgetDevices(tx, account.id);
    // What waited for a code, what was typed, and wrong passwords: the next account with this username begins anew.
    await endChallengesOf(tx, account.id);
    await forgetFormsOf(tx, account.id);
    const username = await usernameOf(tx, account.id);
    if (username) await forgetAllTries(tx, usernameHash(tx, username.value));
    await freeClaims(tx, account.id);
    await audit(tx, viewer, { act: 'access.cancelled', accountId: account.id, partyId: account.partyId });
  });
}
