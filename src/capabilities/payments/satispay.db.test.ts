// Paying with Satispay, on a real database against the simulator: what differs from a card is here, the rest is the same
// state machine (paying.db.test.ts).
import { expect, test } from 'vitest';
import {
  confirmed,
  givenPayer,
  type Payer,
  paymentWorld,
  proposed,
  referenceOf,
  standingOf,
  started as startedWith,
} from '../../../tests/world/payments.ts';
import { compareBooks, giveUp, overview, payInstalment, reconcile, statusFor } from './index.ts';
import { receiveNotice } from './notices.ts';

const world = await paymentWorld({ at: 'satispay' });
const { context } = world;
const amount = 31_240;

const started = (payer: Payer) => startedWith(world, payer, 'satispay');
const settle = async () => {
  await world.runTasks();
  await context.background.idle();
};
const minute = async (minutes = 1) => {
  await world.travel(60 * minutes + 1);
  await reconcile(context);
  await settle();
};
const noticesOf = (reference: string) =>
  context.database.selectFrom('payment_notices').selectAll().where('reference', '=', reference).execute();
const attemptOf = (reference: string) =>
  context.database
    .selectFrom('payment_attempts')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
/** Every payment at the provider that we ever asked for to have this payable paid. */
const ordersOf = async (payer: Payer) => {
  const rows = await context.database
    .selectFrom('payment_attempts')
    .innerJoin('payments', 'payments.id', 'payment_attempts.payment_id')
    .select('payment_attempts.reference')
    .where('payments.payable_id', '=', payer.payable.id)
    .execute();
  const { orders } = (await (await fetch(`${world.origin}/control/ledger`)).json()) as {
    orders: { reference: string }[];
  };
  return orders.filter((order) => rows.some((row) => row.reference === order.reference));
};
const withdraw = async (payer: Payer) => {
  await context.database
    .updateTable('payables')
    .set({ state: 'withdrawn' })
    .where('id', '=', payer.payable.id)
    .execute();
};

test('[PAY-3] above 2,000.00 EUR Satispay is refused by the server, whatever the page offered', async () => {
  for (const [amountCents, isAllowed] of [
    [200_000, true],
    [200_001, false],
  ] as const) {
    const payer = await givenPayer(world, { payable: { amountCents } });
    const input = { payable: payer.payable.publicId, method: 'satispay' as const };
    expect((await payInstalment.authorise(context, payer.viewer, input)).ok).toBe(isAllowed);
  }
});

test('[PAY-5] code, app, outcome: paid once, booked once, with the provider’s id kept', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  const status = await statusFor(context, payer.viewer, operation);
  expect(status).toMatchObject({ state: 'ready', page: { leadsOn: true }, amountCents: amount, method: 'satispay' });
  expect(await world.pay(reference)).toMatchObject({ goesTo: expect.stringContaining(`/ritorno/${operation}`) });
  await settle();
  expect(await standingOf(world, operation)).toEqual({
    payment: 'paid',
    attempt: 'paid',
    books: { 'provider:satispay': amount, premiums: -amount },
  });
  expect((await attemptOf(reference)).provider_order_id).toMatch(/^[0-9a-f-]{36}$/);
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-12] it stays open for sixty minutes, and the provider is told so', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  const { limit_at: limitAt, created_at: createdAt } = await attemptOf(reference);
  expect(Date.parse(limitAt) - Date.parse(createdAt)).toBe(3_600_000);
  expect(await world.order(reference)).toMatchObject({ expiresAt: limitAt });
  await world.travel(3599);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'open' });
  await minute();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'expired' });
  expect((await overview(context, payer.viewer))[0]?.answer.ok).toBe(true);
});

test('[PAY-12] what the provider ends before its time is over here too, and free to be paid anew', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.control(`/orders/${reference}/expire`);
  await minute();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'expired' });
  expect((await overview(context, payer.viewer))[0]?.answer.ok).toBe(true);
});

test('[PAY-6] a callback that comes twice, or whose payment is not ours, pays once and reveals nothing', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  const viewer = { kind: 'provider' as const, provider: 'satispay' };
  const { provider_order_id: payment } = await attemptOf(reference);
  const other = '3ccea4c1-0d5e-430f-9975-0becd9440d41';
  for (const query of [
    { reference, payment: other },
    { reference: 'aaaaaaaaaaaaaaaaaa', payment },
    { reference, payment: 'x' },
    { reference },
    {},
  ]) {
    expect(await receiveNotice(context, viewer, { query })).toBe(false);
  }
  expect(await receiveNotice(context, viewer, { reference, payment })).toBe(false);
  expect(await noticesOf(reference)).toEqual([]);
  await world.pay(reference, { notify: 'twice' });
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid', books: { premiums: -amount } });
  const notices = await noticesOf(reference);
  expect(notices).toMatchObject([{ is_authentic: true, handled_at: expect.any(String) }]);
});

