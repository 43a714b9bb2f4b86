// What a payment has come to, from the provider's own words: by its id where we have it, else found by our code.
import type { KnownOrder, ProviderAnswer, ProviderOperation } from '#capabilities/payments/provider.ts';
import { type Instant, instant } from '#kernel/days.ts';
import { cents } from '#kernel/money.ts';
import { type Ask, silenceOf } from './client.ts';
import { find } from './finding.ts';
import { type Payment, paymentIn } from './shapes.ts';

type Sought = { kind: 'found'; payment: Payment } | { kind: 'none' } | Extract<ProviderAnswer, { kind: 'unanswered' }>;

/** By the provider's id where we have it, else by our code in its list. */
export async function seek(ask: Ask, reference: string, known: KnownOrder): Promise<Sought> {
  const isOurs = (payment: Payment) => payment.type === 'TO_BUSINESS' && payment.external_code === reference;
  if (!known.orderId) return find(ask, ['PENDING', 'ACCEPTED', 'CANCELED'], known.askedAt, isOurs);
  const found = await byId(ask, known.orderId);
  return found.kind === 'found' && !isOurs(found.payment) ? { kind: 'unanswered', why: 'unreadable' } : found;
}

export async function byId(ask: Ask, id: string): Promise<Sought> {
  const answer = await ask('GET', `/payments/${encodeURIComponent(id)}`);
  if (answer.kind === 'silent') return { kind: 'unanswered', why: answer.why };
  if (answer.status === 404) return { kind: 'none' };
  if (answer.status !== 200) return { kind: 'unanswered', why: silenceOf(answer) };
  const payment = paymentIn(answer.body);
  return payment?.id === id ? { kind: 'found', payment } : { kind: 'unanswered', why: 'unreadable' };
}

export async function read(ask: Ask, reference: string, known: KnownOrder): Promise<ProviderAnswer> {
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
