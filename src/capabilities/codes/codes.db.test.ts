import { expect, test } from 'vitest';
import { transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { publicId } from '#kernel/ids.ts';
import { testWorld } from '../../../tests/world/context.ts';
import {
  capability,
  check,
  endSends,
  newestOf,
  newSend,
  readLink,
  secretsOf,
  takeStrangerSend,
  useLink,
} from './index.ts';

const world = await testWorld({ capabilities: [capability] });
const { context, clock } = world;

const wanted = (subject: string) => ({
  purpose: 'registration' as const,
  subject,
  digits: 4 as const,
  validSeconds: 900,
  linkValidSeconds: 172_800,
});
const send = (subject = publicId()) => transaction(context, (tx) => newSend(tx, wanted(subject)));
const typed = (subject: string, code: string) =>
  transaction(context, (tx) => check(tx, { purpose: 'registration', subject, code }));
const codeOf = (outcome: { ok: boolean; reasons?: { code: string }[] }) =>
  outcome.ok ? 'yes' : outcome.reasons?.[0]?.code;
/** A code that is surely another one. */
const not = (code: string) => String((Number(code) + 1) % 10_000).padStart(4, '0');

test('[REG-4] after five wrong codes the right one is refused too', async () => {
  const { subject, ...rest } = await send();
  const { code } = secretsOf(context, { subject, ...rest });
  const left = [];
  for (let at = 0; at < 4; at += 1) {
    const answer = await typed(subject, not(code));
    left.push(answer.ok ? 'yes' : answer.reasons[0].values);
  }
  expect(left).toEqual([{ triesLeft: 4 }, { triesLeft: 3 }, { triesLeft: 2 }, { triesLeft: 1 }]);
  expect(codeOf(await typed(subject, not(code)))).toBe('codes.no_tries');
  expect(codeOf(await typed(subject, code))).toBe('codes.no_tries');
});

test('[REG-4] tries sent side by side are counted one by one', async () => {
  const sent = await send();
  const { code } = secretsOf(context, sent);
  const answers = await Promise.all(Array.from({ length: 8 }, () => typed(sent.subject, not(code))));
  expect(answers.map(codeOf).sort()).toEqual([
    ...Array.from({ length: 4 }, () => 'codes.no_tries'),
    ...Array.from({ length: 4 }, () => 'codes.wrong'),
  ]);
  expect((await newestOf(context, sent))?.triesLeft).toBe(0);
});

test('[CNF-2] a right code works once, also when it is sent twice at the same time', async () => {
  const sent = await send();
  const { code } = secretsOf(context, sent);
  const answers = await Promise.all([typed(sent.subject, code), typed(sent.subject, code)]);
  expect(answers.map(codeOf).sort()).toEqual(['codes.used', 'yes']);
});

test('[REG-3] [CNF-9] only the newest code counts; an older one is recognised, and costs a try', async () => {
  const first = await send();
  const second = await send(first.subject);
  expect(second.sendNumber).toBe(2);
  expect(codeOf(await typed(first.subject, secretsOf(context, first).code))).toBe('codes.older');
  expect((await newestOf(context, second))?.triesLeft).toBe(4);
  expect(codeOf(await typed(first.subject, secretsOf(context, second).code))).toBe('yes');
});

test('[REG-3] a code lives fifteen minutes and its link two days, in their own time', async () => {
  const sent = await send();
  const { code, linkToken } = secretsOf(context, sent);
  clock.set(plusSeconds(sent.sentAt, 900));
  expect(codeOf(await typed(sent.subject, code))).toBe('codes.expired');
  clock.set(plusSeconds(sent.sentAt, 172_799));
  expect(codeOf(await readLink(context, 'registration', linkToken))).toBe('yes');
  clock.set(plusSeconds(sent.sentAt, 172_800));
  expect(codeOf(await readLink(context, 'registration', linkToken))).toBe('codes.link_expired');
  expect(codeOf(await transaction(context, (tx) => useLink(tx, 'registration', linkToken)))).toBe('codes.link_expired');
});

test('[REG-10] looking at a link changes nothing; using it consumes it once', async () => {
  const sent = await send();
  const { linkToken } = secretsOf(context, sent);
  const use = () => transaction(context, (tx) => useLink(tx, 'registration', linkToken));
  for (let at = 0; at < 3; at += 1) expect(codeOf(await readLink(context, 'registration', linkToken))).toBe('yes');
  const answers = await Promise.all([use(), use()]);
  expect(answers.map(codeOf).sort()).toEqual(['codes.link_used', 'yes']);
  expect(codeOf(await readLink(context, 'registration', linkToken))).toBe('codes.link_used');
});

test('[REG-10] a made-up link is never told apart from one that never was', async () => {
  const first = await send();
  await send(first.subject);
  const { linkToken } = secretsOf(context, first);
  expect(codeOf(await readLink(context, 'registration', linkToken))).toBe('codes.link_older');
  const madeUp = linkToken.slice(0, -32) + '0'.repeat(32);
  expect(codeOf(await readLink(context, 'registration', madeUp))).toBe('codes.link_none');
  expect(codeOf(await readLink(context, 'recovery', linkToken))).toBe('codes.link_none');
  expect(codeOf(await readLink(context, 'registration', 'nonsense'))).toBe('codes.link_none');
});

test('[REG-4] what has been ended answers to neither code nor link', async () => {
  const sent = await send();
  const { code, linkToken } = secretsOf(context, sent);
  await transaction(context, (tx) => endSends(tx, sent));
  expect(codeOf(await typed(sent.subject, code))).toBe('codes.used');
  expect(codeOf(await readLink(context, 'registration', linkToken))).toBe('codes.link_used');
});

test('[REG-4] one contact gets five messages an hour and ten a day, others are not touched', async () => {
  const start = clock.now();
  let address = 0;
  const ask = async (value: string) =>
    (await takeStrangerSend(context, { value, address: `198.51.100.${++address}` })).ok;
  const five = async (value: string) => [
    await ask(value),
    await ask(value),
    await ask(value),
    await ask(value),
    await ask(value),
  ];
  expect(await five('+393331000001')).toEqual([true, true, true, true, true]);
  expect(await ask('+393331000001')).toBe(false);
  expect(await ask('+393331000002')).toBe(true);
  clock.set(plusSeconds(start, 3_600));
  expect(await five('+393331000001')).toEqual([true, true, true, true, true]);
  clock.set(plusSeconds(start, 7_201));
  expect(await ask('+393331000001')).toBe(false);
  clock.set(plusSeconds(start, 86_400));
  expect(await ask('+393331000001')).toBe(true);
});

test('[REG-4] one network address asks for thirty messages an hour', async () => {
  let asked = 0;
  const ask = async (address: string) =>
    (await takeStrangerSend(context, { value: `c${++asked}@posta.example`, address })).ok;
  for (let at = 0; at < 30; at += 1) expect(await ask('2001:db8:1:2::/64')).toBe(true);
  expect(await ask('2001:db8:1:2::/64')).toBe(false);
  expect(await ask('2001:db8:1:3::/64')).toBe(true);
});
