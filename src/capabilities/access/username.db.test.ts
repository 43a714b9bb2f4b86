import { expect, test } from 'vitest';
import { capability as policies } from '#capabilities/policies/index.ts';
import { plusSeconds } from '#kernel/days.ts';
import { accessCapabilities, givenRegistered, givenVisitor, sentTo } from '../../../tests/world/access.ts';
import { testWorld } from '../../../tests/world/context.ts';
import {
  type GivenParty,
  givenAccount,
  givenContact,
  givenLink,
  givenParty,
  givenPolicy,
  givenRole,
  worldNow,
} from '../../../tests/world/rows.ts';
import { askedUsername, askUsername, askUsernameAgain, cancelAccount } from './index.ts';
import { decideUsername } from './username-task.ts';

const world = await testWorld({ capabilities: [...accessCapabilities, policies] });
const { context, clock } = world;
type AtDoor = Awaited<ReturnType<typeof givenVisitor>>;

async function ask(viewer: AtDoor, fiscalId: string, policyNumber?: string) {
  await askUsername(context, viewer, { fiscalId, policyNumber });
  await world.runTasks();
  await context.background.idle();
  return askedUsername(context, viewer);
}
const fiscalIdOf = async (party: GivenParty): Promise<string> => {
  const row = await context.database
    .selectFrom('parties')
    .select(['codice_fiscale', 'partita_iva'])
    .where('id', '=', party.id)
    .executeTakeFirstOrThrow();
  return row.codice_fiscale ?? row.partita_iva ?? '';
};

/** A person and the own firm under one codice fiscale, each with an account and a policy. */
async function giulia() {
  const person = await givenParty(context);
  const codiceFiscale = await fiscalIdOf(person);
  const firm = await givenParty(context, { kind: 'sole_trader', codiceFiscale, businessName: 'Fiori di Giulia' });
  await givenLink(context, 'trades_as', person, firm);
  const [personal, business] = [
    await givenContact(context, person.id, { kind: 'email' }),
    await givenContact(context, firm.id),
  ];
  const account = await givenAccount(context, person.id, { username: personal });
  await givenAccount(context, firm.id, { username: business });
  const own = await givenPolicy(context, person);
  const firms = await givenPolicy(context, firm, { line: 'business' });
  return { account, codiceFiscale, personal: personal.value, business: business.value, own, firms };
}

test('[ACC-3] the username gets a message that names it in full; the page says the same as to everybody', async () => {
  const { party, username, confirmation } = await givenRegistered(world);
  const fiscalId = await fiscalIdOf(party);
  const nobody = await ask(await givenVisitor(world), 'RSSMRA85M01H501Q');
  const known = await ask(await givenVisitor(world), ` ${fiscalId.slice(0, 6).toLowerCase()} ${fiscalId.slice(6)}`);
  expect({ ...known, fiscalId: '', askedAt: '' }).toEqual({ ...nobody, fiscalId: '', askedAt: '' });
  expect(known?.shown).toBe('nothing');
  expect(sentTo(world, username)).toHaveLength(1);
  expect(sentTo(world, username)[0]).toContain(`Il tuo nome utente è ${username}`);
  expect(sentTo(world, confirmation?.value ?? '')).toEqual([]);
});

test('[ACC-3] a known person without an account, and one whose account is cancelled, get nothing', async () => {
  const party = await givenParty(context);
  const contact = await givenContact(context, party.id, { kind: 'email' });
  await ask(await givenVisitor(world), await fiscalIdOf(party));
  expect(sentTo(world, contact.value)).toEqual([]);

  const gone = await givenRegistered(world);
  await cancelAccount(context, { kind: 'system', task: 'test' }, { accountId: gone.account.id });
  await ask(await givenVisitor(world), await fiscalIdOf(gone.party));
  expect(sentTo(world, gone.username)).toEqual([]);
});

test('[ACC-3] a username that the agency has ended is told nothing: it may be somebody else’s by now', async () => {
  const { party, username } = await givenRegistered(world);
  const policy = await givenPolicy(context, party);
  await context.database.updateTable('contacts').set({ ended_at: worldNow }).where('value', '=', username).execute();
  expect((await ask(await givenVisitor(world), await fiscalIdOf(party), policy.number))?.shown).toBe('nothing');
  expect(sentTo(world, username)).toEqual([]);
});

test('[ACC-3] a locked account is told too: the username is what recovery asks for', async () => {
  const { party, username } = await givenRegistered(world, { state: 'locked' });
  await ask(await givenVisitor(world), await fiscalIdOf(party));
  expect(sentTo(world, username)).toHaveLength(1);
});

