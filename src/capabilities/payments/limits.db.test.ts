// PAY-2 and PAY-3 where they are kept: the operation that is proposed and confirmed refuses what no page offers.
import { describe, expect, test } from 'vitest';
import { nexiXpay } from '#adapters/nexi-xpay/index.ts';
import { confirm, propose } from '#capabilities/confirmation/index.ts';
import { type Day, day, momentOf, plusDays, plusSeconds } from '#kernel/days.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { control } from '../../../tests/world/control.ts';
import { confirmed, givenPayer, type Payer, proposed } from '../../../tests/world/payments.ts';
import { worldNow } from '../../../tests/world/rows.ts';
import { pairedSatispay } from '../../../tests/world/satispay.ts';
import { startSimulator } from '../../../tests/world/simulator.ts';
import { type Method, overview, payInstalment, reconcile, statusFor } from './index.ts';

const [nexi, satispay] = await Promise.all([startSimulator('nexi-xpay'), pairedSatispay()]);
const gateway = (methods: readonly ('card' | 'mybank')[]) =>
  nexiXpay({ address: nexi.told.address, apiKey: nexi.told.key, methods });
const world = await testWorld({ ports: { payment: [gateway(['card', 'mybank']), satispay.provider] } });
const { context } = world;
for (const address of [nexi.told.address, satispay.address]) await control(address, 'clock', { now: worldNow });
/** The same installation, whose terminal has no MyBank. */
const withoutMyBank = { ...context, ports: { ...context.ports, payment: [gateway(['card']), satispay.provider] } };

const lines = ['motor', 'home', 'accident', 'health', 'business', 'pet', 'life', 'savings', 'pension'] as const;
type Line = (typeof lines)[number];
const isLife = (line: Line) => line === 'life' || line === 'savings' || line === 'pension';
const methods = ['card', 'mybank', 'satispay'] as const;
/** The last amount that a method takes; MyBank takes any. */
const limitOf = (line: Line, method: Method): number => {
  if (method === 'mybank') return Number.POSITIVE_INFINITY;
  if (isLife(line)) return 100_000;
  return method === 'card' ? 500_000 : 200_000;
};
const both = (line: Line) => (isLife(line) ? [100_000, 100_001] : [200_000, 200_001, 500_000, 500_001]);
const due = (line: Line): Day => day(isLife(line) ? '2026-11-30' : '2026-12-10');

const payerOf = (line: Line, amountCents: number): Promise<Payer> =>
  givenPayer(world, { policy: { line }, payable: { amountCents, dueOn: due(line) } });

const paymentsOf = async (payer: Payer) =>
  context.database
    .selectFrom('payments')
    .innerJoin('payment_attempts', 'payment_attempts.payment_id', 'payments.id')
    .select(['payments.method', 'payments.state', 'payment_attempts.state as attempt', 'payment_attempts.provider'])
    .where('payable_id', '=', payer.payable.id)
    .execute();
const changeAmount = (payer: Payer, amount_cents: number) =>
  context.database.updateTable('payables').set({ amount_cents }).where('id', '=', payer.payable.id).execute();

describe.each(lines)('%s', (line) => {
  test.each(both(line).flatMap((amount) => methods.map((method) => [amount, method] as const)))(
    '[PAY-3] %i cents with %s: offered and taken up to the limit, refused above it whatever is sent',
    async (amount, method) => {
      const payer = await payerOf(line, amount);
      const wanted = { payable: payer.payable.publicId, method };
      const limitCents = limitOf(line, method);
      const [seen] = await overview(context, payer.viewer);
      expect(seen?.answer.ok && seen.answer.value.methods.includes(method)).toBe(amount <= limitCents);
      const answer = await propose(context, payer.viewer, payInstalment, wanted);
      if (amount > limitCents) {
        const values = { method, limitCents, isLife: isLife(line) };
        expect(answer).toMatchObject({ ok: false, reasons: [{ code: 'payments.above_limit', values }] });
        return;
      }
      if (!answer.ok) throw new Error(answer.reasons[0].code);
      await context.background.idle();
      // Once more when the code is confirmed: raised above the limit meanwhile, it is void and nothing is opened.
      if (amount === limitCents) {
        await changeAmount(payer, amount + 1);
        const refused = await confirmed(world, payer, answer.value.operation);
        expect(refused).toMatchObject({ ok: false, reasons: [{ code: 'payments.above_limit' }] });
        expect(await paymentsOf(payer)).toEqual([]);
        await changeAmount(payer, amount);
      }
    },
  );
});

