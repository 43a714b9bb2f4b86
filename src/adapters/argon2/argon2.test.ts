import { expect, test } from 'vitest';
import { argon2Hasher } from './index.ts';
import { queueOf } from './queue.ts';

const hasher = argon2Hasher({ memoryKib: 1_024, passes: 1 });

test('[REG-7] [ACC-1] a stored hash is argon2id, salted, and only its own password is right', async () => {
  const [one, other] = await Promise.all([
    hasher.hash('quattro parole messe insieme'),
    hasher.hash('quattro parole messe insieme'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=1024,t=1,p=1\$/);
  expect(one).not.toBe(other);
  expect(await hasher.verify(one, 'quattro parole messe insieme.')).toBe('wrong');
  expect(await hasher.verify(one, 'quattro parole messe insieme')).toBe('right');
});

test('[ACC-4] comparing without a hash says wrong, whatever the password is', async () => {
  expect(await hasher.verify(undefined, '')).toBe('wrong');
  expect(await hasher.verify(undefined, 'quattro parole messe insieme')).toBe('wrong');
});

/** A promise with its two ends outside. */
function held() {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

test('no more than so many run at once, the others in their order, and too many are refused', async () => {
  const queue = queueOf({ atOnce: 2, waitingMax: 2 });
  const order: number[] = [];
  const doors = [held(), held(), held(), held()];
  const running = doors.map((door, at) =>
    queue.run(async () => {
      order.push(at);
      await door.promise;
      return at;
    }),
  );
  expect(await queue.run(async () => 'one too many')).toBeUndefined();
  expect(order).toEqual([0, 1]);
  doors[1]?.release();
  expect(await running[1]).toBe(1);
  await Promise.resolve();
  expect(order).toEqual([0, 1, 2]);
  for (const door of doors) door.release();
  expect(await Promise.all(running)).toEqual([0, 1, 2, 3]);
  expect(await queue.run(async () => 'free again')).toBe('free again');
});

test('a failure gives its place back', async () => {
  const queue = queueOf({ atOnce: 1, waitingMax: 1 });
  await expect(queue.run(() => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
  expect(await queue.run(async () => 'next')).toBe('next');
});
