// Where the code for a new device goes. [ACC-11]
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';

export type DeviceReason =
  | Reason<'access.challenge_gone', Record<never, never>>
  | Reason<'access.recovered_recently', { until: Instant }>
  | Reason<'access.no_other_contact', Record<never, never>>;

export const challengeGone: DeviceReason = { code: 'access.challenge_gone', values: {}, changes: 'you' };

/**
 * May the code go to the username, because the confirmation contact cannot be reached? Not right after a recovery through
 * that very username: whoever took it over would have both keys at once.
 */
export function mayGoToUsername(
  recoveredAt: Instant | undefined,
  hasConfirmation: boolean,
  hours: number,
  now: Instant,
): Outcome<undefined, DeviceReason> {
  if (!hasConfirmation) return no({ code: 'access.no_other_contact', values: {}, changes: 'support' });
  if (!recoveredAt) return yes(undefined);
  const until = plusSeconds(recoveredAt, hours * 3_600);
  return now < until
    ? no({ code: 'access.recovered_recently', values: { until }, changes: 'with-time' })
    : yes(undefined);
}
