// The tests of one phase of the payment, one per case.
import { expect, test } from 'vitest';
import { faultsOf } from './books.ts';
import { casesOf, type Phase, patienceMs, whyNotReached } from './matrix.ts';
import { lived } from './scenario.ts';
import { type CrashWorld, crashWorld } from './world.ts';

/** Call it at the top of a test file of its own: the switches of the gateway are for one case at a time. */
export async function testPhase(phase: Phase): Promise<CrashWorld> {
  const world = await crashWorld();

  test.each(casesOf(phase).map((one) => [one.step, one.method, one.switch, one.story, one.net, one] as const))(
    '[PAY-6] killed at %s, %s, %s, %s, then the %s: nothing lost, nothing twice',
    async (_step, _method, _switch, _story, _net, one) => {
      const { payer, hasDied, failed } = await lived(world, one);
      const isRefused = one.switch === 'mail refuse' || one.switch === 'sms refuse';
      expect({ hasDied, failed, faults: await faultsOf(world, payer, one.story, { isRefused }) }).toEqual({
        hasDied: whyNotReached(one) === undefined,
        failed: [],
        faults: [],
      });
    },
    patienceMs,
  );

  test('[PAY-11] all books together sum to zero, and hold what the providers hold', async () => {
    const balances = await world.rows<{ account: string; cents: number }>(
      'select account, sum(amount_cents)::bigint as cents from ledger_entries group by account',
    );
    expect(balances.reduce((sum, row) => sum + row.cents, 0)).toBe(0);
    const balance = (account: string) => balances.find((row) => row.account === account)?.cents ?? 0;
    const orders = await world.orders();
    for (const provider of ['nexi-xpay', 'satispay']) {
      const held = orders
        .filter((order) => order.provider === provider)
        .reduce((sum, order) => sum + order.capturedCents - order.refundedCents, 0);
      expect(balance(`provider:${provider}`)).toBe(held);
    }
    const [due] = await world.rows<{ cents: number }>(
      "select coalesce(sum(amount_cents), 0)::bigint as cents from refunds where state = 'due'",
    );
    expect(balance('to_return') + (due?.cents ?? 0)).toBe(0);
  });

  test('[PAY-7] receipts are numbered without gaps, whoever died', async () => {
    const numbers = await world.rows<{ number: string }>('select number from receipts order by number');
    expect(numbers.map((row) => Number(row.number.slice(5)))).toEqual(numbers.map((_row, at) => at + 1));
  });

  return world;
}
