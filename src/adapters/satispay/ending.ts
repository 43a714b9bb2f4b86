// Calling a payment off, and giving its money back.
import type { Cancelled, KnownOrder, PaymentProvider, Refunded } from '#capabilities/payments/provider.ts';
import { type Ask, codeOf, silenceOf } from './client.ts';
import { find } from './finding.ts';
import { byId, seek } from './reading.ts';
import { type Payment, paymentIn } from './shapes.ts';

export async function cancel(ask: Ask, reference: string, known: KnownOrder): Promise<Cancelled> {
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

export async function refund(ask: Ask, request: Parameters<PaymentProvider['refund']>[0]): Promise<Refunded> {
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
