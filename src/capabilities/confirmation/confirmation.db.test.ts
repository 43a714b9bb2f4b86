import { expect, test } from 'vitest';
import { plusSeconds } from '#kernel/days.ts';
import { codeIn, sentTo } from '../../../tests/world/access.ts';
import { confirmed, givenPayer, type Payer, paymentWorld, proposed } from '../../../tests/world/payments.ts';
import {
  givenAccount,
  givenContact,
  givenParty,
  givenPayable,
  givenPolicy,
  givenViewer,
} from '../../../tests/world/rows.ts';
import { payInstalment } from '../payments/index.ts';
import { leafOf } from './attestation.ts';
import { confirm, pageFor, propose, requestCode } from './index.ts';

const world = await paymentWorld();
const { context } = world;

const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');
const codeOf = (payer: Payer): string => codeIn(world, payer.confirmation.value, 6);
const answerOf = (answer: { ok: boolean; reasons?: readonly { code: string }[] }) =>
  answer.ok ? 'yes' : answer.reasons?.[0]?.code;
const paymentsOf = (payer: Payer) =>
  context.database
    .selectFrom('payments')
    .select(['public_id', 'state'])
    .where('payable_id', '=', payer.payable.id)
    .execute();

test('[CNF-1] [CNF-3] [CNF-9] the message says what is paid, to whom, until when, and ends with the line bound to this site', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  const [text] = sentTo(world, payer.confirmation.value);
  const page = await pageFor(context, payer.viewer, operation, 'it');
  if (page?.state !== 'waiting') throw new Error('not waiting');
  expect(text).toBe(
    `Sportello: ${codeOf(payer)} per pagare 312,40 € a Compagnia Esempio S.p.A. (Auto, rata 30/11). ` +
      `Vale fino alle 14:40. Rif. ${page.reference}. Non darlo a nessuno.\n@127.0.0.1 #${codeOf(payer)}`,
  );
  expect(page).toMatchObject({
    code: 'ready',
    triesLeft: 5,
    destination: { kind: 'mobile', ending: payer.confirmation.value.slice(-3) },
    sends: { count: 1, left: 4 },
    back: `/polizze/${payer.policy.publicId}/paga/${payer.payable.publicId}`,
  });
  expect(page.words.lines.map((line) => line.value)).toEqual([
    '312,40\u00a0€',
    'Compagnia Esempio S.p.A.',
    'Auto, rata del 30 novembre 2026',
    payer.policy.number,
    'Carta',
  ]);
});

test('[CNF-1] an e-mail carries the code in its subject', async () => {
  const party = await givenParty(context);
  const confirmation = await givenContact(context, party.id, { kind: 'email' });
  const account = await givenAccount(context, party.id, {
    username: await givenContact(context, party.id, { kind: 'mobile' }),
    confirmation,
  });
  const policy = await givenPolicy(context, party);
  const payable = await givenPayable(context, policy.id);
  const payer = { party, confirmation, policy, payable, viewer: await givenViewer(context, account) };
  await proposed(world, payer);
  const mail = world.outbox.emails.find((one) => one.to === confirmation.value);
  expect(mail?.subject).toMatch(/^\d{6}: codice per «Paga la rata»$/);
  expect(mail?.text).toContain(party.customerCode);
});

test('[CNF-5] without a confirmation contact nothing is proposed, and the reason leads to the choice', async () => {
  const party = await givenParty(context);
  const account = await givenAccount(context, party.id);
  const policy = await givenPolicy(context, party);
  const payable = await givenPayable(context, policy.id);
  const viewer = await givenViewer(context, account);
  const answer = await propose(context, viewer, payInstalment, { payable: payable.publicId, method: 'card' });
  expect(answerOf(answer)).toBe('contacts.none_eligible');
  await givenContact(context, party.id);
  const again = await propose(context, viewer, payInstalment, { payable: payable.publicId, method: 'card' });
  expect(answerOf(again)).toBe('confirmation.no_contact');
});

test('[CNF-7] 50 confirmations at once: one payment, and everybody is shown its outcome', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  const code = codeOf(payer);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => confirm(context, payer.viewer, { operation, code })),
  );
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value.next : answer.reasons[0].code)))).toEqual(
    new Set([`/esito/${operation}?vai`]),
  );
  expect(await paymentsOf(payer)).toMatchObject([{ public_id: operation, state: 'open' }]);
  const attested = await context.database
    .selectFrom('attestations')
    .innerJoin('operations', 'operations.id', 'attestations.operation_id')
    .select('attestations.id')
    .where('operations.public_id', '=', operation)
    .execute();
  expect(attested).toHaveLength(1);
});

test('[PAY-6] two tabs, two codes, at once: one payment; the other operation is void and says that one is under way', async () => {
  const payer = await givenPayer(world);
  const first = await proposed(world, payer);
  const firstCode = codeOf(payer);
  await world.travel(31);
  const second = await proposed(world, payer);
  expect(second).not.toBe(first);
  const answers = await Promise.all([
    confirm(context, payer.viewer, { operation: first, code: firstCode }),
    confirm(context, payer.viewer, { operation: second, code: codeOf(payer) }),
  ]);
  expect(answers.map(answerOf).sort()).toEqual(['payments.under_way', 'yes']);
  expect(await paymentsOf(payer)).toHaveLength(1);
});

