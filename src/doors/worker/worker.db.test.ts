import { expect, test } from 'vitest';
import { z } from 'zod';
import { taskQueue } from '#adapters/queue/index.ts';
import type { Capability } from '#kernel/capability.ts';
import { transaction } from '#kernel/context.ts';
import type { Task } from '#kernel/tasks.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { work } from './worker.ts';

const seen: string[] = [];
/** Resolves when the named thing has been seen. */
const waits = new Map<string, () => void>();
const saw = (what: string): Promise<void> => new Promise((resolve) => waits.set(what, resolve));
const see = (what: string): void => {
  seen.push(what);
  waits.get(what)?.();
};

let release: () => void = () => {};
const slow: Task<{ id: number }> = {
  name: 'trial.slow',
  data: z.object({ id: z.number() }),
  async run(_context, { id }) {
    see(`slow ${id} begun`);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    see(`slow ${id} done`);
  },
};
const failing: Task<{ id: number }> = {
  name: 'trial.failing',
  data: z.object({ id: z.number() }),
  async run(_context, { id }) {
    see(`failing ${id}`);
    throw new TypeError('secret words of a driver');
  },
};
const trial: Capability = {
  name: 'trial',
  tables: [],
  tasks: [slow, failing],
  schedules: [{ name: 'trial.nightly', cron: '15 3 * * *', run: async () => {} }],
};

const world = await testWorld({ capabilities: [trial], queue: 'recorded' });
const queue = await taskQueue({ pool: world.database.pool, log: world.context.log });
const context = { ...world.context, tasks: queue.tasks };

test('a task that fails is tried again later, logged without its message; the others go on; a stop waits for what is under way', async () => {
  const failed = saw('failing 1');
  const begun = saw('slow 2 begun');
  await transaction(context, async (tx) => {
    await tx.tasks.add(tx, failing, { id: 1 });
    await tx.tasks.add(tx, slow, { id: 2 });
  });
  await work(context, queue);
  await Promise.all([failed, begun]);
  const closing = queue.close();
  release();
  await closing;
  expect(seen).toContain('slow 2 done');
  const { rows } = await world.database.pool.query(
    "select data->>'task' as task, state::text, retry_count from queue.job where name = 'tasks' order by 1",
  );
  expect(rows).toEqual([
    { task: 'trial.failing', state: 'retry', retry_count: 0 },
    { task: 'trial.slow', state: 'completed', retry_count: 0 },
  ]);
  const line = world.logged.find((one) => one.includes('will be tried again')) ?? '';
  expect(JSON.parse(line)).toMatchObject({ task: 'trial.failing', tries: 1, fault: 'TypeError' });
  expect(world.logged.join()).not.toContain('secret words');
});

test('the schedules of this version are kept, those of an older one are gone', async () => {
  const { rows } = await world.database.pool.query('select key, cron, timezone from queue.schedule');
  expect(rows).toEqual([{ key: 'trial.nightly', cron: '15 3 * * *', timezone: 'Europe/Rome' }]);
});
