// What becomes of a message after a try. [INT-3]
import { type Instant, plusSeconds } from '#kernel/days.ts';
import type { VitalState } from '#kernel/vital.ts';
import { downAfterSeconds, retrySeconds, slowAfterSeconds } from './settings.ts';

/** `queued` waits for a try, `sending` is being handed over right now; the others are final. */
export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'expired';

/** What the other side said, as the port gives it. */
export type Answer = { kind: 'sent'; id: string } | { kind: 'failed'; isPermanent: boolean; why: string };

export type Fate =
  | { state: 'sent'; providerId: string }
  | { state: 'queued'; failure: string; nextTryAt: Instant }
  | { state: 'failed' | 'expired'; failure: string };

export type Tried = { tries: number; triesMax: number; usefulUntil: Instant; now: Instant };

/** The seconds to wait after a number of failed tries: growing, then steady. */
export const waitAfter = (tries: number): number =>
  retrySeconds[Math.min(Math.max(tries, 1), retrySeconds.length) - 1] ?? 3600;

/** Decides the fate of a message from an answer and what was tried so far. A next try that would come too late is none. */
export function fateOf(answer: Answer, tried: Tried): Fate {
  if (answer.kind === 'sent') return { state: 'sent', providerId: answer.id };
  if (answer.isPermanent || tried.tries >= tried.triesMax) return { state: 'failed', failure: answer.why };
  const nextTryAt = plusSeconds(tried.now, waitAfter(tried.tries));
  if (nextTryAt > tried.usefulUntil) return { state: 'expired', failure: answer.why };
  return { state: 'queued', failure: answer.why, nextTryAt };
}

/**
 * A process died between handing a message over and writing that down: nobody knows whether it left. An SMS carries a
 * key by which the provider knows it again. A mail server knows no such thing: a second copy (with the same Message-ID)
 * is harmless where nothing is to be typed in, so it is sent; a code is not, because the reader may already have it,
 * or may already have asked for another.
 */
export const mayBeSentAgain = (message: { channel: 'email' | 'sms'; carriesCode: boolean }): boolean =>
  message.channel === 'sms' || !message.carriesCode;

/** The last minutes of a channel: how long the oldest waits, when one last left, how many came too late to be sent. */
export type ChannelFacts = { waitingSeconds: number; sentSecondsAgo: number | undefined; lost: number };

/** Whether messages leave: slow when they wait or were lost, down when moreover none has left since. */
export function channelState(facts: ChannelFacts | undefined): VitalState {
  if (!facts) return 'ok';
  const { waitingSeconds, sentSecondsAgo = Number.POSITIVE_INFINITY, lost } = facts;
  const isWaiting = waitingSeconds > slowAfterSeconds;
  if (!isWaiting && lost === 0) return 'ok';
  const isStuck = waitingSeconds > downAfterSeconds && sentSecondsAgo > downAfterSeconds;
  return isStuck || (lost > 0 && sentSecondsAgo === Number.POSITIVE_INFINITY) ? 'down' : 'slow';
}
