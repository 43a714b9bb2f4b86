import { expect, test } from 'vitest';
import { confirm, propose } from '#capabilities/confirmation/index.ts';
import { listFor as documentsFor } from '#capabilities/documents/index.ts';
import { payablesFor } from '#capabilities/policies/index.ts';
import { cents } from '#kernel/money.ts';
import { codeIn } from '../../../tests/world/access.ts';
import {
  confirmed,
  givenPayer,
  type Payer,
  paymentWorld,
  proposed,
  referenceOf,
  standingOf,
} from '../../../tests/world/payments.ts';
import { givenAccount, givenParty, givenProduct, givenRole, givenViewer } from '../../../tests/world/rows.ts';
import {
  compareBooks,
  contribute,
  contributionFor,
  giveUp,
  historyFor,
  type Method,
  overview,
  payableViewFor,
  reconcile,
  statusFor,
} from './index.ts';
import { todo } from './todo.ts';

const world = await paymentWorld();
const { context } = world;

const settle = async () => {
  await world.runTasks();
  await context.background.idle();
};

/** Somebody with a savings contract that can be added to, and nothing due on it. */
async function givenSaver(over: { takes?: boolean; state?: 'active' | 'suspended' | 'ended' } = {}): Promise<Payer> {
  const product = await givenProduct(context, { line: 'savings', takesContributions: over.takes ?? true });
  const payer = await givenPayer(world, {
    policy: {
      product,
      state: over.state ?? 'active',
      ...(over.state === 'suspended' && {
        suspendedSince: '2026-10-01' as never,
        suspendedBecause: { it: 'Rate', en: 'Unpaid', de: 'Offen' },
      }),
    },
    payable: { state: 'paid' },
  });
  return payer;
}

const wanted = (payer: Payer, amount = 25_050, method: Method = 'card') => ({
  policy: payer.policy.publicId,
  amountCents: cents(amount),
  method,
});

async function begun(payer: Payer, amount?: number, method?: Method): Promise<string> {
  const answer = await propose(context, payer.viewer, contribute, wanted(payer, amount, method));
  if (!answer.ok) throw new Error(`refused: ${answer.reasons[0].code}`);
  await context.background.idle();
  return answer.value.operation;
}

async function startedContribution(payer: Payer): Promise<{ operation: string; reference: string }> {
  const operation = await begun(payer);
  expect(await confirmed(world, payer, operation)).toEqual({
    ok: true,
    value: { next: `/esito/${operation}?vai` },
  });
  return { operation, reference: await referenceOf(world, operation) };
}

const codeOf = async (payer: Payer, input = wanted(payer)) => {
  const answer = await contribute.authorise(context, payer.viewer, input);
  return answer.ok ? 'yes' : answer.reasons[0].code;
};

test('[PAY-1] [PAY-7] a contribution: code, provider, receipt, and it stands among what was paid', async () => {
  const payer = await givenSaver();
  const { operation, reference } = await startedContribution(payer);
  await world.pay(reference);
  await settle();
  expect(await standingOf(world, operation)).toEqual({
    payment: 'paid',
    attempt: 'paid',
    books: { 'provider:nexi-xpay': 25_050, premiums: -25_050 },
  });
  const status = await statusFor(context, payer.viewer, operation);
  expect(status).toMatchObject({ state: 'paid', amountCents: 25_050, payable: { kind: 'contribution' } });
  const { documents } = await documentsFor(context, payer.viewer, {});
  expect(documents.map(({ title }) => title)).toEqual([expect.stringContaining('versamento aggiuntivo')]);
  const row = (await overview(context, payer.viewer)).find((one) => one.isStartedHere);
  expect(row).toMatchObject({ kind: 'contribution', payment: { operation }, receipt: expect.any(String) });
  expect((await compareBooks(context)).differences).toEqual([]);
});

test('[PAY-1] [CNF-3] the code states amount, payee and policy', async () => {
  const payer = await givenSaver();
  const statement = await contribute.describe(context, payer.viewer, wanted(payer));
  expect(statement).toMatchObject({ amountCents: 25_050, policyNumber: payer.policy.number, line: 'savings' });
  expect(statement.payee).not.toBe('');
  await begun(payer);
  const sent = world.outbox.texts.findLast(({ to }) => to === payer.confirmation.value);
  expect(sent?.text).toContain('250,50');
  expect(sent?.text).toContain('versamento aggiuntivo');
});

test('[PAY-1] what was begun and abandoned leaves nothing that is due, anywhere', async () => {
  const payer = await givenSaver();
  const { operation } = await startedContribution(payer);
  expect((await overview(context, payer.viewer)).filter((one) => one.isStartedHere)).toHaveLength(1);
  expect((await todo(context, payer.viewer, 'it')).map(({ code }) => code)).toContain('payments.under_way');
  expect(await giveUp(context, payer.viewer, operation)).toMatchObject({ ok: true });
  expect((await overview(context, payer.viewer)).filter((one) => one.isStartedHere)).toEqual([]);
  expect((await historyFor(context, payer.viewer)).due.count).toBe(0);
  expect(await payablesFor(context, payer.viewer)).toHaveLength(1);
  expect((await todo(context, payer.viewer, 'it')).filter(({ code }) => code.startsWith('payments.'))).toEqual([]);
  // Never confirmed: not even a row.
  await begun(payer, 30_000);
  expect((await overview(context, payer.viewer)).filter((one) => one.isStartedHere)).toEqual([]);
});

