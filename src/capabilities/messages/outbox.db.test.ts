import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Capability } from '#kernel/capability.ts';
import { transaction } from '#kernel/context.ts';
import { instant, plusSeconds } from '#kernel/days.ts';
import type { MessageKind } from '#kernel/message.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { capability, type Delivery, deliveriesOf, type Email, queue, sweep, type TextMessage } from './index.ts';
import { sendNow } from './tasks.ts';

const withCode: MessageKind<{ send: number }> = {
  kind: 'test.with_code',
  facts: z.object({ send: z.number() }),
  usefulMinutes: 5,
  blocks: async () => ({
    subject: 'il tuo codice di prova',
    blocks: [{ kind: 'code', code: '482913', label: 'Codice' }],
    sms: 'Sportello: 482913',
  }),
};
const notice: MessageKind<{ word: string }> = {
  kind: 'test.notice',
  facts: z.object({ word: z.string() }),
  usefulMinutes: 60,
  blocks: async (_context, { word }) => ({
    subject: word,
    blocks: [{ kind: 'paragraph', text: word }],
    sms: word,
  }),
};
const ofTests: Capability = { name: 'tests', tables: [], messages: [withCode, notice] };

const start = instant('2026-11-24T10:00:00Z');
const emails: Email[] = [];
const texts: TextMessage[] = [];
let answer: Delivery | 'silence' = { kind: 'sent', id: 'taken' };
/** The other side: says what the test wants it to say, late enough for two senders to meet. */
const reply = async (): Promise<Delivery> => {
  await new Promise((resolve) => setImmediate(resolve));
  if (answer === 'silence') throw new Error('the process died here');
  return answer;
};
const world = await testWorld({
  now: start,
  capabilities: [capability, ofTests],
  ports: {
    sender: {
      async email(message) {
        emails.push(message);
        return reply();
      },
      async sms(message) {
        texts.push(message);
        return reply();
      },
    },
  },
});
const { context } = world;
const toEmail = { kind: 'email', value: 'giulia@p.example', language: 'it' } as const;
const toMobile = { kind: 'mobile', value: '+393331234567', language: 'it' } as const;
const unreachable: Delivery = { kind: 'failed', isPermanent: false, why: 'unreachable' };
const stateOf = async (id: string) => (await deliveriesOf(context, [id])).get(id);

beforeEach(async () => {
  await world.database.database.deleteFrom('messages').execute();
  emails.length = 0;
  texts.length = 0;
  answer = { kind: 'sent', id: 'taken' };
  world.clock.set(start);
});

test('[INT-3] a message of a change that did not happen never leaves', async () => {
  await expect(
    transaction(context, async (tx) => {
      await queue(tx, notice, toEmail, { word: 'no' });
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await sweep(context);
  expect(emails).toEqual([]);
});

test('[INT-3] a message leaves right after the commit, without waiting for a sweep', async () => {
  const id = await transaction(context, (tx) => queue(tx, notice, toEmail, { word: 'ciao' }));
  await context.background.idle();
  expect(emails).toMatchObject([{ to: 'giulia@p.example', subject: 'ciao', messageId: `<${id}@localhost>` }]);
  expect(await stateOf(id)).toEqual({ state: 'sent', sentAt: start, failure: null });
});

test('[INT-3] an SMS goes as its kind wrote it, with a key that the provider knows again', async () => {
  const id = await transaction(context, (tx) => queue(tx, withCode, toMobile, { send: 1 }));
  await context.background.idle();
  expect(texts).toEqual([{ to: '+393331234567', text: 'Sportello: 482913', key: id }]);
});

test('[CNF-2] the queue holds no code', async () => {
  await transaction(context, (tx) => queue(tx, withCode, toEmail, { send: 1 }));
  await context.background.idle();
  const rows = await world.database.database.selectFrom('messages').selectAll().execute();
  expect(emails[0]?.text).toContain('482913');
  expect(JSON.stringify(rows)).not.toContain('482913');
  expect(world.logged.join()).not.toContain('482913');
});

test('[INT-3] twenty senders at once send a message once', async () => {
  const id = await transaction(context, (tx) => queue(tx, notice, toEmail, { word: 'once' }));
  await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 4 ? sendNow(context, id) : sweep(context))));
  await context.background.idle();
  expect(emails).toHaveLength(1);
});

