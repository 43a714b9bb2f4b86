import { expect, test } from 'vitest';
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
import {
  accountOf,
  askedRecovery,
  askRecovery,
  challengeFor,
  confirmDevice,
  recover,
  recoveryBehind,
  sendToUsername,
  sessionByToken,
  signIn,
} from './index.ts';

const world = await testWorld({ capabilities: accessCapabilities });
const { context, clock } = world;
type AtDoor = Awaited<ReturnType<typeof givenVisitor>>;

const newPassword = 'cinque parole del tutto nuove';
const support = { kind: 'system', task: 'test' } as const;

async function ask(viewer: AtDoor, username: string) {
  await askRecovery(context, viewer, { username });
  await world.runTasks();
  await context.background.idle();
}
const enter = (viewer: AtDoor, username: string, password: string) =>
  signIn(context, viewer, { username, password, returnTo: '/' });

test('[ACC-2] the link in the message leads to a new password, in any browser, and works once', async () => {
  const person = await givenRegistered(world);
  await ask(await givenVisitor(world), person.username);
  const token = linkIn(world, person.username);
  const phone = await givenVisitor(world);
  // Opening it, as mail scanners do, changes nothing.
  for (let at = 0; at < 3; at += 1) {
    expect(await recoveryBehind(context, phone, { token })).toEqual({ ok: true, value: { username: person.username } });
  }
  expect(await recover(context, phone, { token, password: newPassword })).toEqual({
    ok: true,
    value: { kind: 'code_wanted' },
  });
  expect(answerOf(await recover(context, phone, { token, password: 'altre parole ancora diverse' }))).toBe(
    'codes.link_used',
  );
  await context.background.idle();
  const code = codeIn(world, person.confirmation?.value ?? '', 6);
  expect(answerOf(await confirmDevice(context, phone, { code }))).toBe('yes');
  expect(answerOf(await enter(await givenVisitor(world), person.username, goodPassword))).toBe('access.wrong');
  expect(answerOf(await enter(await givenVisitor(world), person.username, newPassword))).toBe('yes');
});

test('[ACC-2] two browsers with one link: one password', async () => {
  const person = await givenRegistered(world);
  await ask(await givenVisitor(world), person.username);
  const token = linkIn(world, person.username);
  const [one, other] = [await givenVisitor(world), await givenVisitor(world)];
  const answers = await Promise.all([
    recover(context, one, { token, password: newPassword }),
    recover(context, other, { token, password: 'altre parole ancora diverse' }),
  ]);
  expect(answers.map(answerOf).sort()).toEqual(['codes.link_used', 'yes']);
});

test('[ACC-2] the link lives thirty minutes, and only the newest one', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await ask(visitor, person.username);
  const first = linkIn(world, person.username);
  await ask(await givenVisitor(world), person.username);
  const second = linkIn(world, person.username);
  expect(answerOf(await recover(context, visitor, { token: first, password: newPassword }))).toBe('codes.link_older');
  clock.set(plusSeconds(clock.now(), 1_799));
  expect(answerOf(await recoveryBehind(context, visitor, { token: second }))).toBe('yes');
  clock.set(plusSeconds(clock.now(), 1));
  expect(answerOf(await recoveryBehind(context, visitor, { token: second }))).toBe('codes.link_expired');
  expect(answerOf(await recover(context, visitor, { token: second, password: newPassword }))).toBe(
    'codes.link_expired',
  );
  expect(answerOf(await enter(visitor, person.username, goodPassword))).toBe('yes');
});

test('[ACC-2] a new password ends other sessions and forgets other devices; a device known before stays known', async () => {
  const person = await givenRegistered(world);
  const [phone, laptop] = [await givenVisitor(world), await givenVisitor(world)];
  const tokens = [];
  for (const device of [phone, laptop]) {
    await enter(device, person.username, goodPassword);
    await context.background.idle();
    const done = await confirmDevice(context, device, { code: codeIn(world, person.confirmation?.value ?? '', 6) });
    if (done.ok) tokens.push(done.value.token);
  }
  await ask(laptop, person.username);
  const done = await recover(context, laptop, { token: linkIn(world, person.username), password: newPassword });
  expect(done).toMatchObject({ ok: true, value: { kind: 'signed_in' } });
  for (const token of tokens) expect((await sessionByToken(context, token))?.kind).toBe('ended');
  expect(await enter(phone, person.username, newPassword)).toEqual({ ok: true, value: { kind: 'code_wanted' } });
  expect(await enter(laptop, person.username, newPassword)).toMatchObject({ ok: true, value: { kind: 'signed_in' } });
});

test('[ACC-11] within a day of a recovery the code may not go to the username instead', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await ask(visitor, person.username);
  await recover(context, visitor, { token: linkIn(world, person.username), password: newPassword });
  expect((await challengeFor(context, visitor))?.kind).toBe('mobile');
  expect(answerOf(await sendToUsername(context, visitor))).toBe('access.recovered_recently');
  clock.set(plusSeconds(clock.now(), 86_400));
  await enter(visitor, person.username, newPassword);
  expect(answerOf(await sendToUsername(context, visitor))).toBe('yes');
});

