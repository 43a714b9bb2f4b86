import { expect, test } from 'vitest';
import { transaction } from '#kernel/context.ts';
import { day } from '#kernel/days.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { givenAccount, givenContact, givenParty } from '../../../tests/world/rows.ts';
import { contactIntake } from './intake.ts';
import { confirmationOf } from './views.ts';

const world = await testWorld();
const { context } = world;

/** Somebody whose mobile confirms operations, with the core's keys of party and mobile. */
async function somebody() {
  const party = await givenParty(context);
  const email = await givenContact(context, party.id, { kind: 'email' });
  const mobile = await givenContact(context, party.id, { kind: 'mobile' });
  const account = await givenAccount(context, party.id, { username: email, confirmation: mobile });
  const { key } = await context.database
    .selectFrom('contacts')
    .select('key')
    .where('id', '=', mobile.id)
    .executeTakeFirstOrThrow();
  const { key: partyKey } = await context.database
    .selectFrom('parties')
    .select('key')
    .where('id', '=', party.id)
    .executeTakeFirstOrThrow();
  return { account, email, key: key ?? '', partyKey };
}
const toldTo = (address: string) => world.outbox.emails.filter((email) => email.to === address);

test('[CNF-4] a confirmation contact that the core system ends confirms nothing any more, and the username is told', async () => {
  const { account, email, key } = await somebody();
  expect((await confirmationOf(context, account.id)).ok).toBe(true);
  await transaction(context, (tx) => contactIntake.merge(tx, [{ key, version: 99, deleted: true }]));
  await context.background.idle();
  expect(await confirmationOf(context, account.id)).toMatchObject({
    ok: false,
    reasons: [{ code: 'contacts.confirmation_ended' }],
  });
  expect(toldTo(email.value)).toHaveLength(1);
});

test('[CNF-4] a new value under the same key is another contact: the old one confirms nothing, the new one has no role', async () => {
  const { account, email, key, partyKey } = await somebody();
  const row = contactIntake.schema.parse({
    key,
    version: 99,
    asOf: day('2026-11-24'),
    party: partyKey,
    kind: 'mobile',
    value: '330 100 9998',
    origin: 'agency',
  });
  await transaction(context, (tx) => contactIntake.merge(tx, [row]));
  await context.background.idle();
  expect(await confirmationOf(context, account.id)).toMatchObject({
    ok: false,
    reasons: [{ code: 'contacts.confirmation_ended' }],
  });
  expect(toldTo(email.value)).toHaveLength(1);
});

test.each([
  ['mobile', '055 123456', 'kind'],
  ['mobile', '12', 'value'],
  ['email', 'giulia@', 'value'],
] as const)('[CON-8] a %s %s is refused at its field', (kind, value, field) => {
  const parsed = contactIntake.schema.safeParse({
    key: 'c1',
    version: 1,
    asOf: '2026-11-24',
    party: 'p1',
    kind,
    value,
    origin: 'agency',
  });
  expect(parsed.error?.issues[0]?.path).toEqual([field]);
});
