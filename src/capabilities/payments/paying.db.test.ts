import { expect, test } from 'vitest';
import {
  confirmed,
  givenPayer,
  paymentWorld,
  proposed,
  referenceOf,
  standingOf,
  started,
} from '../../../tests/world/payments.ts';
import { comeBack, compareBooks, giveUp, overview, payInstalment, reconcile, statusFor } from './index.ts';
import { receiveNotice } from './notices.ts';
import { todo } from './todo.ts';

const world = await paymentWorld();
const { context } = world;
const amount = 31_240;

const settle = async () => {
  await world.runTasks();
  await context.background.idle();
};

test('[PAY-5] code, provider, outcome: paid once, booked once, and the payable is no longer payable', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({
    state: 'ready',
    page: { leadsOn: true },
    amountCents: amount,
  });
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toEqual({
    payment: 'paid',
    attempt: 'paid',
    books: { 'provider:nexi-xpay': amount, premiums: -amount },
  });
  const [payable] = await overview(context, payer.viewer);
  expect(payable?.answer).toMatchObject({ ok: false, reasons: [{ code: 'payments.already_paid' }] });
  expect(payable?.payment).toMatchObject({ operation, isOwn: true });
  const status = await statusFor(context, payer.viewer, operation);
  expect(status).toMatchObject({ state: 'paid', receipt: { number: expect.stringMatching(/^2026-\d{6}$/) } });
  expect(status?.instrument).toMatch(/\*+\d/);
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-5] the status of a payment is for the account that pays, and for nobody else', async () => {
  const payer = await givenPayer(world);
  const other = await givenPayer(world);
  const { operation } = await started(world, payer);
  expect(await statusFor(context, other.viewer, operation)).toBeUndefined();
  expect(await giveUp(context, other.viewer, operation)).toMatchObject({
    ok: false,
    reasons: [{ code: 'payments.not_found' }],
  });
});

test('[PAY-4] another one’s payable cannot be proposed, as one that does not exist', async () => {
  const payer = await givenPayer(world);
  const other = await givenPayer(world);
  for (const payable of [other.payable.publicId, 'nothing']) {
    expect(await payInstalment.authorise(context, payer.viewer, { payable, method: 'card' })).toMatchObject({
      ok: false,
      reasons: [{ code: 'payments.not_found' }],
    });
  }
});

test('[PAY-6] a notice that comes twice, or without the return of the payer, pays once', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await world.pay(reference, { notify: 'twice' });
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid', books: { premiums: -amount } });
  const notices = await context.database
    .selectFrom('payment_notices')
    .selectAll()
    .where('reference', '=', reference)
    .execute();
  // The gateway notifies every event of an order; the same event twice is one row.
  expect(new Set(notices.map((notice) => notice.notice_key)).size).toBe(notices.length);
  expect(notices.every((notice) => notice.is_authentic && notice.handled_at !== null)).toBe(true);
});

test('[PAY-6] a made-up notice, or one of an unknown provider, is none of ours', async () => {
  const viewer = { kind: 'provider' as const, provider: 'nexi-xpay' };
  expect(await receiveNotice(context, viewer, { hello: 'world' })).toBe(false);
  expect(await receiveNotice(context, { kind: 'provider', provider: 'nobody' }, {})).toBe(false);
});

test('[PAY-6] notices that cannot be verified make us ask no oftener, whatever names they give themselves', async () => {
  const { reference } = await started(world, await givenPayer(world));
  // As after an opening whose answer was lost: there is nothing to compare with.
  await context.database
    .updateTable('payment_attempts')
    .set({ security_token: null })
    .where('reference', '=', reference)
    .execute();
  const viewer = { kind: 'provider' as const, provider: 'nexi-xpay' };
  for (const eventId of ['one', 'two', 'three']) {
    const body = { eventId, securityToken: eventId, operation: { orderId: reference, operationId: eventId } };
    expect(await receiveNotice(context, viewer, body)).toBe(true);
  }
  const notices = await context.database
    .selectFrom('payment_notices')
    .select('is_authentic')
    .where('reference', '=', reference)
    .execute();
  expect(notices).toEqual([{ is_authentic: false }]);
});