test('[PAY-6] callbacks of a few seconds are one question to the provider, and none is lost for it', async () => {
  const payer = await givenPayer(world);
  const { reference } = await started(payer);
  await world.pay(reference, { notify: 'never' });
  const viewer = { kind: 'provider' as const, provider: 'satispay' };
  const { provider_order_id: payment } = await attemptOf(reference);
  for (let times = 0; times < 5; times++) {
    expect(await receiveNotice(context, viewer, { query: { reference, payment } })).toBe(true);
  }
  expect(await noticesOf(reference)).toHaveLength(1);
  expect(world.waiting.filter((task) => task.task === 'payments.settle').length).toBeLessThanOrEqual(1);
  expect((await attemptOf(reference)).next_look_at).toBe(world.clock.now());
  await settle();
  await world.travel(5);
  expect(await receiveNotice(context, viewer, { query: { reference, payment } })).toBe(true);
  expect(await noticesOf(reference)).toHaveLength(2);
  await settle();
});

test('[PAY-6] called back never: who looks at the page sees the truth', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.pay(reference, { notify: 'never' });
  await world.travel(30);
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'paid' });
  await settle();
});

test.each([false, true])(
  '[PAY-6] the answer to the opening is lost: found by our code, never posted again, called off (oldest first: %s)',
  async (oldestFirst) => {
    const payer = await givenPayer(world);
    await world.control('', { oldestFirst });
    await world.control('/next', { answerLost: true });
    const operation = await proposed(world, payer, 'satispay');
    expect(await confirmed(world, payer, operation)).toMatchObject({ ok: true });
    const reference = await referenceOf(world, operation);
    expect(await standingOf(world, operation)).toEqual({ payment: 'closed', attempt: 'cancelled', books: {} });
    expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'not_opened' });
    await settle();
    // Nobody has seen its page, and now nobody can pay on it any more.
    expect(await world.order(reference)).toMatchObject({ state: 'cancelled' });
    expect((await ordersOf(payer)).length).toBe(1);
    const again = await started(payer);
    await world.pay(again.reference);
    await settle();
    expect(await standingOf(world, again.operation)).toMatchObject({ payment: 'paid' });
    await world.control('', { oldestFirst: false });
  },
);

test('[PAY-6] one whose answer was lost and that is approved before it can be called off is found and kept', async () => {
  const payer = await givenPayer(world);
  await world.control('/next', { answerLost: true });
  const operation = await proposed(world, payer, 'satispay');
  await confirmed(world, payer, operation);
  const reference = await referenceOf(world, operation);
  // Before the task that calls it off has run.
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid', books: { premiums: -amount } });
});

test('[PAY-6] in an outage nothing is open, and the customer may begin again', async () => {
  const payer = await givenPayer(world);
  await world.control('', { outage: '503' });
  const operation = await proposed(world, payer, 'satispay');
  await confirmed(world, payer, operation);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'open', attempt: 'unknown' });
  await world.control('', { outage: 'none' });
  await minute(2);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'cancelled' });
});

test('[PAY-12] declined in the app is the payer’s wish: given up, and free at once', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.pay(reference, { outcome: 'refused' });
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'cancelled' });
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'given_up' });
});

test('[PAY-12] gone back without deciding: still to be paid there, until it is given up', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.pay(reference, { outcome: 'back' });
  await world.travel(30);
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'ready', page: { leadsOn: true } });
  expect(await giveUp(context, payer.viewer, operation)).toEqual({ ok: true, value: undefined });
  await settle();
  // The provider was told: nobody can approve it any more.
  expect(await world.order(reference)).toMatchObject({ state: 'cancelled' });
  await expect(world.pay(reference)).rejects.toThrow('409');
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'cancelled' });
  expect((await overview(context, payer.viewer))[0]?.answer.ok).toBe(true);
});

