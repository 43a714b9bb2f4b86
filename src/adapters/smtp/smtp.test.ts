import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freePort, type Started, startSimulator, type ToldByInbox } from '../../../simulators/start.ts';
import { failureOf } from './failure.ts';
import { smtpSender } from './index.ts';

let inbox: Started<ToldByInbox>;
beforeAll(async () => {
  inbox = await startSimulator('inbox');
});
afterAll(() => inbox.stop());
beforeEach(() => control('/reset'));

const control = (path: string, value: object = {}) =>
  fetch(`${inbox.told.address}/control${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
const message = {
  to: 'karin.hofer@posta.example',
  from: 'Compagnia Esempio <no-reply@esempio.example>',
  subject: '482913: il codice per pagare 312,40 €',
  html: '<p>Il codice è <b>482913</b></p>',
  text: 'Il codice è 482913',
  attachments: [{ name: 'ricevuta è.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') }],
  messageId: '<a1b2@esempio.example>',
};
const send = (url = inbox.told.mailUrl, timeoutSeconds = 5) => smtpSender({ url, timeoutSeconds }).email(message);

test('[INT-3] without a mail server nothing is sent and nothing is tried again', async () => {
  expect(await send('')).toEqual({ kind: 'failed', isPermanent: true, why: 'not_configured' });
});

test.each([
  ['refuse', { isPermanent: true, why: 'recipient_refused' }],
  ['later', { isPermanent: false, why: 'deferred' }],
  ['drop', { isPermanent: false, why: 'connection' }],
] as const)('[INT-3] switch %s', async (mail, failure) => {
  await control('', { mail });
  expect(await send()).toEqual({ kind: 'failed', ...failure });
});

test('[INT-3] nobody listening is no permanent failure', async () => {
  expect(await send(`smtp://127.0.0.1:${await freePort()}`)).toEqual({
    kind: 'failed',
    isPermanent: false,
    why: 'unreachable',
  });
});

test('[INT-3] a server that says nothing is left in time', async () => {
  const mute = createServer(() => {}).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const answer = await send(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`, 0.2);
  expect(answer).toEqual({ kind: 'failed', isPermanent: false, why: 'timeout' });
  mute.close();
});

test('[INT-3] a refusal of our name or of us as sender can be put right, so the message is tried again', () => {
  const told = (code: string, command: string, responseCode: number) =>
    failureOf(Object.assign(new Error('x'), { code, command, responseCode }));
  expect(told('EAUTH', 'AUTH PLAIN', 535)).toMatchObject({ isPermanent: false, why: 'authentication' });
  expect(told('EENVELOPE', 'MAIL FROM', 550)).toMatchObject({ isPermanent: false, why: 'sender_refused' });
  expect(told('EMESSAGE', 'DATA', 554)).toMatchObject({ isPermanent: true, why: 'message_refused' });
  expect(told('EMESSAGE', 'DATA', 452)).toMatchObject({ isPermanent: false, why: 'deferred' });
});

test('[INT-3] an e-mail arrives whole: words, HTML, file, and the id that marks a second copy', async () => {
  await control('/clear');
  expect(await send()).toEqual({ kind: 'sent', id: message.messageId });
  const twin = await fetch(`${inbox.told.address}/demo/inbox.json?to=${message.to}`);
  expect(await twin.json()).toMatchObject({
    messages: [
      {
        to: message.to,
        from: 'no-reply@esempio.example',
        fromName: 'Compagnia Esempio',
        subject: message.subject,
        text: expect.stringContaining(message.text),
        html: expect.stringContaining(message.html),
        messageId: message.messageId,
        attachments: [{ name: 'ricevuta è.pdf', mediaType: 'application/pdf', bytes: 8 }],
      },
    ],
  });
});

test('[INT-3] a name and password are used where the server asks for them', async () => {
  expect(await send(inbox.told.mailUrl.replace('smtp://', 'smtp://user:p%40ss@'))).toMatchObject({ kind: 'sent' });
});
