// Username and password. [ACC-1] [ACC-4] [ACC-11]
// Whether or not somebody has the username, the same statements run and one hash is compared.
import type { CodeReason } from '#capabilities/codes/index.ts';
import { accountByUsername } from '#capabilities/contacts/index.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { giveBack, type Limit, take } from '#kernel/limits.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { type Account, isUnused, mayEnter, unused } from '../rules/accounts.ts';
import { normalPassword } from '../rules/passwords.ts';
import { addressMustWait, mustWait, type TriesSettings, waitsBy, wrongPassword } from '../rules/tries.ts';
import { type AccessReason, busy } from '../rules.ts';
import { passwordMax, settings, typedPasswordMax } from '../settings.ts';
import { accountAndDevice, lockAccount, setState } from '../store/accounts.server.ts';
import { countTry, forgetTries, type TryOf, uncountTry } from '../store/tries.server.ts';
import { usernameHash } from './accounts.ts';
import { type AtTheDoor, browserOf, challenge, type SignedIn, takeDeviceSend } from './device.ts';
import { startSession } from './sessions.ts';

/** Signed in on a known device, or a code is on its way for an unknown one. */
export type Entered = ({ kind: 'signed_in' } & SignedIn) | { kind: 'code_wanted' };
type Refused = AccessReason | CodeReason;

/** `username` is normalised (kernel/italian/contacts.ts); `returnTo` an address of ours. */
export type Credentials = { username: string; password: string; returnTo: string };

/** Signs in, or says why not. The reason tells something about the account only after the right password. */
export async function signIn(
  context: Context,
  viewer: AtTheDoor,
  input: Credentials,
): Promise<Outcome<Entered, Refused>> {
  const browserId = browserOf(viewer);
  const owner = await accountByUsername(context, input.username);
  const found = await accountAndDevice(context, owner?.accountId ?? nobody, browserId);
  const tries: TryOf = {
    usernameHash: usernameHash(context, input.username),
    browserId: found?.isKnown ? browserId : null,
  };
  const slow = triesSettings(context);
  // A known device is never held up by what others on its network do (ADR 0014).
  const place = found?.isKnown ? undefined : addressLimit(context, viewer.address);
  const taken = place && (await take(context, [place]));
  if (taken && !taken.ok) return no(addressMustWait(taken.freeAt));
  const counted = await countTry(context, tries, waitsBy(slow));
  if (!counted.isOpen) {
    if (place) await giveBack(context, place.key);
    return no(mustWait(counted.failures, counted.until, slow));
  }

  const compared = await context.ports.passwords.verify(found?.account.passwordHash, comparable(input.password));
  if (place && compared !== 'wrong') await giveBack(context, place.key);
  if (compared === 'busy') {
    await uncountTry(context, tries);
    return no(busy);
  }
  if (compared === 'wrong' || !found) {
    await audit(context, viewer, { act: 'access.refused', accountId: found?.account.id });
    return no(wrongPassword);
  }
  await forgetTries(context, tries);
  return enter(context, viewer, { ...found, returnTo: input.returnTo });
}

/** An id that no account has: asking for it costs what asking for one costs. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Longer ones are nobody's: compared as nothing, so that hashing megabytes is no way to keep us busy. */
const comparable = (typed: string): string => {
  const password = normalPassword(typed.slice(0, typedPasswordMax));
  return [...password].length > passwordMax ? '' : password;
};

const triesSettings = (context: Context): TriesSettings => ({
  delayFrom: context.settings.value(settings.delayFrom),
  lockAfter: context.settings.value(settings.lockAfter),
  lockSeconds: context.settings.value(settings.lockMinutes) * 60,
});

/** One password tried on many usernames stays below what is counted per username: this counts it per network. */
const addressLimit = (context: Context, address: string): Limit => ({
  key: `password:address:${address}`,
  max: context.settings.value(settings.wrongPerAddressHour),
  windowSeconds: 3_600,
});

/** After the right password. */
async function enter(
  context: Context,
  viewer: AtTheDoor,
  input: { account: Account; isKnown: boolean; returnTo: string },
): Promise<Outcome<Entered, Refused>> {
  const unusedDays = context.settings.value(settings.unusedDays);
  const may = mayEnter(input.account, unusedDays, context.clock.now());
  if (may.ok && !input.isKnown) {
    const taken = await takeDeviceSend(context, input.account.id);
    if (!taken.ok) return taken;
  }
  return transaction(context, async (tx) => {
    const account = await lockAccount(tx, input.account.id);
    const still = mayEnter(account, unusedDays, tx.clock.now());
    if (!still.ok) {
      if (account.state === 'active' && isUnused(account, unusedDays, tx.clock.now())) {
        await setState(tx, account.id, 'locked', unused);
      }
      return still;
    }
    // Changed since it was compared: what was right then is nobody's password now.
    if (account.passwordHash !== input.account.passwordHash) return no(wrongPassword);
    if (!input.isKnown) {
      await challenge(tx, viewer, { account, version: account.credentialVersion, returnTo: input.returnTo });
      return yes({ kind: 'code_wanted' });
    }
    const session = { accountId: account.id, browserId: browserOf(viewer), profileId: account.partyId };
    const { token } = await startSession(tx, session);
    await audit(tx, viewer, { act: 'access.signed_in', accountId: account.id, partyId: account.partyId });
    return yes({ kind: 'signed_in', token, returnTo: input.returnTo });
  });
}