test('[INT-3] what nobody takes is tried again later, not before', async () => {
  answer = unreachable;
  const id = await transaction(context, (tx) => queue(tx, notice, toEmail, { word: 'later' }));
  await context.background.idle();
  expect(await stateOf(id)).toMatchObject({ state: 'queued', failure: 'unreachable' });
  answer = { kind: 'sent', id: 'taken' };
  world.clock.set(plusSeconds(start, 19));
  await sweep(context);
  expect(emails).toHaveLength(1);
  world.clock.set(plusSeconds(start, 20));
  await sweep(context);
  expect(emails).toHaveLength(2);
  expect(await stateOf(id)).toMatchObject({ state: 'sent', failure: null });
});

test('[INT-3] an address that does not exist fails at once', async () => {
  answer = { kind: 'failed', isPermanent: true, why: 'recipient_refused' };
  const id = await transaction(context, (tx) => queue(tx, notice, toEmail, { word: 'never' }));
  await context.background.idle();
  world.clock.set(plusSeconds(start, 3000));
  await sweep(context);
  expect(emails).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'recipient_refused' });
});

test('[INT-3] a code that nobody can use any more is not sent', async () => {
  answer = unreachable;
  const id = await transaction(context, (tx) => queue(tx, withCode, toEmail, { send: 1 }));
  await context.background.idle();
  answer = { kind: 'sent', id: 'taken' };
  world.clock.set(plusSeconds(start, 5 * 60 + 1));
  await sweep(context);
  expect(emails).toHaveLength(1);
  expect(await stateOf(id)).toMatchObject({ state: 'expired' });
});

test.each([
  ['a code by e-mail', withCode, toEmail, 'failed', 1],
  ['anything else by e-mail', notice, toEmail, 'sent', 2],
  ['a code by SMS', withCode, toMobile, 'sent', 2],
] as const)('[INT-3] after a crash between sending and writing it down: %s', async (_name, kind, to, state, copies) => {
  answer = 'silence';
  const facts = { send: 1, word: 'twice' };
  const id = await transaction(context, (tx) => queue(tx, kind as MessageKind<typeof facts>, to, facts));
  await context.background.idle();
  answer = { kind: 'sent', id: 'taken' };
  // The lease of the dead process still holds it…
  world.clock.set(plusSeconds(start, 119));
  await sweep(context);
  expect(await stateOf(id)).toMatchObject({ state: 'sending' });
  // …and then no longer.
  world.clock.set(plusSeconds(start, 121));
  await sweep(context);
  expect(await stateOf(id)).toMatchObject({ state });
  expect(emails.length + texts.length).toBe(copies);
  expect(new Set(emails.map((email) => email.messageId)).size).toBeLessThanOrEqual(1);
});

test('[INT-3] a message that cannot be made holds back no other', async () => {
  answer = unreachable;
  const broken = await transaction(context, (tx) => queue(tx, notice, toEmail, { word: 'broken' }));
  const whole = await transaction(context, (tx) => queue(tx, notice, toEmail, { word: 'whole' }));
  await context.background.idle();
  await world.database.database.updateTable('messages').set({ facts: '{}' }).where('id', '=', broken).execute();
  answer = { kind: 'sent', id: 'taken' };
  world.clock.set(plusSeconds(start, 60));
  await sweep(context);
  expect(await stateOf(whole)).toMatchObject({ state: 'sent' });
  expect(await stateOf(broken)).toMatchObject({ state: 'queued' });
});
