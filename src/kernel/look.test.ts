import { expect, test } from 'vitest';
import type { Context } from './context.ts';
import { askedOnce, oneLook } from './look.ts';
import type { Viewer } from './viewer.ts';

const context = {} as Context;
const viewer = {} as Viewer;

function counted() {
  let count = 0;
  return askedOnce(async () => {
    count += 1;
    return count;
  });
}

test('within one look a question is asked once, whoever asks; the next look asks anew', async () => {
  const question = counted();
  const other = counted();
  const look = () =>
    oneLook(() => Promise.all([question(context, viewer), question(context, viewer), other(context, viewer)]));
  expect(await look()).toEqual([1, 1, 1]);
  expect(await look()).toEqual([2, 2, 2]);
});

test('two looks at once know nothing of each other', async () => {
  const question = counted();
  const looks = await Promise.all([1, 2].map(() => oneLook(() => question(context, viewer))));
  expect(looks).toEqual([1, 2]);
});

test('outside of a look every question is asked', async () => {
  const question = counted();
  expect([await question(context, viewer), await question(context, viewer)]).toEqual([1, 2]);
});
