// The decisions of access, by topic.
import type { Reason } from '#kernel/outcome.ts';
import type { AccountReason } from './rules/accounts.ts';
import type { DeviceReason } from './rules/devices.ts';
import type { PasswordReason } from './rules/passwords.ts';
import type { TriesReason } from './rules/tries.ts';

export type AccessReason =
  | AccountReason
  | DeviceReason
  | PasswordReason
  | TriesReason
  | Reason<'access.busy', Record<never, never>>
  | Reason<'access.account_exists', Record<never, never>>;

/** Too many people sign in at once: a matter of seconds. */
export const busy: AccessReason = { code: 'access.busy', values: {}, changes: 'with-time' };
/** A party has one account (REG-2). */
export const accountExists: AccessReason = { code: 'access.account_exists', values: {}, changes: 'you' };
