import { expect, test } from 'vitest';
import {
  askUsername,
  cancelAccount,
  confirmDevice,
  keepForm,
  resendDeviceCode,
  sendToUsername,
  sessionByToken,
  signIn,
} from '#capabilities/access/index.ts';
import { capability as policies } from '#capabilities/policies/index.ts';
import { transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import {
  accessCapabilities,
  answerOf,
  codeIn,
  givenRegistered,
  givenVisitor,
  goodPassword,
  linkIn,
  sentTo,
} from '../../../tests/world/access.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { type GivenParty, givenContact, givenParty, givenPolicy } from '../../../tests/world/rows.ts';
import {
  askAgain,
  askedIn,
  askRegistration,
  capability,
  complete,
  followLink,
  giveCode,
  giveFiscalId,
  linkFor,
  openAccount,
  stepIn,
} from './index.ts';

const world = await testWorld({ capabilities: [...accessCapabilities, policies, capability] });
const { context, clock } = world;
type AtDoor = Awaited<ReturnType<typeof givenVisitor>>;
const support = { kind: 'system', task: 'test' } as const;

/** A policyholder with a contact of the agency. */
async function somebody(
  contact: Parameters<typeof givenContact>[2] = { kind: 'mobile' },
  over: Parameters<typeof givenParty>[1] = {},
) {
  const party = await givenParty(context, over);
  await givenPolicy(context, party);
  return { party, contact: (await givenContact(context, party.id, contact)).value };
}

/** Each question a second after the one before. */
async function ask(viewer: AtDoor, value: string) {
  clock.set(plusSeconds(clock.now(), 1));
  await askRegistration(context, viewer, { kind: value.includes('@') ? 'email' : 'mobile', value });
  await world.runTasks();
  await context.background.idle();
}
const fiscalIdOf = (party: GivenParty) => party.codiceFiscale ?? party.partitaIva ?? '';
const finish = (viewer: AtDoor, password = goodPassword) => complete(context, viewer, { password });
const wrongCode = (code: string) => String((Number(code) + 1) % 10_000).padStart(4, '0');

test('[REG-3] [REG-5] code, codice fiscale, password: an account, signed in, on a known device', async () => {
  const { party, contact } = await somebody();
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  expect(await askedIn(context, visitor)).toMatchObject({ value: contact, codeMinutes: 15, linkHours: 48 });
  expect(sentTo(world, contact).at(-1)).toMatch(/\n@localhost #\d{4}$/);
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: fiscalIdOf(party) }))).toBe('registration.gone');
  expect(answerOf(await giveCode(context, visitor, { code: codeIn(world, contact, 4) }))).toBe('yes');
  expect(answerOf(await finish(visitor))).toBe('registration.gone');
  expect(await stepIn(context, visitor)).toEqual({ step: 'fiscal_id', username: contact, provenBy: 'code' });
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: fiscalIdOf(party).toLowerCase() }))).toBe('yes');
  expect(await stepIn(context, visitor)).toMatchObject({ step: 'password' });
  const done = await finish(visitor);
  const session = done.ok ? await sessionByToken(context, done.value.token) : undefined;
  expect(session).toMatchObject({
    kind: 'active',
    customer: { partyId: party.id, profileId: party.id, browserId: visitor.browserId },
  });
  expect(await signIn(context, visitor, { username: contact, password: goodPassword, returnTo: '/' })).toMatchObject({
    ok: true,
    value: { kind: 'signed_in' },
  });
  expect(await stepIn(context, visitor)).toBeUndefined();
});

test('[REG-10] the link opens in any browser, also after the code has expired, and opening it does nothing', async () => {
  const { contact } = await somebody();
  await ask(await givenVisitor(world), contact);
  const token = linkIn(world, contact);
  clock.set(plusSeconds(clock.now(), 47 * 3_600));
  const phone = await givenVisitor(world);
  for (let at = 0; at < 3; at += 1) expect(answerOf(await linkFor(context, phone, { token }))).toBe('yes');
  expect(await stepIn(context, phone)).toBeUndefined();
  expect(await followLink(context, phone, { token })).toEqual({ ok: true, value: 'password' });
  expect(answerOf(await finish(phone))).toBe('yes');
  expect(answerOf(await linkFor(context, phone, { token }))).toBe('codes.link_used');
  expect(answerOf(await followLink(context, phone, { token }))).toBe('codes.link_used');
});

