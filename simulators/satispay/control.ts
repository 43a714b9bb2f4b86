// How a test sets the switches, acts as the payer without an app, and reads the provider's ledger. The same calls as the
// card gateway's, so that one test can drive both.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { controlBody, json, Refusal } from '../http.ts';
import type { Payment } from './payments.ts';
import { outcomes, type Shop } from './shop.ts';
import { calm, readSwitches, type Switches } from './switches.ts';

/** Answers what begins with /control. */
export async function answerControl(
  shop: Shop,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, , place = '', id = '', verb = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (call.method === 'GET') {
    if (place === '') return json(response, 200, state(shop));
    if (place === 'ledger') return json(response, 200, ledger(shop));
    if (place === 'orders') return json(response, 200, entry(shop, paymentOf(shop, id)));
  }
  if (call.method !== 'POST') throw new Refusal(404, 'no such control');
  const asked = await controlBody(call);
  switch (place) {
    case '':
      shop.switches = { ...shop.switches, ...switchesFrom(asked) };
      return json(response, 200, state(shop));
    case 'next':
      shop.next = { ...shop.next, ...switchesFrom(asked) };
      return json(response, 200, state(shop));
    case 'reset':
      return json(response, 200, reset(shop, asked));
    case 'clock':
      shop.setClock(clockShape(asked));
      return json(response, 200, state(shop));
    case 'idle':
      return json(response, 200, { idle: await shop.idle(20_000) });
    case 'forget':
      shop.payments.forgetKeys();
      return json(response, 200, state(shop));
    case 'codes':
      return json(response, 200, { code: shop.payments.newCode() });
    case 'orders':
      return json(response, 200, await onPayment(shop, paymentOf(shop, id), verb, asked));
    default:
      throw new Refusal(404, 'no such control');
  }
}

const state = (shop: Shop) => ({ switches: shop.switches, next: shop.next, clock: shop.now().toISOString() });

function switchesFrom(asked: unknown): Partial<Switches> {
  const read = readSwitches(asked);
  if (typeof read === 'string') throw new Refusal(400, read);
  return read;
}

/** Switches as they were at the start; with `{"orders": true}` the payments are forgotten too. Pairings stay. */
function reset(shop: Shop, asked: unknown) {
  shop.switches = { ...calm };
  shop.next = {};
  shop.setClock(undefined);
  if (z.object({ orders: z.literal(true) }).safeParse(asked).success) shop.wipe();
  return state(shop);
}

function clockShape(asked: unknown): Date | undefined {
  const read = z.object({ now: z.iso.datetime({ offset: true }).nullable() }).safeParse(asked);
  if (!read.success) throw new Refusal(400, 'send {"now": a moment in ISO 8601, or null}');
  return read.data.now === null ? undefined : new Date(read.data.now);
}

/** By the merchant's own code, or by the provider's id. */
function paymentOf(shop: Shop, id: string): Payment {
  const payment = shop.payments.byCode(id) ?? shop.payments.byId(id);
  if (!payment) throw new Refusal(404, 'no such payment');
  return payment;
}

const payShape = z.looseObject({ outcome: z.enum(outcomes).default('paid') });
const resolveShape = z.object({ outcome: z.enum(['paid', 'refused']).default('paid') });
const amountShape = z.object({ amountCents: z.int().positive().optional() });

async function onPayment(shop: Shop, payment: Payment, verb: string, asked: unknown): Promise<unknown> {
  switch (verb) {
    case 'pay': {
      const { outcome, ...own } = payShape.parse(asked);
      payment.switches = { ...payment.switches, ...switchesFrom(own) };
      let acted = await shop.act(payment, outcome);
      // A payer who is told that the funds do not suffice adds some and accepts again.
      if (acted.kind === 'no_funds') acted = await shop.act(payment, outcome);
      if (acted.kind === 'closed') throw new Refusal(409, `the payment is ${acted.state}`);
      return { outcome: acted.kind, goesTo: payment.redirectUrl ?? null, order: entry(shop, payment) };
    }
    case 'resolve':
      if (!(await shop.resolve(payment, resolveShape.parse(asked).outcome)))
        throw new Refusal(409, 'nothing is pending');
      return entry(shop, payment);
    case 'notify':
      await shop.callbacks.tell(
        payment,
        { ...shop.switchesOf(payment), notify: 'once', ...switchesFrom(asked) },
        shop.now(),
      );
      return entry(shop, payment);
    case 'expire':
      shop.expire(payment);
      return entry(shop, payment);
    case 'refund': {
      // Somebody at the insurer gives money back in the provider's own dashboard.
      const amountCents = amountShape.parse(asked).amountCents ?? shop.leftCents(payment);
      if (payment.status !== 'ACCEPTED' || amountCents > shop.leftCents(payment)) throw new Refusal(409, 'too much');
      shop.refund(payment, amountCents, '');
      return entry(shop, payment);
    }
    default:
      throw new Refusal(404, 'no such control');
  }
}

/** One payment with its refunds as the ledger shows it; money in cents. */
function entry(shop: Shop, payment: Payment) {
  const refunds = shop.payments.refundsOf(payment).toReversed();
  const taken = payment.status === 'ACCEPTED' ? payment.amountCents : 0;
  const isTouched = payment.status !== 'PENDING' || payment.acceptedAt !== undefined;
  return {
    reference: payment.externalCode,
    id: payment.id,
    amountCents: payment.amountCents,
    state: shop.stateOf(payment),
    createdAt: payment.insertDate,
    expiresAt: payment.expireDate,
    takenCents: taken,
    capturedCents: taken,
    refundedCents: refunds.reduce((sum, refund) => sum + refund.amountCents, 0),
    operations: [
      ...(isTouched
        ? [
            {
              id: payment.id,
              type: 'PAYMENT',
              result: payment.status,
              amountCents: payment.amountCents,
              at: payment.acceptedAt ?? payment.insertDate,
            },
          ]
        : []),
      ...refunds.map((refund) => ({
        id: refund.id,
        type: 'REFUND',
        result: refund.status,
        amountCents: refund.amountCents,
        at: refund.insertDate,
        refundOf: payment.id,
      })),
    ],
    notices: payment.notices.map(({ eventId, left, tries, delivered }) => ({ eventId, left, tries, delivered })),
  };
}

function ledger(shop: Shop) {
  const orders = shop.payments
    .all()
    .filter((payment) => payment.type === 'TO_BUSINESS')
    .map((payment) => entry(shop, payment));
  const sum = (of: 'takenCents' | 'capturedCents' | 'refundedCents') =>
    orders.reduce((total, order) => total + order[of], 0);
  return {
    orders,
    totals: { takenCents: sum('takenCents'), capturedCents: sum('capturedCents'), refundedCents: sum('refundedCents') },
  };
}
