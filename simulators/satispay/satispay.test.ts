// The provider's protocol, with plain fetch and node:crypto: what facts.md 7.1 says, and each switch once.
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Started, startSimulator, type ToldBySatispay } from '../start.ts';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const mine = pair();

let simulator: Started<ToldBySatispay>;
let keyId: string;
let merchant: Server;
let merchantAddress: string;
/** What the merchant has received, and what it answers. */
let received: string[] = [];
let merchantAnswers: number[] = [];

beforeAll(async () => {
  simulator = await startSimulator('satispay', ['--retry-milliseconds', '5']);
  ({ key_id: keyId } = (await (await register(simulator, simulator.told.code)).json()) as { key_id: string });
  merchant = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
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

const register = (at: Started<ToldBySatispay>, token: string, publicKey = mine.publicKey) =>
  fetch(`${at.told.address}/g_business/v1/authentication_keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ public_key: publicKey, token }),
  });

async function control(path: string, value: object = {}, at = simulator): Promise<{ status: number; value: never }> {
  const answer = await fetch(`${at.told.address}/control${path ? `/${path}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return { status: answer.status, value: (await answer.json()) as never };
}

type Changes = {
  headers?: Record<string, string>;
  names?: string;
  privateKey?: string;
  at?: Started<ToldBySatispay>;
  keyId?: string;
};

/** Signs as the provider documents it, and lets each part be wrong. */
function ask(method: string, path: string, value?: unknown, changes: Changes = {}): Promise<Response> {
  const body = value === undefined ? '' : JSON.stringify(value);
  const { address } = (changes.at ?? simulator).told;
  const target = `/g_business/v1${path}`;
  const headers: Record<string, string> = {
    date: new Date().toUTCString(),
    digest: `SHA-256=${createHash('sha256').update(body).digest('base64')}`,
    ...(body && { 'content-type': 'application/json' }),
    ...changes.headers,
  };
  const values: Record<string, string> = {
    '(request-target)': `${method.toLowerCase()} ${target}`,
    host: new URL(address).host,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const names =
    changes.names ??
    (body ? '(request-target) host content-type content-length digest date' : '(request-target) host digest date');
  const text = names
    .split(' ')
    .map((name) => `${name}: ${values[name]}`)
    .join('\n');
  const signature = createSign('RSA-SHA256')
    .update(text)
    .sign(changes.privateKey ?? mine.privateKey, 'base64');
  return fetch(`${address}${target}`, {
    method,
    headers: {
      ...headers,
      authorization: `Signature keyId="${changes.keyId ?? keyId}", algorithm="rsa-sha256", headers="${names}", signature="${signature}"`,
    },
    ...(body && { body }),
  });
}

let sequence = 0;
const request = (changes: object = {}) => ({
  flow: 'MATCH_CODE',
  amount_unit: 31240,
  currency: 'EUR',
  external_code: `order${++sequence}`,
  callback_url: `${merchantAddress}/back?payment={uuid}`,
  redirect_url: `${merchantAddress}/ritorno`,
  ...changes,
});
type Shown = {
  id: string;
  status: string;
  expired: boolean;
  external_code: string;
  redirect_url: string;
  expire_date: string;
};
async function opened(changes: object = {}): Promise<Shown> {
  const answer = await ask('POST', '/payments', request(changes));
  expect(answer.status).toBe(200);
  return (await answer.json()) as Shown;
}
const shown = async (id: string) => (await (await ask('GET', `/payments/${id}`)).json()) as Shown;
const pay = (code: string, value: object = {}) => control(`orders/${code}/pay`, value);
const faultOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { code: string }),
});

test('[PAY-10] an activation code is taken once; a key that is none is not', async () => {
  const { code } = (await control('codes')).value as { code: string };
  expect(await faultOf(await register(simulator, code, 'no key'))).toMatchObject({ status: 400, code: '34' });
  expect(await faultOf(await register(simulator, 'AAAAAA'))).toMatchObject({ status: 404, code: '41' });
  expect((await register(simulator, code)).status).toBe(200);
  expect(await faultOf(await register(simulator, code))).toMatchObject({ status: 403, code: '45' });
});

test.each([
  ['another digest', { headers: { digest: `SHA-256=${'A'.repeat(43)}=` } }, 403],
  ['a date of ten minutes ago', { headers: { date: new Date(Date.now() - 600_000).toUTCString() } }, 403],
  ['a date in ten minutes', { headers: { date: new Date(Date.now() + 600_000).toUTCString() } }, 403],
  ['the digest not signed', { names: '(request-target) host date' }, 403],
  ['the host not signed', { names: '(request-target) digest date' }, 403],
  ['another key', { privateKey: pair().privateKey }, 403],
  ['a name nobody was given', { keyId: 'nobody' }, 401],
  ['no signature at all', { headers: { authorization: '' }, names: 'date' }, 403],
])('[PAY-10] a request with %s is refused and does nothing', async (_case, changes, status) => {
  expect((await ask('POST', '/payments', request(), changes)).status).toBe(status);
  expect((await ask('GET', '/payments', undefined, changes)).status).toBe(status);
  const { value } = await control('reset');
  expect(value).toBeDefined();
  expect(await (await ask('GET', '/payments?status=PENDING')).json()).toEqual({ has_more: false, data: [] });
});

test('[PAY-10] the short list of headers is enough, with a body too', async () => {
  const answer = await ask('POST', '/payments', request(), { names: '(request-target) host date digest' });
  expect(answer.status).toBe(200);
});

test.each([
  ['a flow of old', { flow: 'MATCH_USER' }],
  ['an amount that is no whole number of cents', { amount_unit: 312.4 }],
  ['an amount of nothing', { amount_unit: 0 }],
  ['another currency', { currency: 'USD' }],
  ['a code of 51 characters', { external_code: 'x'.repeat(51) }],
  ['an end in another format', { expiration_date: '2030-01-01T10:00:00Z' }],
  ['an end that is past', { expiration_date: '2020-01-01T10:00:00.000Z' }],
  ['21 metadata', { metadata: Object.fromEntries(Array.from({ length: 21 }, (_one, at) => [`k${at}`, 'v'])) }],
])('[PAY-10] %s is refused as malformed', async (_case, changes) => {
  expect(await faultOf(await ask('POST', '/payments', request(changes)))).toMatchObject({ status: 400, code: '36' });
});

test('[PAY-10] one key, one payment: repeated with it the answer is the same', async () => {
  const headers = { 'idempotency-key': 'once' };
  const first = await (await ask('POST', '/payments', request(), { headers })).json();
  expect(await (await ask('POST', '/payments', request(), { headers })).json()).toEqual(first);
  expect(await (await ask('GET', '/payments?status=PENDING')).json()).toMatchObject({ has_more: false, data: [first] });
});

test('[PAY-10] it ends after two hours, or when it was told to, and is then listed as cancelled', async () => {
  const byItself = await opened();
  expect(Math.round((Date.parse(byItself.expire_date) - Date.now()) / 60_000)).toBe(120);
  const end = new Date(Date.now() + 3_600_000).toISOString();
  const told = await opened({ expiration_date: end });
  await control('clock', { now: new Date(Date.parse(end) - 1000).toISOString() });
  expect(await shown(told.id)).toMatchObject({ status: 'PENDING', expired: false });
  await control('clock', { now: end });
  expect(await shown(told.id)).toMatchObject({ status: 'CANCELED', expired: true });
  expect((await pay(told.external_code)).status).toBe(409);
  expect(await (await ask('GET', '/payments?status=CANCELED')).json()).toMatchObject({ data: [{ id: told.id }] });
});

test('[PAY-10] the list is of what was accepted unless asked otherwise, in pages, by no code of ours', async () => {
  const all: string[] = [];
  for (let count = 0; count < 5; count++) all.push((await opened()).id);
  expect(await (await ask('GET', '/payments')).json()).toEqual({ has_more: false, data: [] });
  const page = async (query: string) =>
    (await (await ask('GET', `/payments?status=PENDING&limit=2${query}`)).json()) as {
      has_more: boolean;
      data: Shown[];
    };
  const first = await page('');
  const second = await page(`&starting_after=${first.data.at(-1)?.id}`);
  const third = await page(`&starting_after=${second.data.at(-1)?.id}`);
  expect([first, second, third].map((one) => one.has_more)).toEqual([true, true, false]);
  expect([first, second, third].flatMap((one) => one.data.map(({ id }) => id))).toEqual(all.toReversed());
  await control('', { oldestFirst: true });
  expect((await page('')).data.map(({ id }) => id)).toEqual(all.slice(0, 2));
  expect((await page(`&starting_after_timestamp=${Date.now() + 1000}`)).data).toEqual([]);
  for (const wrong of ['limit=0', 'limit=101', 'status=OPEN'])
    expect((await ask('GET', `/payments?${wrong}`)).status).toBe(400);
});

test('[PAY-10] a callback is a bare GET, repeated three times when it is not answered well', async () => {
  merchantAnswers = [500, 500];
  const { id, external_code: code } = await opened();
  await pay(code);
  await control('idle');
  expect(received).toEqual(Array.from({ length: 3 }, () => `GET /back?payment=${id}`));
  expect(await shown(id)).toMatchObject({ status: 'ACCEPTED' });
  received = [];
  merchantAnswers = [500, 500, 500, 500, 500];
  await pay((await opened()).external_code);
  await control('idle');
  expect(received).toHaveLength(4);
});

test.each([
  ['twice', 2],
  ['never', 0],
] as const)('[PAY-10] switch notify %s', async (notify, times) => {
  await pay((await opened()).external_code, { notify });
  await control('idle');
  expect(received).toHaveLength(times);
});

test('[PAY-10] switch notifyFirst: the callback has been answered before the payer goes on', async () => {
  const { value } = await pay((await opened()).external_code, { notifyFirst: true });
  expect(value).toMatchObject({ goesTo: `${merchantAddress}/ritorno`, order: { notices: [{ delivered: 1 }] } });
});

test('[PAY-10] switch wrongToken: the callback names a payment that nobody has', async () => {
  const { id, external_code: code } = await opened();
  await pay(code, { wrongToken: true });
  await control('idle');
  expect(received).toHaveLength(1);
  expect(received[0]).not.toContain(id);
});

test('[PAY-10] switches refuse and refusedThenPaid: declined for ever; short of funds once, and still open', async () => {
  const refused = await opened();
  expect((await pay(refused.external_code, { refuse: true })).value).toMatchObject({ outcome: 'refused' });
  expect(await shown(refused.id)).toMatchObject({ status: 'CANCELED', expired: false });
  expect((await pay(refused.external_code)).status).toBe(409);
  const short = await opened();
  expect((await pay(short.external_code, { refusedThenPaid: true })).value).toMatchObject({ outcome: 'paid' });
});

test('[PAY-10] switch delaySeconds: accepted and PENDING until it is resolved; nobody cancels it meanwhile', async () => {
  const { id, external_code: code } = await opened();
  expect((await pay(code, { delaySeconds: 3600 })).value).toMatchObject({ outcome: 'pending' });
  expect(await shown(id)).toMatchObject({ status: 'PENDING' });
  expect(await faultOf(await ask('PUT', `/payments/${id}`, { action: 'CANCEL' }))).toMatchObject({ code: '44' });
  await control(`orders/${code}/resolve`);
  expect(await shown(id)).toMatchObject({ status: 'ACCEPTED' });
  const soon = await opened();
  await pay(soon.external_code, { delaySeconds: 0.01 });
  await control('idle');
  expect(await shown(soon.id)).toMatchObject({ status: 'ACCEPTED' });
});

test('[PAY-10] cancelled once, by the merchant, while it is open; the merchant accepts nothing', async () => {
  const { id, external_code: code } = await opened();
  const put = (action: string) => ask('PUT', `/payments/${id}`, { action });
  expect(await faultOf(await put('ACCEPT'))).toMatchObject({ status: 403, code: '44' });
  expect(await (await put('CANCEL')).json()).toMatchObject({ status: 'CANCELED' });
  expect(await faultOf(await put('CANCEL'))).toMatchObject({ status: 403, code: '44' });
  expect((await pay(code)).status).toBe(409);
});

test('[PAY-10] refunds in parts up to the whole, and CANCEL_OR_REFUND for whoever does not know', async () => {
  const { id, external_code: code } = await opened();
  const refund = (amount: number, parent = id) =>
    ask('POST', '/payments', { flow: 'REFUND', amount_unit: amount, currency: 'EUR', parent_payment_uid: parent });
  expect(await faultOf(await refund(1))).toMatchObject({ status: 403, code: '44' });
  await pay(code);
  expect(await faultOf(await refund(31241))).toMatchObject({ status: 400 });
  expect(await (await refund(31000)).json()).toMatchObject({ type: 'REFUND_TO_BUSINESS', status: 'ACCEPTED' });
  expect((await ask('PUT', `/payments/${id}`, { action: 'CANCEL_OR_REFUND' })).status).toBe(200);
  expect(await faultOf(await refund(1))).toMatchObject({ status: 400 });
  expect(await faultOf(await refund(1, '00000000-0000-4000-8000-000000000000'))).toMatchObject({ code: '41' });
  expect((await control(`orders/${code}/notify`)).value).toMatchObject({ refundedCents: 31240, capturedCents: 31240 });
});

test.each(['503', 'drop'])('[PAY-10] switch outage %s: nothing is done', async (outage) => {
  await control('', { outage });
  const answer = await ask('POST', '/payments', request()).catch(() => undefined);
  expect(answer?.status).toBe(outage === '503' ? 503 : undefined);
  await control('reset');
  expect(await (await ask('GET', '/payments?status=PENDING')).json()).toMatchObject({ data: [] });
});

test('[PAY-10] switch answerLost: it is done and nobody is told', async () => {
  await control('next', { answerLost: true });
  await expect(ask('POST', '/payments', request())).rejects.toThrow();
  expect(await (await ask('GET', '/payments?status=PENDING')).json()).toMatchObject({ data: [{ status: 'PENDING' }] });
  expect((await opened()).status).toBe('PENDING');
});

test('[PAY-10] with a state file everything survives a kill: payments, keys of idempotency, pairings, callbacks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'satispay-'));
  const state = ['--state', join(folder, 'state.json'), '--retry-milliseconds', '5'];
  let at = await startSimulator('satispay', state);
  const registered = (await (await register(at, at.told.code)).json()) as { key_id: string };
  const mineThere = { at, keyId: registered.key_id, headers: { 'idempotency-key': 'once' } };
  const first = (await (await ask('POST', '/payments', request(), mineThere)).json()) as Shown;
  await control(`orders/${first.external_code}/pay`, {}, at);
  await at.kill();
  at = await startSimulator('satispay', state);
  const again = await ask('POST', '/payments', request(), { ...mineThere, at });
  expect(await again.json()).toMatchObject({ id: first.id, status: 'ACCEPTED' });
  await at.stop();
  await rm(folder, { recursive: true });
});

test('[PAY-10] a person picks the outcome on a page that says it is a simulator, in the language of the browser', async () => {
  const { redirect_url: address, id } = await opened();
  for (const [accepted, lang] of [
    ['it-IT,it;q=0.9', 'it'],
    ['fr,en;q=0.5', 'en'],
    ['de-CH', 'de'],
    ['fr', 'it'],
  ] as const) {
    const text = await (await fetch(address, { headers: { 'accept-language': accepted } })).text();
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toMatch(/[Ss]imulator/);
  }
  const choose = (outcome: string, headers = {}) =>
    fetch(address, { method: 'POST', headers, body: new URLSearchParams({ outcome }), redirect: 'manual' });
  expect((await choose('paid', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await choose('gift')).status).toBe(400);
  const gone = await choose('back');
  expect([gone.status, gone.headers.get('location')]).toEqual([303, `${merchantAddress}/ritorno`]);
  expect(await shown(id)).toMatchObject({ status: 'PENDING' });
  await choose('paid');
  expect(await shown(id)).toMatchObject({ status: 'ACCEPTED', sender: { name: expect.any(String) } });
  const other = await opened();
  await fetch(other.redirect_url, {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'expire' }),
    redirect: 'manual',
  });
  expect(await shown(other.id)).toMatchObject({ expired: true });
});