test('[REG-3] the link lives 48 hours, the code 15 minutes', async () => {
  const { contact } = await somebody();
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  const code = codeIn(world, contact, 4);
  const token = linkIn(world, contact);
  const start = clock.now();
  clock.set(plusSeconds(start, 900));
  expect(answerOf(await giveCode(context, visitor, { code }))).toBe('codes.expired');
  clock.set(plusSeconds(start, 172_799));
  expect(answerOf(await linkFor(context, visitor, { token }))).toBe('yes');
  clock.set(plusSeconds(start, 172_800));
  expect(answerOf(await linkFor(context, visitor, { token }))).toBe('codes.link_expired');
});

test('[REG-10] a link asked for by a stranger gains the stranger nothing', async () => {
  const { contact } = await somebody();
  const stranger = await givenVisitor(world);
  const owner = await givenVisitor(world);
  await ask(stranger, contact);
  await followLink(context, owner, { token: linkIn(world, contact) });
  expect(await stepIn(context, stranger)).toBeUndefined();
  expect(answerOf(await finish(stranger, 'la password di un estraneo'))).toBe('registration.gone');
  expect(answerOf(await giveCode(context, stranger, { code: '0000' }))).not.toBe('yes');
  expect(answerOf(await finish(owner))).toBe('yes');
});

test('[REG-4] the code works only in the browser that asked', async () => {
  const { party, contact } = await somebody();
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  const code = codeIn(world, contact, 4);
  const other = await givenVisitor(world);
  expect(answerOf(await giveCode(context, other, { code }))).toBe('registration.gone');
  // Also when the other one asked before: the newest message is not its own.
  const third = await givenVisitor(world);
  await ask(third, contact);
  expect(answerOf(await giveCode(context, visitor, { code: codeIn(world, contact, 4) }))).toBe(
    'registration.elsewhere',
  );
  expect(answerOf(await giveCode(context, third, { code: codeIn(world, contact, 4) }))).toBe('yes');
  expect(answerOf(await giveFiscalId(context, third, { fiscalId: fiscalIdOf(party) }))).toBe('yes');
});

test('[REG-6] before the message has left a code is not judged, whoever asked, and costs no try', async () => {
  const { contact } = await somebody();
  for (const value of [contact, '+393330009999']) {
    const visitor = await givenVisitor(world);
    await askRegistration(context, visitor, { kind: 'mobile', value });
    expect(answerOf(await giveCode(context, visitor, { code: '12' }))).toBe('registration.too_soon');
    await world.runTasks();
    expect(await giveCode(context, visitor, { code: '12' })).toMatchObject({ reasons: [{ values: { triesLeft: 4 } }] });
  }
});

test('[REG-4] after five wrong codes a new message is needed', async () => {
  const { contact } = await somebody();
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  const code = codeIn(world, contact, 4);
  const answers = [];
  for (let at = 0; at < 5; at += 1) answers.push(answerOf(await giveCode(context, visitor, { code: wrongCode(code) })));
  expect(answers).toEqual(['codes.wrong', 'codes.wrong', 'codes.wrong', 'codes.wrong', 'codes.no_tries']);
  expect(answerOf(await giveCode(context, visitor, { code }))).toBe('codes.no_tries');
  expect(answerOf(await askAgain(context, visitor))).toBe('codes.just_sent');
  clock.set(plusSeconds(clock.now(), 30));
  expect(answerOf(await askAgain(context, visitor))).toBe('yes');
  await world.runTasks();
  await context.background.idle();
  expect(answerOf(await giveCode(context, visitor, { code: codeIn(world, contact, 4) }))).toBe('yes');
});

test('[REG-3] only the newest message counts: an older code and an older link are recognised as such', async () => {
  const { contact } = await somebody();
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  const [code, token] = [codeIn(world, contact, 4), linkIn(world, contact)];
  await ask(visitor, contact);
  expect(answerOf(await giveCode(context, visitor, { code }))).toBe('codes.older');
  expect(answerOf(await linkFor(context, visitor, { token }))).toBe('codes.link_older');
  expect(answerOf(await followLink(context, visitor, { token }))).toBe('codes.link_older');
  expect(answerOf(await giveCode(context, visitor, { code: codeIn(world, contact, 4) }))).toBe('yes');
});

