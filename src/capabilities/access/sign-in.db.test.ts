import { expect, test } from 'vitest';
import { type Instant, plusSeconds, secondsBetween } from '#kernel/days.ts';
import { time } from '#kernel/format.ts';
import {
  accessCapabilities,
  answerOf,
  codeIn,
  givenRegistered,
  givenVisitor,
  goodPassword,
  sentTo,
} from '../../../tests/world/access.ts';
import { testWorld } from '../../../tests/world/context.ts';
import {
  accountOf,
  cancelAccount,
  challengeFor,
  confirmDevice,
  endSession,
  forgetDevice,
  resendDeviceCode,
  sendToUsername,
  sessionByToken,
  sessionsOf,
  signIn,
  signOut,
  signOutEverywhere,
  unlockAccount,
} from './index.ts';

const world = await testWorld({ capabilities: accessCapabilities });
const { context, clock } = world;
type AtDoor = Awaited<ReturnType<typeof givenVisitor>>;

const enter = (viewer: Parameters<typeof signIn>[1], username: string, password = goodPassword, returnTo = '/') =>
  signIn(context, viewer, { username, password, returnTo });

/** Signs in from a browser that is known from then on; the viewer a page would have. */
async function signedIn(viewer: AtDoor, person: Awaited<ReturnType<typeof givenRegistered>>) {
  await enter(viewer, person.username);
  await context.background.idle();
  const to = person.confirmation?.value ?? person.username;
  const done = await confirmDevice(context, viewer, { code: codeIn(world, to, 6) });
  if (!done.ok) throw new Error(done.reasons[0].code);
  // The message about the new device has left before anybody counts statements.
  await context.background.idle();
  const session = await sessionByToken(context, done.value.token);
  if (session?.kind !== 'active') throw new Error('not signed in');
  return { token: done.value.token, viewer: { ...viewer, kind: 'customer' as const, ...session.customer } };
}

test('[ACC-1] [ACC-11] an unknown device gives the code that went to the confirmation contact, and is known from then on', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  expect(await enter(visitor, person.username, goodPassword, '/polizze')).toEqual({
    ok: true,
    value: { kind: 'code_wanted' },
  });
  await context.background.idle();
  expect(sentTo(world, person.username)).toEqual([]);
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  expect(sentTo(world, person.confirmation?.value ?? '').at(-1)).toMatch(new RegExp(`\n@localhost #${code}$`));

  const stranger = await givenVisitor(world);
  expect(answerOf(await confirmDevice(context, stranger, { code }))).toBe('access.challenge_gone');
  const wrong = await confirmDevice(context, visitor, { code: code === '000000' ? '000001' : '000000' });
  expect(wrong).toMatchObject({ ok: false, reasons: [{ code: 'codes.wrong', values: { triesLeft: 4 } }] });
  const done = await confirmDevice(context, visitor, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect(done).toMatchObject({ ok: true, value: { returnTo: '/polizze' } });
  expect(answerOf(await confirmDevice(context, visitor, { code }))).toBe('access.challenge_gone');

  const again = await enter(visitor, person.username);
  expect(again).toMatchObject({ ok: true, value: { kind: 'signed_in' } });
  clock.set(plusSeconds(clock.now(), 90 * 86_400));
  expect(await enter(visitor, person.username)).toEqual({ ok: true, value: { kind: 'code_wanted' } });
});

test('[ACC-11] without a confirmation contact the code goes to the username, and nowhere else', async () => {
  const person = await givenRegistered(world, { confirmation: null });
  const visitor = await givenVisitor(world);
  await enter(visitor, person.username);
  await context.background.idle();
  expect(await challengeFor(context, visitor)).toMatchObject({ kind: 'email', elsewhere: undefined });
  expect(answerOf(await sendToUsername(context, visitor))).toBe('access.no_other_contact');
  expect(answerOf(await confirmDevice(context, visitor, { code: codeIn(world, person.username, 6) }))).toBe('yes');
});

