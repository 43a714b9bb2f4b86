import { expect, test } from 'vitest';
import { databaseState, overallOf, type StateLine, tasksState } from './state.ts';

const line = (name: string, state: StateLine['state']): StateLine => ({ name, state });

test.each([
  [[line('pages', 'ok'), line('card', 'ok')], 'ok'],
  [[line('pages', 'ok'), line('card', 'slow')], 'slow'],
  [[line('card', 'slow'), line('sms', 'down'), line('email', 'ok')], 'down'],
  [[line('pages', 'ok'), line('tasks', 'unknown')], 'unknown'],
  [[line('tasks', 'unknown'), line('card', 'slow')], 'slow'],
  [[line('pages', 'ok'), line('data', 'slow')], 'ok'],
  [[], 'ok'],
] as const)('[HLP-1] the whole is as bad as its worst part; old data make nothing slow', (lines, expected) => {
  expect(overallOf(lines)).toBe(expected);
});

test.each([
  [undefined, 'down'],
  [500, 'ok'],
  [501, 'slow'],
] as const)('[HLP-1] a database that answered after %s ms is %s', (milliseconds, expected) => {
  expect(databaseState(milliseconds, 500)).toBe(expected);
});

test.each([
  [0, 'ok'],
  [60, 'ok'],
  [61, 'slow'],
  [600, 'slow'],
  [601, 'down'],
] as const)('[HLP-1] work that has waited %i seconds is %s', (seconds, expected) => {
  expect(tasksState(seconds, { slow: 60, down: 600 })).toBe(expected);
});
