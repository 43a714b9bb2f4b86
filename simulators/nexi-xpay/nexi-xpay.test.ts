// The provider's protocol, with plain fetch: what facts.md 7.2 says, and each switch once.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Started, startSimulator, type ToldByNexi } from '../start.ts';

let simulator: Started<ToldByNexi>;
let merchant: Server;
let merchantAddress: string;
/** What the merchant has received, and what it answers. */
let received: { url: string; body: Notice }[] = [];
let merchantAnswers: number[] = [];

type Notice = {
  eventId: string;
  securityToken: string;
  operation: { orderId: string; operationId: string; operationResult: string; operationAmount: string };
};

beforeAll(async () => {
  simulator = await startSimulator('nexi-xpay', ['--key', 'the-key', '--retry-milliseconds', '5']);
  merchant = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({ url: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) });
    response.writeHead(merchantAnswers.shift() ?? 200).end();
  });
  merchant.listen(0, '127.0.0.1');
  await once(merchant, 'listening');
  merchantAddress = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await simulator.stop();
  merchant.close();
});
beforeEach(async () => {
  await control('reset', { orders: true });
  received = [];
  merchantAnswers = [];
});

const root = () => `http://127.0.0.1:${simulator.told.port}`;
let sequence = 0;
const newOrderId = () => `order${String(++sequence).padStart(13, '0')}`;

async function control(path: string, value: object = {}): Promise<{ status: number; value: never }> {
  const answer = await fetch(`${root()}/control${path ? `/${path}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return { status: answer.status, value: (await answer.json()) as never };
}

const request = (orderId: string, changes: { order?: object; paymentSession?: object } = {}) => ({
  order: { orderId, amount: '31240', currency: 'EUR', description: 'Auto, rata 30/11', ...changes.order },
  paymentSession: {
    actionType: 'PAY',
    amount: '31240',
    captureType: 'IMPLICIT',
    language: 'ita',
    paymentService: 'CARDS',
    resultUrl: `${merchantAddress}/esito`,
    cancelUrl: `${merchantAddress}/annulla`,
    notificationUrl: `${merchantAddress}/notices/nexi-xpay`,
    ...changes.paymentSession,
  },
});

const headers = (changes: Record<string, string> = {}) => ({
  'x-api-key': 'the-key',
  'correlation-id': randomUUID(),
  'content-type': 'application/json',
  ...changes,
});
const post = (path: string, value: unknown, changes?: Record<string, string>) =>
  fetch(`${simulator.told.address}${path}`, { method: 'POST', headers: headers(changes), body: JSON.stringify(value) });
const get = (path: string, changes?: Record<string, string>) =>
  fetch(`${simulator.told.address}${path}`, { headers: headers(changes) });

async function opened(orderId = newOrderId()): Promise<{ orderId: string; hostedPage: string; securityToken: string }> {
  const answer = await post('/orders/hpp', request(orderId));
  expect(answer.status).toBe(200);
  return { orderId, ...((await answer.json()) as { hostedPage: string; securityToken: string }) };
}
const pay = (orderId: string, value: object = {}) => control(`orders/${orderId}/pay`, value);
const idle = () => control('idle');
const operationsOf = async (orderId: string) =>
  ((await (await get(`/orders/${orderId}`)).json()) as { operations: Record<string, string>[] }).operations;

test('[PAY-10] a call without the right key is answered 401 and nothing else', async () => {
  const answer = await post('/orders/hpp', request(newOrderId()), { 'x-api-key': 'another' });
  expect([answer.status, await answer.text()]).toEqual([401, '']);
});

test.each([
  ['a reference of 19 characters', { order: { orderId: '1234567890123456789' } }],
  ['a reference with a hyphen', { order: { orderId: 'a-b' } }],
  ['an amount that is no number', { order: { amount: '312,40' } }],
  ['an amount of nothing', { paymentSession: { amount: '0' } }],
  ['a session of more than the order', { paymentSession: { amount: '31241' } }],
  ['another currency', { order: { currency: 'USD' } }],
  ['no way back', { paymentSession: { cancelUrl: undefined } }],
  ['a way back on a port that is not standard', { paymentSession: { resultUrl: 'https://shop.example.it:8443/' } }],
  ['a description of 256 characters', { order: { description: 'x'.repeat(256) } }],
])('[PAY-10] %s is refused with a list of errors', async (_case, changes) => {
  const answer = await post('/orders/hpp', request(newOrderId(), changes));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    errors: [{ code: expect.stringMatching(/^(PS|GW)\d{4}$/), description: expect.any(String) }],
  });
});

