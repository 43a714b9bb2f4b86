import { expect, test } from 'vitest';
import { methodState } from './vitals.ts';

test.each([
  ['nobody has tried', undefined, 'ok'],
  ['every opening was answered', { silent: 0, silentSecondsAgo: undefined, openedSecondsAgo: 5 }, 'ok'],
  ['one was not', { silent: 1, silentSecondsAgo: 90, openedSecondsAgo: undefined }, 'slow'],
  ['two were not, none since', { silent: 2, silentSecondsAgo: 90, openedSecondsAgo: 400 }, 'down'],
  ['answered again since', { silent: 2, silentSecondsAgo: 300, openedSecondsAgo: 20 }, 'slow'],
  ['answered again for a while', { silent: 2, silentSecondsAgo: 301, openedSecondsAgo: 20 }, 'ok'],
] as const)('[PAY-10] a way to pay where %s: %s', (_case, facts, expected) => {
  expect(methodState(facts)).toBe(expected);
});