test('[PAY-12] a hundred returns at once are a few questions to the provider, the last newer than all of them', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  let reads = 0;
  const payment = context.ports.payment.map((provider) => ({
    ...provider,
    read: (...asked: Parameters<typeof provider.read>) => {
      reads++;
      return provider.read(...asked);
    },
  }));
  const counting = { ...context, ports: { ...context.ports, payment } };
  const early = Array.from({ length: 50 }, () => comeBack(counting, payer.viewer, operation));
  await world.pay(reference, { notify: 'never' });
  await Promise.all([...early, ...Array.from({ length: 50 }, () => comeBack(counting, payer.viewer, operation))]);
  await context.background.idle();
  expect(reads).toBeLessThanOrEqual(4);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid' });
});

test('[PAY-6] notified never: who looks at the page sees the truth', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await world.pay(reference, { notify: 'never' });
  await world.travel(30);
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'paid' });
});

test('[PAY-6] the answer to the opening is lost: never posted again, settled at once, and free to be paid anew', async () => {
  const payer = await givenPayer(world);
  await world.control('/next', { answerLost: true });
  const operation = await proposed(world, payer);
  expect(await confirmed(world, payer, operation)).toMatchObject({ ok: true });
  const reference = await referenceOf(world, operation);
  // The order is there at the provider, but nobody has ever seen its page.
  expect(await world.order(reference)).toMatchObject({ reference });
  expect(await standingOf(world, operation)).toEqual({ payment: 'closed', attempt: 'cancelled', books: {} });
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'not_opened' });
  const again = await started(world, payer);
  await world.pay(again.reference);
  await settle();
  expect(await standingOf(world, again.operation)).toMatchObject({ payment: 'paid' });
});

test('[PAY-6] an order whose answer was lost and that is paid all the same is found and kept', async () => {
  const payer = await givenPayer(world);
  await world.control('/next', { answerLost: true });
  const operation = await proposed(world, payer);
  await confirmed(world, payer, operation);
  const reference = await referenceOf(world, operation);
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid', books: { premiums: -amount } });
});

test('[PAY-6] in an outage nothing is open, and the customer may begin again', async () => {
  const payer = await givenPayer(world);
  await world.control('', { outage: '503' });
  const operation = await proposed(world, payer);
  await confirmed(world, payer, operation);
  // Nobody knows: the answer was a fault, and asking is not answered either.
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'open', attempt: 'unknown' });
  await world.control('', { outage: 'none' });
  await world.travel(120);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'cancelled' });
});

test('[PAY-12] an outage longer than the provider’s limit frees the lock', async () => {
  const payer = await givenPayer(world);
  await world.control('', { outage: 'drop' });
  const operation = await proposed(world, payer);
  await confirmed(world, payer, operation);
  await world.travel(30 * 60 - 1);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'open' });
  await world.travel(61);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'expired' });
  await world.control('', { outage: 'none' });
});

test('[PAY-6] refused, then paid on the same order: the late success is kept', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await world.pay(reference, { outcome: 'refused' });
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed', attempt: 'refused' });
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'refused' });
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid', attempt: 'paid' });
});

