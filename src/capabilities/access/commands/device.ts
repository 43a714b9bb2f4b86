// A device not seen before also gives a six-digit code. [ACC-11]
import { type CodeReason, check, mayResend, newestOf, newSend } from '#capabilities/codes/index.ts';
import { confirmationOf, mask, preferredOf, usernameOf, valueOfContact } from '#capabilities/contacts/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { assert } from '#kernel/assert.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { take } from '#kernel/limits.ts';
import type { Destination } from '#kernel/operation.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { codeElsewhere, deviceCode, newDevice } from '../messages.ts';
import { type Account, mayEnter } from '../rules/accounts.ts';
import { challengeGone, mayGoToUsername } from '../rules/devices.ts';
import type { AccessReason } from '../rules.ts';
import { deviceCodeSeconds, settings } from '../settings.ts';
import { accountById, lockAccount } from '../store/accounts.server.ts';
import { labelOf, rememberDevice } from '../store/browsers.server.ts';
import {
  type Challenge,
  endChallenge,
  insertChallenge,
  lockChallenge,
  moveToUsername,
  openChallenge,
  renewChallenge,
} from '../store/challenges.server.ts';
import { startSession } from './sessions.ts';

/** Somebody at the door with a browser: the hook makes one at the first POST. */
export type AtTheDoor = Visitor | Customer;
export type SignedIn = { token: string; returnTo: string };

/** The browser of a POST. */
export function browserOf(viewer: AtTheDoor): string {
  assert(viewer.browserId, 'a POST without a browser');
  return viewer.browserId;
}

/** A place among the codes that an account may ask for in a day; outside the transaction that sends one. */
export async function takeDeviceSend(context: Context, accountId: string): Promise<Outcome<undefined, CodeReason>> {
  const max = context.settings.value(settings.deviceSendsDay);
  const taken = await take(context, [{ key: `device:${accountId}`, max, windowSeconds: 86_400 }]);
  if (taken.ok) return yes(undefined);
  return no({ code: 'codes.limit', values: { freeAt: taken.freeAt, what: 'account' }, changes: 'with-time' });
}

/** After the right password on an unknown device: what waits for the code, and the code on its way. */
export async function challenge(
  tx: Transaction,
  viewer: AtTheDoor,
  input: { account: Account; version: number; returnTo: string },
): Promise<void> {
  const to = await destinationFor(tx, input.account.id);
  const open = await lockChallenge(tx, browserOf(viewer));
  if (open && isSame(open, input)) {
    await renewChallenge(tx, open.id, input.returnTo);
    // Pressed twice, or back and again: the code on its way is the one, a second message would only make it an older one.
    const last = await newestOf(tx, { purpose: 'device', subject: open.id });
    const isOnItsWay = last && last.triesLeft > 0 && !mayResend(last.sentAt, tx.clock.now()).ok;
    return isOnItsWay ? undefined : sendCode(tx, viewer, open, input.account, to);
  }
  const made = await insertChallenge(tx, {
    accountId: input.account.id,
    browserId: browserOf(viewer),
    contactId: to.contactId,
    credentialVersion: input.version,
    returnTo: input.returnTo,
  });
  await sendCode(tx, viewer, made, input.account, to);
}

const isSame = (open: Challenge, input: { account: Account; version: number }): boolean =>
  open.accountId === input.account.id && open.credentialVersion === input.version && !open.isAtUsername;

/** The confirmation contact, or without one the username. */
async function destinationFor(context: Context, accountId: string): Promise<Destination> {
  const confirmation = await confirmationOf(context, accountId);
  if (confirmation.ok) return confirmation.value;
  return usernameAsDestination(context, accountId);
}

async function usernameAsDestination(context: Context, accountId: string): Promise<Destination> {
  const username = await usernameOf(context, accountId);
  assert(username, 'an account without a username');
  return { contactId: username.contactId, kind: username.kind, value: username.value };
}

async function sendCode(
  tx: Transaction,
  viewer: AtTheDoor,
  made: Challenge,
  account: Account,
  to: Destination,
): Promise<void> {
  const send = await newSend(tx, {
    purpose: 'device',
    subject: made.id,
    digits: 6,
    validSeconds: deviceCodeSeconds,
  });
  const facts = {
    challengeId: made.id,
    sendNumber: send.sendNumber,
    expiresAt: send.expiresAt,
    device: await labelOf(tx, made.browserId),
  };
  await queue(tx, deviceCode, { ...to, partyId: account.partyId, language: viewer.language }, facts);
}

