import { expect, test } from 'vitest';
import { confirm, propose } from '#capabilities/confirmation/index.ts';
import { chooseConfirmation, confirmationOf } from '#capabilities/contacts/index.ts';
import type { Customer } from '#kernel/viewer.ts';
import { codeIn, sentTo } from '../../../../tests/world/access.ts';
import { testWorld } from '../../../../tests/world/context.ts';
import { type GivenContact, givenContact, givenCustomer, worldNow } from '../../../../tests/world/rows.ts';

const world = await testWorld();
const { context } = world;

const codesOf = (answer: { ok: true } | { ok: false; reasons: readonly { code: string }[] }): string[] =>
  answer.ok ? [] : answer.reasons.map((reason) => reason.code);

async function proposed(viewer: Customer, contact: GivenContact, returnTo?: string): Promise<string> {
  const answer = await propose(context, viewer, chooseConfirmation, { contact: contact.publicId, returnTo });
  await context.background.idle();
  if (!answer.ok) throw new Error(codesOf(answer).join());
  return answer.value.operation;
}

test('[CNF-5] the first confirmation contact is chosen by a code on that very contact, and leads back', async () => {
  const { party, viewer, account } = await givenCustomer(context);
  const mobile = await givenContact(context, party.id);
  const operation = await proposed(viewer, mobile, '/polizze/abc/paga/def');
  expect(sentTo(world, account.username.value)).toEqual([]);
  expect(await confirmationOf(context, account.id)).toMatchObject({ ok: false });

  const code = codeIn(world, mobile.value, 6);
  const wrong = code === '000000' ? '000001' : '000000';
  expect(codesOf(await confirm(context, viewer, { operation, code: wrong }))).toEqual(['codes.wrong']);
  expect(await confirmationOf(context, account.id)).toMatchObject({ ok: false });
  expect(await confirm(context, viewer, { operation, code })).toEqual({
    ok: true,
    value: { next: '/polizze/abc/paga/def' },
  });
  expect(await confirmationOf(context, account.id)).toMatchObject({ ok: true, value: { value: mobile.value } });
});

test('[CNF-5] a way back that is none of ours is left out', async () => {
  const { party, viewer } = await givenCustomer(context);
  const mobile = await givenContact(context, party.id);
  const operation = await proposed(viewer, mobile, '//elsewhere.example');
  const done = await confirm(context, viewer, { operation, code: codeIn(world, mobile.value, 6) });
  expect(done).toEqual({ ok: true, value: { next: '/profilo/recapiti?scelto' } });
});

test('[CNF-4] two accounts confirm the same contact at the same moment: one has it, the other is told why not', async () => {
  const one = await givenCustomer(context);
  const other = await givenCustomer(context);
  const first = await givenContact(context, one.party.id);
  const second = await givenContact(context, other.party.id, { value: first.value });
  const mine = await proposed(one.viewer, first);
  const myCode = codeIn(world, first.value, 6);
  const theirs = await proposed(other.viewer, second);
  const theirCode = codeIn(world, second.value, 6);
  const answers = await Promise.all([
    confirm(context, one.viewer, { operation: mine, code: myCode }),
    confirm(context, other.viewer, { operation: theirs, code: theirCode }),
  ]);
  expect(answers.flatMap(codesOf)).toEqual(['contacts.used_by_another']);
});

test('[CNF-3] a contact that the agency ends between code and confirmation is not chosen any more', async () => {
  const { party, viewer, account } = await givenCustomer(context);
  const mobile = await givenContact(context, party.id);
  const operation = await proposed(viewer, mobile);
  await context.database.updateTable('contacts').set({ ended_at: worldNow }).where('id', '=', mobile.id).execute();
  const answer = await confirm(context, viewer, { operation, code: codeIn(world, mobile.value, 6) });
  expect(codesOf(answer)).toEqual(['contacts.unknown']);
  expect(await confirmationOf(context, account.id)).toMatchObject({ ok: false });
});

test('[CNF-7] fifty confirmations of one choice at once execute once', async () => {
  const { party, viewer, account } = await givenCustomer(context);
  const mobile = await givenContact(context, party.id);
  const operation = await proposed(viewer, mobile);
  const code = codeIn(world, mobile.value, 6);
  const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(context, viewer, { operation, code })));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  const { count } = await context.database
    .selectFrom('attestations')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('party_id', '=', party.id)
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
  expect(await confirmationOf(context, account.id)).toMatchObject({ ok: true });
});
