// What the state page says, from what really happened; and what operators tell everybody.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { capabilities as all } from '#capabilities/all.ts';
import type { PaymentProvider } from '#capabilities/payments/index.ts';
import { openDatabase } from '#kernel/database.server.ts';
import { instant, plusSeconds } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { languages } from '#kernel/language.ts';
import { system } from '#kernel/viewer.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { clearServiceNotice, noticeFor, noticeText, serviceNotice, setServiceNotice } from './index.ts';
import { lookAtState } from './state.ts';

const now = instant('2026-11-24T09:00:00Z');
const world = await testWorld({ now, capabilities: [...all] });
const { context } = world;
const viewer = system('test');
const card = { name: 'one', methods: ['card'] } as unknown as PaymentProvider;
const withCard = { ...context, ports: { ...context.ports, payment: [card] } };

const states = async (there = context) =>
  Object.fromEntries((await lookAtState(there)).lines.map(({ name, state }) => [name, state]));

const message = (channel: 'email' | 'sms', state: 'queued' | 'sent' | 'expired', secondsAgo: number) => {
  const at = plusSeconds(context.clock.now(), -secondsAgo);
  return context.database
    .insertInto('messages')
    .values({
      id: newId(Date.parse(at)),
      kind: 'test',
      channel,
      destination: 'x',
      language: 'it',
      facts: '{}',
      state,
      next_try_at: at,
      queued_at: at,
      useful_until: plusSeconds(at, 86_400),
      sent_at: state === 'sent' ? at : null,
    })
    .execute();
};

test('[HLP-1] on a quiet day everything works, and nothing is said of what is not there', async () => {
  const state = await lookAtState(context);
  expect(state).toMatchObject({ overall: 'ok', checkedAt: now });
  expect(await states()).toEqual({ pages: 'ok', email: 'ok', sms: 'ok', documents: 'ok', tasks: 'ok' });
  expect(await states(withCard)).toMatchObject({ card: 'ok' });
});

test('[HLP-1] [INT-3] messages that wait make their channel slow, then down, and the other one nothing', async () => {
  await message('sms', 'sent', 1_700);
  await message('sms', 'queued', 130);
  expect(await states()).toMatchObject({ sms: 'slow', email: 'ok' });
  await message('sms', 'queued', 700);
  expect(await states()).toMatchObject({ sms: 'down', email: 'ok' });
  await message('sms', 'sent', 10);
  expect(await states()).toMatchObject({ sms: 'slow' });
  await context.database.deleteFrom('messages').execute();
  await message('email', 'expired', 60);
  expect(await states()).toMatchObject({ email: 'down', sms: 'ok' });
  await context.database.deleteFrom('messages').execute();
});

test('[HLP-1] [DOC-6] a storage that cannot be used is said', async () => {
  const storage = { ...context.ports.storage, check: () => Promise.reject(new Error('gone')) };
  expect(await states({ ...context, ports: { ...context.ports, storage } })).toMatchObject({ documents: 'down' });
});

test('[HLP-1] data that are a day and a half old are said to be so, and make nothing slow', async () => {
  const run = (finished: string) =>
    context.database
      .insertInto('import_runs')
      .values({
        id: newId(),
        delivery: 'd',
        manifest_sha256: Buffer.alloc(32),
        folder: 'f',
        delivered_on: sql`'2026-11-23'`,
        state: 'done',
        started_at: instant(finished),
        finished_at: instant(finished),
      })
      .execute();
  await run('2026-11-22T20:59:00Z');
  const late = await lookAtState(context);
  expect(late.lines).toContainEqual({ name: 'data', state: 'slow', asOf: '2026-11-22T20:59:00.000Z' });
  expect(late.overall).toBe('ok');
  await run('2026-11-22T21:01:00Z');
  expect((await lookAtState(context)).lines).toContainEqual({
    name: 'data',
    state: 'ok',
    asOf: '2026-11-22T21:01:00.000Z',
  });
});

test('[HLP-1] without the database one thing is known and nothing else claimed; nobody waits for it', async () => {
  const gone = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  const began = performance.now();
  const state = await lookAtState({ ...context, database: gone.database });
  expect(state).toMatchObject({ overall: 'down', lines: [{ name: 'pages', state: 'down' }] });
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await noticeFor({ ...context, database: gone.database, ports: { ...context.ports } }, 'it')).toBeUndefined();
  await gone.close();
});

test('[HLP-1] work that waits too long is said, and one check that hangs holds up no other', async () => {
  const tasks = { ...context.tasks, waited: async () => 61 };
  expect(await states({ ...context, tasks })).toMatchObject({ tasks: 'slow', pages: 'ok' });
  const hanging = { ...context.tasks, waited: () => new Promise<number>(() => {}) };
  expect(await states({ ...context, tasks: hanging })).toMatchObject({ tasks: 'unknown', pages: 'ok' });
});

test('[CNF-8] a notice is told from when it is set until its end, one at a time, and then no more', async () => {
  expect(await serviceNotice(context, viewer)).toBeUndefined();
  const core = { kind: 'core', startsAt: now, endsAt: plusSeconds(now, 3_600), text: undefined } as const;
  await setServiceNotice(context, viewer, { ...core, kind: 'maintenance' });
  await Promise.all([setServiceNotice(context, viewer, core), setServiceNotice(context, viewer, core)]);
  expect(await serviceNotice(context, viewer)).toEqual(core);
  world.clock.set(plusSeconds(now, 3_600));
  expect(await serviceNotice(context, viewer)).toBeUndefined();
  world.clock.set(now);
  expect(await clearServiceNotice(context, viewer)).toBe(true);
  expect(await clearServiceNotice(context, viewer)).toBe(false);
  expect(await serviceNotice(context, viewer)).toBeUndefined();
});

test.each(languages)(
  '[CNF-8] %s: a notice says from when until when, what goes on, and the words of the operator',
  (language) => {
    const text = { it: 'Parole.', en: 'Words.', de: 'Wörter.' };
    const notice = { kind: 'core', startsAt: plusSeconds(now, 60), endsAt: plusSeconds(now, 3_600), text } as const;
    const planned = noticeText(notice, language, now);
    expect(planned.text).toContain('10:01');
    expect(planned.text).toContain('11:00');
    expect(planned.text).toContain(text[language]);
    const begun = noticeText({ ...notice, endsAt: null }, language, plusSeconds(now, 60));
    expect(begun.text).not.toContain('10:01');
  },
);
