// The provider's business API: what a merchant's server asks (pairing, payments, their list, cancelling, giving back).
import { createPublicKey } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { body, json } from '../http.ts';
import { newId, type Payment, paymentsMax, shown } from './payments.ts';
import type { Shop } from './shop.ts';
import { signatureProblem } from './signature.ts';
import { calm, type Switches } from './switches.ts';

export const base = '/g_business/v1';

/** How long a payment can be refunded. */
const refundDays = 365;
const openHours = 2;

const common = {
  amount_unit: z.int().positive().max(99_999_999),
  currency: z.literal('EUR'),
  external_code: z.string().max(50).optional(),
  metadata: z
    .record(z.string().max(45), z.string().max(500))
    .refine((pairs) => Object.keys(pairs).length <= 20)
    .optional(),
};
const webUrl = z.url({ protocol: /^https?$/ }).max(2048);
const createRequest = z.discriminatedUnion('flow', [
  z.object({
    flow: z.literal('MATCH_CODE'),
    ...common,
    callback_url: webUrl.optional(),
    redirect_url: webUrl.optional(),
    expiration_date: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      .optional(),
  }),
  z.object({ flow: z.literal('REFUND'), ...common, parent_payment_uid: z.string() }),
]);
const updateRequest = z.object({ action: z.enum(['ACCEPT', 'CANCEL', 'CANCEL_OR_REFUND']) });
const pairRequest = z.object({ public_key: z.string(), token: z.string() });

type Answer = { status: number; value: unknown };
const fault = (status: number, code: string, message: string): Answer => ({
  status,
  value: { code, message, wlt: newId().slice(0, 8) },
});
const done = (value: unknown): Answer => ({ status: 200, value });
const illegal = (): Answer => fault(403, '44', 'Illegal state transition');

/** Answers one call below the API's base path. */
export async function answerApi(shop: Shop, call: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const path = url.pathname.slice(base.length);
  const isPayments = call.method === 'POST' && path === '/payments';
  if ((isPayments ? { ...shop.switches, ...shop.next } : shop.switches).outage === 'drop') {
    if (isPayments) shop.next = {};
    return void response.destroy();
  }
  const text = await body(call);
  const isOpening = isPayments && /"flow":\s*"MATCH_CODE"/.test(text);
  const switches: Switches = isOpening ? { ...shop.switches, ...shop.next } : shop.switches;
  const own = isOpening ? shop.next : {};
  if (isOpening) shop.next = {};
  const answer =
    switches.outage === '503'
      ? fault(503, '500', 'Service temporarily unavailable')
      : answerTo(shop, call, url, path, text, own);
  if (switches.answerDelaySeconds > 0) {
    await new Promise((resolve) => setTimeout(resolve, switches.answerDelaySeconds * 1000).unref());
  }
  if (switches.answerLost && answer.status === 200 && call.method !== 'GET') return void response.destroy();
  json(response, answer.status, answer.value);
}