test('[PAY-6] a late success takes the lock from an open payment; if that succeeds too, it is given back', async () => {
  const payer = await givenPayer(world);
  const first = await started(world, payer);
  await world.pay(first.reference, { outcome: 'refused' });
  await settle();
  await world.travel(60);
  const second = await started(world, payer);
  await world.pay(first.reference);
  await settle();
  expect(await standingOf(world, first.operation)).toMatchObject({ payment: 'paid' });
  expect(await standingOf(world, second.operation)).toMatchObject({ payment: 'closed', attempt: 'superseded' });
  await world.pay(second.reference);
  await settle();
  await world.travel(120);
  await reconcile(context);
  expect(await standingOf(world, second.operation)).toMatchObject({
    payment: 'returned',
    attempt: 'returned',
    books: { 'provider:nexi-xpay': 0, to_return: 0 },
  });
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-12] given up while nothing has arrived: free at once; a payment that arrives all the same is kept', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  expect(await giveUp(context, payer.viewer, operation)).toEqual({ ok: true, value: undefined });
  expect(await giveUp(context, payer.viewer, operation)).toMatchObject({
    ok: false,
    reasons: [{ code: 'payments.already_settled' }],
  });
  expect((await overview(context, payer.viewer))[0]?.answer.ok).toBe(true);
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid' });
});

test('[PAY-12] what has been paid, or what the bank is deciding, cannot be given up', async () => {
  const paid = await givenPayer(world);
  const first = await started(world, paid);
  await world.pay(first.reference, { notify: 'never' });
  expect(await giveUp(context, paid.viewer, first.operation)).toMatchObject({
    reasons: [{ code: 'payments.already_settled' }],
  });
  expect(await standingOf(world, first.operation)).toMatchObject({ payment: 'paid' });

  const waiting = await givenPayer(world);
  const second = await started(world, waiting);
  await world.pay(second.reference, { delaySeconds: 3600 });
  await settle();
  expect(await giveUp(context, waiting.viewer, second.operation)).toMatchObject({
    reasons: [{ code: 'payments.bank_at_work' }],
  });
  expect(await statusFor(context, waiting.viewer, second.operation)).toMatchObject({ state: 'pending', isLive: true });
  // Nothing to do but wait, so nothing stands in Da fare, and no page asks to finish it.
  const { operation } = second;
  expect((await overview(context, waiting.viewer))[0]).toMatchObject({
    openPayment: { operation, isPending: true },
    answer: { reasons: [{ code: 'payments.under_way', values: { isPending: true }, changes: 'nobody' }] },
  });
  expect((await todo(context, waiting.viewer, 'it')).map((one) => one.code)).not.toContain('payments.under_way');
});

test('[PAY-12] while the provider is silent a payment cannot be given up, since it may have been paid', async () => {
  const payer = await givenPayer(world);
  const { operation } = await started(world, payer);
  await world.control('', { outage: '503' });
  expect(await giveUp(context, payer.viewer, operation)).toMatchObject({
    reasons: [{ code: 'payments.provider_silent' }],
  });
  await world.control('', { outage: 'none' });
});

test('[PAY-12] pending beyond the provider’s limit is told once, and so is its end', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await world.pay(reference, { delaySeconds: 3600 });
  await settle();
  for (const seconds of [31 * 60, 61, 61]) {
    await world.travel(seconds);
    await reconcile(context);
  }
  await context.background.idle();
  const to = (
    await context.database.selectFrom('messages').selectAll().where('party_id', '=', payer.party.id).execute()
  )
    .map((message) => message.kind)
    .filter((kind) => kind.startsWith('payments.'));
  expect(to).toEqual(['payments.pending']);
  await world.control(`/orders/${reference}/resolve`, { outcome: 'refused' });
  await world.travel(61);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'closed' });
  const kinds = await context.database
    .selectFrom('messages')
    .select('kind')
    .where('party_id', '=', payer.party.id)
    .where('kind', 'like', 'payments.%')
    .orderBy('queued_at')
    .execute();
  expect(kinds.map((row) => row.kind)).toEqual(['payments.pending', 'payments.not_paid']);
});

// Last, because the gateway repeats a notice that was refused, and waiting for its calm would take long.
test('[PAY-6] a notice with a wrong token changes nothing; the reconciler finds the money', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await world.pay(reference, { wrongToken: true });
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'open' });
  await world.travel(120);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'paid' });
});