test('[ACC-11] who cannot reach the confirmation contact gets the code at the username; the contact hears of it at once', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await enter(visitor, person.username);
  await context.background.idle();
  const first = codeIn(world, person.confirmation?.value ?? '', 6);
  expect(answerOf(await sendToUsername(context, visitor))).toBe('yes');
  await context.background.idle();
  expect(sentTo(world, person.confirmation?.value ?? '').at(-1)).toContain('non qui');
  expect(await challengeFor(context, visitor)).toMatchObject({ kind: 'email', elsewhere: undefined });
  expect(answerOf(await confirmDevice(context, visitor, { code: first }))).toBe('codes.older');
  expect(answerOf(await confirmDevice(context, visitor, { code: codeIn(world, person.username, 6) }))).toBe('yes');
});

test('[ACC-11] a new code follows the last one after half a minute, ten a day', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await enter(visitor, person.username);
  expect(answerOf(await resendDeviceCode(context, visitor))).toBe('codes.just_sent');
  for (let sent = 1; sent < 10; sent += 1) {
    clock.set(plusSeconds(clock.now(), 30));
    expect(answerOf(await resendDeviceCode(context, visitor))).toBe('yes');
    await context.background.idle();
  }
  clock.set(plusSeconds(clock.now(), 30));
  expect(answerOf(await resendDeviceCode(context, visitor))).toBe('codes.limit');
  expect(answerOf(await enter(visitor, person.username))).toBe('codes.limit');
  await context.background.idle();
  expect(sentTo(world, person.confirmation?.value ?? '')).toHaveLength(10);
  // The code still works, and so does the device afterwards.
  expect(
    answerOf(await confirmDevice(context, visitor, { code: codeIn(world, person.confirmation?.value ?? '', 6) })),
  ).toBe('yes');
});

test('[ACC-11] pressed twice, one message; the password again later, a newer code that makes the first an older one', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  const to = person.confirmation?.value ?? '';
  await Promise.all([enter(visitor, person.username), enter(visitor, person.username, goodPassword, '/documenti')]);
  await context.background.idle();
  expect(sentTo(world, to)).toHaveLength(1);
  const first = codeIn(world, to, 6);
  clock.set(plusSeconds(clock.now(), 30));
  await enter(visitor, person.username, goodPassword, '/polizze');
  await context.background.idle();
  expect(sentTo(world, to)).toHaveLength(2);
  expect(answerOf(await confirmDevice(context, visitor, { code: first }))).toBe('codes.older');
  const done = await confirmDevice(context, visitor, { code: codeIn(world, to, 6) });
  expect(done).toMatchObject({ ok: true, value: { returnTo: '/polizze' } });
});

test('[DUT-6] what is over is forgotten after thirty days, sessions, known devices and the audit log stay', async () => {
  const person = await givenRegistered(world);
  await signedIn(await givenVisitor(world), person);
  const left = async (table: string) =>
    (await world.database.pool.query(`select 1 from ${table} where account_id = $1`, [person.account.id])).rows.length;
  clock.set(plusSeconds(clock.now(), 30 * 86_400));
  await world.runSchedule('access.sweep');
  expect(await left('device_challenges')).toBe(1);
  clock.set(plusSeconds(clock.now(), 1));
  await world.runSchedule('access.sweep');
  expect(await left('device_challenges')).toBe(0);
  // An operation may speak of its session for as long as it is kept itself.
  expect([await left('sessions'), await left('known_devices'), await left('audit_lines')]).toEqual([1, 1, 1]);
});

test('[ACC-11] after five wrong codes the right one is refused too, and a new one works', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await enter(visitor, person.username);
  await context.background.idle();
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  const wrong = code === '000000' ? '000001' : '000000';
  const answers = [];
  for (let at = 0; at < 5; at += 1) answers.push(answerOf(await confirmDevice(context, visitor, { code: wrong })));
  expect(answers).toEqual(['codes.wrong', 'codes.wrong', 'codes.wrong', 'codes.wrong', 'codes.no_tries']);
  expect(answerOf(await confirmDevice(context, visitor, { code }))).toBe('codes.no_tries');
  clock.set(plusSeconds(clock.now(), 30));
  await resendDeviceCode(context, visitor);
  await context.background.idle();
  expect(
    answerOf(await confirmDevice(context, visitor, { code: codeIn(world, person.confirmation?.value ?? '', 6) })),
  ).toBe('yes');
});