test('[REG-4] above the limits the page looks the same, nothing is sent, and the last message still counts', async () => {
  const { party, contact } = await somebody();
  const visitor = await givenVisitor(world, { address: '198.51.100.31' });
  for (let at = 0; at < 5; at += 1) await ask(visitor, contact);
  const page = await askedIn(context, visitor);
  await ask(visitor, contact);
  expect({ ...(await askedIn(context, visitor)), codeUntil: '' }).toEqual({ ...page, codeUntil: '' });
  expect(sentTo(world, contact)).toHaveLength(5);
  expect(answerOf(await giveCode(context, visitor, { code: codeIn(world, contact, 4) }))).toBe('yes');
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: fiscalIdOf(party) }))).toBe('yes');
});

test('[REG-6] [ACC-3] what was asked by codice fiscale shows nowhere at whose contact it arrived', async () => {
  const { party, username } = await givenRegistered(world);
  for (let at = 0; at < 5; at += 1) {
    await askUsername(context, await givenVisitor(world), { fiscalId: fiscalIdOf(party) });
  }
  await world.runTasks();
  await context.background.idle();
  expect(sentTo(world, username)).toHaveLength(5);
  const answers = [];
  for (const contact of [username, 'nobody.here@example.org']) {
    const visitor = await givenVisitor(world);
    await ask(visitor, contact);
    answers.push(await giveCode(context, visitor, { code: 'none' }));
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('[REG-4] [ACC-3] a contact that has got its messages of the hour gets no reminder of a username more', async () => {
  const { party, username } = await givenRegistered(world);
  await givenPolicy(context, party);
  for (let at = 0; at < 5; at += 1) await ask(await givenVisitor(world), username);
  expect(sentTo(world, username)).toHaveLength(5);
  await askUsername(context, await givenVisitor(world), { fiscalId: fiscalIdOf(party) });
  await world.runTasks();
  await context.background.idle();
  expect(sentTo(world, username)).toHaveLength(5);
});

test('[REG-5] a shared contact: with the link too the codice fiscale picks who registers', async () => {
  const { party: elena, contact } = await somebody({ kind: 'email' });
  const paolo = await givenParty(context);
  await givenPolicy(context, paolo);
  await givenContact(context, paolo.id, { kind: 'email', value: contact });
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  expect(await followLink(context, visitor, { token: linkIn(world, contact) })).toEqual({
    ok: true,
    value: 'fiscal_id',
  });
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: fiscalIdOf(paolo) }))).toBe('yes');
  const done = await finish(visitor);
  expect(done.ok && (await sessionByToken(context, done.value.token))).toMatchObject({
    customer: { partyId: paolo.id },
  });
  // Elena cannot use the same contact any more; the message to it says in which role it is in use.
  await ask(visitor, contact);
  expect(sentTo(world, contact).at(-1)).toContain('già il nome utente di un account');
  expect(() => linkIn(world, contact)).toThrow();
  expect(elena.id).not.toBe(paolo.id);
});

test('[REG-5] a person and their firm share a contact: the partita IVA picks the firm', async () => {
  const { party: person, contact } = await somebody();
  const firm = await givenParty(context, { kind: 'sole_trader', codiceFiscale: person.codiceFiscale ?? '' });
  await givenPolicy(context, firm);
  await givenContact(context, firm.id, { value: contact });
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  await giveCode(context, visitor, { code: codeIn(world, contact, 4) });
  await giveFiscalId(context, visitor, { fiscalId: firm.partitaIva ?? '' });
  const done = await finish(visitor);
  expect(done.ok && (await sessionByToken(context, done.value.token))).toMatchObject({
    customer: { partyId: firm.id },
  });
});

