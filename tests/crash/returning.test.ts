import { expect, test } from 'vitest';
import { confirm } from '#capabilities/confirmation/index.ts';
import { faultsOf } from './books.ts';
import { patienceMs } from './matrix.ts';
import { testPhase } from './payments.ts';

const world = await testPhase('returning');

test(
  '[PAY-11] killed while the provider is away for days: due by hand, with its day and reason, told once, never given back twice',
  async () => {
    await world.renew();
    const payer = await world.payer();
    const { operation, code } = await world.proposed(payer);
    await confirm(world.context, payer.viewer, { operation, code });
    await world.rows("update payables set state = 'withdrawn' where id = $1", [payer.payable.id]);
    const settling = await world.life('payments.settled');
    await world.control(`/orders/${await world.referenceOf(operation)}/pay`);
    expect(await settling.ended).toBe('SIGKILL');
    await world.control('', { outage: '503' });
    const giving = await world.life('payments.refund_asked');
    await giving.ask('work', undefined);
    expect(await giving.ended).toBe('SIGKILL');
    await world.releaseTasks();
    const halfDay = 12 * 3600;
    for (let count = 0; count < 12; count++) {
      await world.travel(halfDay);
      await world.minute();
    }
    await world.control('', { outage: 'none' });
    for (let count = 0; count < 3; count++) {
      await world.travel(halfDay);
      await world.takeTasks();
      await world.minute();
    }
    const refunds = await world.rows<{ state: string; due_by: string; code: string }>(
      `select r.state, r.due_by, r.reason->>'code' as code from refunds r join payments p on p.id = r.payment_id
       where p.payable_id = $1`,
      [payer.payable.id],
    );
    expect(refunds).toEqual([
      { state: 'due', due_by: expect.stringMatching(/^2026-12-/), code: 'payments.return_withdrawn' },
    ]);
    const told = await world.rows<{ kind: string }>(
      `select kind from messages where kind like 'payments.%' and facts->>'payment' =
         (select id::text from payments where payable_id = $1) order by kind`,
      [payer.payable.id],
    );
    expect(told.map((row) => row.kind)).toEqual([
      'payments.giving_back',
      'payments.refund_due',
      'payments.refund_due_support',
    ]);
    // The customer was told first that it would come back to the card; everything else is in order.
    expect(await faultsOf(world, payer, 'withdrawn')).toEqual([
      expect.stringMatching(/refund due: told payments.giving_back,payments.refund_due,payments.refund_due_support$/),
    ]);
  },
  patienceMs,
);
