import { beforeAll, expect, test } from 'vitest';
import { capability as messages } from '#capabilities/messages/index.ts';
import { capability as parties } from '#capabilities/parties/index.ts';
import { type Transaction, transaction } from '#kernel/context.ts';
import type { Customer } from '#kernel/viewer.ts';
import { testWorld } from '../../../tests/world/context.ts';
import {
  type GivenAccount,
  type GivenContact,
  givenAccount,
  givenClaim,
  givenContact,
  givenParty,
  givenViewer,
  worldNow,
} from '../../../tests/world/rows.ts';
import {
  accountByUsername,
  capability,
  chooseConfirmation,
  claim,
  claimOn,
  codesGoTo,
  confirmationOf,
  contactFor,
  emailsOf,
  freeClaims,
  listFor,
  preferredOf,
  usernameOf,
} from './index.ts';

const world = await testWorld({ capabilities: [messages, parties, capability] });
const { context } = world;

type Person = { partyId: string; account: GivenAccount; viewer: Customer; username: GivenContact };

async function person(): Promise<Person> {
  const party = await givenParty(context);
  const username = await givenContact(context, party.id, { kind: 'email' });
  const account = await givenAccount(context, party.id, { username });
  return { partyId: party.id, account, viewer: await givenViewer(context, account), username };
}
const codesOf = (answer: { ok: true } | { ok: false; reasons: readonly { code: string }[] }): string[] =>
  answer.ok ? [] : answer.reasons.map((reason) => reason.code);
const mayChoose = async (who: Person, contact: GivenContact) =>
  codesOf(await chooseConfirmation.authorise(context, who.viewer, { contact: contact.publicId }));
const end = (contact: GivenContact) =>
  context.database.updateTable('contacts').set({ ended_at: worldNow }).where('id', '=', contact.id).execute();

/** What confirmation does with the code: everything in one transaction. */
const choose = (who: Person, contact: GivenContact) =>
  transaction(context, async (tx) => {
    const input = { contact: contact.publicId };
    const allowed = await chooseConfirmation.authorise(tx, who.viewer, input);
    if (!allowed.ok) return codesOf(allowed);
    const statement = await chooseConfirmation.describe(tx, who.viewer, input);
    await chooseConfirmation.execute(tx, who.viewer, input, { operationId: 'test', publicId: 'test', statement });
    return [];
  });

let anna: Person;
let bruno: Person;
beforeAll(async () => {
  anna = await person();
  bruno = await person();
});

test('[CNF-4] each ineligible contact says why, the own list alone decides', async () => {
  const landline = await givenContact(context, anna.partyId, { kind: 'landline' });
  const own = await givenContact(context, anna.partyId, { kind: 'mobile', origin: 'self' });
  const shared = await givenContact(context, anna.partyId, { kind: 'email', value: bruno.username.value });
  const othersConfirmation = await givenContact(context, bruno.partyId);
  await givenClaim(context, bruno.account.id, othersConfirmation, 'confirmation');
  const sharedMobile = await givenContact(context, anna.partyId, { value: othersConfirmation.value });

  expect(await mayChoose(anna, landline)).toEqual(['contacts.landline']);
  expect(await mayChoose(anna, own)).toEqual(['contacts.added_by_yourself']);
  expect(await mayChoose(anna, anna.username)).toEqual(['contacts.own_username']);
  expect(await mayChoose(anna, shared)).toEqual(['contacts.used_by_another']);
  expect(await mayChoose(anna, sharedMobile)).toEqual(['contacts.used_by_another']);
  // somebody else's contact is as unknown as one that never was
  expect(await mayChoose(anna, othersConfirmation)).toEqual(['contacts.unknown']);
  expect(codesOf(await chooseConfirmation.authorise(context, anna.viewer, { contact: 'nothing' }))).toEqual([
    'contacts.unknown',
  ]);

  const listed = await listFor(context, anna.viewer);
  expect(listed.filter((contact) => !contact.eligibility.ok)).toHaveLength(5);
  expect(await contactFor(context, anna.viewer, othersConfirmation.publicId)).toBeUndefined();
});

test('[CNF-4] what another account uses only as preferred, paperless or FEA contact does not disqualify', async () => {
  const clara = await person();
  const theirs = await givenContact(context, bruno.partyId, {
    isPreferred: true,
    isPaperless: true,
    isSignature: true,
  });
  const mine = await givenContact(context, clara.partyId, { value: theirs.value, origin: 'employer' });
  expect(await mayChoose(clara, mine)).toEqual([]);
});