test('[REG-5] five wrong codici fiscali end it; they say nothing, and a new message begins anew', async () => {
  const { party, contact } = await somebody();
  const other = (await givenRegistered(world)).party;
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  const token = linkIn(world, contact);
  await giveCode(context, visitor, { code: codeIn(world, contact, 4) });
  const answers = [];
  for (const fiscalId of ['RSSMRA85M01H501Q', fiscalIdOf(other), 'RSSMRA85M01H501Q', '', 'x']) {
    answers.push(await giveFiscalId(context, visitor, { fiscalId }));
  }
  expect(answers.map(answerOf)).toEqual([
    ...Array.from({ length: 4 }, () => 'registration.not_found'),
    'registration.no_tries',
  ]);
  expect(answers[1]).toEqual({
    ok: false,
    reasons: [{ code: 'registration.not_found', values: { triesLeft: 3 }, changes: 'you' }],
  });
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: fiscalIdOf(party) }))).toBe('registration.gone');
  expect(answerOf(await followLink(context, visitor, { token }))).toBe('codes.link_used');
  await ask(visitor, contact);
  await giveCode(context, visitor, { code: codeIn(world, contact, 4) });
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: fiscalIdOf(party) }))).toBe('yes');
});

test('[REG-5] pressing the link’s button again gives no new tries', async () => {
  const { contact } = await somebody({ kind: 'email' });
  const spouse = await givenParty(context);
  await givenPolicy(context, spouse);
  await givenContact(context, spouse.id, { kind: 'email', value: contact });
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  const token = linkIn(world, contact);
  const answers = [];
  for (let at = 0; at < 5; at += 1) {
    await followLink(context, visitor, { token });
    answers.push(answerOf(await giveFiscalId(context, visitor, { fiscalId: 'RSSMRA85M01H501Q' })));
  }
  expect(answers.at(-1)).toBe('registration.no_tries');
});

test('[REG-2] a contact in use hears of it, in which role and how to free it; its page looks like any other', async () => {
  const person = await givenRegistered(world);
  await givenPolicy(context, person.party);
  const visitor = await givenVisitor(world);
  const confirmation = person.confirmation?.value ?? '';
  await ask(visitor, person.username);
  expect(sentTo(world, person.username).at(-1)).toContain('già il nome utente di un account');
  await ask(visitor, confirmation);
  expect(sentTo(world, confirmation).at(-1)).toMatch(/conferma già le operazioni.*Per liberarlo/s);
  expect(await askedIn(context, visitor)).toMatchObject({ value: confirmation });
});

test('[REG-2] who has an account already hears its username, masked, at another contact of the agency', async () => {
  const person = await givenRegistered(world);
  await givenPolicy(context, person.party);
  const other = await givenContact(context, person.party.id, { kind: 'email' });
  await ask(await givenVisitor(world), other.value);
  expect(sentTo(world, other.value).at(-1)).toContain('hai già un account');
  expect(sentTo(world, other.value).at(-1)).not.toContain(person.username);
  expect(() => linkIn(world, other.value)).toThrow();
});

test('[REG-1] [REG-2] nobody registers with a contact added alone, and no beneficiary', async () => {
  const { contact: own } = await somebody({ kind: 'email', origin: 'self' });
  const beneficiary = await givenParty(context);
  const { contact } = { contact: (await givenContact(context, beneficiary.id, { kind: 'email' })).value };
  for (const value of [own, contact]) {
    await ask(await givenVisitor(world), value);
    expect(sentTo(world, value)).toEqual([]);
  }
});