test('[PAY-12] what has been approved, or is about to be, cannot be given up', async () => {
  const payer = await givenPayer(world);
  const first = await started(payer);
  await world.pay(first.reference, { notify: 'never' });
  expect(await giveUp(context, payer.viewer, first.operation)).toMatchObject({
    reasons: [{ code: 'payments.already_settled' }],
  });
  expect(await standingOf(world, first.operation)).toMatchObject({ payment: 'paid' });

  const waiting = await givenPayer(world);
  const second = await started(waiting);
  await world.pay(second.reference, { delaySeconds: 3600 });
  expect(await giveUp(context, waiting.viewer, second.operation)).toMatchObject({
    reasons: [{ code: 'payments.bank_at_work' }],
  });
  expect(await standingOf(world, second.operation)).toMatchObject({ payment: 'open' });
  await world.control(`/orders/${second.reference}/resolve`);
  await minute();
  expect(await standingOf(world, second.operation)).toMatchObject({ payment: 'paid' });
});

test('[PAY-12] while the provider is silent it cannot be given up, and when only the calling off is lost it still is', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.control('', { outage: '503' });
  expect(await giveUp(context, payer.viewer, operation)).toMatchObject({
    reasons: [{ code: 'payments.provider_silent' }],
  });
  await world.control('', { outage: 'none', answerLost: true });
  expect(await giveUp(context, payer.viewer, operation)).toMatchObject({
    reasons: [{ code: 'payments.provider_silent' }],
  });
  await world.control('', { answerLost: false });
  expect(await world.order(reference)).toMatchObject({ state: 'cancelled' });
  await minute();
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'given_up' });
});

test('[PAY-6] approved in the last moment and processed after the limit: expired, then paid all the same', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.pay(reference, { delaySeconds: 7200 });
  await minute(61);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'expired' });
  await world.control(`/orders/${reference}/resolve`);
  await world.control('/idle');
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid', attempt: 'paid' });
});

test('[PAY-11] a late success after another payment succeeded is given back through the provider', async () => {
  const payer = await givenPayer(world);
  const first = await started(payer);
  await world.pay(first.reference, { delaySeconds: 7200 });
  await minute(61);
  const second = await started(payer);
  await world.pay(second.reference, { notify: 'never' });
  await minute();
  await world.control(`/orders/${first.reference}/resolve`);
  await world.control('/idle');
  await settle();
  await minute();
  expect(await standingOf(world, second.operation)).toMatchObject({ payment: 'paid' });
  expect(await standingOf(world, first.operation)).toEqual({
    payment: 'returned',
    attempt: 'returned',
    books: { 'provider:satispay': 0, to_return: 0 },
  });
  expect(await world.order(first.reference)).toMatchObject({ refundedCents: amount });
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-12] an open payment that another one overtook is called off at the provider', async () => {
  const payer = await givenPayer(world);
  const first = await started(payer);
  await world.pay(first.reference, { delaySeconds: 7200 });
  await minute(61);
  const second = await started(payer);
  await world.control(`/orders/${first.reference}/resolve`);
  await world.control('/idle');
  await settle();
  expect(await standingOf(world, first.operation)).toMatchObject({ payment: 'paid' });
  expect(await standingOf(world, second.operation)).toMatchObject({ payment: 'closed', attempt: 'superseded' });
  expect(await world.order(second.reference)).toMatchObject({ state: 'cancelled' });
});

test('[PAY-11] the answer to a refund is lost: asked again with the same key, given back once', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await withdraw(payer);
  await world.pay(reference, { notify: 'never' });
  await world.control('', { answerLost: true });
  await minute();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'returning', books: { to_return: -amount } });
  expect(await world.order(reference)).toMatchObject({ refundedCents: amount });
  await world.control('', { answerLost: false });
  for (let times = 0; times < 3; times++) await minute(2);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'returned', books: { to_return: 0 } });
  expect(await world.order(reference)).toMatchObject({ refundedCents: amount });
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-6] a callback with the id of no payment changes nothing; the reconciler finds the money', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await world.pay(reference, { wrongToken: true });
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'open' });
  expect(await noticesOf(reference)).toEqual([]);
  await minute();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid' });
});

// Last, because it takes a year.
test('[PAY-11] a payment too old to be refunded is due by hand, with a day', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(payer);
  await withdraw(payer);
  await world.pay(reference, { notify: 'never' });
  // Nobody could give it back for a year and a day: the provider was silent.
  await world.control('', { outage: '503' });
  await world.travel(366 * 86_400);
  await world.control('', { outage: 'none' });
  await reconcile(context);
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'returning' });
  const refund = await context.database
    .selectFrom('refunds')
    .selectAll()
    .where('attempt_id', '=', (await attemptOf(reference)).id)
    .executeTakeFirstOrThrow();
  expect(refund).toMatchObject({ state: 'due', due_by: expect.stringMatching(/^\d{4}-/), provider_refund_id: null });
});