test('[CNF-5] the code of a first choice goes to the contact chosen', async () => {
  const clara = await person();
  const mobile = await givenContact(context, clara.partyId);
  expect(codesOf(await confirmationOf(context, clara.account.id))).toEqual(['confirmation.no_contact']);
  expect(await chooseConfirmation.destination?.(context, clara.viewer, { contact: mobile.publicId })).toEqual({
    ok: true,
    value: { contactId: mobile.id, kind: 'mobile', value: mobile.value },
  });
  expect(await choose(clara, mobile)).toEqual([]);
  expect(await confirmationOf(context, clara.account.id)).toMatchObject({ ok: true, value: { value: mobile.value } });
  // chosen once: replacing it is not this operation
  const email = await givenContact(context, clara.partyId, { kind: 'email' });
  expect(await mayChoose(clara, email)).toEqual(['contacts.confirmation_chosen']);
});

test('[CNF-5] one that the agency has ended confirms nothing and another can be chosen', async () => {
  const clara = await person();
  const old = await givenContact(context, clara.partyId);
  await choose(clara, old);
  await end(old);
  expect(codesOf(await confirmationOf(context, clara.account.id))).toEqual(['contacts.confirmation_ended']);
  expect(await mayChoose(clara, old)).toEqual(['contacts.unknown']);
  const mobile = await givenContact(context, clara.partyId);
  expect(await choose(clara, mobile)).toEqual([]);
  expect(await confirmationOf(context, clara.account.id)).toMatchObject({ ok: true, value: { value: mobile.value } });
  expect(await claimOn(context, old.value)).toBeUndefined();
});

test('[CNF-5] one that was ended and came back with the same value goes on confirming', async () => {
  const clara = await person();
  const old = await givenContact(context, clara.partyId);
  await choose(clara, old);
  await end(old);
  const again = await givenContact(context, clara.partyId, { value: old.value });
  expect(await confirmationOf(context, clara.account.id)).toMatchObject({ ok: true, value: { contactId: again.id } });
});

test('[CNF-5] who has no contact that could be chosen is told to ask the agency, not to choose', async () => {
  const nadia = await person();
  await givenContact(context, nadia.partyId, { kind: 'landline', value: '+39055100200' });
  await givenContact(context, nadia.partyId, { origin: 'self' });
  expect(codesOf(await codesGoTo(context, nadia.viewer))).toEqual(['contacts.none_eligible']);
  const [todo] = (await capability.todo?.(context, nadia.viewer, 'it')) ?? [];
  expect(todo).toMatchObject({ code: 'contacts.none_eligible', way: { text: 'Chiedi all’agenzia' } });
  expect(todo?.text).not.toContain('minuto');
  await givenContact(context, nadia.partyId);
  expect(codesOf(await codesGoTo(context, nadia.viewer))).toEqual(['confirmation.no_contact']);
});

test('[CNF-5] what is missing is said on Home, and nothing once it is done', async () => {
  const clara = await person();
  const todo = async () => (await capability.todo?.(context, clara.viewer, 'it'))?.map((one) => one.code);
  expect(await todo()).toEqual(['contacts.none_eligible']);
  const mobile = await givenContact(context, clara.partyId);
  expect(await todo()).toEqual(['contacts.no_confirmation']);
  await choose(clara, mobile);
  expect(await todo()).toEqual([]);
  await end(mobile);
  await end(clara.username);
  expect(await todo()).toEqual(['contacts.confirmation_ended', 'contacts.username_ended']);
});

test('[CNF-4] of two accounts that choose one value at the same moment one gets it', async () => {
  for (let round = 0; round < 10; round++) {
    const one = await person();
    const other = await person();
    const first = await givenContact(context, one.partyId);
    const second = await givenContact(context, other.partyId, { value: first.value });
    const answers = await Promise.all([choose(one, first), choose(other, second)]);
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(answers.flat()).toEqual(['contacts.used_by_another']);
  }
});

test('[CNF-5] of two choices of one account at the same moment one counts', async () => {
  for (let round = 0; round < 10; round++) {
    const one = await person();
    const mobile = await givenContact(context, one.partyId);
    const email = await givenContact(context, one.partyId, { kind: 'email' });
    const answers = await Promise.all([choose(one, mobile), choose(one, email)]);
    expect(answers.flat()).toEqual(['contacts.confirmation_chosen']);
  }
});

