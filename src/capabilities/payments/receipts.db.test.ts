import { spawnSync } from 'node:child_process';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fileFor, listFor } from '#capabilities/documents/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Step } from '#kernel/steps.ts';
import { givenPayer, type Payer, paymentWorld, proposed, started } from '../../../tests/world/payments.ts';
import { givenContact, givenPaperless } from '../../../tests/world/rows.ts';
import { overview, reconcile, statusFor } from './index.ts';
import { makeReceipt } from './receipts.ts';

const world = await paymentWorld();
const { context } = world;

const settle = async () => {
  await world.runTasks();
  await context.background.idle();
};
const paid = async (payer: Payer): Promise<string> => {
  const { operation, reference } = await started(world, payer);
  await world.pay(reference);
  await settle();
  return operation;
};
const paymentId = async (operation: string): Promise<string> =>
  (
    await context.database
      .selectFrom('payments')
      .select('id')
      .where('public_id', '=', operation)
      .executeTakeFirstOrThrow()
  ).id;

/** A context that dies at a step, as far as one process can: what comes after it does not happen. */
const dyingAt = (step: Step): Context => ({
  ...context,
  async step(name) {
    if (name === step) throw new Error(`died at ${name}`);
  },
});

test('[PAY-7] [DOC-2] the receipt is a tagged PDF with title and language, listed in Documenti and beside the payable', async () => {
  const payer = await givenPayer(world);
  const operation = await paid(payer);
  const [payable] = await overview(context, payer.viewer);
  const { documents } = await listFor(context, payer.viewer);
  expect(documents).toMatchObject([{ publicId: payable?.receipt, kind: 'receipt', isUnread: true }]);
  const file = await fileFor(context, payer.viewer, documents[0]?.publicId ?? '');
  if (!file.ok) throw new Error(file.reasons[0].code);
  expect(file.value).toMatchObject({
    mediaType: 'application/pdf',
    fileName: expect.stringMatching(/^ricevuta-2026-\d{6}\.pdf$/),
  });
  expect(Buffer.from(file.value.content).toString('latin1')).toMatch(/\/Lang ?\(it/);
  const info = spawnSync('pdfinfo', ['-'], { input: Buffer.from(file.value.content) });
  // Where poppler is installed it says so too; Typst has refused anything else already.
  if (!info.error) {
    expect(info.stdout.toString()).toMatch(/Tagged: +yes/);
    expect(info.stdout.toString()).toMatch(/Title: +Ricevuta di pagamento 2026-\d{6}/);
  }
  expect((await listFor(context, payer.viewer)).documents[0]?.isUnread).toBe(false);
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({
    receipt: { document: payable?.receipt, notSentBecause: 'not_paperless' },
  });
});

test('[PAY-7] another one’s receipt is not found', async () => {
  const payer = await givenPayer(world);
  await paid(payer);
  const [document] = (await listFor(context, payer.viewer)).documents;
  const other = await givenPayer(world);
  expect(await fileFor(context, other.viewer, document?.publicId ?? '')).toMatchObject({
    ok: false,
    reasons: [{ code: 'documents.not_found' }],
  });
  expect((await listFor(context, other.viewer)).documents).toEqual([]);
});

test('[DOC-6] a document whose bytes are not those that were stored is never handed out', async () => {
  const payer = await givenPayer(world);
  await paid(payer);
  const [document] = (await listFor(context, payer.viewer)).documents;
  const damaged: Context = {
    ...context,
    ports: { ...context.ports, storage: { ...context.ports.storage, read: async () => ({ kind: 'damaged' }) } },
  };
  expect(await fileFor(damaged, payer.viewer, document?.publicId ?? '')).toMatchObject({
    ok: false,
    reasons: [{ code: 'documents.damaged' }],
  });
});

test('[PAY-7] [ACC-5] by e-mail with the receipt attached, when paperless is on and an e-mail is known', async () => {
  const payer = await givenPayer(world);
  const email = await givenContact(context, payer.party.id, { kind: 'email', isPreferred: true });
  await givenPaperless(context, payer.party.id, true);
  const operation = await paid(payer);
  const mails = world.outbox.emails.filter((mail) => mail.to === email.value);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.attachments?.map((one) => one.name)).toEqual([expect.stringMatching(/^ricevuta-2026-\d{6}\.pdf$/)]);
  expect(mails[0]?.text).toContain(payer.policy.number);
  expect(mails[0]?.text).toContain(payer.party.customerCode);
  expect(await statusFor(context, payer.viewer, operation)).toMatchObject({
    receipt: { sentTo: expect.stringContaining('•') },
  });
});

