// The whole way out, over the wire: our senders speak SMTP and the provider's HTTP to the inbox simulator.
import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { smsSender } from '#adapters/sms/index.ts';
import { smtpSender } from '#adapters/smtp/index.ts';
import type { Capability } from '#kernel/capability.ts';
import { transaction } from '#kernel/context.ts';
import { instant, plusSeconds } from '#kernel/days.ts';
import type { MessageKind } from '#kernel/message.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { startSimulator } from '../../../tests/world/simulator.ts';
import { capability, deliveriesOf, queue, sweep } from './index.ts';

const receipt: MessageKind<{ name: string }> = {
  kind: 'test.receipt',
  facts: z.object({ name: z.string() }),
  usefulMinutes: 60,
  blocks: async (_context, { name }) => ({
    subject: `La ricevuta è pronta, ${name}`,
    blocks: [
      { kind: 'title', text: 'Pagamento riuscito' },
      { kind: 'facts', rows: [{ label: 'Importo', value: '312,40 €' }] },
      { kind: 'button', text: 'Apri', href: 'http://localhost:3000/documenti' },
    ],
    sms: `Sportello: ricevuta pronta, ${name}`,
    attachments: [
      { name: 'ricevuta.pdf', mediaType: 'application/pdf', content: new TextEncoder().encode('%PDF-1.7') },
    ],
  }),
};
const ofTests: Capability = { name: 'tests', tables: [], messages: [receipt] };

const inbox = await startSimulator('inbox');
const at = (path: string) => `${inbox.told.address}${path}`;
const start = instant('2026-11-24T10:00:00Z');
const world = await testWorld({
  now: start,
  capabilities: [capability, ofTests],
  settings: { PUBLIC_ADDRESS: 'https://area.esempio.example', MAIL_FROM: 'Sportello <no-reply@esempio.example>' },
  ports: {
    sender: {
      ...smtpSender({ url: `smtp://127.0.0.1:${inbox.told.smtpPort}` }),
      ...smsSender({ url: at('/sms') }),
    },
  },
});
const { context } = world;

type Shown = {
  channel: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  attachments: { name: string; bytes: number }[];
};
const shown = async (): Promise<Shown[]> =>
  ((await (await fetch(at('/demo/inbox.json'))).json()) as { messages: Shown[] }).messages;
const control = (path: string, value: object = {}) =>
  fetch(at(`/control${path}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
const email = { kind: 'email', value: 'giulia@posta.example', language: 'it' } as const;
const mobile = { kind: 'mobile', value: '+393331000482', language: 'it' } as const;
async function sent(to: typeof email | typeof mobile): Promise<string> {
  const id = await transaction(context, (tx) => queue(tx, receipt, to, { name: 'Giulia' }));
  await context.background.idle();
  return id;
}
const stateOf = async (id: string) => (await deliveriesOf(context, [id])).get(id);

beforeEach(async () => {
  await control('/reset');
  await control('/clear');
  world.clock.set(start);
});

test('[INT-3] an e-mail arrives with subject, HTML, plain text, link and file', async () => {
  const id = await sent(email);
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  const [message, ...others] = await shown();
  expect(others).toEqual([]);
  expect(message).toMatchObject({ to: 'giulia@posta.example', subject: 'La ricevuta è pronta, Giulia' });
  expect(message?.text).toContain('Importo: 312,40 €');
  expect(message?.html).toContain('Pagamento riuscito');
  expect(message?.links).toContain('http://localhost:3000/documenti');
  expect(message?.attachments).toMatchObject([{ name: 'ricevuta.pdf', bytes: 8 }]);
});

test('[INT-3] a text message arrives as its kind wrote it', async () => {
  await sent(mobile);
  expect(await shown()).toMatchObject([{ to: '+393331000482', text: 'Sportello: ricevuta pronta, Giulia' }]);
});

test('[INT-3] a recipient that the server refuses fails at once', async () => {
  await control('', { mail: 'refuse', sms: 'refuse' });
  expect(await stateOf(await sent(email))).toMatchObject({ state: 'failed', failure: 'recipient_refused' });
  expect(await stateOf(await sent(mobile))).toMatchObject({ state: 'failed', failure: 'recipient_refused' });
});

test.each([
  ['a server that says later', { mail: 'later' }, email],
  ['a connection that is cut', { mail: 'drop' }, email],
  ['a provider that is out', { sms: 'outage' }, mobile],
] as const)('[INT-3] %s gets the message when it is back', async (_what, trouble, to) => {
  await control('', trouble);
  const id = await sent(to);
  expect(await stateOf(id)).toMatchObject({ state: 'queued' });
  await control('/reset');
  world.clock.set(plusSeconds(start, 60));
  await sweep(context);
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  expect(await shown()).toHaveLength(1);
});

test('[INT-3] an SMS whose answer was lost is not delivered twice', async () => {
  await control('', { sms: 'lost' });
  const id = await sent(mobile);
  expect(await stateOf(id)).toMatchObject({ state: 'queued' });
  await control('/reset');
  world.clock.set(plusSeconds(start, 60));
  await sweep(context);
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  expect(await shown()).toHaveLength(1);
});
