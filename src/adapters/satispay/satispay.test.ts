// The adapter against the simulator, over the loopback: two programs that share no code.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { KnownOrder } from '#capabilities/payments/index.ts';
import { instant } from '#kernel/days.ts';
import { randomText } from '#kernel/ids.ts';
import { cents } from '#kernel/money.ts';
import { freePort, type Started, startSimulator, type ToldBySatispay } from '../../../simulators/start.ts';
import { pairWithSatispay, satispay, signingKey } from './index.ts';
import type { SigningKey } from './signature.ts';

let simulator: Started<ToldBySatispay>;
let key: SigningKey;
beforeAll(async () => {
  simulator = await startSimulator('satispay', ['--retry-milliseconds', '5']);
  const pairing = await pairWithSatispay(simulator.told.address, simulator.told.code);
  if (pairing.kind !== 'paired') throw new Error(pairing.why);
  key = signingKey(pairing.keyId, pairing.privateKeyPem);
});
afterAll(() => simulator.stop());
beforeEach(() => control('reset', { orders: true }));

const control = async (path: string, value: object = {}) => {
  const answer = await fetch(`${simulator.told.address}/control${path ? `/${path}` : ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  return (await answer.json()) as Record<string, unknown>;
};
const ledger = async () =>
  (await (await fetch(`${simulator.told.address}/control/ledger`)).json()) as { orders: { reference: string }[] };
const provider = (changes: { key?: SigningKey; timeoutSeconds?: number; address?: string } = {}) =>
  satispay({ address: simulator.told.address, key, timeoutSeconds: 5, ...changes });
const fromNow = (seconds: number) => instant(new Date(Date.now() + seconds * 1000));
const order = (changes: object = {}) => ({
  reference: randomText(18),
  amountCents: cents(31240),
  description: 'Auto, rata del 30 novembre 2026',
  method: 'satispay' as const,
  language: 'it' as const,
  returnAddress: 'http://localhost:3000/ritorno/abc',
  cancelAddress: 'http://localhost:3000/ritorno/abc?annullato',
  noticeAddress: 'http://127.0.0.1:9/notices/satispay',
  expiresAt: fromNow(3600),
  ...changes,
});
const knowing = (changes: Partial<KnownOrder> = {}): KnownOrder => ({
  orderId: undefined,
  askedAt: fromNow(0),
  refundIds: [],
  ...changes,
});

async function opened(changes: object = {}) {
  const asked = order(changes);
  const answer = await provider().open(asked);
  if (answer.kind !== 'opened' || !answer.orderId) throw new Error(answer.kind);
  return { ...asked, ...answer, orderId: answer.orderId, known: knowing({ orderId: answer.orderId }) };
}
/** Opens a payment, lets the payer act, and reads what the provider then says. */
async function after(outcome: string, switches: object = {}) {
  const asked = await opened();
  await control(`orders/${asked.reference}/pay`, { outcome, notify: 'never', ...switches });
  return { ...asked, answer: await provider().read(asked.reference, asked.known) };
}

test('[PAY-10] an activation code is good once, and only where it was made', async () => {
  const { code } = (await control('codes')) as { code: string };
  expect(await pairWithSatispay(simulator.told.address, 'AAAAAA')).toEqual({ kind: 'refused', why: 'unknown_code' });
  expect(await pairWithSatispay(simulator.told.address, code)).toMatchObject({ kind: 'paired' });
  expect(await pairWithSatispay(simulator.told.address, code)).toEqual({ kind: 'refused', why: 'used_code' });
  const nobody = `http://127.0.0.1:${await freePort()}`;
  expect(await pairWithSatispay(nobody, code)).toEqual({ kind: 'silent', why: 'unreachable' });
});

test('[PAY-10] a key that was never paired, or another key under a paired name, opens and reads nothing', async () => {
  const { code } = (await control('codes')) as { code: string };
  const other = await pairWithSatispay(simulator.told.address, code);
  if (other.kind !== 'paired') throw new Error(other.why);
  const unpaired = { ...key, keyId: 'nobody' };
  const mixed = signingKey(key.keyId, other.privateKeyPem);
  for (const wrong of [unpaired, mixed]) {
    expect(await provider({ key: wrong }).open(order())).toEqual({ kind: 'refused', why: 'unauthorised' });
    expect(await provider({ key: wrong }).read('any', knowing())).toEqual({ kind: 'unanswered', why: 'unauthorised' });
  }
});

