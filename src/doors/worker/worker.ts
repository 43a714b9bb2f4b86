// Takes tasks from the queue and calls the capability. It knows no capability by name.
import type { Context } from '#kernel/context.ts';
import type { Queue, Schedule, Task } from '#kernel/tasks.ts';

/** Starts taking tasks and keeping the schedules of every capability; ends with `queue.close()`. */
export async function work(context: Context, queue: Queue): Promise<void> {
  const tasks = tasksOf(context);
  const schedules = context.capabilities.flatMap((capability) => capability.schedules ?? []);
  await queue.work({
    schedules,
    async runTask(name, data) {
      const task = tasks.get(name);
      // A task of a newer version in the queue: the try is not lost, a newer worker will know it.
      if (!task) throw new UnknownTask(name);
      await timed(context, name, () => task.run(context, task.data.parse(data)));
    },
    async runSchedule(name) {
      const schedule = schedules.find((one) => one.name === name);
      if (schedule) await runSchedule(context, schedule);
    },
  });
  context.log.info('working', { role: 'worker', count: tasks.size });
}

/** Every task by its name. */
export function tasksOf(context: Context): ReadonlyMap<string, Task> {
  return new Map(
    context.capabilities.flatMap((capability) => capability.tasks ?? []).map((task) => [task.name, task as Task]),
  );
}

/** A schedule that fails is only logged: its next turn comes anyway. */
async function runSchedule(context: Context, schedule: Schedule): Promise<void> {
  try {
    await timed(context, schedule.name, () => schedule.run(context));
  } catch (error) {
    context.log.error('schedule failed', { task: schedule.name, error });
  }
}

async function timed(context: Context, task: string, run: () => Promise<void>): Promise<void> {
  const start = performance.now();
  const took = () => performance.now() - start;
  try {
    await run();
  } catch (error) {
    context.meter.observe('tasks_seconds', { task, outcome: 'failed' }, took() / 1000);
    throw error;
  }
  context.meter.observe('tasks_seconds', { task, outcome: 'done' }, took() / 1000);
  context.log.debug('task done', { task, milliseconds: Math.round(took()) });
}

class UnknownTask extends Error {
  override name = 'UnknownTask';
  constructor(task: string) {
    super(`no task is called ${task}`);
  }
}
