import { expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { confirmed, givenPayer, paymentWorld, proposed, standingOf, started } from '../../../tests/world/payments.ts';
import { compareBooks, overview, reconcile, statusFor } from './index.ts';

const world = await paymentWorld();
const { context } = world;
const amount = 31_240;

const settle = async () => {
  await world.runTasks();
  await context.background.idle();
};
/** What an import would do to a payable. */
const importSays = (id: string, change: { state?: 'paid' | 'withdrawn'; amount_cents?: number }) =>
  context.database.updateTable('payables').set(change).where('id', '=', id).execute();

const operationRow = (operation: string) =>
  context.database.selectFrom('operations').selectAll().where('public_id', '=', operation).executeTakeFirstOrThrow();

test.each([
  [{ state: 'withdrawn' as const }, 'payments.withdrawn'],
  [{ state: 'paid' as const }, 'payments.already_paid'],
  [{ amount_cents: 32_000 }, 'confirmation.changed'],
  [{ amount_cents: 500_001 }, 'payments.only_mybank'],
])('[CNF-3] %j between code and confirmation: void with the reason, nothing opened', async (change, code) => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  await importSays(payer.payable.id, change);
  expect(await confirmed(world, payer, operation)).toMatchObject({ ok: false, reasons: [{ code }] });
  expect(await operationRow(operation)).toMatchObject({ state: 'void', void_reason: { code } });
  // The code is spent with the operation, whatever the payable says afterwards.
  expect(await confirmed(world, payer, operation)).toMatchObject({ ok: false, reasons: [{ code }] });
  const payments = await context.database
    .selectFrom('payments')
    .select('id')
    .where('payable_id', '=', payer.payable.id)
    .execute();
  expect(payments).toEqual([]);
});

test.each([
  [{ state: 'withdrawn' as const }, 'payments.return_withdrawn'],
  [{ state: 'paid' as const }, 'payments.return_paid_otherwise'],
  [{ amount_cents: 32_000 }, 'payments.return_amount_changed'],
])('[PAY-6] [PAY-11] %j between start and success: received, and given back with the reason', async (change, code) => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await importSays(payer.payable.id, change);
  await world.pay(reference);
  await settle();
  const status = await statusFor(context, payer.viewer, operation);
  expect(status?.refunds).toMatchObject([{ amountCents: amount, reason: { code }, state: 'done' }]);
  await world.travel(61);
  await reconcile(context);
  await settle();
  expect(await standingOf(world, operation)).toEqual({
    payment: 'returned',
    attempt: 'returned',
    books: { 'provider:nexi-xpay': 0, to_return: 0 },
  });
  expect(await world.order(reference)).toMatchObject({ refundedCents: amount });
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'returned', isLive: false });
  // Told twice: that it will be given back and why, then that it has been.
  const mails = world.outbox.emails.filter((mail) => mail.text.includes(operation.toUpperCase()));
  expect(mails.map((mail) => mail.subject)).toEqual([
    'Ti restituiamo 312,40\u00a0€',
    'Ti abbiamo restituito 312,40\u00a0€',
  ]);
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-6] a payment wholly given back frees the lock', async () => {
  const payer = await givenPayer(world);
  const { reference } = await started(world, payer);
  await importSays(payer.payable.id, { amount_cents: 32_000 });
  await world.pay(reference);
  await settle();
  await world.travel(61);
  await reconcile(context);
  expect((await overview(context, payer.viewer))[0]?.answer.ok).toBe(true);
  const again = await started(world, { ...payer });
  await world.pay(again.reference);
  await settle();
  expect(await standingOf(world, again.operation)).toMatchObject({ payment: 'paid', books: { premiums: -32_000 } });
});

test('[PAY-11] a refund whose answer is lost is asked for again with the same key, and made once', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await importSays(payer.payable.id, { state: 'withdrawn' });
  await world.pay(reference, { notify: 'never' });
  // The settlement reads before the refund is asked for, so only the refund's own answer is lost.
  const provider = context.ports.payment[0];
  if (!provider) throw new Error('no provider');
  await world.travel(61);
  let lost = 0;
  const losing: Context = {
    ...context,
    ports: {
      ...context.ports,
      payment: [
        {
          ...provider,
          async refund(request) {
            const answer = await provider.refund(request);
            return lost++ === 0 ? { kind: 'unknown', why: 'timeout' } : answer;
          },
        },
      ],
    },
  };
  await reconcile(losing);
  for (let minutes = 0; minutes < 4; minutes++) {
    await world.travel(121);
    await reconcile(losing);
  }
  await world.travel(61);
  await reconcile(losing);
  expect(lost).toBe(2);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'returned' });
  expect(await world.order(reference)).toMatchObject({ refundedCents: amount });
  await settle();
});

test('[PAY-11] a provider that will not give back: due by hand, with a day, told to the customer and to support', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer);
  await importSays(payer.payable.id, { state: 'withdrawn' });
  await world.pay(reference, { notify: 'never' });
  const provider = context.ports.payment[0];
  if (!provider) throw new Error('no provider');
  const refusing: Context = {
    ...context,
    ports: {
      ...context.ports,
      payment: [{ ...provider, refund: async () => ({ kind: 'refused', why: 'bad_request' }) }],
    },
  };
  await world.travel(61);
  await reconcile(refusing);
  await reconcile(refusing);
  await context.background.idle();
  const status = await statusFor(context, payer.viewer, operation);
  expect(status).toMatchObject({ state: 'returning', refunds: [{ state: 'due', dueBy: '2026-12-08' }] });
  const support = world.outbox.emails.filter((mail) => mail.to === 'assistenza@esempio.example');
  expect(support.map((mail) => mail.subject).join()).toContain(operation.toUpperCase());
});
