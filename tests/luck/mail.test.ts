// Bad luck with the mail: nobody takes any for ten minutes. Pages go on, every message leaves once afterwards, and a code
// that nobody can use any more does not.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { smsSender } from '#adapters/sms/index.ts';
import { smtpSender } from '#adapters/smtp/index.ts';
import { capability as messages, queue } from '#capabilities/messages/index.ts';
import { transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import type { MessageKind } from '#kernel/message.ts';
import { castMembers } from '../../demo/cast.ts';
import { readable } from '../walk/browser.ts';
import { shortly, until, walkPortal } from '../walk/portal.ts';
import { testWorld } from '../world/context.ts';
import { control } from '../world/control.ts';
import { startSimulator } from '../world/simulator.ts';

const inbox = await startSimulator('inbox');
const portal = await walkPortal({ hasWorker: true });
const facts = z.object({ number: z.number() });
type Facts = z.infer<typeof facts>;
const kind = (name: string, usefulMinutes: number): MessageKind<Facts> => ({
  kind: name,
  facts,
  usefulMinutes,
  async blocks(_context, { number }) {
    return {
      subject: `${name} ${number}`,
      blocks: [{ kind: 'paragraph', text: `${number}` }],
      sms: `${name} ${number}`,
    };
  },
});
const receipt = kind('trial.receipt', 2_880);
const code = kind('trial.code', 10);
const world = await testWorld({
  capabilities: [messages, { name: 'trial', tables: [], messages: [receipt, code] }],
  ports: {
    sender: { ...smtpSender({ url: inbox.told.mailUrl, timeoutSeconds: 2 }), ...smsSender({ url: inbox.told.smsUrl }) },
  },
});

const to = { kind: 'email', value: 'giulia.bianchi@posta.example', language: 'it' } as const;
const add = (what: MessageKind<Facts>, number: number) =>
  transaction(world.context, (tx) => queue(tx, what, to, { number }));
async function arrived(): Promise<string[]> {
  const answer = await fetch(new URL(`/demo/inbox.json?to=${to.value}`, inbox.told.address));
  const told = (await answer.json()) as { messages: { subject: string }[] };
  return told.messages.map((message) => message.subject).sort();
}
async function minutePasses(): Promise<void> {
  await world.context.background.idle();
  world.clock.set(plusSeconds(world.clock.now(), 60));
  await world.runSchedule('messages.sweep');
}

test.each(['drop', 'later'])(
  '[INT-3] no mail for ten minutes (%s): everything leaves once afterwards, codes only while they count',
  async (mail) => {
    await control(inbox.told.address, 'clear');
    await control(inbox.told.address, '', { mail });
    for (let number = 1; number <= 12; number++) await add(receipt, number);
    await add(code, 1);
    for (let minute = 1; minute <= 10; minute++) {
      await minutePasses();
      expect(await arrived()).toEqual([]);
    }
    await add(code, 2);
    await control(inbox.told.address, '', { mail: 'ok' });
    // The longest pause between two tries of a message of that age is ten minutes.
    for (let minute = 1; minute <= 11; minute++) await minutePasses();
    const receipts = Array.from({ length: 12 }, (_, at) => `trial.receipt ${at + 1}`);
    expect(await arrived()).toEqual(['trial.code 2', ...receipts].sort());
    const { rows } = await world.database.pool.query(
      'select state, count(*)::int as number from messages group by state order by state',
    );
    expect(rows).toEqual([
      { state: 'expired', number: 1 },
      { state: 'sent', number: 13 },
    ]);
    await world.database.pool.query('delete from messages');
  },
);

test('[INT-3] [CNF-9] without mail the page of the code is there at once, says that it has not left, and the code counts as soon as it does', async () => {
  const giulia = await portal.signedIn(castMembers.find((one) => one.name === 'giulia')?.username ?? '');
  await control(portal.inbox.address, '', { mail: 'drop', sms: 'drop' });
  const [row] = await portal.rows<{ policy: string; payable: string }>(
    "select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = 'payable-giulia-motor'",
  );
  const start = performance.now();
  const asked = await giulia.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' });
  expect(shortly(asked)).toMatch(/^303 → \/conferma\//);
  const page = await giulia.get(asked.location ?? '');
  expect(page.status).toBe(200);
  expect(performance.now() - start).toBeLessThan(3_000);
  expect((await giulia.get(`${asked.location}/non-arriva`)).status).toBe(200);
  const states = () =>
    portal.rows<{ state: string; failure: string | null }>(
      "select state, failure from messages where kind = 'confirmation.code'",
    );
  await until(async () => (await states())[0]?.failure === 'connection');
  // The page knows it: what it says is what happened to this very message.
  const said = readable((await giulia.get(asked.location ?? '')).body);
  expect(said.includes('In questo momento non riusciamo a inviare messaggi.')).toBe(true);
  expect(said.includes('L’abbiamo mandato')).toBe(false);
  await control(portal.inbox.address, '', { mail: 'ok', sms: 'ok' });
  const { code: valid } = await portal.secrets('operation', asked.location?.split('/')[2] ?? '');
  expect(shortly(await giulia.post(`${asked.location}?/conferma`, { code: valid }))).toMatch(/^303 → \/esito\//);
});
