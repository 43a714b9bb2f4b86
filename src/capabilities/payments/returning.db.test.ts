import { expect, test } from 'vitest';
import type { Context } from '#kernel/context.ts';
import { system } from '#kernel/viewer.ts';
import { confirmed, givenPayer, paymentWorld, proposed, standingOf, started } from '../../../tests/world/payments.ts';
import { compareBooks, dueRefunds, givingBackFor, overview, reconcile, recordTransfer, statusFor } from './index.ts';

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
  [{ amount_cents: 500_001 }, 'payments.above_limit'],
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

const viewer = system('command.refund');
const mailsAbout = (operation: string) =>
  world.outbox.emails.filter((mail) => `${mail.subject} ${mail.text}`.includes(operation.toUpperCase()));

test('[PAY-11] a MyBank success that cannot be kept is due by transfer at once, with a day, told once with the reason', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer, 'mybank');
  await importSays(payer.payable.id, { state: 'withdrawn' });
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toEqual({
    payment: 'returning',
    attempt: 'returning',
    books: { 'provider:nexi-xpay': amount, to_return: -amount },
  });
  // Nobody asks the gateway for what it never does.
  expect((await world.order(reference)).refundedCents).toBe(0);
  const refunds = [{ state: 'due', dueBy: '2026-12-08', reason: { code: 'payments.return_withdrawn' } }];
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({
    state: 'returning',
    isLive: false,
    refunds,
  });
  const [told, support, ...more] = mailsAbout(operation).sort((one, other) => other.to.localeCompare(one.to));
  expect(more).toEqual([]);
  expect(told?.subject).toBe('Ti restituiamo 312,40\u00a0€ con un bonifico entro l’8 dicembre 2026');
  expect(told?.text).toContain('L’importo nel frattempo è stato ritirato');
  expect(support?.subject).toMatch(/^Da restituire a mano/);
  const events = await context.database
    .selectFrom('events')
    .select('type')
    .where('subject', '=', payer.policy.id)
    .where('type', 'in', ['payment.to_return', 'payment.refund_due'])
    .orderBy('type')
    .execute();
  expect(events.map((event) => event.type)).toEqual(['payment.refund_due', 'payment.to_return']);
  // Days later nothing has been said or asked a second time.
  await world.travel(3 * 24 * 3600);
  await reconcile(context);
  await settle();
  expect(mailsAbout(operation)).toHaveLength(2);
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-11] the transfer of a refund that was due is recorded once: books, state, message', async () => {
  const payer = await givenPayer(world);
  const { operation, reference } = await started(world, payer, 'mybank');
  await importSays(payer.payable.id, { state: 'withdrawn' });
  await world.pay(reference);
  await settle();
  expect(await recordTransfer(context, viewer, 'no-such-payment')).toEqual([]);
  expect(await dueRefunds(context, viewer)).toContainEqual({
    operation,
    amountCents: amount,
    dueBy: expect.stringMatching(/^2026-12-/),
    method: 'mybank',
    because: 'payments.return_withdrawn',
  });
  // Whoever paid sees it in Pagamenti until it has been made, and nobody else does.
  expect(await givingBackFor(context, payer.viewer)).toEqual([
    { operation, amountCents: amount, method: 'mybank', dueBy: expect.stringMatching(/^2026-12-/) },
  ]);
  expect(await givingBackFor(context, (await givenPayer(world)).viewer)).toEqual([]);
  expect(await recordTransfer(context, viewer, operation)).toEqual([amount]);
  expect(await givingBackFor(context, payer.viewer)).toEqual([]);
  expect(await recordTransfer(context, viewer, operation)).toEqual([]);
  await context.background.idle();
  expect(await standingOf(world, operation)).toEqual({
    payment: 'returned',
    attempt: 'returned',
    books: { 'provider:nexi-xpay': amount, to_return: 0, bank: -amount },
  });
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({ state: 'returned', isLive: false });
  expect(mailsAbout(operation).at(-1)?.text).toContain('con un bonifico. Di solito arriva entro un giorno lavorativo.');
  expect((await compareBooks(context)).differences).toEqual([]);
  await world.travel(61);
  await reconcile(context);
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'returned', attempt: 'returned' });
});

test('[PAY-6] [PAY-11] a MyBank success after a card paid the same instalment is due by transfer; the card one after MyBank goes back to the card', async () => {
  for (const [late, first] of [
    ['mybank', 'card'],
    ['card', 'mybank'],
  ] as const) {
    const payer = await givenPayer(world);
    const old = await started(world, payer, late);
    await world.pay(old.reference, { outcome: 'refused' });
    await settle();
    await world.travel(60);
    const other = await started(world, payer, first);
    await world.pay(other.reference);
    await settle();
    await world.pay(old.reference);
    await settle();
    await world.travel(120);
    await reconcile(context);
    await settle();
    expect(await standingOf(world, other.operation)).toMatchObject({ payment: 'paid' });
    const status = await statusFor(context, payer.viewer, old.operation);
    const isByHand = late === 'mybank';
    expect(status).toMatchObject({
      state: isByHand ? 'returning' : 'returned',
      refunds: [{ state: isByHand ? 'due' : 'done', reason: { code: 'payments.return_paid_twice' } }],
    });
    expect(mailsAbout(old.operation).length).toBeGreaterThan(0);
    expect((await compareBooks(context)).differences).toEqual([]);
  }
});
