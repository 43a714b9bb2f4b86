// Until when a session lasts. [ACC-1]
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { endedSessionSeconds } from '../settings.ts';

export type SessionFacts = {
  createdAt: Instant;
  lastSeenAt: Instant;
  endedAt: Instant | undefined;
  /** The credentials have not changed since, and the account is active. */
  isValid: boolean;
};
export type Lengths = { idleSeconds: number; absoluteSeconds: number };
export type Standing = { kind: 'active'; idleEndsAt: Instant } | { kind: 'ended'; endedAt: Instant } | { kind: 'gone' };

/** Active until idle or too old, else ended at that moment; `gone` when that was too long ago to matter (ACC-12). */
export function standingOf(session: SessionFacts, { idleSeconds, absoluteSeconds }: Lengths, now: Instant): Standing {
  const byIdleness = plusSeconds(session.lastSeenAt, idleSeconds);
  const byAge = plusSeconds(session.createdAt, absoluteSeconds);
  let ends = byIdleness;
  if (byAge < ends) ends = byAge;
  const isEnded = session.endedAt !== undefined || !session.isValid;
  if (!isEnded && now < ends) return { kind: 'active', idleEndsAt: ends };
  const endedAt = session.endedAt ?? (session.isValid ? ends : now);
  return now < plusSeconds(endedAt, endedSessionSeconds) ? { kind: 'ended', endedAt } : { kind: 'gone' };
}