function answerTo(
  shop: Shop,
  call: IncomingMessage,
  url: URL,
  path: string,
  text: string,
  own: Partial<Switches>,
): Answer {
  if (call.method !== 'GET' && !/^application\/json\b/.test(call.headers['content-type'] ?? '')) {
    return fault(400, '36', 'Malformed request');
  }
  if (call.method === 'POST' && path === '/authentication_keys') return pair(shop, text);
  const problem = signatureProblem(call, text, (keyId) => shop.payments.publicKey(keyId));
  if (problem === 'unknown key') return fault(401, '34', 'Merchant not found or unauthorized');
  if (problem) return fault(403, '45', `Invalid authorization header: ${problem}`);
  const [, collection, id, more] = path.split('/').map(decodeURIComponent);
  if (collection !== 'payments' || more !== undefined) return fault(404, '41', 'Resource not found');
  const host = call.headers.host ?? '';
  if (id === undefined) {
    if (call.method === 'GET') return list(shop, url, host);
    if (call.method !== 'POST') return fault(404, '41', 'Resource not found');
    return create(shop, text, host, String(call.headers['idempotency-key'] ?? ''), own);
  }
  const payment = shop.payments.byId(id);
  if (!payment) return fault(404, '41', 'Resource not found');
  if (call.method === 'GET') return done(shown(payment, shop.now(), host));
  return call.method === 'PUT' ? update(shop, payment, text, host) : fault(404, '41', 'Resource not found');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pair(shop: Shop, text: string): Answer {
  const read = pairRequest.safeParse(parsed(text));
  if (!read.success) return fault(400, '36', 'Malformed request');
  try {
    const key = createPublicKey(read.data.public_key);
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Error();
  } catch {
    return fault(400, '34', 'Invalid public_key');
  }
  const keyId = shop.payments.pair(read.data.token, read.data.public_key);
  if (keyId === 'unknown') return fault(404, '41', 'Resource not found');
  if (keyId === 'used') return fault(403, '45', 'Unable to fulfill the request: already paired');
  return done({ key_id: keyId });
}

function create(shop: Shop, text: string, host: string, key: string, own: Partial<Switches>): Answer {
  const read = createRequest.safeParse(parsed(text));
  if (!read.success) return fault(400, '36', `Malformed ${read.error.issues[0]?.path.join('.') || 'flow'}`);
  const before = key ? shop.payments.byKey(key) : undefined;
  if (before) return done(shown(before, shop.now(), host));
  if (shop.payments.all().length >= paymentsMax) return fault(500, '500', 'Too many payments for a simulator');
  const asked = read.data;
  const now = shop.now();
  if (asked.flow === 'REFUND') {
    const parent = shop.payments.byId(asked.parent_payment_uid);
    if (parent?.type !== 'TO_BUSINESS') return fault(404, '41', 'Resource not found');
    if (parent.status !== 'ACCEPTED') return illegal();
    if (now.getTime() - Date.parse(parent.insertDate) > refundDays * 86_400_000) {
      return fault(400, '131', 'Payment too old to be refunded');
    }
    if (asked.amount_unit > shop.leftCents(parent)) return fault(400, '36', 'Malformed payment');
    const refund = shop.refund(parent, asked.amount_unit, asked.external_code ?? '', key);
    return done(shown(refund, now, host));
  }
  const expires = asked.expiration_date ?? new Date(now.getTime() + openHours * 3_600_000).toISOString();
  if (expires <= now.toISOString()) return fault(400, '36', 'Malformed expiration_date');
  const payment: Payment = {
    id: newId(),
    type: 'TO_BUSINESS',
    amountCents: asked.amount_unit,
    status: 'PENDING',
    externalCode: asked.external_code ?? '',
    metadata: asked.metadata ?? {},
    insertDate: now.toISOString(),
    expireDate: expires,
    ...(asked.callback_url && { callbackUrl: asked.callback_url }),
    ...(asked.redirect_url && { redirectUrl: asked.redirect_url }),
    notices: [],
    // What belongs to this one answer does not stay with the payment.
    switches: { ...own, outage: calm.outage, answerLost: calm.answerLost, answerDelaySeconds: calm.answerDelaySeconds },
  };
  shop.payments.save(payment, key);
  return done(shown(payment, now, host));
}

const listQuery = z.object({
  status: z.enum(['ACCEPTED', 'PENDING', 'CANCELED']).default('ACCEPTED'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  starting_after: z.string().optional(),
  starting_after_timestamp: z.coerce.number().int().optional(),
});

/** One page of the shop's payments; by external code it cannot be asked. */
function list(shop: Shop, url: URL, host: string): Answer {
  const read = listQuery.safeParse(Object.fromEntries(url.searchParams));
  if (!read.success) return fault(400, '36', 'Invalid query parameter');
  const { status, limit, starting_after: after, starting_after_timestamp: since = 0 } = read.data;
  const now = shop.now();
  const statusOf = (payment: Payment) => (shop.stateOf(payment) === 'expired' ? 'CANCELED' : payment.status);
  const all = shop.payments
    .all()
    .filter((payment) => statusOf(payment) === status && Date.parse(payment.insertDate) > since);
  if (shop.switches.oldestFirst) all.reverse();
  const at = after === undefined ? 0 : all.findIndex((payment) => payment.id === after) + 1;
  if (after !== undefined && at === 0) return fault(404, '41', 'Resource not found');
  return done({
    has_more: all.length > at + limit,
    data: all.slice(at, at + limit).map((payment) => shown(payment, now, host)),
  });
}

function update(shop: Shop, payment: Payment, text: string, host: string): Answer {
  const read = updateRequest.safeParse(parsed(text));
  if (!read.success) return fault(400, '36', 'Malformed request');
  const { action } = read.data;
  // Only funds that were locked can be accepted by the merchant.
  if (action === 'ACCEPT') return illegal();
  if (action === 'CANCEL_OR_REFUND' && payment.status === 'ACCEPTED' && payment.type === 'TO_BUSINESS') {
    const left = shop.leftCents(payment);
    if (left <= 0) return illegal();
    shop.refund(payment, left, payment.externalCode);
    return done(shown(payment, shop.now(), host));
  }
  return shop.cancel(payment) ? done(shown(payment, shop.now(), host)) : illegal();
}
