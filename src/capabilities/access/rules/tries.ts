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

/** The waits after 0, 1, 2 … wrong passwords, the last one standing for all that follow: for the statement that counts. */
export const waitsBy = (settings: TriesSettings): number[] =>
  Array.from({ length: settings.lockAfter + 1 }, (_, failures) => waitAfter(failures, settings));

/** What to say to who has to wait: the same whether or not the username is known. */
export function mustWait(failures: number, until: Instant, { lockAfter }: TriesSettings): TriesReason {
  const code = failures >= lockAfter ? 'access.locked' : 'access.wait';
  return { code, values: { until }, changes: 'with-time' };
}

export const wrongPassword: TriesReason = { code: 'access.wrong', values: {}, changes: 'you' };
