// The world that the other tests stand on, and the real queue on it.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { taskQueue } from '#adapters/queue/index.ts';
import { transaction } from '#kernel/context.ts';
import { instant } from '#kernel/days.ts';
import { logger } from '#kernel/log.ts';
import type { Task } from '#kernel/tasks.ts';
import { until } from '../../scripts/processes.ts';
import { testWorld } from './context.ts';

const ran: { task: string; word: string }[] = [];
const note: Task<{ word: string }> = {
  name: 'world.note',
  data: z.object({ word: z.string() }),
  async run(_context, { word }) {
    ran.push({ task: 'world.note', word });
  },
};

const world = await testWorld({ now: '2026-11-24T10:00:00Z', capabilities: [] });

test('the clock stands until it is moved', () => {
  expect(world.context.clock.now()).toBe('2026-11-24T10:00:00.000Z');
  world.clock.set(instant('2026-11-25T10:00:00Z'));
  expect(world.context.clock.now()).toBe('2026-11-25T10:00:00.000Z');
});

test('a task of a transaction that failed never runs', async () => {
  await expect(
    transaction(world.context, async (tx) => {
      await tx.tasks.add(tx, note, { word: 'lost' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await world.runTasks()).toEqual([]);
  expect(ran).toEqual([]);
});

test('a committed task runs when the test says so', async () => {
  await transaction(world.context, (tx) => tx.tasks.add(tx, note, { word: 'kept' }));
  expect(world.waiting.map((one) => one.task)).toEqual(['world.note']);
  expect(await world.runTasks()).toEqual(['world.note']);
  expect(ran).toEqual([{ task: 'world.note', word: 'kept' }]);
});

test('statements are counted', async () => {
  const { pool, countStatements } = world.database;
  expect(await countStatements(async () => pool.query('select 1'))).toBe(1);
});

test('in the real queue a task is recorded with its transaction, tried at once when asked, and taken by a worker', async () => {
  const log = logger('silent');
  const queue = await taskQueue({ pool: world.database.pool, log });
  const context = { ...world.context, tasks: queue.tasks };
  try {
    ran.length = 0;
    await expect(
      transaction(context, async (tx) => {
        await tx.tasks.add(tx, note, { word: 'rolled back' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await transaction(context, (tx) => tx.tasks.add(tx, note, { word: 'now' }, { tryNow: true }));
    await context.background.idle();
    expect(ran.map((one) => one.word)).toEqual(['now']);

    await transaction(context, (tx) => tx.tasks.add(tx, note, { word: 'by a worker' }));
    const taken: unknown[] = [];
    await queue.work({
      schedules: [{ name: 'world.nightly', cron: '15 3 * * *', run: async () => {} }],
      async runTask(name, data) {
        taken.push([name, data]);
      },
      async runSchedule() {},
    });
    expect(await until(() => taken.length > 0, 10_000)).toBe(true);
    expect(taken).toEqual([['world.note', { word: 'by a worker' }]]);
    await queue.check();
  } finally {
    await queue.close();
  }
});
