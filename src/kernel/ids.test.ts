import { expect, test } from 'vitest';
import { newId, newIds } from './ids.ts';

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const moment = Date.parse('2026-11-24T09:00:00.000Z');

test('an id is a UUID of version 7 that begins with its moment', () => {
  expect(newId(moment)).toMatch(version7);
  expect(newId(moment).replaceAll('-', '').slice(0, 12)).toBe(moment.toString(16).padStart(12, '0'));
});

test('those of a batch rise, are all different, and take no more than a millisecond for each four thousand', () => {
  const ids = newIds(10_000, moment);
  for (const id of ids) expect(id).toMatch(version7);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set([...ids, ...newIds(10_000, moment)]).size).toBe(20_000);
  const times = ids.map((id) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - moment);
  expect([times[0], times.at(-1)]).toEqual([0, 2]);
});
