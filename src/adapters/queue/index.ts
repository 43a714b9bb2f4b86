// The queue of tasks: pg-boss, in the schema `queue` of the same database, so that a task is recorded in the transaction
// of the change that needs it. Two queues are enough: the name of the task is data, and one poll serves all of them.
import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Log } from '#kernel/log.ts';
import type { Figure } from '#kernel/meter.ts';
import type { Queue } from '#kernel/tasks.ts';
import { executor, through } from './connection.ts';

const schema = 'queue';
const tasksQueue = 'tasks';
const schedulesQueue = 'schedules';
const deadQueue = 'given-up';

/** A task that fails is tried again after 5 s, 10 s, 20 s … at most 15 minutes apart, for about two hours. */
const tries = { retryLimit: 14, retryDelay: 5, retryBackoff: true, retryDelayMax: 900, expireInSeconds: 300 };
/** With `tryNow` the queued task is a net: it comes after the try in this process has had time to finish. */
const netSeconds = 15;
/** How long a try that is kept apart waits: longer than the next page takes, shorter than anybody waits for a message. */
const apartMs = [300, 900] as const;
/** So many of them are under way in one process at most; what strangers ask for beyond is a worker's, and no page waits for it. */
const apartMax = 100;

const work = z.object({ task: z.string(), data: z.unknown() });
const turn = z.object({ schedule: z.string() });

/** Makes or updates the schema of the queue: part of migrating the database, never of serving. */
export async function migrateQueue(pool: pg.Pool): Promise<void> {
  const boss = new PgBoss({ db: executor(pool), schema, supervise: false, schedule: false, registerInstance: false });
  boss.on('error', () => {});
  await boss.start();
  try {
    await boss.createQueue(deadQueue, { retentionSeconds: 30 * 86_400 });
    await boss.createQueue(tasksQueue, { ...tries, deadLetter: deadQueue, deleteAfterSeconds: 86_400 });
    // Exclusive by key: a schedule that is still running is not started a second time.
    await boss.createQueue(schedulesQueue, { policy: 'exclusive', retryLimit: 0, expireInSeconds: 900 });
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Opens the queue on the pool of the program. A database that is away is no reason not to start: it is tried again at
 * the first use, and readiness says so meanwhile.
 */
export async function taskQueue({ pool, log }: { pool: pg.Pool; log: Log }): Promise<Queue> {
  const boss = new PgBoss({
    db: executor(pool),
    schema,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const worker = new PgBoss({ db: executor(pool), schema, migrate: false, registerInstance: false });
  for (const one of [boss, worker]) one.on('error', (error) => log.error('queue failed', { error }));
  let started: Promise<unknown> | undefined;
  let apart = 0;
  const ready = async () => {
    // A start that failed (the database was away) is tried again by the next one who needs it.
    started ??= boss.start().catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    await started;
  };
  // Now rather than at the first task: that one is inside a transaction and must not wait for a second connection.
  await ready().catch((error: unknown) => log.warn('queue not ready', { error }));

  return {
    tasks: {
      async add(tx, task, data, options = {}) {
        await ready();
        const startAfter = options.afterSeconds ?? (options.tryNow ? netSeconds : 0);
        const job = { task: task.name, data: task.data.parse(data) };
        await boss.send(tasksQueue, job, { startAfter, db: through(tx.database) });
        if (options.tryNow) {
          const { outside } = tx;
          const run = () => task.run(outside, data);
          const runApart = async () => {
            if (apart >= apartMax) return;
            apart++;
            await setTimeout(randomInt(...apartMs))
              .then(run)
              .finally(() => apart--);
          };
          tx.afterCommit(() => outside.background.start(task.name, options.isApart ? runApart : run));
        }
      },
      async waited() {
        // A task that failed is due again only after its pause, so one bad task does not look like a stopped worker.
        const { rows } = await pool.query<{ seconds: number }>(
          `select coalesce(extract(epoch from clock_timestamp() - min(start_after)), 0)::float8 as seconds
             from ${schema}.job where name = '${tasksQueue}' and state < 'active' and start_after < clock_timestamp()`,
        );
        return Math.max(0, rows[0]?.seconds ?? 0);
      },
    },
    async check() {
      await ready();
      await pool.query(`select 1 from ${schema}.queue where name = '${tasksQueue}'`);
    },
    async figures() {
      const { rows } = await pool.query<{ queue: string; state: string; tasks: number; seconds: number }>(
        `select name as queue, state::text, count(*)::int as tasks,
           coalesce(extract(epoch from clock_timestamp() - min(start_after) filter (where start_after < clock_timestamp())), 0)::float8 as seconds
         from ${schema}.job where state < 'completed' group by name, state`,
      );
      return rows.flatMap(({ queue, state, tasks, seconds }): Figure[] => [
        { name: 'queue_tasks', labels: { queue, state }, value: tasks },
        ...(state === 'created' ? [{ name: 'queue_age_seconds', labels: { queue }, value: seconds } as const] : []),
      ]);
    },
    async work(tasks) {
      await worker.start({ attempts: 5 });
      await worker.work(
        tasksQueue,
        {
          batchSize: 5,
          localConcurrency: 2,
          pollingIntervalSeconds: 1,
          burstWhenBatchFull: true,
          perJobResults: true,
          includeMetadata: true,
        },
        (jobs) =>
          Promise.all(
            jobs.map(async (job) => {
              const { task, data } = work.parse(job.data);
              try {
                await tasks.runTask(task, data);
                return { id: job.id, status: 'completed' as const };
              } catch (error) {
                const isLast = job.retryCount >= job.retryLimit;
                log[isLast ? 'error' : 'warn'](isLast ? 'task given up' : 'task failed, will be tried again', {
                  task,
                  tries: job.retryCount + 1,
                  error,
                });
                return { id: job.id, status: 'failed' as const };
              }
            }),
          ),
      );
      await worker.work(
        schedulesQueue,
        { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 2 },
        async ([job]) => {
          if (job) await tasks.runSchedule(turn.parse(job.data).schedule);
        },
      );
      await keepSchedules(worker, tasks.schedules);
    },
    async close() {
      await worker.stop({ graceful: true, timeout: 20_000 });
      if (started) await boss.stop({ graceful: true, timeout: 1_000 });
    },
  };
}

/** The schedules of this version replace those of the last one. */
async function keepSchedules(boss: PgBoss, schedules: readonly { name: string; cron: string }[]): Promise<void> {
  const names = new Set(schedules.map((schedule) => schedule.name));
  for (const known of await boss.getSchedules(schedulesQueue)) {
    if (!names.has(known.key)) await boss.unschedule(schedulesQueue, known.key);
  }
  for (const { name, cron } of schedules) {
    await boss.schedule(schedulesQueue, cron, { schedule: name }, { tz: 'Europe/Rome', key: name, singletonKey: name });
  }
}
