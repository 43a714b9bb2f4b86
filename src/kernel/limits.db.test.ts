import { expect, test } from 'vitest';
import { testWorld } from '../../tests/world/context.ts';
import { plusSeconds } from './days.ts';
import { sweepLimits, take } from './limits.ts';

const world = await testWorld();
const { context, clock } = world;
const hour = (key: string, max: number) => ({ key, max, windowSeconds: 3600 });

test('[REG-4] a window slides: the last place is free again exactly when the first hit leaves it', async () => {
  const start = clock.now();
  for (const seconds of [0, 600, 1200]) {
    clock.set(plusSeconds(start, seconds));
    expect(await take(context, [hour('sliding', 3)])).toEqual({ ok: true });
  }
  clock.set(plusSeconds(start, 3599));
  expect(await take(context, [hour('sliding', 3)])).toEqual({
    ok: false,
    key: 'sliding',
    freeAt: plusSeconds(start, 3600),
  });
  clock.set(plusSeconds(start, 3600));
  expect(await take(context, [hour('sliding', 3)])).toEqual({ ok: true });
});

test('[REG-4] a full limit takes nothing from the others', async () => {
  await take(context, [hour('full', 1)]);
  for (let tries = 0; tries < 5; tries += 1)
    expect((await take(context, [hour('roomy', 2), hour('full', 1)])).ok).toBe(false);
  expect(await take(context, [hour('roomy', 2)])).toEqual({ ok: true });
  expect(await take(context, [hour('roomy', 2)])).toEqual({ ok: true });
  expect((await take(context, [hour('roomy', 2)])).ok).toBe(false);
});

test('[REG-4] of fifty at once exactly as many get through as there are places', async () => {
  const taken = await Promise.all(
    Array.from({ length: 50 }, () => take(context, [hour('crowd', 7), hour('everybody', 1000)])),
  );
  expect(taken.filter((one) => one.ok)).toHaveLength(7);
});

test('what no window looks at any more is forgotten', async () => {
  await take(context, [hour('old', 1)]);
  clock.set(plusSeconds(clock.now(), 3601));
  await sweepLimits(context);
  expect(await context.database.selectFrom('limit_hits').select('key').where('key', '=', 'old').execute()).toEqual([]);
});