test('[ACC-3] several accounts: each hears of its own; the policy number picks one and shows it masked', async () => {
  const { codiceFiscale, personal, business, own, firms } = await giulia();
  expect((await ask(await givenVisitor(world), codiceFiscale))?.shown).toBe('nothing');
  expect([sentTo(world, personal).length, sentTo(world, business).length]).toEqual([1, 1]);
  expect(sentTo(world, personal)[0]).not.toContain(business);

  const visitor = await givenVisitor(world);
  const asked = await ask(visitor, codiceFiscale, firms.number);
  expect(asked?.shown).toEqual({ username: expect.stringContaining('•') });
  expect(JSON.stringify(asked)).not.toContain(business);
  expect([sentTo(world, personal).length, sentTo(world, business).length]).toEqual([1, 2]);
  // Only in the browser that asked.
  expect(await askedUsername(context, await givenVisitor(world))).toBeUndefined();

  const spaced = `${own.number.slice(0, 4)} ${own.number.slice(4)}`;
  expect((await ask(await givenVisitor(world), codiceFiscale, spaced))?.shown).toMatchObject({
    username: expect.stringContaining('@'),
  });
  expect([sentTo(world, personal).length, sentTo(world, business).length]).toEqual([2, 2]);
});

test('[ACC-3] somebody else’s policy, and one that does not exist, show the same: nothing', async () => {
  const { codiceFiscale, personal } = await giulia();
  const other = await givenRegistered(world);
  const foreign = await givenPolicy(context, other.party);
  for (const number of [foreign.number, 'XX000000']) {
    expect((await ask(await givenVisitor(world), codiceFiscale, number))?.shown).toBe('nothing');
  }
  expect(sentTo(world, personal)).toHaveLength(2);
  // The policy of a stranger does not name the stranger either.
  expect(sentTo(world, other.username)).toEqual([]);
});

test('[ACC-3] who is only a beneficiary of the policy is not shown through it', async () => {
  const holder = await givenParty(context);
  const { party } = await givenRegistered(world);
  const policy = await givenPolicy(context, holder, { line: 'life' });
  await givenRole(context, policy.id, party.id, 'beneficiary');
  expect((await ask(await givenVisitor(world), await fiscalIdOf(party), policy.number))?.shown).toBe('nothing');
});

test('[ACC-3] while the task has not run the page says that it is looking, whoever asks', async () => {
  const visitor = await givenVisitor(world);
  await askUsername(context, visitor, { fiscalId: 'RSSMRA85M01H501Q', policyNumber: 'XX000000' });
  expect((await askedUsername(context, visitor))?.shown).toBe('deciding');
  await world.runTasks();
  expect((await askedUsername(context, visitor))?.shown).toBe('nothing');
});

test('[ACC-3] [REG-4] five an hour to one contact, however it is asked for; above that the page is the same', async () => {
  const { party, username } = await givenRegistered(world);
  const fiscalId = await fiscalIdOf(party);
  const policy = await givenPolicy(context, party);
  const visitor = await givenVisitor(world);
  for (let at = 0; at < 5; at += 1) expect((await ask(visitor, fiscalId, policy.number))?.shown).not.toBe('nothing');
  expect((await ask(await givenVisitor(world), fiscalId, policy.number))?.shown).toBe('nothing');
  expect((await ask(await givenVisitor(world), ` ${fiscalId.toLowerCase()}`, policy.number))?.shown).toBe('nothing');
  expect(sentTo(world, username)).toHaveLength(5);
  clock.set(plusSeconds(clock.now(), 3_600));
  expect((await ask(visitor, fiscalId, policy.number))?.shown).not.toBe('nothing');
});

test('[ACC-3] again only after half a minute, and nothing to ask again for in another browser', async () => {
  const visitor = await givenVisitor(world);
  await ask(visitor, 'RSSMRA85M01H501Q');
  expect(await askUsernameAgain(context, visitor)).toMatchObject({ ok: false, reasons: [{ code: 'codes.just_sent' }] });
  clock.set(plusSeconds(clock.now(), 30));
  expect(await askUsernameAgain(context, visitor)).toMatchObject({ ok: true });
  expect(await askUsernameAgain(context, await givenVisitor(world))).toMatchObject({ ok: false });
});

test('[ACC-3] decided twice, one message; what was typed is forgotten after a day', async () => {
  const { party, username } = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await askUsername(context, visitor, { fiscalId: await fiscalIdOf(party) });
  const { id } = await context.database
    .selectFrom('username_questions')
    .select('id')
    .where('browser_id', '=', visitor.browserId)
    .executeTakeFirstOrThrow();
  await Promise.all([1, 2, 3].map(() => decideUsername.run(context, { questionId: id })));
  await world.runTasks();
  await context.background.idle();
  expect(sentTo(world, username)).toHaveLength(1);
  clock.set(plusSeconds(clock.now(), 86_401));
  await world.runSchedule('access.sweep');
  const { rows } = await world.database.pool.query('select 1 from username_questions');
  expect(rows).toEqual([]);
});