/** Another code to the same contact. */
export async function resendDeviceCode(
  context: Context,
  viewer: AtTheDoor,
): Promise<Outcome<undefined, AccessReason | CodeReason>> {
  const open = await openChallenge(context, browserOf(viewer));
  const account = open && (await accountById(context, open.accountId));
  if (!account) return no(challengeGone);
  const last = await newestOf(context, { purpose: 'device', subject: open.id });
  const soon = mayResend(last?.sentAt, context.clock.now());
  if (!soon.ok) return soon;
  const taken = await takeDeviceSend(context, account.id);
  if (!taken.ok) return taken;
  await transaction(context, async (tx) => {
    const to = open.isAtUsername ? await usernameAsDestination(tx, account.id) : await destinationFor(tx, account.id);
    await sendCode(tx, viewer, open, account, to);
  });
  return yes(undefined);
}

/** The code to the username, because the confirmation contact is out of reach; that contact hears of it at once. */
export async function sendToUsername(
  context: Context,
  viewer: AtTheDoor,
): Promise<Outcome<undefined, AccessReason | CodeReason>> {
  const open = await openChallenge(context, browserOf(viewer));
  const account = open && (await accountById(context, open.accountId));
  if (!account) return no(challengeGone);
  const confirmation = await confirmationOf(context, account.id);
  const hasOther = confirmation.ok && !open.isAtUsername;
  const hours = context.settings.value(settings.usernameCodeHours);
  const may = mayGoToUsername(account.recoveredAt, hasOther, hours, context.clock.now());
  if (!may.ok) return may;
  const taken = await takeDeviceSend(context, account.id);
  if (!taken.ok) return taken;
  await transaction(context, async (tx) => {
    const username = await usernameAsDestination(tx, account.id);
    await moveToUsername(tx, open.id, username.contactId);
    await sendCode(tx, viewer, open, account, username);
    if (confirmation.ok) {
      const facts = {
        device: await labelOf(tx, open.browserId),
        username: mask(username.value),
        at: tx.clock.now(),
      };
      await queue(
        tx,
        codeElsewhere,
        { ...confirmation.value, partyId: account.partyId, language: viewer.language },
        facts,
      );
    }
    await audit(tx, viewer, { act: 'access.code_to_username', accountId: account.id, partyId: account.partyId });
  });
  return yes(undefined);
}

/** The code is right: the device is known from now on, and signed in. A wrong try counts whatever happens. */
export async function confirmDevice(
  context: Context,
  viewer: AtTheDoor,
  input: { code: string },
): Promise<Outcome<SignedIn, AccessReason | CodeReason>> {
  return transaction(context, async (tx) => {
    const seen = await openChallenge(tx, browserOf(viewer));
    if (!seen) return no(challengeGone);
    // The account first, as sign-in and cancelling do: in the other order two of them would wait for each other.
    const account = await lockAccount(tx, seen.accountId);
    const open = await lockChallenge(tx, browserOf(viewer));
    if (open?.id !== seen.id) return no(challengeGone);
    const may = mayEnter(account, tx.settings.value(settings.unusedDays), tx.clock.now());
    if (!may.ok) return may;
    if (account.credentialVersion !== open.credentialVersion) return no(challengeGone);
    const checked = await check(tx, { purpose: 'device', subject: open.id, code: input.code });
    if (!checked.ok) return checked;
    await endChallenge(tx, open.id);
    const device = { accountId: account.id, browserId: open.browserId };
    await rememberDevice(tx, { ...device, days: tx.settings.value(settings.deviceDays) });
    const { token } = await startSession(tx, { ...device, profileId: account.partyId });
    await tellNewDevice(tx, account, open);
    await audit(tx, viewer, { act: 'access.signed_in', accountId: account.id, partyId: account.partyId });
    return yes({ token, returnTo: open.returnTo });
  });
}

/**
 * Tells the preferred contact (ACC-7), once per sign-in: the code that was right is used up in this transaction. Where the
 * code itself went there, its reader is who has just signed in: the username hears of it too.
 */
async function tellNewDevice(tx: Transaction, account: Account, answered: Challenge): Promise<void> {
  const preferred = await preferredOf(tx, account.partyId, account.id);
  if (!preferred) return;
  const facts = { device: await labelOf(tx, answered.browserId), at: tx.clock.now() };
  // Not the page's language: it may be a stranger's.
  const language = (await partyOf(tx, account.partyId))?.language ?? 'it';
  const username = await usernameOf(tx, account.id);
  const codeWent = await valueOfContact(tx, answered.contactId);
  const isReader = codeWent === preferred.value && username && !username.isEnded && username.value !== codeWent;
  for (const to of isReader ? [preferred, username] : [preferred]) {
    const { kind, value } = to;
    await queue(tx, newDevice, { kind, value, partyId: account.partyId, language }, facts);
  }
}
