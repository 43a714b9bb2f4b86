import type { z } from 'zod';
import type { Context, Transaction } from './context.ts';
import type { Figure } from './meter.ts';

/** Work done later or elsewhere. It may run twice or after a crash, so it starts by looking at what is still to do. */
export type Task<Data = unknown> = {
  /** `payments.open`: the capability, then what is done. */
  name: string;
  data: z.ZodType<Data>;
  run(context: Context, data: Data): Promise<void>;
};

/** Work done again and again: a net under what events should have done already. */
export type Schedule = {
  name: string;
  /** Five fields, minutes first, clocks of Rome. */
  cron: string;
  run(context: Context): Promise<void>;
};

export type AddOptions = {
  /** Seconds until a worker takes it. */
  afterSeconds?: number;
  /** Also try right after the commit, in this process: the queued one is then only the net (design.md §1). */
  tryNow?: boolean;
  /**
   * That try waits a moment of random length. Where everybody must get the same answer, what comes after it must not be
   * felt in it, nor in the page that the answer leads to (REG-6).
   */
  isApart?: boolean;
};

/** The queue of tasks, in the same database: recorded with the change that needs them, or not at all. */
export type TaskQueue = {
  add<Data>(tx: Transaction, task: Task<Data>, data: Data, options?: AddOptions): Promise<void>;
  /** How many seconds the task that is due the longest has waited; 0 when none is. */
  waited(): Promise<number>;
};

/** What the worker does with what it takes from the queue; throwing means: try again later. */
export type Worker = {
  schedules: readonly Schedule[];
  runTask(name: string, data: unknown): Promise<void>;
  runSchedule(name: string): Promise<void>;
};

/** The queue as the program holds it: everybody records tasks, the worker's door takes them. */
export type Queue = {
  tasks: TaskQueue;
  /** Throws when the queue cannot be used. */
  check(): Promise<void>;
  /** Depth and age, for the metrics. */
  figures(): Promise<readonly Figure[]>;
  work(worker: Worker): Promise<void>;
  close(): Promise<void>;
};
