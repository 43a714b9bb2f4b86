import { expect, test } from 'vitest';
import { day, instant, plusDays } from '#kernel/days.ts';
import { givenPayer, paymentWorld, started } from '../../../tests/world/payments.ts';
import {
  givenAccount,
  givenCustomer,
  givenLink,
  givenParty,
  givenPayable,
  givenPolicy,
  givenRole,
  givenViewer,
  worldDay,
  worldNow,
} from '../../../tests/world/rows.ts';
import { exportFor, giveUp, historyFor } from './index.ts';

const world = await paymentWorld();
const { context } = world;

const idsOf = (rows: readonly { publicId: string }[]) => rows.map(({ publicId }) => publicId);
const visitor = { kind: 'visitor', language: 'it', address: '::1', browserId: undefined } as const;

async function givenPaid(policyId: string, paidOn: string, amountCents: number) {
  return givenPayable(context, policyId, { state: 'paid', dueOn: day(paidOn), paidOn: day(paidOn), amountCents });
}

test('[PAY-4] [PAY-7] what is to pay by due day, what was paid by the year of payment, with totals by line', async () => {
  const { party, viewer } = await givenCustomer(context);
  const motor = await givenPolicy(context, party, { line: 'motor' });
  const home = await givenPolicy(context, party, { line: 'home' });
  const old = await givenPaid(motor.id, '2025-12-31', 10_000);
  const first = await givenPaid(motor.id, '2026-01-01', 20_000);
  const second = await givenPaid(home.id, '2026-05-02', 5_000);
  const later = await givenPayable(context, home.id, { dueOn: plusDays(worldDay, 60), amountCents: 7_000 });
  const sooner = await givenPayable(context, motor.id, { dueOn: plusDays(worldDay, -3), amountCents: 31_240 });
  await givenPayable(context, motor.id, { state: 'withdrawn' });
  const now = await historyFor(context, viewer);
  expect(now.paid.year).toBe(2026);
  expect(idsOf(now.paid.rows)).toEqual([second.publicId, first.publicId]);
  expect(now.paid).toMatchObject({ count: 2, cents: 25_000, from: 1, page: 1, pages: 1 });
  expect(idsOf(now.due.rows)).toEqual([sooner.publicId, later.publicId]);
  expect(now.due).toMatchObject({ count: 2, cents: 38_240 });
  expect(now.paidTotals).toEqual([
    expect.objectContaining({ year: 2026, line: 'motor', cents: 20_000, count: 1 }),
    expect.objectContaining({ year: 2026, line: 'home', cents: 5_000, count: 1 }),
    expect.objectContaining({ year: 2025, line: 'motor', cents: 10_000, count: 1 }),
  ]);
  expect(idsOf((await historyFor(context, viewer, { year: 2025 })).paid.rows)).toEqual([old.publicId]);
  expect((await historyFor(context, viewer, { year: 2019 })).paid).toMatchObject({ year: 2019, rows: [], count: 0 });
});

test('[PAY-4] a filter by line or by policy holds for everything; another one’s policy finds nothing', async () => {
  const { party, viewer } = await givenCustomer(context);
  const motor = await givenPolicy(context, party, { line: 'motor' });
  const home = await givenPolicy(context, party, { line: 'home' });
  const paid = await givenPaid(motor.id, '2026-02-03', 1_000);
  await givenPaid(home.id, '2026-02-03', 2_000);
  const due = await givenPayable(context, home.id);
  const byLine = await historyFor(context, viewer, { line: 'motor' });
  expect(idsOf(byLine.paid.rows)).toEqual([paid.publicId]);
  expect(byLine.due.rows).toEqual([]);
  const byPolicy = await historyFor(context, viewer, { policy: home.publicId });
  expect(byPolicy.paid.cents).toBe(2_000);
  expect(idsOf(byPolicy.due.rows)).toEqual([due.publicId]);
  const other = await givenCustomer(context);
  const theirs = await givenPolicy(context, other.party);
  await givenPaid(theirs.id, '2026-02-03', 9_000);
  for (const policy of [theirs.publicId, 'nothing']) {
    const found = await historyFor(context, viewer, { policy });
    expect([found.paidTotals, found.due.rows, found.paid.rows]).toEqual([[], [], []]);
    expect(await exportFor(context, viewer, { policy })).toEqual([]);
  }
});

test('[POL-4] [POL-6] who is insured, beneficiary or of the household sees no payment; the representative does', async () => {
  const child = await givenParty(context);
  const policy = await givenPolicy(context, child, { insured: [child] });
  await givenPaid(policy.id, '2026-02-03', 1_000);
  await givenPayable(context, policy.id);
  for (const role of ['insured', 'beneficiary', 'family_member', 'employer_insured'] as const) {
    const party = await givenParty(context);
    await givenRole(context, policy.id, party.id, role);
    const viewer = await givenViewer(context, await givenAccount(context, party.id));
    const found = await historyFor(context, viewer);
    expect([found.paidTotals, found.dueTotals, found.due.rows, found.paid.rows]).toEqual([[], [], [], []]);
    expect(await exportFor(context, viewer, {})).toEqual([]);
  }
  const mother = await givenCustomer(context);
  await givenLink(context, 'represents', mother.party, child);
  expect((await historyFor(context, mother.viewer)).paid.count).toBe(1);
  expect(await exportFor(context, visitor, {})).toEqual([]);
});

