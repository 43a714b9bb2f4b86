import { expect, test } from 'vitest';
import { capabilities } from '#capabilities/all.ts';
import { day, momentOf } from '#kernel/days.ts';
import { confirmed, givenPayer, paymentWorld, proposed, standingOf, started } from '../../../tests/world/payments.ts';
import { givenPayable } from '../../../tests/world/rows.ts';
import { overview, statusFor } from './index.ts';
import { todo } from './todo.ts';

/** Two minutes before the last day of a motor window ends: due on 9 November, payable until 24 November. */
const world = await paymentWorld({ now: momentOf(day('2026-11-24'), '23:58') });
const { context } = world;
const lastDay = { payable: { dueOn: day('2026-11-09') } };

test('[PAY-2] the window is judged when the code is confirmed', async () => {
  const payer = await givenPayer(world, lastDay);
  const operation = await proposed(world, payer);
  await world.travel(119);
  const other = await givenPayer(world, lastDay);
  const inTime = await proposed(world, other);
  expect(await confirmed(world, other, inTime)).toMatchObject({ ok: true });
  await world.travel(1);
  expect(await confirmed(world, payer, operation)).toMatchObject({
    ok: false,
    reasons: [{ code: 'payments.window_closed', values: { closed: '2026-11-24' } }],
  });
});

test('[PAY-2] [POL-13] a success that the provider reports after the window stands, and says from when cover runs', async () => {
  world.clock.set(momentOf(day('2026-11-24'), '23:58'));
  await world.travel(0);
  const payer = await givenPayer(world, lastDay);
  const { operation, reference } = await started(world, payer);
  await world.travel(300);
  await world.pay(reference);
  await world.runTasks();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid' });
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ coverRunsAgain: '2026-11-25' });
});

test('[PAY-4] Da fare names what can be paid, the most harmful to leave first, and what is under way before that', async () => {
  world.clock.set(momentOf(day('2026-11-24'), '12:00'));
  const payer = await givenPayer(world, { payable: { dueOn: day('2026-12-20') } });
  const overdue = await givenPayable(context, payer.policy.id, { dueOn: day('2026-11-20'), amountCents: 20_000 });
  await givenPayable(context, payer.policy.id, { dueOn: day('2027-03-20') });
  const before = (await todo(context, payer.viewer, 'it')).sort((one, other) => one.urgency - other.urgency);
  expect(before.map((one) => [one.code, one.card?.amountCents, one.card?.tag, one.card?.tone])).toEqual([
    ['payments.due', 20_000, 'Scaduta da 4 giorni', 'bad'],
    ['payments.due', 31_240, 'Scade il 20 dicembre 2026', 'info'],
  ]);
  expect(before[0]?.way.href).toBe(`/polizze/${payer.policy.publicId}/paga/${overdue.publicId}`);
  const { operation } = await started(world, payer);
  const after = await todo(context, payer.viewer, 'it');
  expect(after.map((one) => [one.code, one.way.href])).toContainEqual(['payments.under_way', `/esito/${operation}`]);
});

test('[PAY-4] what a page asks about payables does not grow with their number', async () => {
  const payer = await givenPayer(world);
  const one = await world.database.countStatements(() => overview(context, payer.viewer));
  for (let months = 1; months < 12; months++) {
    await givenPayable(context, payer.policy.id, { dueOn: day(`2027-${String(months).padStart(2, '0')}-15`) });
  }
  expect(await world.database.countStatements(() => overview(context, payer.viewer))).toBe(one);
});

test('[PAY-1] every capability’s operation says itself in three languages', () => {
  const statement = {
    payee: 'Compagnia Esempio S.p.A.',
    amountCents: 31_240,
    payable: 'p',
    kind: 'instalment',
    dueOn: '2026-11-30',
    policy: 'q',
    policyNumber: '1234567890',
    line: 'motor',
    method: 'card',
  };
  const pay = capabilities.flatMap((one) => one.operations ?? []).find((one) => one.kind === 'payments.pay');
  expect((['it', 'en', 'de'] as const).map((language) => pay?.words(statement, language).forSms)).toEqual([
    'per pagare 312,40\u00a0€ a Compagnia Esempio S.p.A. (Auto, rata 30/11)',
    'to pay €312.40 to Compagnia Esempio S.p.A. (Motor, instalment 30/11)',
    'um 312,40\u00a0€ an Compagnia Esempio S.p.A. zu zahlen (Kfz, Rate 30.11.)',
  ]);
});