test('[REG-6] known, unknown, in use and shared: the same statements, the same rows, the same page, the same wrong code', async () => {
  const { contact: known } = await somebody({ kind: 'email' });
  const inUse = await givenRegistered(world);
  await givenPolicy(context, inUse.party);
  const { contact: shared } = await somebody({ kind: 'email' });
  const spouse = await givenParty(context);
  await givenPolicy(context, spouse);
  await givenContact(context, spouse.id, { kind: 'email', value: shared });
  const stories = [];
  for (const value of ['nessuno.mai@posta.example', known, inUse.username, shared]) {
    const visitor = await givenVisitor(world);
    const statements = await world.database.countStatements(() =>
      askRegistration(context, visitor, { kind: 'email', value }),
    );
    const page = await askedIn(context, visitor);
    await world.runTasks();
    await context.background.idle();
    const after = await askedIn(context, visitor);
    const wrong = [];
    for (let at = 0; at < 6; at += 1) wrong.push(await giveCode(context, visitor, { code: '12a' }));
    clock.set(plusSeconds(clock.now(), 30));
    const again = await askAgain(context, visitor);
    await world.runTasks();
    stories.push({ statements, page: { ...page, value: '' }, after: { ...after, value: '' }, wrong, again });
    clock.set(plusSeconds(clock.now(), -30));
  }
  for (const story of stories.slice(1)) expect(story).toEqual(stories[0]);
  expect(stories[0]?.wrong.map(answerOf)).toEqual([
    ...Array.from({ length: 4 }, () => 'codes.wrong'),
    'codes.no_tries',
    'codes.no_tries',
  ]);
  expect(sentTo(world, 'nessuno.mai@posta.example')).toEqual([]);
});

test('[REG-6] whoever guesses the code of an unknown contact gets no further than with a wrong codice fiscale', async () => {
  const visitor = await givenVisitor(world);
  const value = 'nessuno.affatto@posta.example';
  await ask(visitor, value);
  const { secretsOf } = await import('#capabilities/codes/index.ts');
  const { rows } = await world.database.pool.query<{ subject: string; send_number: number }>(
    'select subject, send_number from registrations where value = $1',
    [value],
  );
  const { code } = secretsOf(context, {
    purpose: 'registration',
    subject: rows[0]?.subject ?? '',
    sendNumber: rows[0]?.send_number ?? 0,
    digits: 4,
    statementHash: '',
  });
  expect(answerOf(await giveCode(context, visitor, { code }))).toBe('yes');
  expect(answerOf(await giveFiscalId(context, visitor, { fiscalId: 'RSSMRA85M01H501Q' }))).toBe(
    'registration.not_found',
  );
});

test('[REG-2] two registrations of one contact at once: one account', async () => {
  const { contact } = await somebody({ kind: 'email' });
  const party2 = await givenParty(context);
  await givenPolicy(context, party2);
  await givenContact(context, party2.id, { kind: 'email', value: contact });
  const { rows: holders } = await world.database.pool.query<{ id: string; party_id: string }>(
    'select id, party_id from contacts where value = $1',
    [contact],
  );
  const opened = await Promise.all(
    holders.map((holder) =>
      transaction(context, (tx) =>
        openAccount(tx, {
          partyId: holder.party_id,
          username: { contactId: holder.id, value: contact },
          passwordHash: 'none',
        }),
      ),
    ),
  );
  expect(opened.map(answerOf).sort()).toEqual(['contacts.in_use', 'yes']);
  const { rows } = await world.database.pool.query('select 1 from accounts where party_id = any($1)', [
    holders.map((one) => one.party_id),
  ]);
  expect(rows).toHaveLength(1);
});

test('[REG-2] one party with two contacts at once: one account, and the other contact stays free', async () => {
  const { party, contact } = await somebody();
  const second = await givenContact(context, party.id, { kind: 'email' });
  const browsers = [];
  for (const value of [contact, second.value]) {
    const visitor = await givenVisitor(world);
    await ask(visitor, value);
    await followLink(context, visitor, { token: linkIn(world, value) });
    browsers.push(visitor);
  }
  const answers = (await Promise.all(browsers.map((visitor) => finish(visitor)))).map(answerOf);
  expect(answers.filter((answer) => answer === 'yes')).toHaveLength(1);
  expect(['access.account_exists', 'registration.impossible']).toContain(answers.find((answer) => answer !== 'yes'));
  const { rows } = await world.database.pool.query('select 1 from contact_claims where value = any($1)', [
    [contact, second.value],
  ]);
  expect(rows).toHaveLength(1);
});

test('[REG-3] code and link used side by side: one account', async () => {
  const { party, contact } = await somebody();
  const [laptop, phone] = [await givenVisitor(world), await givenVisitor(world)];
  await ask(laptop, contact);
  await giveCode(context, laptop, { code: codeIn(world, contact, 4) });
  await giveFiscalId(context, laptop, { fiscalId: fiscalIdOf(party) });
  await followLink(context, phone, { token: linkIn(world, contact) });
  expect(answerOf(await finish(laptop))).toBe('registration.gone');
  const answers = await Promise.all([finish(phone), finish(phone)]);
  expect(answers.map(answerOf).filter((answer) => answer === 'yes')).toHaveLength(1);
});

