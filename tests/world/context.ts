// A real Context for a test file, in three lines:
//   const world = await testWorld();
//   await transaction(world.context, (tx) => …);
//   await world.runTasks();
import { afterAll } from 'vitest';
import { taskQueue } from '#adapters/queue/index.ts';
import { capabilities as all } from '#capabilities/all.ts';
import { background } from '#kernel/background.ts';
import type { Capability } from '#kernel/capability.ts';
import { standingClock } from '#kernel/clock.ts';
import type { Context, Ports } from '#kernel/context.ts';
import { type Instant, instant } from '#kernel/days.ts';
import { logger } from '#kernel/log.ts';
import { noMeter } from '#kernel/meter.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { readSettings } from '#kernel/settings.ts';
import { stepper } from '#kernel/steps.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';
import { type Outbox, portsOfTests } from './ports.ts';
import { type RecordedTask, recordingQueue } from './queue.ts';

/** When every test begins unless it says otherwise: a Tuesday afternoon in Rome. */
export const testNow = '2026-11-24T13:35:00.000Z';

export type WorldOptions = {
  /** ISO 8601; the clock stands until `world.clock.set`. */
  now?: string;
  /** Environment variables of settings: `{ NEXI_ADDRESS: '…' }`. */
  settings?: Record<string, string>;
  ports?: Partial<Ports>;
  /** `recorded` waits for `runTasks`; `real` is the queue of production on the clone, without a worker. */
  queue?: 'recorded' | 'real';
  /** Instead of all of them, when a capability is tested before it is in the list. */
  capabilities?: readonly Capability[];
};

export type World = {
  context: Context;
  clock: { now(): Instant; set(moment: Instant): void };
  database: TestDatabase;
  /** What left the house. */
  outbox: Outbox;
  /** Every line that was logged, as the log would write it. */
  logged: string[];
  /** Committed tasks that have not run yet. */
  waiting: readonly RecordedTask[];
  /** Runs committed tasks until none is left (or only those of one name); answers their names. */
  runTasks(only?: string): Promise<string[]>;
  /** Runs the schedule of this name once. */
  runSchedule(name: string): Promise<void>;
};

/** A context on a database of its own, closed after the file's last test. Call it once, at the top of a file. */
export async function testWorld(options: WorldOptions = {}): Promise<World> {
  const database = await cloneDatabase();
  const capabilities = options.capabilities ?? all;
  const clock = standingClock(instant(options.now ?? testNow));
  const logged: string[] = [];
  const log = logger('debug', (line) => logged.push(line));
  const outbox: Outbox = { emails: [], texts: [] };
  const recorded = recordingQueue();
  const real = options.queue === 'real' ? await taskQueue({ pool: database.pool, log }) : undefined;
  const context: Context = {
    database: database.database,
    clock,
    settings: readSettings(
      { SUPPORT_MAIL: 'assistenza@esempio.example', ...options.settings },
      capabilities.flatMap((capability) => Object.values(capability.settings ?? {})),
    ),
    keys: keysFrom('the secret of the tests, 32 bytes and more'),
    log,
    ports: { ...portsOfTests(outbox), ...options.ports },
    meter: noMeter,
    capabilities,
    tasks: real?.tasks ?? recorded.tasks,
    background: background(log),
    step: stepper(undefined),
  };
  afterAll(async () => {
    await context.background.idle();
    await real?.close();
    await database.close();
  });
  return {
    context,
    clock,
    database,
    outbox,
    logged,
    waiting: recorded.waiting,
    runTasks: (only) => recorded.run(context, only),
    async runSchedule(name) {
      const schedule = capabilities.flatMap((one) => one.schedules ?? []).find((one) => one.name === name);
      if (!schedule) throw new Error(`no schedule is called ${name}`);
      await schedule.run(context);
    },
  };
}

/** The same by its other name. */
export const testContext = testWorld;