test('[CNF-7] a double click proposes one operation, with one code', async () => {
  const payer = await givenPayer(world);
  const both = await Promise.all([proposed(world, payer), proposed(world, payer)]);
  expect(both[0]).toBe(both[1]);
  expect(sentTo(world, payer.confirmation.value)).toHaveLength(1);
});

test('[CNF-2] a wrong code counts down; after the last try the right one is refused too, until a new one comes', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  const right = codeOf(payer);
  const answers = [];
  for (let tries = 0; tries < 5; tries++) {
    answers.push(answerOf(await confirm(context, payer.viewer, { operation, code: wrongFor(right) })));
  }
  expect(answers).toEqual(['codes.wrong', 'codes.wrong', 'codes.wrong', 'codes.wrong', 'codes.no_tries']);
  expect(answerOf(await confirm(context, payer.viewer, { operation, code: right }))).toBe('codes.no_tries');
  expect(await pageFor(context, payer.viewer, operation, 'it')).toMatchObject({ code: 'no_tries', triesLeft: 0 });
  // A spent code is no reason to wait for a new one.
  expect(answerOf(await requestCode(context, payer.viewer, operation))).toBe('yes');
  await context.background.idle();
  expect(answerOf(await confirmed(world, payer, operation))).toBe('yes');
});

test('[CNF-1] [CNF-9] only the newest code is right; an older one is recognised as such', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  const older = codeOf(payer);
  expect(answerOf(await requestCode(context, payer.viewer, operation))).toBe('codes.just_sent');
  await world.travel(30);
  expect(answerOf(await requestCode(context, payer.viewer, operation))).toBe('yes');
  await context.background.idle();
  expect(answerOf(await confirm(context, payer.viewer, { operation, code: older }))).toBe('codes.older');
  expect(answerOf(await confirmed(world, payer, operation))).toBe('yes');
});

test('[CNF-1] a code is valid for five minutes, an operation waits for thirty', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  await world.travel(5 * 60);
  expect(answerOf(await confirmed(world, payer, operation))).toBe('codes.expired');
  expect(await pageFor(context, payer.viewer, operation, 'it')).toMatchObject({ state: 'waiting', code: 'expired' });
  await world.travel(25 * 60 - 1);
  expect(answerOf(await requestCode(context, payer.viewer, operation))).toBe('yes');
  await world.travel(1);
  expect(answerOf(await confirmed(world, payer, operation))).toBe('confirmation.expired');
  expect(await pageFor(context, payer.viewer, operation, 'it')).toMatchObject({
    state: 'over',
    reason: { code: 'confirmation.expired' },
  });
});

test('[CNF-2] five codes an hour for one operation, then the page says from when', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  for (let sends = 1; sends < 5; sends++) {
    await world.travel(31);
    expect(answerOf(await requestCode(context, payer.viewer, operation))).toBe('yes');
  }
  await world.travel(31);
  expect(await requestCode(context, payer.viewer, operation)).toMatchObject({
    reasons: [{ code: 'codes.limit', values: { what: 'operation' } }],
  });
  expect(await pageFor(context, payer.viewer, operation, 'it')).toMatchObject({
    sends: { count: 5, left: 0, freeAt: plusSeconds(world.clock.now(), 3600 - 5 * 31) },
  });
});

test('[CNF-1] only the session that proposed may confirm, and another account finds nothing', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  const elsewhere = await givenViewer(context, { id: payer.viewer.accountId, partyId: payer.party.id });
  const code = codeOf(payer);
  expect(answerOf(await confirm(context, elsewhere, { operation, code }))).toBe('confirmation.other_session');
  expect(answerOf(await requestCode(context, elsewhere, operation))).toBe('confirmation.other_session');
  const stranger = await givenPayer(world);
  expect(answerOf(await confirm(context, stranger.viewer, { operation, code }))).toBe('confirmation.not_found');
  expect(await pageFor(context, stranger.viewer, operation, 'it')).toBeUndefined();
  expect(await paymentsOf(payer)).toEqual([]);
});

test('[CNF-3] the page of a void operation says what changed, line by line', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  await context.database
    .updateTable('payables')
    .set({ amount_cents: 32_000 })
    .where('id', '=', payer.payable.id)
    .execute();
  expect(answerOf(await confirmed(world, payer, operation))).toBe('confirmation.changed');
  expect(await pageFor(context, payer.viewer, operation, 'it')).toMatchObject({
    state: 'over',
    changes: [{ label: 'Paghi', before: '312,40\u00a0€', after: '320,00\u00a0€' }],
  });
});

test('[CNF-10] the attestation is a salted leaf over what was done, with the contact masked', async () => {
  const payer = await givenPayer(world);
  const operation = await proposed(world, payer);
  await confirmed(world, payer, operation);
  const row = await context.database
    .selectFrom('attestations')
    .innerJoin('operations', 'operations.id', 'attestations.operation_id')
    .select(['attestations.facts', 'attestations.salt', 'attestations.leaf'])
    .where('operations.public_id', '=', operation)
    .executeTakeFirstOrThrow();
  const facts = row.facts as Parameters<typeof leafOf>[1];
  expect(leafOf(row.salt, facts).equals(row.leaf)).toBe(true);
  expect(leafOf(row.salt, { ...facts, at: 'another moment' }).equals(row.leaf)).toBe(false);
  expect(facts).toMatchObject({ operation, kind: 'payments.pay', statement: { amountCents: 31_240 } });
  expect(JSON.stringify(facts)).not.toContain(payer.confirmation.value);
});
