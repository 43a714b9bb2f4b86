// `sportello import run` killed with -9 at every named step and at random moments, resumed, and compared with a run that
// nobody disturbed. With CRASH_FULL=1 (`npm run crash`) it is killed at its step again and again until nothing is left.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { day } from '#kernel/days.ts';
import { type Step, steps } from '#kernel/steps.ts';
import { changeRows, type Damaged, damageDelivery, putChildrenFirst } from '../../demo/damage.ts';
import { generateDelivery } from '../../demo/generate.ts';
import { cloneDatabase, type TestDatabase } from '../world/database.ts';
import { type Ended, sportello } from './command.ts';
import { type CoreState, coreState, eventsOf } from './core.ts';
import { isFull, patienceMs } from './matrix.ts';
import { until } from './world.ts';

vi.setConfig({ testTimeout: patienceMs, hookTimeout: patienceMs });
type Refused = { entity: string; file: string; line: number; field: string; reason: string };
type Report = {
  state: string;
  files: {
    entity: string;
    rowsExpected: number;
    written: number;
    unchanged: number;
    refused: number;
    waiting: number;
  }[];
};

const integration = steps.filter((step) => step.startsWith('integration.'));
/** The position of a CSV file is that of any other; what is read from it differs, and that is tried without `npm run crash` too. */
const stepsOf = (format: 'jsonl' | 'csv'): Step[] =>
  isFull || format === 'jsonl' ? integration : integration.filter((step) => step.endsWith('_merged'));

