// Sessions: begun after sign-in, ended by their owner, from here or from elsewhere. [ACC-1]
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import type { Customer } from '#kernel/viewer.ts';
import { markUsed, raiseVersion } from '../store/accounts.server.ts';
import { browserWith, forgetDeviceRow, insertBrowser } from '../store/browsers.server.ts';
import { endSessions, insertSession } from '../store/sessions.server.ts';
import { newToken, tokenHash } from '../tokens.ts';

/** The browser of a cookie; nothing when it is none of ours. */
export const browserByToken = (context: Context, token: string): Promise<{ id: string } | undefined> =>
  browserWith(context, tokenHash(token));

/** A browser seen for the first time; its token goes into the cookie and is stored as a hash only. */
export async function newBrowser(context: Context, input: { label: string }): Promise<{ id: string; token: string }> {
  const { token, hash } = newToken(128);
  return { id: await insertBrowser(context, hash, input.label), token };
}

/** Begins a session with a token of its own; the one this browser had before, of whomever, is over. */
export async function startSession(
  tx: Transaction,
  session: { accountId: string; browserId: string; profileId: string },
): Promise<{ token: string }> {
  await endSessions(tx, { browserId: session.browserId });
  const { token, hash } = newToken(256);
  await insertSession(tx, { ...session, hash });
  await markUsed(tx, session.accountId);
  return { token };
}

/** Ends this session. */
export async function signOut(context: Context, viewer: Customer): Promise<void> {
  await transaction(context, async (tx) => {
    await endSessions(tx, { accountId: viewer.accountId, sessionId: viewer.sessionId });
    await audit(tx, viewer, { act: 'access.signed_out' });
  });
}

/** Ends every session of the account, this one included, and whatever was begun with its credentials until now. */
export async function signOutEverywhere(context: Context, viewer: Customer): Promise<void> {
  await transaction(context, async (tx) => {
    await raiseVersion(tx, viewer.accountId);
    await endSessions(tx, { accountId: viewer.accountId });
    await audit(tx, viewer, { act: 'access.signed_out_everywhere' });
  });
}

/** Ends one session of the account by its public id; nothing happens for anybody else's. */
export async function endSession(context: Context, viewer: Customer, input: { session: string }): Promise<void> {
  await transaction(context, async (tx) => {
    const ended = await endSessions(tx, { accountId: viewer.accountId, publicId: input.session });
    if (ended > 0) await audit(tx, viewer, { act: 'access.session_ended' });
  });
}

/**
 * Forgets a device: it needs a code at its next sign-in, and what is open on it is over at once. The device in use is
 * only forgotten: whoever wants to leave it signs out. False when it is not one of the account's.
 */
export async function forgetDevice(context: Context, viewer: Customer, input: { device: string }): Promise<boolean> {
  return transaction(context, async (tx) => {
    const browserId = await forgetDeviceRow(tx, viewer.accountId, input.device);
    if (!browserId) return false;
    if (browserId !== viewer.browserId) await endSessions(tx, { accountId: viewer.accountId, browserId });
    await audit(tx, viewer, { act: 'access.device_forgotten' });
    return true;
  });
}
