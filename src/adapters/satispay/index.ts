// Satispay, business API v1 (facts.md 7.1): the payer approves in the app, never here.
import type { Opened, PaymentProvider, ProviderOrder } from '#capabilities/payments/provider.ts';
import { isLoopback } from '#kernel/loopback.ts';
import { type Ask, client, isTooMany, type SatispayOptions, silenceOf } from './client.ts';
import { cancel, refund } from './ending.ts';
import { read } from './reading.ts';
import { callback, paymentIn } from './shapes.ts';

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

/** A customer is sent only to an https page; plain http is for the simulator on this machine. */
const isSafePage = (page: string, address: string): boolean =>
  page.startsWith('https://') || (isLoopback(address) && isLoopback(page));
