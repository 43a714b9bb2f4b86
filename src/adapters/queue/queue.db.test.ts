import { expect, test } from 'vitest';
import { z } from 'zod';
import { transaction } from '#kernel/context.ts';
import { logger } from '#kernel/log.ts';
import type { Task } from '#kernel/tasks.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { taskQueue } from './index.ts';

const world = await testWorld({ capabilities: [] });

test('[REG-6] of what strangers ask for all at once a process tries so many itself; the rest waits for a worker', async () => {
  const queue = await taskQueue({ pool: world.database.pool, log: logger('silent') });
  const context = { ...world.context, tasks: queue.tasks };
  let runs = 0;
  const counted: Task<object> = {
    name: 'world.counted',
    data: z.object({}),
    async run() {
      runs++;
    },
  };
  const add = (count: number) =>
    transaction(context, async (tx) => {
      for (let at = 0; at < count; at += 1) await tx.tasks.add(tx, counted, {}, { tryNow: true, isApart: true });
    });
  const recorded = async () => {
    const { rows } = await world.database.pool.query(
      "select count(*)::int as jobs from queue.job where name = 'tasks'",
    );
    return rows[0].jobs;
  };
  try {
    await add(150);
    await context.background.idle();
    expect([runs, await recorded()]).toEqual([100, 150]);
    await add(1);
    await context.background.idle();
    expect([runs, await recorded()]).toEqual([101, 151]);
  } finally {
    await queue.close();
  }
});