describe.each(['jsonl', 'csv'] as const)('%s', (format) => {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-crash-import-'));
  const delivery = (name: string) => join(folder, name);
  const databases: TestDatabase[] = [];

  /** A database of its own with the commands on it. */
  async function importer() {
    const database = await cloneDatabase();
    databases.push(database);
    const environment = {
      DATABASE_URL: database.url,
      SPORTELLO_SECRET: 'the secret of the crash tests, 32 bytes and more',
      LOG_LEVEL: 'warn',
      // Small, so that a small delivery has many positions at which it can be interrupted.
      IMPORT_BATCH_ROWS: '60',
    };
    /** PostgreSQL needs a moment to notice that somebody died in the middle of a transaction. */
    const isAlone = async () => {
      const { rows } = await database.pool.query(
        "select 1 from pg_stat_activity where datname = current_database() and application_name like 'sportello command%'",
      );
      return rows.length === 0;
    };
    const reportFile = join(folder, `report-${databases.length}.jsonl`);
    const command = async (
      verb: 'run' | 'resume',
      name: string,
      crashAt?: Step,
      killAfterMs?: number,
    ): Promise<Ended> => {
      const given = ['import', verb, delivery(name), '--json', '--report', reportFile];
      const ended = await sportello(
        given,
        { ...environment, ...(crashAt && { SPORTELLO_CRASH_AT: crashAt }) },
        killAfterMs,
      );
      await until(isAlone);
      return ended;
    };
    return {
      database,
      command,
      /** What an operator does: runs it, and goes on where the command says that it was interrupted. */
      async take(name: string, crashAt?: Step, killAfterMs?: number): Promise<Ended> {
        const ran = await command('run', name, crashAt, killAfterMs);
        return ran.err.includes('import resume') ? command('resume', name, crashAt, killAfterMs) : ran;
      },
      refused: (): Refused[] =>
        readFileSync(reportFile, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      state: () => coreState(database.pool),
      events: () => eventsOf(database.pool),
    };
  }
  type Importer = Awaited<ReturnType<typeof importer>>;

  const reportOf = (ended: Ended): Report => JSON.parse(ended.out);
  /** How many rows of each entity came to what; `written` only where nothing was there before. */
  const countsOf = (ended: Ended) => reportOf(ended).files.map(({ entity, ...counts }) => [entity, counts]);

  /** The same delivery with some rows changed by the core: a later delivery. */
  async function writeLater(name: string): Promise<void> {
    cpSync(delivery('first'), delivery(name), { recursive: true });
    await changeRows(delivery(name), (entity, row, index) => {
      if (index % 7 !== 3) return row;
      const amount = 'amount' in row ? { amount: '77,70' } : { amountCents: 7_770 };
      return {
        ...row,
        ...(entity === 'payables' && { ...amount, ...('iot' in row ? { iot: '0' } : { iotCents: 0 }) }),
        version: Number(row.version) + 1,
      };
    });
  }

  let damaged: Damaged[] = [];
  let clean: { state: CoreState; events: string[]; counts: unknown; milliseconds: number };
  let undisturbed: Importer;

  beforeAll(async () => {
    await generateDelivery({ customers: 40, seed: 7, today: day('2026-11-24'), folder: delivery('first'), format });
    cpSync(delivery('first'), delivery('backwards'), { recursive: true });
    await putChildrenFirst(delivery('backwards'));
    cpSync(delivery('first'), delivery('damaged'), { recursive: true });
    damaged = await damageDelivery(delivery('damaged'), { percent: 1, seed: 3 });
    await writeLater('later');
    undisturbed = await importer();
    const began = performance.now();
    const ended = await undisturbed.command('run', 'first');
    expect(ended, ended.err).toMatchObject({ code: 0, signal: null });
    clean = {
      state: await undisturbed.state(),
      events: await undisturbed.events(),
      counts: countsOf(ended),
      milliseconds: performance.now() - began,
    };
  });
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.close()));
    rmSync(folder, { recursive: true });
  });

  /** Rows wait only where they come before what they refer to. */
  const orders = (step: Step): string[] => {
    if (step === 'integration.waiting_merged') return ['backwards'];
    return isFull ? ['first', 'backwards'] : ['first'];
  };

  test.each(stepsOf(format).flatMap((step) => orders(step).map((name) => [step, name] as const)))(
    '[INT-1] killed at %s of the delivery "%s" and resumed: the state of a clean run',
    async (step, name) => {
      const it = await importer();
      expect((await it.command('run', name, step)).signal).toBe('SIGKILL');
      // Killed where it has not merged anything yet, it would come to the same place for ever.
      const killsMax = isFull && step !== 'integration.batch_checked' ? 200 : 1;
      let last = await it.command('resume', name, step);
      for (let kills = 1; kills < killsMax && last.signal === 'SIGKILL'; kills++) {
        last = await it.command('resume', name, step);
      }
      if (last.signal === 'SIGKILL') last = await it.command('resume', name);
      expect(last).toMatchObject({ code: 0, signal: null });
      expect(await it.state()).toEqual(clean.state);
      expect(await it.events()).toEqual(clean.events);
      if (name === 'first') expect(countsOf(last)).toEqual(clean.counts);
    },
  );

  test('[INT-1] killed at random moments, each time taken up again: the state of a clean run', async () => {
    for (let round = 0; round < (isFull ? 12 : 1); round++) {
      const it = await importer();
      let kills = 0;
      while (kills < 3) {
        const { signal } = await it.take('backwards', undefined, clean.milliseconds * (0.35 + 0.6 * Math.random()));
        if (signal === null) break;
        kills++;
      }
      const last = await it.take('backwards');
      expect(last).toMatchObject({ code: 0, signal: null });
      expect(await it.state(), `after ${kills} kills`).toEqual(clean.state);
    }
  });

  test('[INT-1] 1 % bad rows: each is reported with file, line, field and reason, the same when it was killed on the way', async () => {
    const calm = await importer();
    const ran = await calm.command('run', 'damaged');
    expect(ran).toMatchObject({ code: 3, signal: null });
    expect(reportOf(ran).state).toBe('partly');
    const refused = calm.refused();
    expect(damaged.length).toBeGreaterThan(8);
    const found = new Set(refused.map((row) => `${row.file}:${row.line} ${row.field}`));
    expect(damaged.filter((row) => !found.has(`${row.file}:${row.line} ${row.field || 'line'}`))).toEqual([]);
    expect(refused.filter((row) => !row.reason)).toEqual([]);
    // Whole rows are refused only where what they refer to is.
    const harmed = new Set(damaged.map((row) => `${row.file}:${row.line}`));
    const parents = new Set(['agency', 'product', 'party', 'policy', 'from', 'to']);
    expect(refused.filter((row) => !harmed.has(`${row.file}:${row.line}`) && !parents.has(row.field))).toEqual([]);
    for (const file of reportOf(ran).files) {
      expect(file.written + file.unchanged + file.refused, file.entity).toBe(file.rowsExpected);
      expect(file.waiting, file.entity).toBe(0);
    }

    const killed = await importer();
    expect((await killed.command('run', 'damaged', 'integration.batch_merged')).signal).toBe('SIGKILL');
    expect((await killed.command('resume', 'damaged', 'integration.waiting_merged')).signal).toBe('SIGKILL');
    const resumed = await killed.command('resume', 'damaged');
    expect(resumed).toMatchObject({ code: 3, signal: null });
    expect(killed.refused()).toEqual(refused);
    expect(countsOf(resumed)).toEqual(countsOf(ran));
    expect(await killed.state()).toEqual(await calm.state());
  });

  test('[INT-1] the same delivery again, killed and resumed too, changes nothing and tells nobody', async () => {
    expect((await undisturbed.command('run', 'first', 'integration.batch_merged')).signal).toBe('SIGKILL');
    const again = await undisturbed.take('first');
    expect(again).toMatchObject({ code: 0, signal: null });
    for (const file of reportOf(again).files) {
      expect(file, file.entity).toMatchObject({ written: 0, unchanged: file.rowsExpected, refused: 0, waiting: 0 });
    }
    expect(await undisturbed.state()).toEqual(clean.state);
    expect(await undisturbed.events()).toEqual(clean.events);
    expect((await undisturbed.command('resume', 'first')).err).toContain('no interrupted run');
  });

  test('[INT-1] a later delivery, killed and resumed: what changed is told once, as of a clean run', async () => {
    const it = await importer();
    await it.command('run', 'first');
    expect((await it.command('run', 'later', 'integration.batch_merged')).signal).toBe('SIGKILL');
    expect((await it.command('resume', 'later', 'integration.entity_done')).signal).toBe('SIGKILL');
    expect((await it.command('resume', 'later', 'integration.batch_checked')).signal).toBe('SIGKILL');
    expect(await it.command('resume', 'later')).toMatchObject({ code: 0, signal: null });
    expect(await undisturbed.command('run', 'later')).toMatchObject({ code: 0, signal: null });
    expect(await it.state()).toEqual(await undisturbed.state());
    const events = await it.events();
    expect(events).toEqual(await undisturbed.events());
    expect(events.length).toBeGreaterThan(clean.events.length + 20);
  });
});