test('[PAY-10] a call without a correlation id is refused', async () => {
  expect((await get('/orders', { 'correlation-id': 'none' })).status).toBe(400);
});

test('[PAY-10] a repeated order is refused, and the first one stays as it is', async () => {
  const { orderId } = await opened();
  const again = await post('/orders/hpp', request(orderId));
  expect(again.status).toBe(400);
  expect(await again.json()).toMatchObject({ errors: [{ description: expect.stringContaining('already exists') }] });
  expect(await operationsOf(orderId)).toEqual([]);
});

test('[PAY-10] an order nobody opened is not found', async () => {
  expect((await get('/orders/nobodyopenedthis')).status).toBe(404);
});

test('[PAY-10] a payment is listed with the order, in the searches, and notified with the token of the order', async () => {
  const { orderId, securityToken } = await opened();
  expect((await pay(orderId)).value).toMatchObject({ outcome: 'paid', goesTo: `${merchantAddress}/esito` });
  await idle();
  const [operation] = await operationsOf(orderId);
  expect(operation).toMatchObject({
    orderId,
    operationType: 'CAPTURE',
    operationResult: 'EXECUTED',
    operationAmount: '31240',
    paymentCircuit: 'VISA',
    paymentInstrumentInfo: '***4242',
  });
  expect(received).toHaveLength(1);
  expect(received[0]?.body).toMatchObject({ securityToken, operation: { orderId, operationResult: 'EXECUTED' } });
  const found = (await (await get('/operations?operationType=CAPTURE')).json()) as {
    operations: { orderId: string }[];
  };
  expect(found.operations.map((entry) => entry.orderId)).toEqual([orderId]);
  const orders = (await (await get('/orders?maxRecords=5')).json()) as { orders: object[] };
  expect(orders.orders).toMatchObject([{ order: { orderId, amount: '31240' }, capturedAmount: '31240' }]);
  expect((await get(`/operations/${operation?.operationId}`)).status).toBe(200);
});

test('[PAY-10] what is paid takes no second payment', async () => {
  const { orderId } = await opened();
  await pay(orderId);
  expect((await pay(orderId)).status).toBe(409);
});

test('[PAY-10] after a refused card the same order can still be paid', async () => {
  const { orderId } = await opened();
  expect((await pay(orderId, { outcome: 'refused' })).value).toMatchObject({ outcome: 'refused' });
  await pay(orderId);
  expect((await operationsOf(orderId)).map((entry) => entry.operationResult)).toEqual(['DECLINED', 'EXECUTED']);
});

test('[PAY-10] an order that was given up or whose time is over takes no payment', async () => {
  const [cancelled, expired] = [await opened(), await opened()];
  expect((await pay(cancelled.orderId, { outcome: 'cancelled' })).value).toMatchObject({
    goesTo: `${merchantAddress}/annulla`,
  });
  expect((await pay(cancelled.orderId)).status).toBe(409);
  await control(`orders/${expired.orderId}/expire`);
  expect((await pay(expired.orderId)).status).toBe(409);
});

test('[PAY-12] an order is open for 30 minutes', async () => {
  const { orderId } = await opened();
  const order = (await (await fetch(`${root()}/control/orders/${orderId}`)).json()) as Record<string, string>;
  expect(Date.parse(order.expiresAt ?? '') - Date.parse(order.createdAt ?? '')).toBe(30 * 60_000);
  await control('clock', { now: new Date(Date.parse(order.expiresAt ?? '') - 1000).toISOString() });
  const other = await fetch(`${root()}/control/orders/${orderId}`);
  expect(await other.json()).toMatchObject({ state: 'open' });
  await control('clock', { now: order.expiresAt });
  expect((await pay(orderId)).status).toBe(409);
});

test('[PAY-12] [PAY-10] a MyBank order is open for an hour, takes one transfer, and gives nothing back', async () => {
  const orderId = newOrderId();
  const myBank = (changes: object = {}) =>
    request(orderId, { paymentSession: { paymentService: 'MYBANK', ...changes } });
  expect((await post('/orders/hpp', myBank({ captureType: 'EXPLICIT' }))).status).toBe(400);
  expect((await post('/orders/hpp', myBank({ paymentService: 'MYBANKS' }))).status).toBe(400);
  expect((await post('/orders/hpp', myBank())).status).toBe(200);
  const { createdAt, expiresAt } = (await (await fetch(`${root()}/control/orders/${orderId}`)).json()) as Record<
    'createdAt' | 'expiresAt',
    string
  >;
  expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(3_600_000);
  expect((await pay(orderId, { refusedThenPaid: true })).value).toMatchObject({ outcome: 'paid' });
  const operations = await operationsOf(orderId);
  expect(operations.map((one) => one.operationResult)).toEqual(['DECLINED', 'EXECUTED']);
  expect(operations[1]).toMatchObject({ paymentMethod: 'APM', paymentCircuit: 'MYBANK', operationType: 'CAPTURE' });
  expect(operations[1]).not.toHaveProperty('paymentInstrumentInfo');
  const answer = await post(
    `/operations/${operations[1]?.operationId}/refunds`,
    { amount: '31240', currency: 'EUR' },
    { 'idempotency-key': randomUUID() },
  );
  expect(answer.status).toBe(400);
  await idle();
});

