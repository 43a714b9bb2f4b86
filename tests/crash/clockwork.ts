// What happens by itself in production after a while, on demand: tests travel in time, the queue of tasks does not.
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { executor } from '#adapters/queue/connection.ts';
import { tasksOf } from '#doors/worker/worker.ts';
import type { Context } from '#kernel/context.ts';

const job = z.object({ task: z.string(), data: z.unknown() });

/** A task that adds itself again and again is a fault of its own. */
const roundsMax = 20;

export type Clockwork = {
  /** Runs everything the queue holds, whatever its time, as the worker would; answers the names of what failed. */
  takeTasks(): Promise<string[]>;
  /** Every schedule of every capability, once. */
  runSchedules(): Promise<void>;
  /** Gives back what a dead worker held; the queue itself does so after five minutes. */
  releaseTasks(): Promise<void>;
  close(): Promise<void>;
};

export async function clockwork(context: Context, pool: pg.Pool): Promise<Clockwork> {
  const boss = new PgBoss({
    db: executor(pool),
    schema: 'queue',
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => {});
  await boss.start();
  const known = tasksOf(context);
  return {
    async takeTasks() {
      const failed: string[] = [];
      for (let round = 0; round < roundsMax; round++) {
        const jobs = await boss.fetch('tasks', { batchSize: 100, ignoreStartAfter: true });
        if (jobs.length === 0) return failed;
        for (const { id, data } of jobs) {
          const { task, data: given } = job.parse(data);
          const found = known.get(task);
          try {
            if (!found) throw new Error(`no task is called ${task}`);
            await found.run(context, found.data.parse(given));
          } catch (error) {
            failed.push(`${task}: ${String(error)}`);
          }
          await boss.complete('tasks', id);
          await context.background.idle();
        }
      }
      throw new Error('the tasks of the queue never end');
    },
    async runSchedules() {
      for (const schedule of context.capabilities.flatMap((one) => one.schedules ?? [])) await schedule.run(context);
      await context.background.idle();
    },
    async releaseTasks() {
      await pool.query(
        "update queue.job set state = 'created', started_on = null where name = 'tasks' and state = 'active'",
      );
    },
    close: () => boss.stop({ graceful: false }),
  };
}