test('[ACC-4] a wrong password, an unknown username and a cancelled account get the same answer', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  const known = await enter(visitor, person.username, 'una password sbagliata');
  const unknown = await enter(visitor, 'nessuno@posta.example', 'una password sbagliata');
  expect(known).toEqual(unknown);
  expect(answerOf(known)).toBe('access.wrong');
  const gone = await givenRegistered(world);
  await cancelAccount(context, { kind: 'system', task: 'test' }, { accountId: gone.account.id });
  expect(await enter(visitor, gone.username)).toEqual(known);
});

test('[ACC-4] the statements of a refused sign-in are as many for a known username as for an unknown one', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await enter(visitor, 'uno@posta.example');
  const unknown = await world.database.countStatements(() => enter(visitor, 'nessuno2@posta.example', 'sbagliata'));
  const known = await world.database.countStatements(() => enter(visitor, person.username, 'sbagliata'));
  expect(known).toBe(unknown);
});

/** Ten wrong passwords in a row, each as soon as it may be tried: what they were answered, and the wait after each. */
async function tenWrong(username: string) {
  const visitor = await givenVisitor(world);
  const story: unknown[] = [];
  for (let at = 1; at <= 10; at += 1) {
    story.push(answerOf(await enter(visitor, username, 'sbagliata')));
    if (at < 4) continue;
    const early = await enter(visitor, username, goodPassword);
    if (early.ok) throw new Error('let in while it should wait');
    const { until } = early.reasons[0].values as { until: Instant };
    story.push(early.reasons[0].code, secondsBetween(clock.now(), until));
    if (at < 10) clock.set(until);
  }
  return story;
}

test('[ACC-4] from the fourth wrong password on one waits, after the tenth half an hour, known or not', async () => {
  const person = await givenRegistered(world);
  const known = await tenWrong(person.username);
  expect(known).toEqual([
    ...['access.wrong', 'access.wrong', 'access.wrong'],
    ...[10, 20, 40, 80, 160, 320].flatMap((seconds) => ['access.wrong', 'access.wait', seconds]),
    ...['access.wrong', 'access.locked', 1_800],
  ]);
  expect(await tenWrong('mai.visto@posta.example')).toEqual(known);

  const visitor = await givenVisitor(world);
  expect(answerOf(await enter(visitor, person.username))).toBe('access.locked');
  await unlockAccount(context, { kind: 'system', task: 'test' }, { accountId: person.account.id });
  expect(answerOf(await enter(visitor, person.username))).toBe('yes');
});

test('[ACC-4] the lock ends by itself; the next wrong password locks again', async () => {
  const person = await givenRegistered(world);
  await tenWrong(person.username);
  clock.set(plusSeconds(clock.now(), 1_800));
  const visitor = await givenVisitor(world);
  expect(answerOf(await enter(visitor, person.username, 'sbagliata'))).toBe('access.wrong');
  expect(answerOf(await enter(visitor, person.username))).toBe('access.locked');
  clock.set(plusSeconds(clock.now(), 1_800));
  expect(answerOf(await enter(visitor, person.username))).toBe('yes');
  expect(answerOf(await enter(visitor, person.username, 'sbagliata'))).toBe('access.wrong');
  expect(answerOf(await enter(visitor, person.username))).toBe('yes');
});

test('[ACC-4] a stranger never locks out the owner’s own devices', async () => {
  const person = await givenRegistered(world);
  const own = await givenVisitor(world);
  await signedIn(own, person);
  await tenWrong(person.username);
  expect(answerOf(await enter(await givenVisitor(world), person.username))).toBe('access.locked');
  expect(await enter(own, person.username)).toMatchObject({ ok: true, value: { kind: 'signed_in' } });
  for (let at = 0; at < 4; at += 1) await enter(own, person.username, 'sbagliata');
  expect(answerOf(await enter(own, person.username))).toBe('access.wait');
});

test('[ACC-4] passwords tried side by side are counted one by one', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  const answers = await Promise.all(Array.from({ length: 12 }, () => enter(visitor, person.username, 'sbagliata')));
  expect(answers.filter((answer) => answerOf(answer) === 'access.wrong')).toHaveLength(4);
});

