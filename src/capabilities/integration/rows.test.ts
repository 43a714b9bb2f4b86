import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { jsonLines } from './json-lines.ts';
import { check } from './rows.ts';

// Only the shape is asked for here.
const intake = { entity: 'things', schema: z.object({ name: z.unknown() }) } as unknown as Intake;
const records = (...texts: string[]) =>
  texts.map((text, at) => ({ line: at + 1, bytes: Buffer.from(text, 'latin1'), isTooLong: false }));

test('[INT-1] a row with a NUL, half of a pair or bytes that are no UTF-8 is reported, and never reaches the database', async () => {
  const { rows, refused } = await check(
    intake,
    'things.jsonl',
    jsonLines,
    records(
      '{"name":"a\\u0000b"}',
      '{"name":{"deep":["\\ud83d"]}}',
      '{"name":{"\\u0000":1}}',
      '{"name":"\\ud83d\\udca9"}',
      '{"name":"\\\\u0000 as six characters"}',
      '{"name":"plain"}',
      '{"name":"Niccolò as Windows writes it"}',
    ),
  );
  expect(refused.map(({ line, field }) => [line, field])).toEqual([
    [1, 'line'],
    [2, 'line'],
    [3, 'line'],
    [7, 'line'],
  ]);
  expect(rows.map(({ line }) => line)).toEqual([4, 5, 6]);
});

test('[INT-1] a row nested deeper than any stack is reported like another', async () => {
  const deep = `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`;
  const { rows, refused } = await check(
    intake,
    'things.jsonl',
    jsonLines,
    records(`{"name":${deep}}`, '{"name":"plain"}'),
  );
  expect(refused.map(({ line, field }) => [line, field])).toEqual([[1, 'line']]);
  expect(rows.map(({ line }) => line)).toEqual([2]);
});
