// What an account's state says to who has given the right password. [ACC-4] [ACC-11]
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';

export type AccountState = 'active' | 'locked' | 'frozen' | 'cancelled';

export type Account = {
  id: string;
  partyId: string;
  state: AccountState;
  /** Why it is locked: `unused` for over a year, or `desk`. */
  because: string | undefined;
  passwordHash: string;
  credentialVersion: number;
  createdAt: Instant;
  lastUsedAt: Instant;
  recoveredAt: Instant | undefined;
};

export type AccountReason =
  | Reason<'access.unused', { lastUsedAt: Instant }>
  | Reason<'access.blocked', Record<never, never>>
  | Reason<'access.frozen', Record<never, never>>;

/** Why an account is locked when nobody used it for over a year. */
export const unused = 'unused';

/** May this account be signed in to now? Only asked after the right password (ACC-4). */
export function mayEnter(account: Account, unusedDays: number, now: Instant): Outcome<Account, AccountReason> {
  if (account.state === 'frozen') return no({ code: 'access.frozen', values: {}, changes: 'support' });
  if (account.state === 'cancelled') return no({ code: 'access.blocked', values: {}, changes: 'support' });
  if (account.state === 'locked' && account.because !== unused) {
    return no({ code: 'access.blocked', values: {}, changes: 'support' });
  }
  if (account.state === 'locked' || isUnused(account, unusedDays, now)) {
    return no({ code: 'access.unused', values: { lastUsedAt: account.lastUsedAt }, changes: 'you' });
  }
  return yes(account);
}

/** Not used for over that many days. */
export const isUnused = (account: { lastUsedAt: Instant }, unusedDays: number, now: Instant): boolean =>
  now > plusSeconds(account.lastUsedAt, unusedDays * 86_400);

/** May a new password open the account again? An account that support has closed is opened by support only. */
export function mayRecover(account: Account): Outcome<Account, AccountReason> {
  if (account.state === 'active' || (account.state === 'locked' && account.because === unused)) return yes(account);
  return no({ code: account.state === 'frozen' ? 'access.frozen' : 'access.blocked', values: {}, changes: 'support' });
}