test('[ACC-4] recovery unlocks what lay unused, and wrong passwords', async () => {
  const person = await givenRegistered(world, { state: 'locked', lastUsedAt: plusSeconds(clock.now(), -800 * 86_400) });
  await world.database.pool.query("update accounts set state_because = 'unused' where id = $1", [person.account.id]);
  const visitor = await givenVisitor(world);
  for (let at = 0; at < 4; at += 1) await enter(visitor, person.username, 'sbagliata');
  expect(answerOf(await enter(visitor, person.username, goodPassword))).toBe('access.wait');
  await ask(visitor, person.username);
  await recover(context, visitor, { token: linkIn(world, person.username), password: newPassword });
  expect(await accountOf(context, support, { accountId: person.account.id })).toMatchObject({
    state: 'active',
    wrongPasswords: 0,
  });
  expect(answerOf(await enter(visitor, person.username, newPassword))).toBe('yes');
});

test('[ACC-4] an account that support has closed gets a message that says so, and no link', async () => {
  const person = await givenRegistered(world, { state: 'frozen' });
  await ask(await givenVisitor(world), person.username);
  expect(sentTo(world, person.username).at(-1)).toContain('bloccato dall’Assistenza');
  expect(() => linkIn(world, person.username)).toThrow();
});

test('[ACC-2] [REG-6] an unknown contact gets no message, and the page looks the same', async () => {
  const person = await givenRegistered(world);
  const pages = [];
  for (const username of [person.username, 'nessuno@posta.example', person.confirmation?.value ?? '']) {
    const visitor = await givenVisitor(world);
    const statements = await world.database.countStatements(() => askRecovery(context, visitor, { username }));
    const page = await askedRecovery(context, visitor);
    pages.push({ statements, page: { ...page, username: page?.username === username } });
    await world.runTasks();
    const after = await askedRecovery(context, visitor);
    expect({ ...after, username: after?.username === username }).toEqual(pages.at(-1)?.page);
  }
  expect(pages[1]).toEqual(pages[0]);
  expect(pages[2]).toEqual(pages[0]);
  await context.background.idle();
  expect(sentTo(world, 'nessuno@posta.example')).toEqual([]);
  // What confirms operations is no username: nothing says so.
  expect(sentTo(world, person.confirmation?.value ?? '')).toEqual([]);
});

test('[ACC-2] a username that the agency has ended still signs in, but recovers nothing', async () => {
  const person = await givenRegistered(world);
  await world.database.pool.query('update contacts set ended_at = $1 where value = $2', [clock.now(), person.username]);
  await ask(await givenVisitor(world), person.username);
  expect(sentTo(world, person.username)).toEqual([]);
  expect(answerOf(await enter(await givenVisitor(world), person.username, goodPassword))).toBe('yes');
});

test('[ACC-2] one contact gets five links an hour; the sixth question looks the same and sends nothing', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world, { address: '198.51.100.77' });
  for (let at = 0; at < 6; at += 1) await ask(visitor, person.username);
  expect(await askedRecovery(context, visitor)).toMatchObject({ username: person.username });
  expect(sentTo(world, person.username)).toHaveLength(5);
  // What a stranger asked for has used up nothing of who signs in.
  const owner = await givenVisitor(world);
  expect(answerOf(await enter(owner, person.username, goodPassword))).toBe('yes');
});

test('[ACC-2] [REG-7] a weak password is refused and the link still works', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await ask(visitor, person.username);
  const token = linkIn(world, person.username);
  expect(answerOf(await recover(context, visitor, { token, password: 'corta' }))).toBe('access.password_short');
  expect(answerOf(await recover(context, visitor, { token, password: `${person.username}!` }))).toBe(
    'access.password_own',
  );
  expect(answerOf(await recover(context, visitor, { token, password: newPassword }))).toBe('yes');
});

test('[ACC-2] a task that runs twice sends one message', async () => {
  const person = await givenRegistered(world);
  await askRecovery(context, await givenVisitor(world), { username: person.username });
  const [task] = world.waiting;
  expect(task).toMatchObject({ task: 'access.decide_recovery', isTriedNow: true });
  const { decideRecovery } = await import('./tasks.ts');
  const data = decideRecovery.data.parse(task?.data);
  await Promise.all([decideRecovery.run(context, data), decideRecovery.run(context, data)]);
  await world.runTasks();
  expect(sentTo(world, person.username)).toHaveLength(1);
});

test('[ACC-2] neither the link nor the password is anywhere in the database or the log', async () => {
  const person = await givenRegistered(world);
  const visitor = await givenVisitor(world);
  await ask(visitor, person.username);
  const token = linkIn(world, person.username);
  const secret = token.split('-').at(-1) ?? '';
  const { rows } = await world.database.pool.query<{ dump: string }>(`
    select string_agg(query_to_xml('select * from ' || quote_ident(tablename), true, false, '')::text, '') as dump
    from pg_tables where schemaname = 'public'`);
  expect(rows[0]?.dump).toContain(person.username);
  expect(rows[0]?.dump).not.toContain(secret);
  expect(world.logged.join('\n')).not.toContain(secret);
  expect(world.logged.join('\n')).not.toContain(person.username);
});