test('[REG-7] a weak password is refused with its reason, and the step is still there', async () => {
  const { party, contact } = await somebody({}, { givenName: 'Marta', familyName: 'Leonessa' });
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  await followLink(context, visitor, { token: linkIn(world, contact) });
  expect(answerOf(await finish(visitor, 'quattordici ca'))).toBe('access.password_short');
  expect(answerOf(await finish(visitor, 'Marta Leonessa 85'))).toBe('access.password_own');
  expect(answerOf(await finish(visitor, `${contact.slice(3)}marta`))).toBe('access.password_own');
  expect(answerOf(await finish(visitor, `${fiscalIdOf(party)}`))).toBe('access.password_own');
  expect(answerOf(await finish(visitor, 'quindici caratt'))).toBe('yes');
});

test('[REG-11] a registration left half way is started again, and what was proven ends after an hour', async () => {
  const { contact } = await somebody();
  const visitor = await givenVisitor(world);
  await ask(visitor, contact);
  await followLink(context, visitor, { token: linkIn(world, contact) });
  clock.set(plusSeconds(clock.now(), 3_600));
  expect(answerOf(await finish(visitor))).toBe('registration.gone');
  // The same link still opens it, and so does a new message.
  expect(answerOf(await followLink(context, visitor, { token: linkIn(world, contact) }))).toBe('yes');
  await ask(visitor, contact);
  await followLink(context, visitor, { token: linkIn(world, contact) });
  expect(answerOf(await finish(visitor))).toBe('yes');
});

test('[REG-3] a stranger who asks meanwhile does not stop who is choosing the password', async () => {
  const { contact } = await somebody();
  const owner = await givenVisitor(world);
  await ask(owner, contact);
  await followLink(context, owner, { token: linkIn(world, contact) });
  const stranger = await givenVisitor(world);
  await ask(stranger, contact);
  expect(answerOf(await finish(owner))).toBe('yes');
  expect(answerOf(await giveCode(context, stranger, { code: codeIn(world, contact, 4) }))).not.toBe('yes');
});

test('[REG-8] after a cancelled account the same person registers again with the same contact', async () => {
  const person = await givenRegistered(world);
  await givenPolicy(context, person.party);
  const old = await givenVisitor(world);
  await signIn(context, old, { username: person.username, password: goodPassword, returnTo: '/' });
  await context.background.idle();
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  const entered = await confirmDevice(context, old, { code });
  const oldToken = entered.ok ? entered.value.token : '';
  const form = new FormData();
  form.set('testo', 'La grandine ha rotto il lunotto.');
  const { browserToken } = old;
  await keepForm(context, { accountId: person.account.id, browserToken, path: '/assistenza', form });
  for (let at = 0; at < 10; at += 1) {
    await signIn(context, await givenVisitor(world), { username: person.username, password: 'wrong', returnTo: '/' });
    clock.set(plusSeconds(clock.now(), 1_800));
  }
  await cancelAccount(context, support, { accountId: person.account.id });

  const visitor = await givenVisitor(world);
  await ask(visitor, person.username);
  await followLink(context, visitor, { token: linkIn(world, person.username) });
  expect(answerOf(await finish(visitor, 'altre quattro parole nuove'))).toBe('yes');

  // Nothing of the old account opens the new one: not its session, its device, its password, nor what was typed in it.
  expect((await sessionByToken(context, oldToken))?.kind).not.toBe('active');
  const enter = (viewer: AtDoor, password: string) =>
    signIn(context, viewer, { username: person.username, password, returnTo: '/' });
  expect(answerOf(await enter(old, goodPassword))).toBe('access.wrong');
  expect(await enter(old, 'altre quattro parole nuove')).toEqual({ ok: true, value: { kind: 'code_wanted' } });
  const { rows } = await world.database.pool.query('select 1 from kept_forms');
  expect(rows).toEqual([]);
});

