import { expect, test } from 'vitest';
import { instant } from '#kernel/days.ts';
import { channelState, fateOf, mayBeSentAgain, waitAfter } from './rules.ts';

const now = instant('2026-11-24T10:00:00Z');
const tried = (tries: number, usefulUntil = '2026-11-25T10:00:00Z') => ({
  tries,
  triesMax: 12,
  usefulUntil: instant(usefulUntil),
  now,
});
const notNow = { kind: 'failed', isPermanent: false, why: 'unreachable' } as const;

test('[INT-3] an address that does not exist is never tried again', () => {
  expect(fateOf({ kind: 'failed', isPermanent: true, why: 'recipient_refused' }, tried(1))).toEqual({
    state: 'failed',
    failure: 'recipient_refused',
  });
});

test('[INT-3] the last allowed try fails for good, the one before waits', () => {
  expect(fateOf(notNow, tried(12)).state).toBe('failed');
  expect(fateOf(notNow, tried(11)).state).toBe('queued');
});

test('[INT-3] a try that would come after its use has ended is not made', () => {
  expect(fateOf(notNow, tried(1, '2026-11-24T10:00:19Z')).state).toBe('expired');
  expect(fateOf(notNow, tried(1, '2026-11-24T10:00:20Z'))).toMatchObject({
    state: 'queued',
    nextTryAt: '2026-11-24T10:00:20.000Z',
  });
});

test('[INT-3] the waits grow and then stay', () => {
  const waits = Array.from({ length: 12 }, (_, index) => waitAfter(index + 1));
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(waits.at(-1)).toBe(waits.at(-2));
});

test('[INT-3] what was taken over is sent, whatever the number of tries', () => {
  expect(fateOf({ kind: 'sent', id: 'a1' }, tried(12))).toEqual({ state: 'sent', providerId: 'a1' });
});

test('[INT-3] after a crash in the middle only a code by e-mail is not sent again', () => {
  expect(mayBeSentAgain({ channel: 'email', carriesCode: true })).toBe(false);
  expect(mayBeSentAgain({ channel: 'email', carriesCode: false })).toBe(true);
  expect(mayBeSentAgain({ channel: 'sms', carriesCode: true })).toBe(true);
});

test.each([
  ['nothing moved', undefined, 'ok'],
  ['one waits a moment', { waitingSeconds: 120, sentSecondsAgo: undefined, lost: 0 }, 'ok'],
  ['one waits longer', { waitingSeconds: 121, sentSecondsAgo: 5, lost: 0 }, 'slow'],
  ['one waits long while others leave', { waitingSeconds: 900, sentSecondsAgo: 600, lost: 0 }, 'slow'],
  ['all wait long', { waitingSeconds: 601, sentSecondsAgo: 601, lost: 0 }, 'down'],
  ['some came too late', { waitingSeconds: 0, sentSecondsAgo: 30, lost: 2 }, 'slow'],
  ['all came too late', { waitingSeconds: 0, sentSecondsAgo: undefined, lost: 2 }, 'down'],
] as const)('[INT-3] a channel where %s: %s', (_case, facts, expected) => {
  expect(channelState(facts)).toBe(expected);
});