test('[PAY-7] without paperless nothing is attached, and the payment is told all the same', async () => {
  const payer = await givenPayer(world);
  await givenPaperless(context, payer.party.id, false);
  await paid(payer);
  const mails = world.outbox.emails.filter((mail) => mail.text.includes(payer.policy.number));
  expect(mails.map((mail) => mail.attachments ?? [])).toEqual([[]]);
});

test.each(['payments.receipt_made', 'payments.receipt_stored'] as const)(
  '[PAY-7] a crash at %s leaves no gap, no second document and no second message',
  async (step) => {
    const payer = await givenPayer(world);
    const { operation, reference } = await started(world, payer);
    await world.pay(reference, { notify: 'never' });
    await world.travel(61);
    const id = await paymentId(operation);
    await reconcile(dyingAt(step));
    await context.background.idle();
    // The reconciler goes on where the dead process stopped; twice at once is once.
    await world.travel(61);
    await Promise.all([makeReceipt(context, id), makeReceipt(context, id)]);
    await reconcile(context);
    await settle();
    expect((await listFor(context, payer.viewer)).documents).toHaveLength(1);
    const messages = await context.database
      .selectFrom('messages')
      .select('id')
      .where('party_id', '=', payer.party.id)
      .where('kind', '=', 'payments.received')
      .execute();
    expect(messages).toHaveLength(1);
  },
);

test('[PAY-7] receipts are numbered without gaps, also when many are made at once', async () => {
  const payers = await Promise.all(Array.from({ length: 8 }, () => givenPayer(world)));
  for (const payer of payers) {
    const { reference } = await started(world, payer);
    await world.pay(reference, { notify: 'never' });
  }
  await world.travel(61);
  const runs = await Promise.all([reconcile(context), reconcile(context), reconcile(context)]);
  expect(runs.every((run) => run.failed === 0)).toBe(true);
  await settle();
  const rows = await context.database.selectFrom('receipts').select('number').orderBy('number').execute();
  const numbers = rows.map((row) => Number(row.number.slice(5)));
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
});

test('[PAY-11] the database refuses books that do not balance, and changes nothing in them', async () => {
  const payer = await givenPayer(world);
  await paid(payer);
  const { id } = await context.database.selectFrom('ledger_transactions').select('id').executeTakeFirstOrThrow();
  await expect(
    context.database
      .insertInto('ledger_entries')
      .values({ transaction_id: id, account: 'premiums:other', amount_cents: 1 })
      .execute(),
  ).rejects.toThrow('does not balance');
  await expect(sql`update ledger_entries set amount_cents = 1`.execute(context.database)).rejects.toThrow(
    'append-only',
  );
  await expect(sql`delete from ledger_transactions`.execute(context.database)).rejects.toThrow('append-only');
});

test('[PAY-6] the database allows one open or paid payment of a payable, whatever the program does', async () => {
  const payer = await givenPayer(world);
  await paid(payer);
  await proposed(world, await givenPayer(world));
  const copy = sql`insert into payments (id, public_id, operation_id, payable_id, policy_id, party_id, account_id,
      policyholder_id, method, amount_cents, state, language, created_at)
    select gen_random_uuid(), 'copy', (select id from operations where id not in (select operation_id from payments) limit 1),
      payable_id, policy_id, party_id, account_id, policyholder_id, method, amount_cents, 'open', language, created_at
    from payments where payable_id = ${payer.payable.id}`;
  await expect(copy.execute(context.database)).rejects.toThrow('payments_one_open_or_paid_per_payable');
});
