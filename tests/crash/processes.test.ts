// Several processes at once on the same payable: customers, tabs, an import, a worker that takes over by itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test, vi } from 'vitest';
import { confirm } from '#capabilities/confirmation/index.ts';
import { runImport } from '#capabilities/integration/index.ts';
import { root } from '#kernel/root.ts';
import { system } from '#kernel/viewer.ts';
import { faultsOf } from './books.ts';
import { isFull, methods, patienceMs, type Story } from './matrix.ts';
import { lived, untilNothingHappens } from './scenario.ts';
import { crashWorld, type Payer, until } from './world.ts';

vi.setConfig({ testTimeout: patienceMs });
const world = await crashWorld();
const { context } = world;
const folder = mkdtempSync(join(tmpdir(), 'sportello-crash-delivery-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Change = { state?: 'withdrawn' | 'paid'; amountCents?: number; deleted?: true };

/** What the core system says of the payable now, as a delivery of one row. */
async function imported(payer: Payer, change: Change): Promise<void> {
  const [row] = await world.rows<Record<string, unknown> & { key: string; version: number }>(
    `select p.key, p.version, l.key as policy, p.kind, p.amount_cents as "amountCents", p.iot_cents as "iotCents",
       p.due_on as "dueOn", p.covers_from as "coversFrom", p.covers_until as "coversUntil",
       p.is_payable_online as "isPayableOnline", p.state, p.as_of as "asOf"
     from payables p join policies l on l.id = p.policy_id where p.id = $1`,
    [payer.payable.id],
  );
  if (!row) throw new Error('no such payable');
  const version = row.version + 1;
  const paid = change.state === 'paid' ? { paidOn: row.dueOn } : {};
  const line = change.deleted ? { key: row.key, version, deleted: true } : { ...row, ...change, ...paid, version };
  const text = `${JSON.stringify(line)}\n`;
  const delivery = join(folder, row.key);
  mkdirSync(delivery, { recursive: true });
  writeFileSync(join(delivery, 'payables.jsonl'), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const files = [{ entity: 'payables', file: 'payables.jsonl', rows: 1, sha256 }];
  const manifest = { format: 'sportello-delivery/1', id: `${row.key}-${version}`, day: '2026-11-24', files };
  writeFileSync(join(delivery, 'delivery.json'), JSON.stringify(manifest));
  const run = await runImport(context, system('import'), { folder: delivery });
  if (!run.ok || run.value.state !== 'done') throw new Error(JSON.stringify(run));
}

async function paidAtProvider(operation: string): Promise<void> {
  await world.control(`/orders/${await world.referenceOf(operation)}/pay`);
  await world.control('/idle');
  await context.background.idle();
}

async function faults(payer: Payer, story: Story): Promise<string[]> {
  const failed = await untilNothingHappens(world);
  return [...failed, ...(await faultsOf(world, payer, story))];
}

const reasonsOf = (payer: Payer) =>
  world.rows<{ reason: string }>(
    `select r.reason->>'code' as reason from refunds r join payments p on p.id = r.payment_id where p.payable_id = $1`,
    [payer.payable.id],
  );
const countOf = async (payer: Payer): Promise<number> =>
  (await world.rows('select 1 from payments where payable_id = $1', [payer.payable.id])).length;

test('[CNF-7] [PAY-6] 50 confirmations of one operation at once in five processes: one payment, everybody shown its outcome', async () => {
  await world.renew();
  const payer = await world.payer();
  const course = await world.proposed(payer);
  const helpers = await Promise.all(Array.from({ length: 5 }, () => world.helper()));
  const given = { viewer: payer.viewer, ...course, times: 10 };
  const answers = await Promise.all(helpers.map((helper) => helper.ask('confirm', given)));
  await Promise.all(helpers.map((helper) => helper.kill()));
  const told = answers.flatMap((answer) => (answer.isDead ? ['dead'] : answer.value));
  expect(told).toEqual(Array.from({ length: 50 }, () => `/esito/${course.operation}?vai`));
  expect(await countOf(payer)).toBe(1);
  await paidAtProvider(course.operation);
  expect(await faults(payer, 'kept')).toEqual([]);
});

test('[CNF-7] [PAY-6] two tabs in two processes, each pressed ten times: one payment, the other operation is void', async () => {
  await world.renew();
  const payer = await world.payer();
  const first = await world.proposed(payer);
  await world.travel(31);
  const second = await world.proposed(payer);
  const tabs = await Promise.all([world.helper(), world.helper()]);
  const [one, other] = await Promise.all(
    tabs.map((tab, at) => tab.ask('confirm', { viewer: payer.viewer, ...(at === 0 ? first : second), times: 10 })),
  );
  await Promise.all(tabs.map((tab) => tab.kill()));
  if (!one || !other || one.isDead || other.isDead) throw new Error('a process died');
  const outcomes = [new Set(one.value), new Set(other.value)].map((set) => [...set].join());
  const winner = outcomes[0]?.startsWith('/esito/') ? first : second;
  expect(outcomes.sort()).toEqual([`/esito/${winner.operation}?vai`, 'payments.under_way']);
  const states = await world.rows<{ state: string; reason: string | null }>(
    "select state, void_reason->>'code' as reason from operations where party_id = $1 order by state",
    [payer.partyId],
  );
  expect(states).toEqual([
    { state: 'executed', reason: null },
    { state: 'void', reason: 'payments.under_way' },
  ]);
  await paidAtProvider(winner.operation);
  expect(await faults(payer, 'kept')).toEqual([]);
});

test.each([
  [{ state: 'withdrawn' }, 'payments.withdrawn'],
  [{ deleted: true }, 'payments.withdrawn'],
  [{ amountCents: 32_000 }, 'confirmation.changed'],
] as const)('[CNF-3] [INT-1] an import says %o between code and confirmation: void, with %s', async (change, code) => {
  await world.renew();
  const payer = await world.payer();
  const course = await world.proposed(payer);
  await imported(payer, change);
  expect(await confirm(context, payer.viewer, course)).toMatchObject({ ok: false, reasons: [{ code }] });
  expect(await countOf(payer)).toBe(0);
  expect(await faults(payer, 'withdrawn')).toEqual([]);
});

test.each([
  [{ state: 'withdrawn' }, 'payments.return_withdrawn'],
  [{ deleted: true }, 'payments.return_withdrawn'],
  [{ state: 'paid' }, 'payments.return_paid_otherwise'],
  [{ amountCents: 32_000 }, 'payments.return_amount_changed'],
] as const)(
  '[PAY-6] [PAY-11] [INT-1] an import says %o between start and success: given back, with %s',
  async (change, reason) => {
    await world.renew();
    const payer = await world.payer();
    const course = await world.proposed(payer);
    await confirm(context, payer.viewer, course);
    await imported(payer, change);
    await paidAtProvider(course.operation);
    expect(await reasonsOf(payer)).toEqual([{ reason }]);
    expect(await faults(payer, 'withdrawn')).toEqual([]);
  },
);

test('[PAY-6] [CNF-3] an import withdraws while others confirm: void with the reason, or started and given back', async () => {
  await world.renew();
  const helper = await world.helper();
  const payers: Payer[] = [];
  for (let round = 0; round < (isFull ? 60 : 8); round++) {
    const payer = await world.payer();
    payers.push(payer);
    const course = await world.proposed(payer);
    // The import takes about as long as a confirmation; one or the other gets a little start.
    const [answer] = await Promise.all([
      pause(round % 2 === 0 ? 0 : 15).then(() => helper.ask('confirm', { viewer: payer.viewer, ...course, times: 3 })),
      imported(payer, { state: 'withdrawn' }),
    ]);
    if (answer.isDead) throw new Error('the process died');
    const next = `/esito/${course.operation}?vai`;
    const isStarted = answer.value.includes(next);
    expect(new Set(answer.value)).toEqual(new Set([isStarted ? next : 'payments.withdrawn']));
    expect(await countOf(payer)).toBe(isStarted ? 1 : 0);
    if (isStarted) await paidAtProvider(course.operation);
    expect(await reasonsOf(payer)).toEqual(isStarted ? [{ reason: 'payments.return_withdrawn' }] : []);
  }
  await helper.kill();
  await untilNothingHappens(world);
  for (const payer of payers) expect(await faultsOf(world, payer, 'withdrawn')).toEqual([]);
});

/** What an import has written and not committed, while `meanwhile` runs into it. */
async function inTheMiddleOfABatch(payer: Payer, meanwhile: () => Promise<unknown>): Promise<void> {
  const batch = new pg.Client({ connectionString: world.environment().DATABASE_URL });
  await batch.connect();
  await batch.query('begin');
  await batch.query("update payables set state = 'withdrawn' where id = $1", [payer.payable.id]);
  const running = meanwhile();
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await until(async () => (await world.rows(waiting)).length > 0);
  await batch.query('commit');
  await batch.end();
  await running;
}

test('[PAY-6] [CNF-3] who confirms or settles in the middle of a batch waits for what the import says', async () => {
  await world.renew();
  const early = await world.payer();
  const course = await world.proposed(early);
  await inTheMiddleOfABatch(early, async () =>
    expect(await confirm(context, early.viewer, course)).toMatchObject({ reasons: [{ code: 'payments.withdrawn' }] }),
  );
  expect(await countOf(early)).toBe(0);

  const late = await world.payer();
  const started = await world.proposed(late);
  await confirm(context, late.viewer, started);
  await inTheMiddleOfABatch(late, () => paidAtProvider(started.operation));
  expect(await reasonsOf(late)).toEqual([{ reason: 'payments.return_withdrawn' }]);
  expect(await faults(late, 'withdrawn')).toEqual([]);
});

test('[PAY-6] killed at random moments: nothing lost, nothing twice', async () => {
  for (let round = 0; round < (isFull ? 60 : 4); round++) {
    const story = (['kept', 'withdrawn', 'twice'] as const)[round % 3] ?? 'kept';
    // Only the reconciler's net: a death in the moment of the notice loses it, and no task was recorded that knows of it.
    const method = methods[Math.floor(round / 3 + round) % 3] ?? 'card';
    const one = { step: 'payments.settled', switch: 'calm', story, net: 'reconciler', method } as const;
    const killAfterMs = Math.round(Math.random() * 600);
    const { payer, failed } = await lived(world, one, killAfterMs);
    const found = [...failed, ...(await faultsOf(world, payer, story))];
    expect({ killAfterMs, story, method, found }).toEqual({ killAfterMs, story, method, found: [] });
  }
});

test('[PAY-6] what a dead web process had committed the worker does by itself', async () => {
  await world.renew();
  const payer = await world.payer();
  const course = await world.proposed(payer);
  const web = await world.life('confirmation.committed');
  await web.ask('confirm', { viewer: payer.viewer, ...course });
  expect(await web.ended).toBe('SIGKILL');
  const worker = spawn(process.execPath, [join(root, 'src/doors/cli/main.ts'), 'work'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(root, '.sportello/cache'), ...world.environment() },
    stdio: 'ignore',
  });
  const ended = once(worker, 'exit');
  const stateOf = async () =>
    (
      await world.rows<{ state: string }>(
        'select a.state from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
        [course.operation],
      )
    )[0]?.state;
  expect(await stateOf()).toBe('confirmed');
  await until(async () => (await stateOf()) === 'started');
  worker.kill('SIGKILL');
  await ended;
  await world.releaseTasks();
  await paidAtProvider(course.operation);
  expect(await faults(payer, 'kept')).toEqual([]);
});
