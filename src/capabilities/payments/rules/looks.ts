// When the reconciler asks the provider about an attempt again. [PAY-6] [PAY-11]
import { type Instant, plusSeconds, secondsBetween } from '#kernel/days.ts';
import { type AttemptState, paymentStateOf } from './attempts.ts';

const minute = 60;
const hour = 60 * minute;

/**
 * The next time to look, or nothing when it is over. Whatever is open: every minute, and at the provider's limit. What has ended without money is
 * looked at more and more rarely until 48 hours after the provider's limit, since a refused card may be tried again on
 * the same order; what was paid is looked at in the end, for movements that nobody told us of.
 */
export function nextLook(
  state: AttemptState,
  limitAt: Instant,
  watchedUntil: Instant,
  now: Instant,
): Instant | undefined {
  if (paymentStateOf[state] === 'open') {
    const inAMinute = plusSeconds(now, minute);
    return now < limitAt && limitAt < inAMinute ? limitAt : inAMinute;
  }
  // What is being given back is looked at until it is: the provider may have been away for longer than anybody watches.
  if (state === 'returning' && now >= watchedUntil) return plusSeconds(now, 12 * hour);
  if (now >= watchedUntil) return undefined;
  const pause = pauseAfter(state, secondsBetween(limitAt, now));
  const next = plusSeconds(now, pause);
  return next < watchedUntil ? next : watchedUntil;
}

/** `pastLimit` is negative as long as the provider itself keeps the order open. */
function pauseAfter(state: AttemptState, pastLimit: number): number {
  if (state === 'paid' || state === 'returned') return pastLimit < 0 ? -pastLimit + minute : 12 * hour;
  if (pastLimit < 0) return 2 * minute;
  return pastLimit < 2 * hour ? 15 * minute : hour;
}
