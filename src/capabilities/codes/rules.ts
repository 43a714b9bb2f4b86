// What the answer to a typed code is, and why not. [REG-4] [CNF-1] [CNF-2] [CNF-9]
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import { resendSeconds } from './settings.ts';

export type Purpose = 'operation' | 'registration' | 'recovery' | 'device' | 'contact' | 'request';

/** What a code and a link are derived from: nobody can make them without the key, nothing stored holds them. */
export type Derivable = {
  purpose: Purpose;
  /** What it is for; stands in links, so it is random and says nothing. */
  subject: string;
  sendNumber: number;
  digits: 4 | 6;
  /** What the code is bound to (CNF-3), hex; empty where there is no statement. */
  statementHash: string;
};

/** One sending of a code, of a link or of both. */
export type Send = Derivable & {
  /** Two letters that the page and the message show (CNF-9). */
  reference: string;
  sentAt: Instant;
  expiresAt: Instant;
  linkExpiresAt: Instant | undefined;
};

/** A send with what has become of it. */
export type SendState = Send & { triesLeft: number; usedAt: Instant | undefined; linkUsedAt: Instant | undefined };

export type CodeReason =
  | Reason<'codes.wrong', { triesLeft: number }>
  | Reason<'codes.expired', { at: Instant }>
  | Reason<'codes.older', Record<never, never>>
  | Reason<'codes.no_tries', Record<never, never>>
  | Reason<'codes.used', Record<never, never>>
  | Reason<'codes.none', Record<never, never>>
  | Reason<'codes.just_sent', { freeAt: Instant }>
  | Reason<'codes.link_none', Record<never, never>>
  | Reason<'codes.link_older', Record<never, never>>
  | Reason<'codes.link_used', Record<never, never>>
  | Reason<'codes.link_expired', { at: Instant }>
  | Reason<'codes.limit', { freeAt: Instant; what: 'operation' | 'account' }>;

export const none: CodeReason = { code: 'codes.none', values: {}, changes: 'you' };
const used: CodeReason = { code: 'codes.used', values: {}, changes: 'you' };
const older: CodeReason = { code: 'codes.older', values: {}, changes: 'you' };
export const linkNone: CodeReason = { code: 'codes.link_none', values: {}, changes: 'you' };
const noTries: CodeReason = { code: 'codes.no_tries', values: {}, changes: 'you' };
const expired = (at: Instant): CodeReason => ({ code: 'codes.expired', values: { at }, changes: 'you' });

/** May a code be compared at all? Asked before comparing, so that the right code is refused like any other. */
export function mayTry(send: SendState | undefined, now: Instant): Outcome<SendState, CodeReason> {
  if (!send) return no(none);
  if (send.usedAt) return no(used);
  if (send.triesLeft <= 0) return no(noTries);
  if (now >= send.expiresAt) return no(expired(send.expiresAt));
  return yes(send);
}

/** What to say about a code that is not the newest one; `triesLeft` counts this try already. */
export function afterWrong(triesLeft: number, isOlder: boolean): CodeReason {
  if (triesLeft <= 0) return noTries;
  return isOlder ? older : { code: 'codes.wrong', values: { triesLeft }, changes: 'you' };
}

/** Does a link still lead somewhere? `newest` is the newest send of its subject: only that message counts (REG-3). */
export function mayFollow(
  link: { sendNumber: number },
  newest: SendState | undefined,
  now: Instant,
): Outcome<SendState, CodeReason> {
  if (!newest?.linkExpiresAt) return no(linkNone);
  if (link.sendNumber !== newest.sendNumber) return no({ code: 'codes.link_older', values: {}, changes: 'you' });
  if (newest.linkUsedAt) return no({ code: 'codes.link_used', values: {}, changes: 'you' });
  if (now >= newest.linkExpiresAt) {
    return no({ code: 'codes.link_expired', values: { at: newest.linkExpiresAt }, changes: 'you' });
  }
  return yes(newest);
}

/** A new code right after the last one: not yet, since that one is still on its way. */
export function mayResend(lastSentAt: Instant | undefined, now: Instant): Outcome<undefined, CodeReason> {
  if (!lastSentAt) return yes(undefined);
  const freeAt = plusSeconds(lastSentAt, resendSeconds);
  return now < freeAt ? no({ code: 'codes.just_sent', values: { freeAt }, changes: 'with-time' }) : yes(undefined);
}
