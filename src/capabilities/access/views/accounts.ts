// What support asks about an account. [ACC-4]
import { confirmationOf, mask, usernameOf } from '#capabilities/contacts/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { usernameHash } from '../commands/accounts.ts';
import { type AccountState, isUnused } from '../rules/accounts.ts';
import { listMax, settings } from '../settings.ts';
import { accountById } from '../store/accounts.server.ts';
import { devicesOf } from '../store/browsers.server.ts';
import { liveSessions } from '../store/sessions.server.ts';
import { standingOf } from '../store/tries.server.ts';

export { accountIdOfParty, partiesWithAccount } from '../store/accounts.server.ts';

export type AccountSummary = {
  id: string;
  state: AccountState;
  because: string | undefined;
  /** Locked at its next sign-in, because nobody used it for over a year. */
  isUnused: boolean;
  party: { customerCode: string; name: string } | undefined;
  /** Masked: whoever asks knows the contact already. */
  username: string | undefined;
  confirmation: string | undefined;
  createdAt: Instant;
  lastUsedAt: Instant;
  recoveredAt: Instant | undefined;
  wrongPasswords: number;
  lockedUntil: Instant | undefined;
  openSessions: number;
  knownDevices: number;
};

/** The state of an account, for support; nothing when there is none. */
export async function accountOf(
  context: Context,
  _viewer: Viewer,
  input: { accountId: string },
): Promise<AccountSummary | undefined> {
  const account = await accountById(context, input.accountId);
  if (!account) return undefined;
  const now = context.clock.now();
  const since = {
    seen: plusSeconds(now, -context.settings.value(settings.idleMinutes) * 60),
    created: plusSeconds(now, -context.settings.value(settings.absoluteHours) * 3_600),
  };
  const party = await partyOf(context, account.partyId);
  const username = await usernameOf(context, account.id);
  const confirmation = await confirmationOf(context, account.id);
  const tries =
    username && (await standingOf(context, { usernameHash: usernameHash(context, username.value), browserId: null }));
  return {
    id: account.id,
    state: account.state,
    because: account.because,
    isUnused: isUnused(account, context.settings.value(settings.unusedDays), now),
    party: party && { customerCode: party.customerCode, name: party.displayName },
    username: username && mask(username.value),
    confirmation: confirmation.ok ? mask(confirmation.value.value) : undefined,
    createdAt: account.createdAt,
    lastUsedAt: account.lastUsedAt,
    recoveredAt: account.recoveredAt,
    wrongPasswords: tries?.failures ?? 0,
    lockedUntil: tries?.until && tries.until > now ? tries.until : undefined,
    openSessions: (await liveSessions(context, account.id, since, listMax)).length,
    knownDevices: (await devicesOf(context, account.id, listMax)).length,
  };
}