test.each([
  [{ takes: false }, 'payments.contribution_not_taken'],
  [{ state: 'suspended' }, 'payments.contribution_not_in_force'],
  [{ state: 'ended' }, 'payments.contribution_not_in_force'],
  [{}, 'yes'],
] as const)('[PAY-1] to a policy that %o: %s', async (over, expected) => {
  expect(await codeOf(await givenSaver(over))).toBe(expected);
});

test('[PAY-1] [PAY-3] the server refuses amounts and methods that the page does not offer', async () => {
  const payer = await givenSaver();
  expect(await codeOf(payer, wanted(payer, 4_999))).toBe('payments.contribution_amount');
  expect(await codeOf(payer, wanted(payer, 5_000_001))).toBe('payments.contribution_amount');
  expect(await codeOf(payer, wanted(payer, 100_001, 'card'))).toBe('payments.above_limit');
  expect(await codeOf(payer, wanted(payer, 100_000, 'card'))).toBe('yes');
  expect(await codeOf(payer, wanted(payer, 5_000_000, 'mybank'))).toBe('yes');
});

test('[PAY-1] [POL-4] who is insured and has not signed cannot add, nor learn that one could; nor can a stranger', async () => {
  const payer = await givenSaver();
  for (const role of ['insured', 'beneficiary', undefined] as const) {
    const party = await givenParty(context);
    if (role) await givenRole(context, payer.policy.id, party.id, role);
    const viewer = await givenViewer(context, await givenAccount(context, party.id));
    expect(await contribute.authorise(context, viewer, wanted(payer))).toMatchObject({
      ok: false,
      reasons: [{ code: 'payments.not_found' }],
    });
    expect(await contributionFor(context, viewer, payer.policy.publicId)).toBeUndefined();
  }
});

test('[PAY-1] suspended between the page and the code: nothing is written, and the reason is said', async () => {
  const payer = await givenSaver();
  const operation = await begun(payer);
  await context.database.updateTable('policies').set({ state: 'ended' }).where('id', '=', payer.policy.id).execute();
  expect(await confirmed(world, payer, operation)).toMatchObject({
    ok: false,
    reasons: [{ code: 'payments.contribution_not_in_force' }],
  });
  const rows = await context.database
    .selectFrom('payables')
    .selectAll()
    .where('policy_id', '=', payer.policy.id)
    .execute();
  expect(rows.filter((row) => row.key === null)).toEqual([]);
});

test('[PAY-1] [PAY-6] one at a time: of two confirmed at once one is made, the other says that it is under way', async () => {
  const payer = await givenSaver();
  const asked = [];
  for (const amount of [10_000, 20_000]) {
    const operation = await begun(payer, amount);
    asked.push({ operation, code: codeIn(world, payer.confirmation.value, 6) });
  }
  const answers = await Promise.all(asked.map((given) => confirm(context, payer.viewer, given)));
  expect(answers.map((one) => (one.ok ? 'yes' : one.reasons[0].code)).sort()).toEqual(['payments.under_way', 'yes']);
  expect(await codeOf(payer, wanted(payer, 30_000))).toBe('payments.under_way');
});

test('[PAY-6] tried again after a refusal it is the same thing: a late success of the first is given back', async () => {
  const payer = await givenSaver();
  const { operation, reference } = await startedContribution(payer);
  expect(await giveUp(context, payer.viewer, operation)).toMatchObject({ ok: true });
  const [row] = await context.database
    .selectFrom('payables')
    .select(['id', 'public_id'])
    .where('policy_id', '=', payer.policy.id)
    .where('key', 'is', null)
    .execute();
  const again = { ...payer, payable: { ...payer.payable, publicId: row?.public_id ?? '' } };
  expect((await payableViewFor(context, payer.viewer, again.payable.publicId))?.answer.ok).toBe(true);
  const second = await proposed(world, again);
  expect(await confirmed(world, again, second)).toMatchObject({ ok: true });
  await world.pay(await referenceOf(world, second));
  await settle();
  await world.pay(reference);
  await settle();
  // What has been given back stands in the books once the provider lists it.
  await world.travel(120);
  await reconcile(context);
  await settle();
  expect(await standingOf(world, operation)).toMatchObject({ payment: 'returned' });
  const standing = await standingOf(world, second);
  expect(standing).toMatchObject({ payment: 'paid' });
  expect((await compareBooks(context)).differences).toEqual([]);
  const paid = (await overview(context, payer.viewer)).filter((one) => one.isStartedHere && one.payment);
  expect(paid).toHaveLength(1);
});

test('[PAY-1] a contribution begun is not tried again once its policy has ended', async () => {
  const payer = await givenSaver();
  const { operation } = await startedContribution(payer);
  await giveUp(context, payer.viewer, operation);
  await context.database.updateTable('policies').set({ state: 'ended' }).where('id', '=', payer.policy.id).execute();
  const [row] = await context.database
    .selectFrom('payables')
    .select('public_id')
    .where('policy_id', '=', payer.policy.id)
    .where('key', 'is', null)
    .execute();
  const view = await payableViewFor(context, payer.viewer, row?.public_id ?? '');
  expect(view?.answer).toMatchObject({ ok: false, reasons: [{ code: 'payments.contribution_not_in_force' }] });
});
