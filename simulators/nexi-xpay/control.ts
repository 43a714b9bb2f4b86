// How a test sets the switches, acts as the payer without a browser, and reads the provider's ledger.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { controlBody, json, Refusal } from '../http.ts';
import { type Gateway, outcomes } from './gateway.ts';
import { capturedCents, instrumentOf, type Order, refundedCents, takenCents } from './orders.ts';
import { calm, readSwitches, type Switches } from './switches.ts';

/** Answers what begins with /control. */
export async function answerControl(
  gateway: Gateway,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, , place = '', id = '', verb = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (call.method === 'GET') {
    if (place === '') return json(response, 200, state(gateway));
    if (place === 'ledger') return json(response, 200, ledger(gateway));
    if (place === 'orders') return json(response, 200, entry(gateway, orderOf(gateway, id)));
  }
  if (call.method !== 'POST') throw new Refusal(404, 'no such control');
  const asked = await controlBody(call);
  switch (place) {
    case '':
      gateway.switches = { ...gateway.switches, ...switchesFrom(asked) };
      return json(response, 200, state(gateway));
    case 'next':
      gateway.next = { ...gateway.next, ...switchesFrom(asked) };
      return json(response, 200, state(gateway));
    case 'reset':
      return json(response, 200, reset(gateway, asked));
    case 'clock':
      gateway.setClock(clockShape(asked));
      return json(response, 200, state(gateway));
    case 'idle':
      return json(response, 200, { idle: await gateway.idle(20_000) });
    case 'orders':
      return json(response, 200, await onOrder(gateway, orderOf(gateway, id), verb, asked));
    default:
      throw new Refusal(404, 'no such control');
  }
}

const state = (gateway: Gateway) => ({
  switches: gateway.switches,
  next: gateway.next,
  clock: gateway.now().toISOString(),
});

function switchesFrom(asked: unknown): Partial<Switches> {
  const read = readSwitches(asked);
  if (typeof read === 'string') throw new Refusal(400, read);
  return read;
}

/** Switches as they were at the start; with `{"orders": true}` the orders are forgotten too. */
function reset(gateway: Gateway, asked: unknown) {
  gateway.switches = { ...calm };
  gateway.next = {};
  gateway.setClock(undefined);
  if (z.object({ orders: z.literal(true) }).safeParse(asked).success) gateway.wipe();
  return state(gateway);
}

function clockShape(asked: unknown): Date | undefined {
  const read = z.object({ now: z.iso.datetime({ offset: true }).nullable() }).safeParse(asked);
  if (!read.success) throw new Refusal(400, 'send {"now": a moment in ISO 8601, or null}');
  return read.data.now === null ? undefined : new Date(read.data.now);
}

function orderOf(gateway: Gateway, id: string): Order {
  const order = gateway.orders.byId(id);
  if (!order) throw new Refusal(404, 'no such order');
  return order;
}

const payShape = z.looseObject({ outcome: z.enum(outcomes).default('paid') });
const resolveShape = z.object({ outcome: z.enum(['paid', 'refused']).default('paid') });

async function onOrder(gateway: Gateway, order: Order, verb: string, asked: unknown): Promise<unknown> {
  switch (verb) {
    case 'pay': {
      const { outcome, ...own } = payShape.parse(asked);
      order.switches = { ...order.switches, ...switchesFrom(own) };
      let acted = await gateway.act(order, outcome);
      // A payer whose first card was refused takes another one.
      if (outcome === 'paid' && acted.kind === 'refused' && gateway.switchesOf(order).refusedThenPaid) {
        acted = await gateway.act(order, outcome);
      }
      if (acted.kind === 'closed') throw new Refusal(409, `the order is ${acted.state}`);
      return {
        outcome: acted.kind,
        goesTo: acted.kind === 'cancelled' ? order.cancelUrl : acted.kind === 'refused' ? null : order.resultUrl,
        order: entry(gateway, order),
      };
    }
    case 'resolve':
      if (!(await gateway.resolve(order, resolveShape.parse(asked).outcome)))
        throw new Refusal(409, 'nothing is pending');
      return entry(gateway, order);
    case 'notify':
      await gateway.notices.again(order, { ...gateway.switchesOf(order), ...switchesFrom(asked) });
      return entry(gateway, order);
    case 'expire':
      gateway.expire(order);
      return entry(gateway, order);
    default:
      throw new Refusal(404, 'no such control');
  }
}

/** One order as the ledger shows it; money in cents. */
function entry(gateway: Gateway, order: Order) {
  return {
    reference: order.orderId,
    service: order.service,
    amountCents: order.amountCents,
    state: gateway.stateOf(order),
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    takenCents: takenCents(order),
    capturedCents: capturedCents(order),
    refundedCents: refundedCents(order),
    operations: order.operations.map((operation) => ({
      id: operation.operationId,
      type: operation.operationType,
      result: operation.operationResult,
      amountCents: Number(operation.operationAmount),
      at: operation.operationTime,
      instrument: instrumentOf(operation),
      ...(operation.refundOf && { refundOf: operation.refundOf }),
    })),
    notices: order.notices.map(({ eventId, operation, left, tries, delivered }) => ({
      eventId,
      operationId: operation.operationId,
      left,
      tries,
      delivered,
    })),
  };
}

function ledger(gateway: Gateway) {
  const orders = gateway.orders.all().map((order) => entry(gateway, order));
  const sum = (of: 'takenCents' | 'capturedCents' | 'refundedCents') =>
    orders.reduce((total, order) => total + order[of], 0);
  return {
    orders,
    totals: { takenCents: sum('takenCents'), capturedCents: sum('capturedCents'), refundedCents: sum('refundedCents') },
  };
}