test.each([
  ['an amount of nothing', { amountCents: cents(0) }],
  ['an end that is past', { expiresAt: fromNow(-60) }],
  ['a reference of 51 characters', { reference: 'a'.repeat(51) }],
])('[PAY-6] %s is refused and nothing is opened', async (_case, changes) => {
  const asked = order(changes);
  expect(await provider().open(asked)).toEqual({ kind: 'refused', why: 'bad_request' });
  expect(await provider().read(asked.reference, knowing())).toEqual({ kind: 'none' });
});

test('[PAY-6] the same reference posted again would be the same payment, not a second one', async () => {
  const asked = order();
  const [first, second] = [await provider().open(asked), await provider().open(asked)];
  expect(second).toEqual(first);
  expect((await ledger()).orders).toHaveLength(1);
});

test('[PAY-6] nobody listening: the payment certainly does not exist', async () => {
  const nobody = provider({ address: `http://127.0.0.1:${await freePort()}` });
  expect(await nobody.open(order())).toEqual({ kind: 'refused', why: 'unreachable' });
  expect(await nobody.read('any', knowing())).toEqual({ kind: 'unanswered', why: 'unreachable' });
});

test.each([
  ['503', 'fault'],
  ['drop', 'connection'],
] as const)('[PAY-6] switch outage %s: unknown, and nothing was opened', async (outage, why) => {
  const asked = order();
  await control('', { outage });
  expect(await provider().open(asked)).toEqual({ kind: 'unknown', why });
  expect(await provider().read(asked.reference, knowing())).toEqual({ kind: 'unanswered', why });
  expect(await provider().cancel?.(asked.reference, knowing())).toEqual({ kind: 'unknown', why });
  await control('reset');
  expect(await provider().read(asked.reference, knowing())).toEqual({ kind: 'none' });
});

test('[PAY-6] switch answerDelaySeconds: unknown when our patience ends', async () => {
  await control('next', { answerDelaySeconds: 60 });
  expect(await provider({ timeoutSeconds: 0.2 }).open(order())).toEqual({ kind: 'unknown', why: 'timeout' });
});