test('[ACC-4] an account not used for over a year says so only after the right password, and stays locked', async () => {
  const person = await givenRegistered(world, { lastUsedAt: plusSeconds(clock.now(), -365 * 86_400 - 1) });
  const visitor = await givenVisitor(world);
  expect(answerOf(await enter(visitor, person.username, 'sbagliata'))).toBe('access.wrong');
  expect(answerOf(await enter(visitor, person.username))).toBe('access.unused');
  const support = { kind: 'system', task: 'test' } as const;
  expect(await accountOf(context, support, { accountId: person.account.id })).toMatchObject({
    state: 'locked',
    because: 'unused',
  });
  await context.background.idle();
  expect(sentTo(world, person.confirmation?.value ?? '')).toEqual([]);
});

test('[ACC-4] a locked or frozen account says so only after the right password', async () => {
  for (const state of ['locked', 'frozen'] as const) {
    const person = await givenRegistered(world, { state });
    const visitor = await givenVisitor(world);
    expect(answerOf(await enter(visitor, person.username, 'sbagliata'))).toBe('access.wrong');
    expect(answerOf(await enter(visitor, person.username))).toBe(
      state === 'locked' ? 'access.blocked' : 'access.frozen',
    );
  }
});

test('[ACC-1] a session ends after 15 idle minutes; a page that asks by itself does not keep it alive', async () => {
  const person = await givenRegistered(world);
  const { token } = await signedIn(await givenVisitor(world), person);
  const later = (seconds: number) => clock.set(plusSeconds(clock.now(), seconds));
  const kind = async (isPassive = false) => (await sessionByToken(context, token, { isPassive }))?.kind;
  later(899);
  expect(await kind()).toBe('active');
  later(899);
  expect(await kind(true)).toBe('active');
  later(1);
  expect(await kind()).toBe('ended');
  later(86_400);
  expect(await kind()).toBeUndefined();
});

test('[ACC-1] a session ends after twelve hours however much it is used', async () => {
  const person = await givenRegistered(world);
  const { token } = await signedIn(await givenVisitor(world), person);
  const start = clock.now();
  for (let minutes = 10; minutes < 720; minutes += 10) {
    clock.set(plusSeconds(start, minutes * 60));
    expect((await sessionByToken(context, token))?.kind).toBe('active');
  }
  clock.set(plusSeconds(start, 43_199));
  expect((await sessionByToken(context, token))?.kind).toBe('active');
  clock.set(plusSeconds(start, 43_200));
  expect((await sessionByToken(context, token))?.kind).toBe('ended');
});

test('[ACC-1] a session costs one statement, and one more at most once a minute', async () => {
  const person = await givenRegistered(world);
  const { token } = await signedIn(await givenVisitor(world), person);
  await sessionByToken(context, token);
  expect(await world.database.countStatements(() => sessionByToken(context, token))).toBe(1);
  clock.set(plusSeconds(clock.now(), 60));
  expect(await world.database.countStatements(() => sessionByToken(context, token))).toBe(2);
  expect(await world.database.countStatements(() => sessionByToken(context, token))).toBe(1);
});

test('[ACC-1] [ACC-11] devices are listed, the one in use first; another one is signed out and forgotten', async () => {
  const person = await givenRegistered(world);
  const phone = await signedIn(await givenVisitor(world, { label: 'Safari, iPhone' }), person);
  const laptop = await signedIn(await givenVisitor(world, { label: 'Firefox, Linux' }), person);
  const other = await signedIn(await givenVisitor(world, { label: 'Chrome, Android' }), await givenRegistered(world));
  const [own, theirs, ...rest] = await sessionsOf(context, laptop.viewer);
  expect(own).toMatchObject({ label: 'Firefox, Linux', isCurrent: true });
  expect(theirs).toMatchObject({ label: 'Safari, iPhone', isCurrent: false });
  expect(rest).toEqual([]);

  // Somebody else's device and session are not there for this account.
  const device = theirs?.known?.publicId ?? '';
  const session = theirs?.session?.publicId ?? '';
  expect(await forgetDevice(context, other.viewer, { device })).toBe(false);
  await endSession(context, other.viewer, { session });
  expect((await sessionByToken(context, phone.token))?.kind).toBe('active');

  await endSession(context, laptop.viewer, { session });
  expect((await sessionByToken(context, phone.token))?.kind).toBe('ended');
  expect(await forgetDevice(context, laptop.viewer, { device })).toBe(true);
  expect(await sessionsOf(context, laptop.viewer)).toHaveLength(1);
  expect(await enter(phone.viewer as never, person.username)).toEqual({ ok: true, value: { kind: 'code_wanted' } });
});

