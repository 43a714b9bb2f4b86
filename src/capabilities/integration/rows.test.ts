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

test('[INT-1] a name that a file made up is told so that it can be kept and shown', async () => {
  const things = { ...intake, schema: z.object({ details: z.record(z.string(), z.string()) }) } as unknown as Intake;
  const name = `a\u001b[2J${Array.from({ length: 5_000 }, (_, at) => at.toString(36)).join('')}`;
  const { refused } = await check(
    things,
    'things.jsonl',
    jsonLines,
    records(JSON.stringify({ details: { [name]: 1 } })),
  );
  expect(refused).toHaveLength(1);
  expect(refused[0]?.field).toMatch(/^details\.a\ufffd\[2J0123/);
  // As long as a key of an index may be, whatever its letters are.
  expect(Buffer.byteLength(refused[0]?.field ?? '')).toBeLessThan(1_000);
});
