// Satispay, business API v1 (facts.md 7.1): the payer approves in the app, never here.
import type {
  Cancelled,
  KnownOrder,
  Opened,
  PaymentProvider,
  ProviderAnswer,
  ProviderOperation,
  ProviderOrder,
  Refunded,
} from '#capabilities/payments/provider.ts';
import { type Instant, instant } from '#kernel/days.ts';
import { isLoopback } from '#kernel/loopback.ts';
import { cents } from '#kernel/money.ts';
import { unknownJson } from '../exchange.ts';
import { type Ask, client, codeOf, isTooMany, type SatispayOptions, silenceOf } from './client.ts';
import { find } from './finding.ts';
import type { Payment } from './shapes.ts';
import { callback, payment as paymentShape } from './shapes.ts';

export { type Pairing, pairWithSatispay } from './pairing.ts';
export { signingKey } from './signature.ts';
export { startupCheck } from './startup.ts';

/** The adapter for one shop. Holds no state but its key, so any number of processes may use it. */
export function satispay(options: SatispayOptions): PaymentProvider {
  const ask = client(options);
  return {
    name: 'satispay',
    methods: ['satispay'],
    open: (order) => open(ask, options.address, order),
    read: (reference, known) => read(ask, reference, known),
    cancel: (reference, known) => cancel(ask, reference, known),
    refund: (request) => refund(ask, request),
    parseNotice(body) {
      const told = callback.safeParse(body);
      if (!told.success) return undefined;
      const { reference, payment } = told.data.query;
      // A callback says neither what happened nor when: it has no name that would tell two of them apart.
      return { reference, noticeKey: undefined, securityToken: payment };
    },
  };
}

async function open(ask: Ask, address: string, order: ProviderOrder): Promise<Opened> {
  if (order.method !== 'satispay') throw new Error(`satispay offers no ${order.method}`);
  const request = {
    flow: 'MATCH_CODE',
    amount_unit: order.amountCents,
    currency: 'EUR',
    external_code: order.reference,
    // The provider writes its id over the placeholder, which therefore stays as it is.
    callback_url: `${order.noticeAddress}?reference=${order.reference}&payment={uuid}`,
    redirect_url: order.returnAddress,
    expiration_date: new Date(order.expiresAt).toISOString(),
  };
  const answer = await ask('POST', '/payments', request, { 'idempotency-key': order.reference });
  if (answer.kind === 'silent') {
    return answer.why === 'unreachable'
      ? { kind: 'refused', why: 'unreachable' }
      : { kind: 'unknown', why: answer.why };
  }
  if (answer.status === 200) {
    const payment = paymentIn(answer.body);
    const page = payment?.redirect_url;
    const isSound = payment?.external_code === order.reference && payment.amount_unit === order.amountCents;
    if (!isSound || !page || !isSafePage(page, address)) return { kind: 'unknown', why: 'unreadable' };
    return { kind: 'opened', pageAddress: page, securityToken: payment.id, orderId: payment.id };
  }
  if (isTooMany(answer)) return { kind: 'refused', why: 'too_many' };
  if (answer.status === 401 || answer.status === 403) return { kind: 'refused', why: 'unauthorised' };
  if (answer.status < 400 || answer.status >= 500) return { kind: 'unknown', why: silenceOf(answer) };
  return { kind: 'refused', why: 'bad_request' };
}

type Sought = { kind: 'found'; payment: Payment } | { kind: 'none' } | Extract<ProviderAnswer, { kind: 'unanswered' }>;

/** By the provider's id where we have it, else by our code in its list. */
async function seek(ask: Ask, reference: string, known: KnownOrder): Promise<Sought> {
  const isOurs = (payment: Payment) => payment.type === 'TO_BUSINESS' && payment.external_code === reference;
  if (!known.orderId) return find(ask, ['PENDING', 'ACCEPTED', 'CANCELED'], known.askedAt, isOurs);
  const found = await byId(ask, known.orderId);
  return found.kind === 'found' && !isOurs(found.payment) ? { kind: 'unanswered', why: 'unreadable' } : found;
}

async function byId(ask: Ask, id: string): Promise<Sought> {
  const answer = await ask('GET', `/payments/${encodeURIComponent(id)}`);
  if (answer.kind === 'silent') return { kind: 'unanswered', why: answer.why };
  if (answer.status === 404) return { kind: 'none' };
  if (answer.status !== 200) return { kind: 'unanswered', why: silenceOf(answer) };
  const payment = paymentIn(answer.body);
  return payment?.id === id ? { kind: 'found', payment } : { kind: 'unanswered', why: 'unreadable' };
}