test('[PAY-7] what was paid for a contract that has ended stays; what it still asked for is no longer to pay', async () => {
  const { party, viewer } = await givenCustomer(context);
  const policy = await givenPolicy(context, party, { state: 'ended' });
  await givenPaid(policy.id, '2024-02-03', 1_000);
  await givenPayable(context, policy.id);
  const found = await historyFor(context, viewer);
  expect(found.paid).toMatchObject({ year: 2024, count: 1 });
  expect(found.due.count).toBe(0);
});

test('[PAY-7] paid here and not yet heard of by the core system: among what was paid, on the day in Rome', async () => {
  const payer = await givenPayer(world);
  const { reference } = await started(world, payer);
  // Half past midnight in Rome, the day before in Greenwich.
  world.clock.set(instant('2026-12-31T23:30:00.000Z'));
  await world.control('/clock', { now: world.clock.now() });
  const { operation, reference: again } = await anew(payer);
  await world.pay(again);
  await world.runTasks();
  await context.background.idle();
  const found = await historyFor(context, payer.viewer);
  expect(found.paid).toMatchObject({ year: 2027, count: 1, rows: [{ payment: { operation, paidOn: '2027-01-01' } }] });
  expect(found.paid.rows[0]?.receipt).toEqual(expect.any(String));
  expect(found.due.count).toBe(0);
  expect(reference).not.toBe(again);
  world.clock.set(worldNow);
  await world.control('/clock', { now: worldNow });

  async function anew(who: typeof payer) {
    const held = await historyFor(context, who.viewer);
    const open = held.due.rows[0]?.openPayment?.operation ?? '';
    // Its window has passed by then: given up first.
    await giveUp(context, who.viewer, open);
    await context.database
      .updateTable('payables')
      .set({ due_on: day('2026-12-30') })
      .where('id', '=', who.payable.id)
      .execute();
    return started(world, who);
  }
});

test('[PAY-4] 500 policies and 10,000 payables: the same statements as for one, and pages of 25', async () => {
  const small = await givenCustomer(context);
  const one = await givenPolicy(context, small.party);
  await givenPaid(one.id, '2026-02-03', 1_000);
  const few = await world.database.countStatements(() => historyFor(context, small.viewer));

  const { party, viewer } = await givenCustomer(context);
  const model = await givenPolicy(context, party, { line: 'business' });
  await world.database.pool.query(
    `insert into policies select gen_random_uuid(), 'many-' || n, version, 'many' || n, 'M' || n, product_id, agency_id, state,
       starts_on, ends_on, renews, instalments_per_year, annual_premium_cents, iot_cents, suspended_since, suspended_because,
       valuation, as_of, ended_at from policies, generate_series(1, 499) n where id = $1`,
    [model.id],
  );
  await world.database.pool.query(
    `insert into policy_roles (id, key, version, policy_id, party_id, role, as_of)
     select gen_random_uuid(), 'many-' || id, 1, id, $1, 'policyholder', $2 from policies where key like 'many-%'`,
    [party.id, worldDay],
  );
  await world.database.pool.query(
    `insert into payables (id, key, version, public_id, policy_id, kind, amount_cents, due_on, is_payable_online, state, paid_on, as_of)
     select gen_random_uuid(), 'many-' || p.id || n, 1, 'm' || substr(md5(p.id::text || n), 1, 20), p.id, 'instalment', 1000 + n,
       $1::date - 30 * n + 10, true, case when n = 0 then 'due' else 'paid' end, case when n > 0 then $1::date - 30 * n + 8 end, $1
     from policies p, generate_series(0, 19) n where p.key like 'many-%' or p.id = $2`,
    [worldDay, model.id],
  );
  await world.database.pool.query('analyze');
  const many = await world.database.countStatements(() => historyFor(context, viewer));
  expect(many).toBe(few);
  const found = await historyFor(context, viewer, { year: 2026, paidPage: 2, duePage: 3 });
  expect(found.due).toMatchObject({ count: 500, page: 3, pages: 20, from: 51 });
  expect(found.due.rows).toHaveLength(25);
  expect(found.paid).toMatchObject({ page: 2, from: 26 });
  expect(found.paid.rows).toHaveLength(25);
  const all = await Promise.all([1, 2].map((paidPage) => historyFor(context, viewer, { year: 2026, paidPage })));
  expect(new Set(all.flatMap((page) => idsOf(page.paid.rows))).size).toBe(50);
  // A page beyond the end is the last one.
  expect((await historyFor(context, viewer, { duePage: 999 })).due.page).toBe(20);
  expect(await exportFor(context, viewer, {})).toHaveLength(10_000);
});
