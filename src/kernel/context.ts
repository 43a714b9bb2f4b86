import { AsyncLocalStorage } from 'node:async_hooks';
import type { Background } from './background.ts';
import type { Capability } from './capability.ts';
import type { Clock } from './clock.ts';
import type { Db } from './database.server.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import type { Keys } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Step } from './steps.ts';
import type { TaskQueue } from './tasks.ts';

/** What is outside. Each capability adds its port by declaration merging; `compose.ts` must give them all. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the capabilities, so that the kernel names none of them
export interface Ports {}

/** Everything a capability may use. Built in `compose.ts` and passed, never imported. */
export type Context = {
  readonly database: Db;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly keys: Keys;
  readonly log: Log;
  readonly ports: Ports;
  /** What operators watch; does nothing unless they do. */
  readonly meter: Meter;
  /** What the capabilities contribute, in import order. */
  readonly capabilities: readonly Capability[];
  readonly tasks: TaskQueue;
  /** Work that goes on after an answer has been given. */
  readonly background: Background;
  /** A named crash point: does nothing outside the crash tests. */
  step(name: Step): Promise<void>;
};

/** A context inside a database transaction. Nothing outside the process happens in one. */
export type Transaction = Context & {
  readonly inTransaction: true;
  /** The context around it, for what runs after the commit. */
  readonly outside: Context;
  /** Runs when, and only when, the transaction has been committed. */
  afterCommit(run: () => void): void;
};

const inside = new AsyncLocalStorage<true>();

/**
 * Runs `work` in one database transaction: all of it or nothing. What must happen after goes through `afterCommit`,
 * or into the outbox or a task within the same transaction.
 */
export async function transaction<T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (inside.getStore()) throw new Error('a transaction inside a transaction: pass the transaction on instead');
  const after: (() => void)[] = [];
  const result = await inside.run(true, () =>
    context.database.transaction().execute((database) =>
      work({
        ...context,
        database,
        inTransaction: true,
        outside: context,
        afterCommit: (run) => {
          after.push(run);
        },
      }),
    ),
  );
  for (const run of after) run();
  return result;
}

/** Whether a function that takes either was given a transaction: then it may lock what it reads. */
export const isTransaction = (context: Context | Transaction): context is Transaction => 'inTransaction' in context;