test.each(
  lines.flatMap((line) =>
    methods.map((method) => [line, method, Math.min(limitOf(line, method), isLife(line) ? 100_001 : 500_001)] as const),
  ),
)(
  '[PAY-3] [PAY-5] %s with %s for %i cents: confirmed, and opened at the provider of the method',
  async (line, method, amount) => {
    const payer = await payerOf(line, amount);
    expect(await confirmed(world, payer, await proposed(world, payer, method))).toMatchObject({ ok: true });
    await context.background.idle();
    const provider = method === 'satispay' ? 'satispay' : 'nexi-xpay';
    expect(await paymentsOf(payer)).toEqual([{ method, state: 'open', attempt: 'started', provider }]);
  },
);

test.each(lines)(
  '[PAY-3] %s above the limit of cards where MyBank does not exist: the agency, for every method',
  async (line) => {
    const [, above] = isLife(line) ? [0, 100_001] : [0, 500_001];
    const payer = await payerOf(line, above);
    const values = { limitCents: above - 1, isLife: isLife(line) };
    const refused = { ok: false, reasons: [{ code: 'payments.only_mybank', values, changes: 'agency' }] };
    expect((await overview(withoutMyBank, payer.viewer))[0]?.answer).toMatchObject(refused);
    for (const method of methods) {
      const wanted = { payable: payer.payable.publicId, method };
      expect(await propose(withoutMyBank, payer.viewer, payInstalment, wanted)).toMatchObject(refused);
    }
    // The same payable where it exists.
    expect((await overview(context, payer.viewer))[0]?.answer).toMatchObject({
      ok: true,
      value: { methods: ['mybank'] },
    });
  },
);

test('[PAY-3] a method that this installation does not have is refused below every limit', async () => {
  const payer = await payerOf('motor', 31_240);
  const wanted = { payable: payer.payable.publicId, method: 'mybank' as const };
  expect(await propose(withoutMyBank, payer.viewer, payInstalment, wanted)).toMatchObject({
    ok: false,
    reasons: [{ code: 'payments.no_method' }],
  });
  // Proposed while it existed, confirmed after it was switched off.
  const operation = await proposed(world, payer, 'mybank');
  const code = /\d{6}/.exec(world.outbox.texts.at(-1)?.text ?? '')?.[0] ?? '';
  expect(await confirm(withoutMyBank, payer.viewer, { operation, code })).toMatchObject({ ok: false });
  expect(await paymentsOf(payer)).toEqual([]);
});

/** Days on which Rome has 23 or 25 hours, and 29 February; each as the first or last day of a window. */
const edges = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31', '2028-02-29'] as const;
const closing = [
  ['motor', -15],
  ['life', -30],
] as const;
const opening = [
  ['motor', 40],
  ['home', 30],
] as const;