test('[PAY-10] a notice that is not taken is sent again until it is', async () => {
  merchantAnswers = [500, 503];
  const { orderId } = await opened();
  await pay(orderId);
  await idle();
  expect(received.map((entry) => entry.body.eventId)).toEqual(Array(3).fill(received[0]?.body.eventId));
});

test('[PAY-11] money is given back once per key, and never more than was taken', async () => {
  const { orderId } = await opened();
  await pay(orderId);
  const id = (await operationsOf(orderId))[0]?.operationId;
  const refund = (amount: string, key?: string) =>
    post(`/operations/${id}/refunds`, { amount, currency: 'EUR' }, key ? { 'idempotency-key': key } : {});
  expect((await refund('100')).status).toBe(400);
  expect((await refund('31241', 'a')).status).toBe(400);
  const first = await (await refund('31240', 'b')).json();
  expect(await (await refund('31240', 'b')).json()).toEqual(first);
  expect((await refund('1', 'b')).status).toBe(400);
  expect((await refund('1', 'c')).status).toBe(400);
  expect((await post('/operations/1/refunds', { amount: '1' }, { 'idempotency-key': 'd' })).status).toBe(404);
  expect(await (await fetch(`${root()}/control/ledger`)).json()).toMatchObject({
    totals: { takenCents: 31240, capturedCents: 31240, refundedCents: 31240 },
  });
});

test('[PAY-10] switch refuse: no card is taken', async () => {
  await control('', { refuse: true });
  const { orderId } = await opened();
  expect((await pay(orderId)).value).toMatchObject({ outcome: 'refused', goesTo: null });
});

test('[PAY-10] switch refusedThenPaid: the payer who tries again pays on the same order', async () => {
  await control('', { refusedThenPaid: true });
  const { orderId } = await opened();
  expect((await pay(orderId)).value).toMatchObject({ outcome: 'paid' });
  await idle();
  expect(received.map((entry) => entry.body.operation.operationResult).sort()).toEqual(['DECLINED', 'EXECUTED']);
});

test('[PAY-10] switch delaySeconds: pending first, then taken, each notified', async () => {
  await control('', { delaySeconds: 0.3 });
  const { orderId } = await opened();
  await pay(orderId);
  expect((await operationsOf(orderId)).map((entry) => entry.operationResult)).toEqual(['PENDING']);
  await idle();
  expect((await operationsOf(orderId)).map((entry) => entry.operationResult)).toEqual(['EXECUTED']);
  expect(received.map((entry) => entry.body.operation.operationResult)).toEqual(['PENDING', 'EXECUTED']);
});

test('[PAY-10] switch notify: twice is the same event twice, never is silence', async () => {
  const [twice, never] = [await opened(), await opened()];
  await pay(never.orderId, { notify: 'never' });
  await idle();
  expect(received).toEqual([]);
  await pay(twice.orderId, { notify: 'twice' });
  await idle();
  expect(received).toHaveLength(2);
  expect(received[0]?.body).toEqual(received[1]?.body);
});

test('[PAY-10] switch notifyFirst: the merchant has answered the notice before the payer is sent back', async () => {
  const { hostedPage } = await opened();
  const answer = await fetch(hostedPage, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ outcome: 'paid', notify: 'once', notifyFirst: 'on', delaySeconds: '0' }),
  });
  expect(answer.headers.get('location')).toBe(`${merchantAddress}/esito`);
  expect(received).toHaveLength(1);
});

test('[PAY-10] switch wrongToken: the notice does not carry the token of the order', async () => {
  const { orderId, securityToken } = await opened();
  await pay(orderId, { wrongToken: true });
  await idle();
  expect(received[0]?.body.securityToken).toMatch(/^[0-9a-f]{32}$/);
  expect(received[0]?.body.securityToken).not.toBe(securityToken);
});

test('[PAY-10] a notice can come again days later, with the same event', async () => {
  const { orderId } = await opened();
  await pay(orderId);
  await idle();
  await control(`orders/${orderId}/notify`);
  expect(received[1]?.body).toEqual(received[0]?.body);
});

