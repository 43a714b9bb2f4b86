// How wrong passwords slow sign-in down. [ACC-4]
import type { Instant } from '#kernel/days.ts';
import type { Reason } from '#kernel/outcome.ts';
import { firstDelaySeconds } from '../settings.ts';

export type TriesReason =
  | Reason<'access.wrong', Record<never, never>>
  | Reason<'access.wait', { until: Instant }>
  | Reason<'access.locked', { until: Instant }>;

export type TriesSettings = { delayFrom: number; lockAfter: number; lockSeconds: number };

/** Seconds until the next try may follow a number of wrong passwords in a row; 0 when at once. */
export function waitAfter(failures: number, { delayFrom, lockAfter, lockSeconds }: TriesSettings): number {
  if (failures >= lockAfter) return lockSeconds;
  if (failures < delayFrom) return 0;
  return Math.min(firstDelaySeconds * 2 ** (failures - delayFrom), lockSeconds);
}

/** Waits double until they are as long as the lock: after so many steps they surely are. */
const stepsMax = 16;

/** The waits for the statement that counts: `waits[0]` after `from` wrong passwords, the last one for all that follow. */
export type Waits = { from: number; waits: number[] };

export function waitsBy(settings: TriesSettings): Waits {
  const from = Math.min(settings.delayFrom, settings.lockAfter);
  const steps = Math.min(settings.lockAfter - from, stepsMax);
  return { from, waits: Array.from({ length: steps + 1 }, (_, step) => waitAfter(from + step, settings)) };
}

/** What to say to who has to wait: the same whether or not the username is known. */
export function mustWait(failures: number, until: Instant, { lockAfter }: TriesSettings): TriesReason {
  const code = failures >= lockAfter ? 'access.locked' : 'access.wait';
  return { code, values: { until }, changes: 'with-time' };
}

export const wrongPassword: TriesReason = { code: 'access.wrong', values: {}, changes: 'you' };

/** Too many from one network address: said in the words of a delay, so that nobody learns which of the two it is. */
export const addressMustWait = (until: Instant): TriesReason => ({
  code: 'access.wait',
  values: { until },
  changes: 'with-time',
});
