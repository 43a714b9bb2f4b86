import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { parse } from './rows.ts';

// Only the shape is asked for here.
const intake = { entity: 'things', schema: z.object({ name: z.unknown() }) } as unknown as Intake;
const lines = (...texts: string[]) =>
  texts.map((text, at) => ({ number: at + 1, text, isTooLong: false, nextByte: 0 }));

test('[INT-1] a row with a NUL or half of a pair is reported, and never reaches the database', () => {
  const { rows, refused } = parse(
    intake,
    'things.jsonl',
    lines(
      '{"name":"a\\u0000b"}',
      '{"name":{"deep":["\\ud83d"]}}',
      '{"name":{"\\u0000":1}}',
      '{"name":"\\ud83d\\udca9"}',
      '{"name":"\\\\u0000 as six characters"}',
      '{"name":"plain"}',
    ),
  );
  expect(refused.map(({ line, field }) => [line, field])).toEqual([
    [1, 'line'],
    [2, 'line'],
    [3, 'line'],
  ]);
  expect(rows.map(({ line }) => line)).toEqual([4, 5, 6]);
});
