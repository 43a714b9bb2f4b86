// The adapter against the simulator, over the loopback: two programs that share no code.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { instant } from '#kernel/days.ts';
import { randomText } from '#kernel/ids.ts';
import { cents } from '#kernel/money.ts';
import { freePort, type Started, startSimulator, type ToldByNexi } from '../../../simulators/start.ts';
import { type NexiXpayMethod, nexiXpay, nexiXpayMethods } from './index.ts';

let simulator: Started<ToldByNexi>;
beforeAll(async () => {
  simulator = await startSimulator('nexi-xpay', ['--key', 'the-key', '--retry-milliseconds', '5']);
});
afterAll(() => simulator.stop());
beforeEach(() => control('reset', { orders: true }));

const control = async (path: string, value: object = {}) => {
  const answer = await fetch(`http://127.0.0.1:${simulator.told.port}/control${path ? `/${path}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return (await answer.json()) as Record<string, unknown>;
};
const provider = (
  changes: { apiKey?: string; timeoutSeconds?: number; address?: string; methods?: readonly NexiXpayMethod[] } = {},
) => {
  const nexi = nexiXpay({
    address: simulator.told.address,
    apiKey: 'the-key',
    methods: nexiXpayMethods,
    timeoutSeconds: 5,
    ...changes,
  });
  // This gateway lists by our reference alone, and has no use for what else we know.
  const askedAt = instant(new Date());
  return {
    ...nexi,
    read: (reference: string) => nexi.read(reference, { orderId: undefined, askedAt, refundIds: [] }),
    refund: (request: Omit<Parameters<typeof nexi.refund>[0], 'askedAt'>) => nexi.refund({ ...request, askedAt }),
  };
};
const order = (changes: object = {}) => ({
  reference: randomText(18),
  amountCents: cents(31240),
  description: 'Auto, rata del 30 novembre 2026',
  method: 'card' as const,
  language: 'it' as const,
  returnAddress: 'http://localhost:3000/esito/abc',
  cancelAddress: 'http://localhost:3000/esito/abc?annullato',
  noticeAddress: 'http://127.0.0.1:9/notices/nexi-xpay',
  expiresAt: instant(new Date(Date.now() + 1_800_000)),
  customerMail: 'giulia.bianchi@posta.example',
  ...changes,
});
/** Opens an order, lets the payer act, and reads what the provider then says. */
async function after(outcome: string, switches: object = {}) {
  const asked = order();
  expect(await provider().open(asked)).toMatchObject({ kind: 'opened' });
  await control(`orders/${asked.reference}/pay`, { outcome, notify: 'never', ...switches });
  return { ...asked, answer: await provider().read(asked.reference) };
}

test('[PAY-10] a wrong key opens nothing and reads nothing', async () => {
  expect(await provider({ apiKey: 'x' }).open(order())).toEqual({ kind: 'refused', why: 'unauthorised' });
  expect(await provider({ apiKey: 'x' }).read('any')).toEqual({ kind: 'unanswered', why: 'unauthorised' });
});

test('[PAY-6] what the provider does not take is refused and nothing is opened', async () => {
  const asked = order({ reference: '1234567890123456789' });
  expect(await provider().open(asked)).toEqual({ kind: 'refused', why: 'bad_request' });
  expect(await provider().read(asked.reference)).toEqual({ kind: 'none' });
});

test('[PAY-6] a repeated order is told apart from a bad one', async () => {
  const asked = order();
  await provider().open(asked);
  expect(await provider().open(asked)).toEqual({ kind: 'refused', why: 'exists' });
});

test('[PAY-6] nobody listening: the order certainly does not exist', async () => {
  const nobody = provider({ address: `http://127.0.0.1:${await freePort()}` });
  expect(await nobody.open(order())).toEqual({ kind: 'refused', why: 'unreachable' });
  expect(await nobody.read('any')).toEqual({ kind: 'unanswered', why: 'unreachable' });
});

test.each([
  ['503', 'fault'],
  ['drop', 'connection'],
] as const)('[PAY-6] switch outage %s: unknown, and nothing was opened', async (outage, why) => {
  const asked = order();
  await control('', { outage });
  expect(await provider().open(asked)).toEqual({ kind: 'unknown', why });
  expect(await provider().read(asked.reference)).toEqual({ kind: 'unanswered', why });
  await control('reset');
  expect(await provider().read(asked.reference)).toEqual({ kind: 'none' });
});

test('[PAY-6] switch answerLost: unknown, and the order is there without a movement', async () => {
  const asked = order();
  await control('next', { answerLost: true });
  expect(await provider().open(asked)).toEqual({ kind: 'unknown', why: 'connection' });
  expect(await provider().read(asked.reference)).toEqual({ kind: 'operations', operations: [] });
});

test('[PAY-6] switch answerDelaySeconds: unknown when our patience ends', async () => {
  await control('next', { answerDelaySeconds: 60 });
  expect(await provider({ timeoutSeconds: 0.2 }).open(order())).toEqual({ kind: 'unknown', why: 'timeout' });
});

test('[PAY-5] an opened order has a page in the language of the payer and the amount on it', async () => {
  const opened = await provider().open(order({ language: 'de', description: 'ü'.repeat(300) }));
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  expect(opened.securityToken).toMatch(/^\w{32}$/);
  const page = await (await fetch(opened.pageAddress)).text();
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('312');
});

test('[PAY-6] a success is one payment of the whole amount, with what the payer recognises', async () => {
  const { answer } = await after('paid');
  expect(answer).toMatchObject({
    kind: 'operations',
    operations: [{ type: 'payment', result: 'success', amountCents: 31240, instrument: 'VISA ***4242' }],
  });
});

test.each([
  ['refused', {}, ['failure']],
  ['failed-authentication', {}, ['failure']],
  ['cancelled', {}, ['failure']],
  ['pending', {}, ['pending']],
  ['paid', { delaySeconds: 600 }, ['pending']],
  ['paid', { refuse: true }, ['failure']],
  ['paid', { refusedThenPaid: true }, ['failure', 'success']],
])('[PAY-6] the payer picks %s with %o: %o', async (outcome, switches, results) => {
  const { answer } = await after(outcome, switches);
  expect(answer.kind === 'operations' && answer.operations.map((entry) => entry.result)).toEqual(results);
});

test('[PAY-5] going back without paying is the wish of the payer, a refusal is not', async () => {
  expect((await after('cancelled')).answer).toMatchObject({ operations: [{ result: 'failure', isByPayer: true }] });
  const refused = (await after('refused')).answer;
  expect(refused.kind === 'operations' && refused.operations[0]).not.toHaveProperty('isByPayer');
});

test('[PAY-6] what was pending and then succeeds is one payment', async () => {
  const { reference } = await after('pending');
  await control(`orders/${reference}/resolve`, { outcome: 'paid' });
  expect(await provider().read(reference)).toMatchObject({ operations: [{ type: 'payment', result: 'success' }] });
});

test('[PAY-11] money is given back once, also when the answer is lost', async () => {
  const { reference, answer } = await after('paid');
  const operationId = answer.kind === 'operations' ? (answer.operations[0]?.id ?? '') : '';
  const refund = (key: string, amountCents = 31240) =>
    provider().refund({ operationId, amountCents: cents(amountCents), key, description: 'Già pagata in agenzia' });
  expect(await refund('k0', 31241)).toEqual({ kind: 'refused', why: 'more_than_taken' });
  await control('', { answerLost: true });
  expect(await refund('k1')).toEqual({ kind: 'unknown', why: 'connection' });
  await control('reset');
  expect(await refund('k1')).toEqual({ kind: 'done', operationId: expect.any(String) });
  expect(await refund('k2')).toEqual({ kind: 'refused', why: 'already_returned' });
  expect(await provider().read(reference)).toMatchObject({
    operations: [
      { type: 'payment', result: 'success', amountCents: 31240 },
      { type: 'refund', result: 'success', amountCents: 31240 },
    ],
  });
});

test('[PAY-3] [PAY-10] a MyBank order opens the page of the banks, and is listed with the circuit alone', async () => {
  const asked = order({ method: 'mybank' });
  const opened = await provider().open(asked);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  expect(await (await fetch(opened.pageAddress)).text()).toContain('name="bank"');
  await control(`orders/${asked.reference}/pay`, { outcome: 'paid', notify: 'never' });
  expect(await provider().read(asked.reference)).toMatchObject({
    operations: [{ type: 'payment', result: 'success', amountCents: 31240, instrument: 'MYBANK' }],
  });
});

test('[PAY-3] a terminal without MyBank offers it nowhere, and Satispay is not the business of this gateway', async () => {
  expect(provider({ methods: ['card'] }).methods).toEqual(['card']);
  await expect(provider().open(order({ method: 'satispay' }))).rejects.toThrow('nexi-xpay offers no satispay');
});

test('[PAY-11] the gateway gives back no MyBank transfer, and the adapter says so beforehand', async () => {
  const asked = order({ method: 'mybank' });
  await provider().open(asked);
  await control(`orders/${asked.reference}/pay`, { outcome: 'paid', notify: 'never' });
  const answer = await provider().read(asked.reference);
  const operationId = answer.kind === 'operations' ? (answer.operations[0]?.id ?? '') : '';
  const refund = { operationId, amountCents: cents(31240), key: 'k', description: '' };
  expect(await provider().refund(refund)).toEqual({ kind: 'refused', why: 'bad_request' });
  expect(provider().irrevocable).toEqual(['mybank']);
});

test('[PAY-11] a refund of nothing known is refused', async () => {
  const answer = await provider().refund({ operationId: '1', amountCents: cents(1), key: 'k', description: '' });
  expect(answer).toEqual({ kind: 'refused', why: 'not_found' });
});

test('[PAY-6] notices as they come: the same key for the same event, the token they carry, nothing for anything else', async () => {
  const received: unknown[] = [];
  const merchant = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push(JSON.parse(Buffer.concat(parts).toString()));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(merchant, 'listening');
  const asked = order({ noticeAddress: `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/` });
  const opened = await provider().open(asked);
  const pay = (value: object) => control(`orders/${asked.reference}/pay`, value);
  await pay({ outcome: 'refused', notify: 'twice' });
  await control('idle');
  await pay({ outcome: 'paid', notify: 'once', wrongToken: true });
  await control('idle');
  merchant.close();
  const [first, second, third] = received.map((body) => provider().parseNotice(body));
  expect(first).toEqual(second);
  expect(first).toMatchObject({
    reference: asked.reference,
    securityToken: opened.kind === 'opened' && opened.securityToken,
  });
  expect(third?.noticeKey).not.toBe(first?.noticeKey);
  expect(third?.securityToken).not.toBe(first?.securityToken);
  for (const body of [
    undefined,
    null,
    'x',
    [],
    {},
    { eventId: 'a', securityToken: 'b', operation: { orderId: '../x' } },
  ]) {
    expect(provider().parseNotice(body)).toBeUndefined();
  }
});

test.each([
  ['no JSON', '<html>'],
  ['a page that is no address', '{"hostedPage":"javascript:alert(1)","securityToken":"t"}'],
  ['a page without encryption elsewhere', '{"hostedPage":"http://elsewhere.example/","securityToken":"t"}'],
  ['no token', '{"hostedPage":"https://page.example/"}'],
  ['more than anybody would say', `"${'x'.repeat(600_000)}"`],
  ['another order', '{"orderStatus":{"order":{"orderId":"another"}},"operations":[]}'],
])('[PAY-6] an answer that is %s is never trusted', async (_case, body) => {
  const odd = createServer((_request, response) => void response.end(body)).listen(0, '127.0.0.1');
  await once(odd, 'listening');
  const strange = provider({ address: `http://127.0.0.1:${(odd.address() as AddressInfo).port}` });
  expect(await strange.open(order())).toEqual({ kind: 'unknown', why: 'unreadable' });
  expect(await strange.read('abc')).toEqual({ kind: 'unanswered', why: 'unreadable' });
  odd.close();
});
