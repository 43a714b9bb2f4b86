// A forgotten password: a link to the username, then a new one. [ACC-2]
import { type CodeReason, mayResend, readLink, useLink } from '#capabilities/codes/index.ts';
import { emailsOf, usernameOf } from '#capabilities/contacts/index.ts';
import { assert } from '#kernel/assert.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { type AccountReason, mayRecover } from '../rules/accounts.ts';
import { challengeGone } from '../rules/devices.ts';
import type { AccessReason } from '../rules.ts';
import { accountById, lockAccount, raiseVersion, writeRecovered } from '../store/accounts.server.ts';
import { forgetDevices, isKnownDevice } from '../store/browsers.server.ts';
import { insertRecovery, markRecovered, type Recovery, recoveryOfSend } from '../store/recoveries.server.ts';
import { endSessions } from '../store/sessions.server.ts';
import { forgetAllTries } from '../store/tries.server.ts';
import { decideRecovery } from '../tasks.ts';
import { askedRecovery } from '../views/pages.ts';
import { usernameHash } from './accounts.ts';
import { type AtTheDoor, browserOf, challenge, takeDeviceSend } from './device.ts';
import { hashPassword, judgePassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import type { Entered } from './sign-in.ts';

/** Asks for a link. One row and an answer, whoever it is: looking up and sending come after the commit (REG-6). */
export async function askRecovery(context: Context, viewer: AtTheDoor, input: { username: string }): Promise<void> {
  await transaction(context, async (tx) => {
    const recoveryId = await insertRecovery(tx, {
      browserId: browserOf(viewer),
      value: input.username,
      language: viewer.language,
      address: viewer.address,
    });
    await tx.tasks.add(tx, decideRecovery, { recoveryId }, { tryNow: true, isApart: true });
  });
}

/** The same question again, once the last message has had time to arrive. */
export async function askRecoveryAgain(
  context: Context,
  viewer: AtTheDoor,
): Promise<Outcome<undefined, CodeReason | AccessReason>> {
  const last = await askedRecovery(context, viewer);
  if (!last) return no(challengeGone);
  const soon = mayResend(last.askedAt, context.clock.now());
  if (!soon.ok) return soon;
  await askRecovery(context, viewer, { username: last.username });
  return yes(undefined);
}

type Refused = AccessReason | CodeReason;

/** What a link of recovery is about, without acting: whose password it changes, or why it leads nowhere. */
export async function recoveryBehind(
  context: Context,
  _viewer: AtTheDoor,
  input: { token: string },
): Promise<Outcome<{ username: string }, CodeReason | AccountReason>> {
  const behind = await behindLink(context, input.token);
  return behind.ok ? yes({ username: behind.value.username }) : behind;
}

async function behindLink(context: Context, token: string) {
  const link = await readLink(context, 'recovery', token);
  if (!link.ok) return link;
  const recovery = await recoveryOfSend(context, link.value);
  const account = recovery?.accountId ? await accountById(context, recovery.accountId) : undefined;
  assert(recovery && account, 'a link of a recovery that is not there');
  const may = mayRecover(account);
  if (!may.ok) return may;
  return yes({ account, recovery, username: recovery.value });
}

/**
 * The new password, chosen in the browser that opened the link (REG-10). Other sessions end and other devices are
 * forgotten; this browser is known only if it was before, else it needs a code (ACC-11).
 */
export async function recover(
  context: Context,
  viewer: AtTheDoor,
  input: { token: string; password: string },
): Promise<Outcome<Entered | { kind: 'sign_in' }, Refused>> {
  const behind = await behindLink(context, input.token);
  if (!behind.ok) return behind;
  const { account, recovery, username } = behind.value;
  const contacts = [username, ...(await emailsOf(context, account.partyId))];
  const judged = await judgePassword(context, { password: input.password, partyId: account.partyId, contacts });
  if (!judged.ok) return judged;
  const hashed = await hashPassword(context, input.password);
  if (!hashed.ok) return hashed;
  const isKnown = await isKnownDevice(context, account.id, browserOf(viewer));
  const mayCode = isKnown ? undefined : await takeDeviceSend(context, account.id);
  return transaction(context, async (tx) => {
    const link = await useLink(tx, 'recovery', input.token);
    if (!link.ok) return link;
    const locked = await lockAccount(tx, account.id);
    const may = mayRecover(locked);
    if (!may.ok) return may;
    const version = await changePassword(tx, viewer, { recovery, accountId: account.id, hash: hashed.value });
    if (isKnown) {
      const session = { accountId: account.id, browserId: browserOf(viewer), profileId: account.partyId };
      return yes({ kind: 'signed_in', ...(await startSession(tx, session)), returnTo: '/' });
    }
    // No more codes for today: the password is the new one all the same.
    if (!mayCode?.ok) return yes({ kind: 'sign_in' });
    await challenge(tx, viewer, { account: locked, version, returnTo: '/' });
    return yes({ kind: 'code_wanted' });
  });
}

/** Writes the password and ends what the old one had opened; answers the new version of the credentials. */
async function changePassword(
  tx: Transaction,
  viewer: AtTheDoor,
  changed: { recovery: Recovery; accountId: string; hash: string },
): Promise<number> {
  const { recovery, accountId } = changed;
  await writeRecovered(tx, accountId, changed.hash);
  const version = await raiseVersion(tx, accountId);
  await endSessions(tx, { accountId });
  await forgetDevices(tx, accountId, browserOf(viewer));
  const username = await usernameOf(tx, accountId);
  if (username) await forgetAllTries(tx, usernameHash(tx, username.value));
  await markRecovered(tx, recovery.id);
  await audit(tx, viewer, { act: 'access.recovered', accountId });
  return version;
}