test.each(edges.flatMap((edge) => closing.map(([line, days]) => [line, edge, days] as const)))(
  '[PAY-2] the window of %s closes with %s: the code is taken to its last second, and not after it',
  async (line, edge, days) => {
    const midnight = momentOf(plusDays(day(edge), 1), '00:00');
    world.clock.set(plusSeconds(midnight, -120));
    const dueOn = plusDays(day(edge), days);
    const [inTime, late] = [
      await givenPayer(world, { policy: { line }, payable: { dueOn, amountCents: 20_000 } }),
      await givenPayer(world, { policy: { line }, payable: { dueOn, amountCents: 20_000 } }),
    ];
    const first = await proposed(world, inTime, 'mybank');
    const second = await proposed(world, late, 'card');
    world.clock.set(plusSeconds(midnight, -1));
    expect(await confirmed(world, inTime, first)).toMatchObject({ ok: true });
    world.clock.set(midnight);
    const refused = { ok: false, reasons: [{ code: 'payments.window_closed', values: { closed: edge } }] };
    expect(await confirmed(world, late, second)).toMatchObject(refused);
    const wanted = { payable: late.payable.publicId, method: 'card' as const };
    expect(await propose(context, late.viewer, payInstalment, wanted)).toMatchObject(refused);
    expect(await paymentsOf(late)).toEqual([]);
  },
);

test.each(edges.flatMap((edge) => opening.map(([line, days]) => [line, edge, days] as const)))(
  '[PAY-2] the window of %s opens with %s, not a second before',
  async (line, edge, days) => {
    const midnight = momentOf(day(edge), '00:00');
    world.clock.set(plusSeconds(midnight, -1));
    const payable = { dueOn: plusDays(day(edge), days), amountCents: 20_000 };
    const payer = await givenPayer(world, { policy: { line }, payable });
    const wanted = { payable: payer.payable.publicId, method: 'card' as const };
    expect(await propose(context, payer.viewer, payInstalment, wanted)).toMatchObject({
      ok: false,
      reasons: [{ code: 'payments.window_not_open', values: { opens: edge } }],
    });
    world.clock.set(midnight);
    expect(await propose(context, payer.viewer, payInstalment, wanted)).toMatchObject({ ok: true });
    await context.background.idle();
  },
);

test.each([
  ['card', 30],
  ['mybank', 60],
  ['satispay', 60],
] as const)(
  '[PAY-12] a payment with %s holds its instalment for %i minutes and no longer, and is watched for 48 hours more',
  async (method, minutes) => {
    const begun = momentOf(day('2026-11-24'), '12:00');
    world.clock.set(begun);
    // The provider counts its minutes by its own clock, which is the real one unless told.
    for (const address of [nexi.told.address, satispay.address]) await control(address, 'clock', { now: begun });
    const payer = await payerOf('motor', 31_240);
    const operation = await proposed(world, payer, method);
    await confirmed(world, payer, operation);
    await context.background.idle();
    const status = () => statusFor(context, payer.viewer, operation);
    const isPayable = async () => (await overview(context, payer.viewer))[0]?.answer.ok;
    // The way to the provider's page stays the same, and is there to its last second.
    const page = (await status())?.page?.address;
    expect(page).toMatch(/^http:/);
    const limitAt = plusSeconds(begun, minutes * 60);
    world.clock.set(plusSeconds(limitAt, -5));
    await reconcile(context);
    expect(await status()).toMatchObject({ state: 'ready', page: { address: page }, limitAt });
    expect(await isPayable()).toBe(false);
    world.clock.set(limitAt);
    expect(await status()).toMatchObject({ state: 'expired', page: undefined });
    expect(await isPayable()).toBe(true);
    await context.background.idle();
    const watched = await context.database
      .selectFrom('payment_attempts')
      .innerJoin('payments', 'payments.id', 'payment_attempts.payment_id')
      .select(['payment_attempts.watched_until', 'payment_attempts.next_look_at'])
      .where('payments.public_id', '=', operation)
      .executeTakeFirstOrThrow();
    expect(watched.watched_until).toBe(plusSeconds(limitAt, 48 * 3600));
    expect(watched.next_look_at).not.toBeNull();
    // What was given up by time may be begun again, with whatever else.
    const other = method === 'card' ? 'mybank' : 'card';
    expect(await confirmed(world, payer, await proposed(world, payer, other))).toMatchObject({ ok: true });
    await context.background.idle();
  },
);