test('[REG-2] of many accounts that claim one value as username one gets it, and nobody fails', async () => {
  const value = 'condivisa@posta.example';
  const people = await Promise.all(Array.from({ length: 8 }, () => person()));
  const claims = await Promise.all(
    people.map(async (who) => {
      const contact = await givenContact(context, who.partyId, { kind: 'email', value });
      return transaction(context, (tx: Transaction) =>
        claim(tx, { accountId: who.account.id, contactId: contact.id, value, role: 'username' }),
      );
    }),
  );
  expect(claims.filter((answer) => answer.ok)).toHaveLength(1);
  const refused = claims.filter((answer) => !answer.ok);
  expect(refused.map((answer) => codesOf(answer))).toEqual(Array(7).fill(['contacts.in_use']));
  const held = await claimOn(context, value);
  const winner = people.find((who) => who.account.id === held?.accountId);
  // asking again is answered yes; the own confirmation contact may not be the own username
  const again = await transaction(context, (tx) =>
    claim(tx, {
      accountId: winner?.account.id ?? '',
      contactId: winner?.username.id ?? '',
      value,
      role: 'confirmation',
    }),
  );
  expect(again).toMatchObject({ ok: false, reasons: [{ code: 'contacts.in_use', values: { role: 'username' } }] });
});

test('[REG-8] a cancelled account frees what it claimed', async () => {
  const dario = await person();
  await transaction(context, (tx) => freeClaims(tx, dario.account.id));
  expect(await claimOn(context, dario.username.value)).toBeUndefined();
  expect(await usernameOf(context, dario.account.id)).toBeUndefined();
});

test('[ACC-1] a username that the agency has ended still signs in', async () => {
  const dario = await person();
  await end(dario.username);
  expect(await accountByUsername(context, dario.username.value)).toMatchObject({ accountId: dario.account.id });
  expect(await usernameOf(context, dario.account.id)).toMatchObject({ isEnded: true });
  const confirmation = await givenContact(context, dario.partyId);
  await choose(dario, confirmation);
  expect(await accountByUsername(context, confirmation.value)).toBeUndefined();
});

test('[CON-4] messages go to the preferred contact, without one to the username', async () => {
  const dario = await person();
  expect(await preferredOf(context, dario.partyId)).toEqual({ kind: 'email', value: dario.username.value });
  expect(await preferredOf(context, dario.partyId, dario.account.id)).toEqual({
    kind: 'email',
    value: dario.username.value,
  });
  const mobile = await givenContact(context, dario.partyId, { isPreferred: true });
  expect(await preferredOf(context, dario.partyId)).toEqual({ kind: 'mobile', value: mobile.value });
  const nobody = await givenParty(context);
  expect(await preferredOf(context, nobody.id)).toBeUndefined();
});

test('[PAY-7] the e-mails of a party, the preferred one first', async () => {
  const dario = await person();
  const preferred = await givenContact(context, dario.partyId, { kind: 'email', isPreferred: true });
  expect(await emailsOf(context, dario.partyId)).toEqual([preferred.value, dario.username.value]);
});

test('[CON-1] every contact with its roles, the one that confirms first', async () => {
  const dario = await person();
  const landline = await givenContact(context, dario.partyId, { kind: 'landline', value: '+39055123456' });
  const paperless = await givenContact(context, dario.partyId, { kind: 'email', isPaperless: true });
  const confirmation = await givenContact(context, dario.partyId, { value: '+393335551482', isPreferred: true });
  await givenContact(context, dario.partyId, { endedAt: worldNow });
  await choose(dario, confirmation);
  const listed = await listFor(context, dario.viewer);
  expect(listed.map((contact) => [contact.publicId, contact.roles])).toEqual([
    [confirmation.publicId, ['confirmation', 'preferred']],
    [dario.username.publicId, ['username']],
    [paperless.publicId, ['paperless']],
    [landline.publicId, []],
  ]);
  expect(listed[0]).toMatchObject({ text: '333\u00a0555\u00a01482', masked: '333\u00a0•••\u00a0•482' });
});

test('[CON-1] looking through another profile shows the own contacts, never those of the profile', async () => {
  const dario = await person();
  const other = await person();
  const viewer = { ...dario.viewer, profileId: other.partyId };
  expect((await listFor(context, viewer)).map((contact) => contact.publicId)).toEqual([dario.username.publicId]);
});

test('[CON-1] the list and the choice cost the same whatever the number of contacts', async () => {
  const dario = await person();
  const count = () => world.database.countStatements(() => listFor(context, dario.viewer));
  expect(await count()).toBe(1);
  for (let more = 0; more < 12; more++) await givenContact(context, dario.partyId);
  expect(await count()).toBe(1);
});