test.each([
  ['open', undefined, false],
  ['paid', 'paid', false],
  ['declined', 'refused', true],
] as const)(
  '[PAY-6] switch answerLost: found by our code among many while it is %s (%s)',
  async (_s, outcome, oldestFirst) => {
    await control('', { oldestFirst });
    const before = await Promise.all(Array.from({ length: 60 }, () => opened()));
    await control('next', { answerLost: true });
    const asked = order();
    expect(await provider().open(asked)).toEqual({ kind: 'unknown', why: 'connection' });
    const later = await Promise.all(Array.from({ length: 60 }, () => opened()));
    for (const { reference } of [...before, ...later, asked]) {
      if (outcome) await control(`orders/${reference}/pay`, { outcome, notify: 'never' });
    }
    const answer = await provider().read(asked.reference, knowing());
    expect(answer).toMatchObject({ kind: 'operations', orderId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(answer.kind === 'operations' && answer.operations.map((one) => one.result)).toEqual(
      outcome === undefined ? [] : [outcome === 'paid' ? 'success' : 'failure'],
    );
    expect(await provider().read('neverOpened', knowing())).toEqual({ kind: 'none' });
  },
);

test('[PAY-6] the search stops where the list leaves the time of ours, whatever its order', async () => {
  for (const oldestFirst of [false, true]) {
    await control('reset', { orders: true });
    await control('', { oldestFirst });
    await Promise.all(Array.from({ length: 101 }, () => opened()));
    // Asked for an hour earlier, when there was nothing: one page per status tells.
    const earlier = knowing({ askedAt: fromNow(-3600) });
    expect(await provider().read('neverOpened', earlier)).toEqual({ kind: 'none' });
  }
});

test('[PAY-5] an opened payment has a page with the amount, and expires when it was told to', async () => {
  const { pageAddress, securityToken, orderId, reference, expiresAt } = await opened();
  expect(securityToken).toBe(orderId);
  const page = await (await fetch(pageAddress, { headers: { 'accept-language': 'de-AT,en' } })).text();
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('312');
  const { orders } = (await ledger()) as { orders: object[] };
  expect(orders).toMatchObject([{ reference, expiresAt: new Date(expiresAt).toISOString(), amountCents: 31240 }]);
});

test('[PAY-6] one that waits for the payer has no movement and is open; so has one that is being processed', async () => {
  expect((await after('back')).answer).toMatchObject({ operations: [], isOpen: true });
  expect((await after('paid', { delaySeconds: 600 })).answer).toMatchObject({ operations: [], isOpen: true });
});

test('[PAY-6] a success is one payment of the whole amount', async () => {
  const { answer, orderId } = await after('paid');
  expect(answer).toEqual({
    kind: 'operations',
    orderId,
    operations: [{ id: orderId, type: 'payment', result: 'success', amountCents: 31240, at: expect.any(String) }],
  });
  expect((await after('paid', { refusedThenPaid: true })).answer).toMatchObject({
    operations: [{ result: 'success' }],
  });
});

test.each([
  ['refused', {}],
  ['paid', { refuse: true }],
])('[PAY-12] declined (%s, %o) is the payer’s wish, and over', async (outcome, switches) => {
  expect((await after(outcome, switches)).answer).toMatchObject({
    operations: [{ result: 'failure', isByPayer: true }],
    isOpen: false,
  });
});

test('[PAY-12] an end by time is no movement, and over', async () => {
  const { reference, known } = await opened();
  await control(`orders/${reference}/expire`);
  expect(await provider().read(reference, known)).toMatchObject({ operations: [], isOpen: false });
});

test('[PAY-12] called off: it can be paid no more; what is over already is as good; what is approved is not', async () => {
  const cancel = (reference: string, known: KnownOrder) => provider().cancel?.(reference, known);
  const open = await opened();
  expect(await cancel(open.reference, open.known)).toEqual({ kind: 'done' });
  expect(await cancel(open.reference, open.known)).toEqual({ kind: 'done' });
  expect(await provider().read(open.reference, open.known)).toMatchObject({
    operations: [{ result: 'failure', isByPayer: true }],
  });
  const expired = await opened();
  await control(`orders/${expired.reference}/expire`);
  expect(await cancel(expired.reference, expired.known)).toEqual({ kind: 'done' });
  expect(await cancel('neverOpened', knowing())).toEqual({ kind: 'done' });
  // Without its id, found by our code.
  const lost = await opened();
  expect(await cancel(lost.reference, knowing())).toEqual({ kind: 'done' });
  const paid = await after('paid');
  expect(await cancel(paid.reference, paid.known)).toEqual({ kind: 'refused' });
  const waiting = await after('paid', { delaySeconds: 600 });
  expect(await cancel(waiting.reference, waiting.known)).toEqual({ kind: 'refused' });
});

test('[PAY-11] money is given back once, in parts too, also when the answer is lost', async () => {
  const { reference, orderId } = await after('paid');
  const refund = (requestKey: string, amountCents: number) =>
    provider().refund({
      operationId: orderId,
      amountCents: cents(amountCents),
      key: requestKey,
      description: 'Già pagata in agenzia',
      askedAt: fromNow(0),
    });
  expect(await refund('k0', 31241)).toEqual({ kind: 'refused', why: 'bad_request' });
  await control('', { answerLost: true });
  expect(await refund('k1', 31000)).toEqual({ kind: 'unknown', why: 'connection' });
  await control('reset');
  const first = await refund('k1', 31000);
  const second = await refund('k2', 240);
  expect(await refund('k3', 1)).toEqual({ kind: 'refused', why: 'bad_request' });
  if (first.kind !== 'done' || second.kind !== 'done') throw new Error('not given back');
  const known = knowing({ orderId, refundIds: [first.operationId, second.operationId] });
  expect(await provider().read(reference, known)).toMatchObject({
    operations: [
      { type: 'payment', result: 'success', amountCents: 31240 },
      { type: 'refund', result: 'success', amountCents: 31000, id: first.operationId },
      { type: 'refund', result: 'success', amountCents: 240, id: second.operationId },
    ],
  });
});

test('[PAY-11] refused because it was given back under a key that the provider has forgotten: found in the list', async () => {
  const { orderId } = await after('paid');
  const request = {
    operationId: orderId,
    amountCents: cents(31240),
    key: 'the-refund',
    description: '',
    askedAt: fromNow(0),
  };
  const first = await provider().refund(request);
  await control('forget');
  expect(await provider().refund(request)).toEqual(first);
});

test('[PAY-11] nothing to give back, or after more than 365 days: refused, each with its reason', async () => {
  const request = { amountCents: cents(1), key: 'k', description: '', askedAt: fromNow(0) };
  const unknown = '3ccea4c1-0d5e-430f-9975-0becd9440d41';
  expect(await provider().refund({ ...request, operationId: unknown })).toEqual({ kind: 'refused', why: 'not_found' });
  const { orderId } = await after('paid');
  await control('clock', { now: new Date(Date.now() + 365 * 86_400_000 + 60_000).toISOString() });
  expect(await provider().refund({ ...request, operationId: orderId })).toEqual({ kind: 'refused', why: 'too_old' });
  await control('clock', { now: new Date(Date.now() + 365 * 86_400_000 - 60_000).toISOString() });
  expect(await provider().refund({ ...request, operationId: orderId })).toMatchObject({ kind: 'done' });
});

test('[PAY-6] callbacks as they come: our reference and its id in the address, nothing for anything else', async () => {
  const received: string[] = [];
  const merchant = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(merchant, 'listening');
  const noticeAddress = `http://127.0.0.1:${(merchant.address() as AddressInfo).port}/notices/satispay`;
  const { reference, orderId } = await opened({ noticeAddress });
  await control(`orders/${reference}/pay`, { notify: 'twice' });
  await control('idle');
  await control(`orders/${reference}/notify`, { wrongToken: true });
  merchant.close();
  expect(received[0]).toBe(`GET /notices/satispay?reference=${reference}&payment=${orderId}`);
  const notices = received.map((line) => {
    const query = Object.fromEntries(new URL(line.slice(4), 'http://us').searchParams);
    return provider().parseNotice({ query });
  });
  const mine = { reference, noticeKey: undefined, securityToken: orderId };
  expect(notices).toEqual([mine, mine, { ...mine, securityToken: expect.not.stringContaining(orderId) }]);
  for (const body of [
    undefined,
    null,
    'x',
    [],
    {},
    { query: {} },
    { query: { reference: '../x', payment: orderId } },
  ]) {
    expect(provider().parseNotice(body)).toBeUndefined();
  }
});

test.each([
  ['no JSON', '<html>'],
  ['a page that is no address', { redirect_url: 'javascript:alert(1)' }],
  ['a page without encryption elsewhere', { redirect_url: 'http://elsewhere.example/' }],
  ['no page', { redirect_url: undefined }],
  ['another payment', { external_code: 'another' }],
  ['another amount', { amount_unit: 1 }],
  ['another currency', { currency: 'USD' }],
  ['more than anybody would say', `"${'x'.repeat(1_100_000)}"`],
])('[PAY-6] an answer that is %s is never trusted', async (_case, body) => {
  const asked = order();
  const orderId = '2ee5f6c7-f85d-45b7-8f1b-2a570a7002eb';
  const right = {
    id: orderId,
    type: 'TO_BUSINESS',
    amount_unit: 31240,
    currency: 'EUR',
    status: 'PENDING',
    external_code: asked.reference,
    redirect_url: 'https://online.satispay.com/pay/x',
    something_new: { that: ['nobody', 'knows'] },
  };
  let answer: unknown = right;
  const odd = createServer((_request, response) => {
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(odd, 'listening');
  const strange = provider({ address: `http://127.0.0.1:${(odd.address() as AddressInfo).port}` });
  expect(await strange.open(asked)).toMatchObject({ kind: 'opened', pageAddress: right.redirect_url });
  answer = typeof body === 'string' ? body : { ...right, ...body };
  expect(await strange.open(asked)).toEqual({ kind: 'unknown', why: 'unreadable' });
  odd.close();
});

test.each([
  [403, { code: '70', message: 'Anti-hammering violation' }, 'too_many'],
  [403, { code: 70 }, 'too_many'],
  [403, { code: '45' }, 'unauthorised'],
  [401, { code: '34' }, 'unauthorised'],
  [400, { code: '27' }, 'bad_request'],
])('[PAY-10] %i %o is a refusal: %s', async (status, fault, why) => {
  const odd = createServer((_request, response) => void response.writeHead(status).end(JSON.stringify(fault)));
  await once(odd.listen(0, '127.0.0.1'), 'listening');
  const strange = provider({ address: `http://127.0.0.1:${(odd.address() as AddressInfo).port}` });
  expect(await strange.open(order())).toEqual({ kind: 'refused', why });
  odd.close();
});