test('[PAY-10] switch outage: 503 or a cut connection, and nothing is opened', async () => {
  const [first, second] = [newOrderId(), newOrderId()];
  await control('', { outage: '503' });
  expect((await post('/orders/hpp', request(first))).status).toBe(503);
  await control('', { outage: 'drop' });
  await expect(post('/orders/hpp', request(second))).rejects.toThrow();
  await control('reset');
  expect([(await get(`/orders/${first}`)).status, (await get(`/orders/${second}`)).status]).toEqual([404, 404]);
});

test('[PAY-10] switch answerLost: the order is there although nobody was told', async () => {
  const orderId = newOrderId();
  await control('next', { answerLost: true });
  await expect(post('/orders/hpp', request(orderId))).rejects.toThrow();
  expect((await get(`/orders/${orderId}`)).status).toBe(200);
  await opened();
});

test('[PAY-10] switch answerDelaySeconds: done at once, answered later', async () => {
  const orderId = newOrderId();
  await control('next', { answerDelaySeconds: 60 });
  const given = AbortSignal.timeout(150);
  await expect(
    fetch(`${simulator.told.address}/orders/hpp`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(request(orderId)),
      signal: given,
    }),
  ).rejects.toThrow();
  expect((await get(`/orders/${orderId}`)).status).toBe(200);
});

test('[PAY-10] a switch nobody knows is refused', async () => {
  expect((await control('', { explode: true })).status).toBe(400);
});

test('[PAY-10] a person pays, is refused, or gives up on the hosted page, without scripts', async () => {
  const { hostedPage, orderId } = await opened();
  const shown = await fetch(hostedPage);
  const text = await shown.text();
  expect(shown.headers.get('content-security-policy')).toContain(`form-action 'self' ${merchantAddress}`);
  expect(text).toContain('<html lang="it">');
  expect(text).not.toContain('<script');
  const submit = async (fields: Record<string, string>) =>
    (await fetch(hostedPage, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) })).headers.get(
      'location',
    );
  const refused = await submit({ outcome: 'refused' });
  expect(refused).toMatch(/\?refused$/);
  expect(await (await fetch(new URL(refused ?? '', hostedPage))).text()).toContain('La carta è stata rifiutata');
  expect(await submit({ outcome: 'paid' })).toBe(`${merchantAddress}/esito`);
  expect(await (await fetch(hostedPage)).text()).toContain('Hai già pagato questo ordine');
  expect((await operationsOf(orderId)).map((entry) => entry.operationResult)).toEqual(['DECLINED', 'EXECUTED']);
  const other = await opened();
  const cancelled = await fetch(other.hostedPage, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ cancel: '1' }),
  });
  expect(cancelled.headers.get('location')).toBe(`${merchantAddress}/annulla`);
});

test.each([
  ['ita', 'it', 'Pagamento con carta'],
  ['eng', 'en', 'Card payment'],
  ['deu', 'de', 'Kartenzahlung'],
])('[PAY-10] the hosted page speaks %s', async (language, code, title) => {
  const answer = await post('/orders/hpp', request(newOrderId(), { paymentSession: { language } }));
  const { hostedPage } = (await answer.json()) as { hostedPage: string };
  const text = await (await fetch(hostedPage)).text();
  expect(text).toContain(`<html lang="${code}">`);
  expect(text).toContain(title);
});

test('[PAY-6] with a state file everything survives a kill, undelivered notices too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nexi-'));
  const options = ['--key', 'the-key', '--retry-milliseconds', '5000', '--state', join(folder, 'orders.jsonl')];
  const before = await startSimulator('nexi-xpay', options);
  const address = (path: string) => `${before.told.address}${path}`;
  const orderId = newOrderId();
  merchantAnswers = [500];
  await fetch(address('/orders/hpp'), { method: 'POST', headers: headers(), body: JSON.stringify(request(orderId)) });
  const paid = await fetch(`http://127.0.0.1:${before.told.port}/control/orders/${orderId}/pay`, { method: 'POST' });
  expect(paid.status).toBe(200);
  await expect.poll(() => received.length).toBe(1);
  const seen = await (await fetch(address(`/orders/${orderId}`), { headers: headers() })).json();
  await before.kill();
  const after = await startSimulator('nexi-xpay', options);
  try {
    const again = await fetch(`${after.told.address}/orders/${orderId}`, { headers: headers() });
    expect(await again.json()).toEqual(seen);
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]?.body).toEqual(received[0]?.body);
  } finally {
    await after.stop();
    await rm(folder, { recursive: true });
  }
});