async function read(ask: Ask, reference: string, known: KnownOrder): Promise<ProviderAnswer> {
  const found = await seek(ask, reference, known);
  if (found.kind !== 'found') return found;
  const { payment } = found;
  const operations: ProviderOperation[] = [];
  const isExpired = payment.expired === true && payment.status !== 'ACCEPTED';
  // PENDING is no movement: nobody has approved it, or nobody has heard of it yet. Nor is an end by time.
  if (payment.status !== 'PENDING' && !isExpired) operations.push(operationOf(payment, 'payment'));
  // What was given back is a payment of its own, which names nowhere the one it belongs to.
  for (const id of known.refundIds) {
    const refunded = await byId(ask, id);
    if (refunded.kind === 'unanswered') return refunded;
    if (refunded.kind === 'found') operations.push(operationOf(refunded.payment, 'refund'));
  }
  const isOpen = payment.status === 'PENDING' && !isExpired;
  return {
    kind: 'operations',
    operations,
    orderId: payment.id,
    ...((isOpen || isExpired || payment.status === 'CANCELED') && { isOpen }),
  };
}

function operationOf(payment: Payment, type: 'payment' | 'refund'): ProviderOperation {
  const result = { ACCEPTED: 'success', CANCELED: 'failure' } as const;
  return {
    id: payment.id,
    type,
    // AUTHORIZED belongs to locked funds, which we never ask for; from what nobody told us of nothing is concluded.
    result: result[payment.status as keyof typeof result] ?? 'pending',
    amountCents: cents(payment.amount_unit),
    at: momentOf(payment),
    // Declined in the app, or called off by us: either way the payer's wish.
    ...(payment.status === 'CANCELED' && { isByPayer: true }),
  };
}

function momentOf(payment: Payment): Instant {
  const at = new Date(payment.insert_date ?? '');
  return instant(Number.isNaN(at.getTime()) ? new Date() : at);
}

async function cancel(ask: Ask, reference: string, known: KnownOrder): Promise<Cancelled> {
  const found = await seek(ask, reference, known);
  if (found.kind === 'unanswered') return { kind: 'unknown', why: found.why };
  if (found.kind === 'none') return { kind: 'done' };
  const answer = await ask('PUT', `/payments/${encodeURIComponent(found.payment.id)}`, { action: 'CANCEL' });
  if (answer.kind === 'silent') return { kind: 'unknown', why: answer.why };
  if (answer.status === 200) {
    const isCancelled = paymentIn(answer.body)?.status === 'CANCELED';
    return isCancelled ? { kind: 'done' } : { kind: 'unknown', why: 'unreadable' };
  }
  // 44: it is in a state that cannot be cancelled. Cancelled or expired already, and all is well; or approved.
  if (answer.status === 403 && codeOf(answer) === '44') {
    const now = await byId(ask, found.payment.id);
    if (now.kind === 'unanswered') return { kind: 'unknown', why: now.why };
    const isOver = now.kind === 'none' || now.payment.status === 'CANCELED' || now.payment.expired === true;
    return isOver ? { kind: 'done' } : { kind: 'refused' };
  }
  return { kind: 'unknown', why: silenceOf(answer) };
}

async function refund(ask: Ask, request: Parameters<PaymentProvider['refund']>[0]): Promise<Refunded> {
  const answer = await ask(
    'POST',
    '/payments',
    {
      flow: 'REFUND',
      amount_unit: request.amountCents,
      currency: 'EUR',
      parent_payment_uid: request.operationId,
      // Found by it again should the answer be lost and the key be forgotten.
      external_code: request.key,
    },
    { 'idempotency-key': request.key },
  );
  if (answer.kind === 'silent') return { kind: 'unknown', why: answer.why };
  if (answer.status === 200) {
    const payment = paymentIn(answer.body);
    if (payment?.type !== 'REFUND_TO_BUSINESS') return { kind: 'unknown', why: 'unreadable' };
    // One that is refused later says so when it is read.
    return { kind: 'done', operationId: payment.id };
  }
  if (answer.status === 404) return { kind: 'refused', why: 'not_found' };
  const isAboutThis = answer.status === 400 || (answer.status === 403 && codeOf(answer) === '44');
  if (!isAboutThis) return { kind: 'unknown', why: silenceOf(answer) };
  if (codeOf(answer) === '131') return { kind: 'refused', why: 'too_old' };
  // Refused because an earlier try did arrive? Then it is in the list, under its own code.
  const isOurs = (one: Payment) => one.type === 'REFUND_TO_BUSINESS' && one.external_code === request.key;
  const earlier = await find(ask, ['ACCEPTED'], request.askedAt, isOurs);
  if (earlier.kind === 'found') return { kind: 'done', operationId: earlier.payment.id };
  return earlier.kind === 'none' ? { kind: 'refused', why: 'bad_request' } : { kind: 'unknown', why: earlier.why };
}

function paymentIn(body: string): Payment | undefined {
  const read = paymentShape.safeParse(unknownJson(body));
  return read.success ? read.data : undefined;
}

/** A customer is sent only to an https page; plain http is for the simulator on this machine. */
const isSafePage = (page: string, address: string): boolean =>
  page.startsWith('https://') || (isLoopback(address) && isLoopback(page));
