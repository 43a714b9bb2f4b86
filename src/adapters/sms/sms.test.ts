import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freePort, type Started, startSimulator, type ToldByInbox } from '../../../simulators/start.ts';
import { smsSender } from './index.ts';

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
const arrived = async () =>
  ((await (await fetch(`${inbox.told.address}/demo/inbox.json`)).json()) as { messages: { text: string }[] }).messages;
const message = { to: '+393331234567', text: 'Sportello: 482913\n@area.example.it #482913', key: 'k1' };
const send = (url = inbox.told.smsUrl) => smsSender({ url, timeoutSeconds: 2 }).sms(message);

test('[INT-3] without a provider nothing is sent and nothing is tried again', async () => {
  expect(await send('')).toEqual({ kind: 'failed', isPermanent: true, why: 'not_configured' });
});

test.each([
  ['refuse', { isPermanent: true, why: 'recipient_refused' }],
  ['outage', { isPermanent: false, why: 'fault' }],
  ['drop', { isPermanent: false, why: 'connection' }],
] as const)('[INT-3] switch %s', async (sms, failure) => {
  await control('', { sms });
  expect(await send()).toEqual({ kind: 'failed', ...failure });
});

test('[INT-3] nobody listening is no permanent failure', async () => {
  expect(await send(`http://127.0.0.1:${await freePort()}/sms`)).toEqual({
    kind: 'failed',
    isPermanent: false,
    why: 'unreachable',
  });
});

test('[INT-3] a name and password in the address travel as a header', async () => {
  expect(await send(inbox.told.smsUrl.replace('http://', 'http://user:p%40ss@'))).toMatchObject({ kind: 'sent' });
});

test('[INT-3] an answer that was lost is made good by the same key: one message arrives', async () => {
  await control('/clear');
  await control('', { sms: 'lost' });
  expect(await send()).toEqual({ kind: 'failed', isPermanent: false, why: 'connection' });
  await control('/reset');
  expect(await send()).toEqual({ kind: 'sent', id: expect.any(String) });
  expect((await arrived()).map((entry) => entry.text)).toEqual([message.text]);
});
