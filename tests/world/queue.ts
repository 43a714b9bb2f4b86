// A queue that remembers what was committed and runs it when the test says so.
import type { Context } from '#kernel/context.ts';
import type { Task, TaskQueue } from '#kernel/tasks.ts';

export type RecordedTask = { task: string; data: unknown; afterSeconds: number; isTriedNow: boolean };

export type RecordingQueue = {
  tasks: TaskQueue;
  /** What has been committed and not been run yet, oldest first. */
  waiting: readonly RecordedTask[];
  /** Runs what waits, and what that adds, until nothing waits; answers the names in their order. A failure fails the test. */
  run(context: Context, only?: string): Promise<string[]>;
};

/** The most tasks one `run` takes: a task that always adds itself again would never end. */
const tasksMax = 1_000;

export function recordingQueue(): RecordingQueue {
  const waiting: (RecordedTask & { run(context: Context): Promise<void> })[] = [];
  return {
    waiting,
    tasks: {
      async waited() {
        return 0;
      },
      async add<Data>(
        tx: Parameters<TaskQueue['add']>[0],
        task: Task<Data>,
        data: Data,
        options: Parameters<TaskQueue['add']>[3] = {},
      ) {
        // Through JSON as in the real queue, so that a Date or a Map in the data is noticed here.
        const stored: unknown = JSON.parse(JSON.stringify(task.data.parse(data)));
        tx.afterCommit(() =>
          waiting.push({
            task: task.name,
            data: stored,
            afterSeconds: options.afterSeconds ?? 0,
            isTriedNow: options.tryNow ?? false,
            run: (context) => task.run(context, task.data.parse(stored)),
          }),
        );
      },
    },
    async run(context, only) {
      const done: string[] = [];
      for (;;) {
        await context.background.idle();
        const at = waiting.findIndex((one) => !only || one.task === only);
        const [next] = at < 0 ? [] : waiting.splice(at, 1);
        if (!next) return done;
        if (done.push(next.task) > tasksMax)
          throw new Error(`more than ${tasksMax} tasks: ${done.slice(-3).join(', ')} …`);
        await next.run(context);
      }
    },
  };
}