test('[ACC-11] forgetting a device ends what is open on it; the one in use stays signed in', async () => {
  const person = await givenRegistered(world);
  const phone = await signedIn(await givenVisitor(world), person);
  const laptop = await signedIn(await givenVisitor(world), person);
  for (const one of await sessionsOf(context, laptop.viewer)) {
    await forgetDevice(context, laptop.viewer, { device: one.known?.publicId ?? '' });
  }
  expect((await sessionByToken(context, phone.token))?.kind).toBe('ended');
  expect((await sessionByToken(context, laptop.token))?.kind).toBe('active');
});

test('[ACC-1] signing out ends this session; everywhere ends all, and a code on its way', async () => {
  const person = await givenRegistered(world);
  const phone = await signedIn(await givenVisitor(world), person);
  const laptop = await signedIn(await givenVisitor(world), person);
  await signOut(context, phone.viewer);
  expect((await sessionByToken(context, phone.token))?.kind).toBe('ended');
  expect((await sessionByToken(context, laptop.token))?.kind).toBe('active');

  const visitor = await givenVisitor(world);
  await enter(visitor, person.username);
  await context.background.idle();
  await signOutEverywhere(context, laptop.viewer);
  expect((await sessionByToken(context, laptop.token))?.kind).toBe('ended');
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  expect(answerOf(await confirmDevice(context, visitor, { code }))).toBe('access.challenge_gone');
});

test('[ACC-1] a new session in a browser ends the one it had, of whomever', async () => {
  const visitor = await givenVisitor(world);
  const first = await signedIn(visitor, await givenRegistered(world));
  const second = await signedIn(visitor, await givenRegistered(world));
  expect((await sessionByToken(context, first.token))?.kind).toBe('ended');
  expect((await sessionByToken(context, second.token))?.kind).toBe('active');
});

test('[REG-8] a cancelled account is out everywhere at once, and its contacts are free', async () => {
  const person = await givenRegistered(world);
  const { token } = await signedIn(await givenVisitor(world), person);
  await cancelAccount(context, { kind: 'system', task: 'test' }, { accountId: person.account.id });
  expect((await sessionByToken(context, token))?.kind).toBe('ended');
  const { rows } = await world.database.pool.query('select 1 from contact_claims where account_id = $1', [
    person.account.id,
  ]);
  expect(rows).toEqual([]);
});

test('[ACC-4] one password tried on many usernames from one network is held up, known usernames and unknown ones alike', async () => {
  const address = '2001:db8:aaaa:1::/64';
  const person = await givenRegistered(world);
  const other = await givenRegistered(world);
  const own = await signedIn(await givenVisitor(world, { address }), person);
  const spraying = (at: number) => enter({ ...sprayer, address }, `nobody-${at}@spray.example`, 'Benvenuto2026!');
  const sprayer = await givenVisitor(world);
  const first = clock.now();
  for (let at = 0; at < 99; at += 1) expect(answerOf(await spraying(at))).toBe('access.wrong');
  // A right password takes no place, nor does a username that has to wait anyway.
  expect(answerOf(await enter({ ...sprayer, address }, other.username))).toBe('yes');
  expect(answerOf(await spraying(99))).toBe('access.wrong');

  const held = await enter({ ...sprayer, address }, 'somebody@spray.example', 'Benvenuto2026!');
  expect(held).toMatchObject({
    ok: false,
    reasons: [{ code: 'access.wait', values: { until: plusSeconds(first, 3_600) } }],
  });
  // Right or wrong, known or unknown: the same answer, so the limit is no oracle.
  expect(await enter({ ...sprayer, address }, other.username)).toEqual(held);
  // Who lives behind the same address goes on with the device in use, and elsewhere nothing has changed.
  expect(answerOf(await enter(own.viewer, person.username, 'wrong password here'))).toBe('access.wrong');
  expect(await enter(own.viewer, person.username)).toMatchObject({ ok: true, value: { kind: 'signed_in' } });
  expect(answerOf(await enter({ ...sprayer, address: '2001:db8:aaaa:2::/64' }, 'somebody@spray.example'))).toBe(
    'access.wrong',
  );
  clock.set(plusSeconds(first, 3_600));
  expect(answerOf(await spraying(200))).toBe('access.wrong');
});

