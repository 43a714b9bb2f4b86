import { expect, test } from 'vitest';
import { instant, plusSeconds, secondsBetween } from '#kernel/days.ts';
import { nextLook } from './looks.ts';

const limitAt = instant('2026-11-24T14:00:00Z');
const watchedUntil = plusSeconds(limitAt, 48 * 3600);

test.each([
  ['started', -600, 60],
  ['started', -60, 60],
  ['started', -59, 59],
  ['unknown', -1, 1],
  ['unknown', 0, 60],
  ['started', 50 * 3600, 60],
  ['refused', -600, 120],
  ['refused', 0, 900],
  ['cancelled', 3 * 3600, 3600],
  ['expired', 48 * 3600 - 60, 60],
  ['expired', 48 * 3600, undefined],
  ['superseded', 48 * 3600 + 1, undefined],
  ['returning', 0, 900],
  ['returning', 48 * 3600, 12 * 3600],
  ['paid', -600, 660],
  ['paid', 48 * 3600, undefined],
] as const)('[PAY-11] %s, %i seconds after the limit: again in %s seconds', (state, past, pause) => {
  const now = plusSeconds(limitAt, past);
  const next = nextLook(state, limitAt, watchedUntil, now);
  expect(next && secondsBetween(now, next)).toBe(pause);
});