test('[REG-8] the other contact is free too: it is the username of the new account, or another person’s', async () => {
  const person = await givenRegistered(world);
  await givenPolicy(context, person.party);
  const second = person.confirmation?.value ?? '';
  await cancelAccount(context, support, { accountId: person.account.id });
  const visitor = await givenVisitor(world);
  await ask(visitor, second);
  await followLink(context, visitor, { token: linkIn(world, second) });
  expect(answerOf(await finish(visitor))).toBe('yes');
});

test('[REG-8] what waited for a code when the account was cancelled leads back to the beginning, without a fault', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await signIn(context, visitor, { username: person.username, password: goodPassword, returnTo: '/' });
  await context.background.idle();
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  await cancelAccount(context, support, { accountId: person.account.id });
  clock.set(plusSeconds(clock.now(), 60));
  expect(answerOf(await resendDeviceCode(context, visitor))).toBe('access.challenge_gone');
  expect(answerOf(await sendToUsername(context, visitor))).toBe('access.challenge_gone');
  expect(answerOf(await confirmDevice(context, visitor, { code }))).toBe('access.challenge_gone');
});

test('[REG-8] cancelled while it is registered again, from two browsers: one account in the end, and one username', async () => {
  const person = await givenRegistered(world);
  await givenPolicy(context, person.party);
  const second = person.confirmation?.value ?? '';
  await cancelAccount(context, support, { accountId: person.account.id });
  const [one, other] = [await givenVisitor(world), await givenVisitor(world)];
  await ask(one, person.username);
  await ask(other, second);
  await followLink(context, one, { token: linkIn(world, person.username) });
  await followLink(context, other, { token: linkIn(world, second) });
  const answers = await Promise.all([
    finish(one),
    finish(other),
    ...[1, 2].map(() => cancelAccount(context, support, { accountId: person.account.id })),
  ]);
  expect(
    answers
      .slice(0, 2)
      .map((answer) => (answer ? answerOf(answer) : ''))
      .filter((code) => code === 'yes'),
  ).toHaveLength(1);
  const { rows } = await world.database.pool.query(
    `select (select count(*)::int from accounts where party_id = $1 and state = 'active') as accounts,
      (select count(*)::int from contact_claims join accounts on accounts.id = account_id where party_id = $1) as claims`,
    [person.party.id],
  );
  expect(rows).toEqual([{ accounts: 1, claims: 1 }]);
});

test('[REG-8] an account cancelled at the moment of its own sign-in: no session is left open', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await signIn(context, visitor, { username: person.username, password: goodPassword, returnTo: '/' });
  await context.background.idle();
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  const [entered] = await Promise.all([
    confirmDevice(context, visitor, { code }),
    cancelAccount(context, support, { accountId: person.account.id }),
  ]);
  if (entered.ok) expect((await sessionByToken(context, entered.value.token))?.kind).not.toBe('active');
});

test('[DUT-6] contacts that were typed and came to nothing are forgotten after thirty days', async () => {
  const value = 'uno.qualunque@posta.example';
  await ask(await givenVisitor(world), value);
  const left = async () =>
    (await world.database.pool.query('select 1 from registrations where value = $1', [value])).rows.length;
  clock.set(plusSeconds(clock.now(), 30 * 86_400));
  await world.runSchedule('registration.sweep');
  expect(await left()).toBe(1);
  clock.set(plusSeconds(clock.now(), 1));
  await world.runSchedule('registration.sweep');
  expect(await left()).toBe(0);
});

test('[REG-3] neither code nor link is in the database or the log', async () => {
  const { contact } = await somebody({ kind: 'email' });
  await ask(await givenVisitor(world), contact);
  const secret = linkIn(world, contact).split('-').at(-1) ?? '';
  const { rows } = await world.database.pool.query<{ dump: string }>(`
    select string_agg(query_to_xml('select * from ' || quote_ident(tablename), true, false, '')::text, '') as dump
    from pg_tables where schemaname = 'public'`);
  expect(rows[0]?.dump).toContain(contact);
  expect(rows[0]?.dump).not.toContain(secret);
  expect(world.logged.join('\n')).not.toContain(secret);
  expect(world.logged.join('\n')).not.toContain(contact);
});