test('[ACC-4] a hundred tries at once from one network are a hundred tries', async () => {
  const address = '2001:db8:aaaa:3::/64';
  const visitor = await givenVisitor(world, { address });
  const answers = await Promise.all(
    Array.from({ length: 130 }, (_, at) => enter(visitor, `at-once-${at}@spray.example`, 'Benvenuto2026!')),
  );
  // Those that we were too busy to compare were no tries.
  const compared = answers.filter((answer) => answerOf(answer) === 'access.wrong').length;
  expect(compared).toBeLessThanOrEqual(100);
  expect(compared).toBeGreaterThan(0);
});

const notices = (value: string) => sentTo(world, value).filter((text) => /nuovo dispositivo|neuen Gerät/.test(text));

/** Gives the code that went to a contact. */
async function confirmed(viewer: AtDoor, username: string, to: string) {
  await enter(viewer, username);
  await context.background.idle();
  const code = codeIn(world, to, 6);
  const wrong = await confirmDevice(context, viewer, { code: code === '000000' ? '000001' : '000000' });
  expect(answerOf(wrong)).toBe('codes.wrong');
  await context.background.idle();
  expect(notices(username)).toEqual([]);
  const answers = await Promise.all([1, 2, 3].map(() => confirmDevice(context, viewer, { code })));
  expect(answers.map(answerOf).filter((answer) => answer === 'yes')).toHaveLength(1);
  await context.background.idle();
}

test('[ACC-7] a sign-in from an unknown device is told to the preferred contact, once, and none from a known one', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world, { label: 'Safari, iPhone' });
  const mobile = person.confirmation?.value ?? '';
  await confirmed(visitor, person.username, mobile);
  const [notice, ...others] = notices(person.username);
  expect(others).toEqual([]);
  expect(notice).toContain('Safari, iPhone');
  expect(notice).toContain(time(clock.now(), 'it'));
  expect(notice).toMatch(/\/recupera\b[\s\S]*\/profilo\/accessi\b/);
  // It has had the code itself: the reader of the code is no witness.
  expect(notices(mobile)).toEqual([]);
  expect(await enter(visitor, person.username)).toMatchObject({ ok: true, value: { kind: 'signed_in' } });
  await context.background.idle();
  expect(notices(person.username)).toHaveLength(1);
});

test('[ACC-7] where the code went to the preferred contact itself, the username hears of it too', async () => {
  const person = await givenRegistered(world);
  const mobile = person.confirmation?.value ?? '';
  await context.database.updateTable('contacts').set({ is_preferred: true }).where('value', '=', mobile).execute();
  await confirmed(await givenVisitor(world), person.username, mobile);
  expect([notices(mobile).length, notices(person.username).length]).toEqual([1, 1]);
});

test('[ACC-7] who has only the username is told there', async () => {
  const person = await givenRegistered(world, { confirmation: null });
  await confirmed(await givenVisitor(world), person.username, person.username);
  expect(notices(person.username)).toHaveLength(1);
});

test('[ACC-7] in the language of the customer, not of the page that a stranger has chosen', async () => {
  const person = await givenRegistered(world);
  await context.database.updateTable('parties').set({ language: 'de' }).where('id', '=', person.party.id).execute();
  await confirmed(await givenVisitor(world), person.username, person.confirmation?.value ?? '');
  expect(notices(person.username)[0]).toContain('Anmeldung von einem neuen Gerät');
});
