// The provider's REST API: what a merchant's server asks (facts: POST orders/hpp, GET orders, operations, POST refunds).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { body, json } from '../http.ts';
import type { Gateway } from './gateway.ts';
import {
  capturedCents,
  newToken,
  type Operation,
  type Order,
  ordersMax,
  refundedCents,
  refundOperation,
  services,
  takenCents,
} from './orders.ts';
import { calm, type Switches } from './switches.ts';

export const base = '/api/phoenix-0.0/psp/api/v1';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const minorUnits = z.string().regex(/^[1-9]\d{0,9}$/);
/** The gateway sends browsers and notices to the standard ports only; on this machine any will do. */
const merchantUrl = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine((text) => {
    const { port, hostname } = new URL(text);
    return port === '' || port === '80' || port === '443' || hostname === 'localhost' || hostname === '127.0.0.1';
  }, 'only ports 80 and 443');

const request = z.object({
  order: z.object({
    orderId: z.string().regex(/^[A-Za-z0-9]{1,18}$/),
    amount: minorUnits,
    currency: z.literal('EUR'),
    customerId: z.string().max(27).optional(),
    description: z.string().max(255).optional(),
    customField: z.string().max(255).optional(),
    customerInfo: z.record(z.string(), z.unknown()).optional(),
  }),
  paymentSession: z.object({
    actionType: z.enum(['PAY', 'VERIFY', 'PREAUTH']),
    amount: minorUnits,
    captureType: z.enum(['IMPLICIT', 'EXPLICIT']).optional(),
    exemptions: z.enum(['NO_PREFERENCE', 'CHALLENGE_REQUESTED']).optional(),
    language: z.string().regex(/^[a-z]{3}$/),
    paymentService: z.enum(services).optional(),
    resultUrl: merchantUrl,
    cancelUrl: merchantUrl,
    notificationUrl: merchantUrl.optional(),
  }),
});
const refundRequest = z.object({
  amount: minorUnits,
  currency: z.literal('EUR').optional(),
  description: z.string().max(255).optional(),
});

type Answer = { status: number; value?: unknown };
const fault = (status: number, code: string, description: string): Answer => ({
  status,
  value: { errors: [{ code, description }] },
});

/** Answers one call below the API's base path. */
export async function answerApi(
  gateway: Gateway,
  call: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice(base.length);
  const opens = call.method === 'POST' && path === '/orders/hpp';
  const switches: Switches = opens ? { ...gateway.switches, ...gateway.next } : gateway.switches;
  const own = gateway.next;
  if (opens) gateway.next = {};
  if (switches.outage === 'drop') return void response.destroy();
  const text = call.method === 'POST' ? await body(call) : '';
  const answer =
    switches.outage === '503'
      ? fault(503, 'GW0000', 'Service unavailable')
      : answerTo(gateway, call, url, path, text, own);
  if (switches.answerDelaySeconds > 0) {
    await new Promise((resolve) => setTimeout(resolve, switches.answerDelaySeconds * 1000).unref());
  }
  const isDone = answer.status === 200 && call.method === 'POST';
  if (switches.answerLost && isDone) return void response.destroy();
  if (answer.value !== undefined) return json(response, answer.status, answer.value);
  response.writeHead(answer.status).end();
}

function answerTo(
  gateway: Gateway,
  call: IncomingMessage,
  url: URL,
  path: string,
  text: string,
  own: Partial<Switches>,
): Answer {
  if (call.headers['x-api-key'] !== gateway.key) return { status: 401 };
  if (!uuid.test(String(call.headers['correlation-id'] ?? ''))) {
    return fault(400, 'PS0026', 'Invalid Correlation-Id parameter');
  }
  const [, collection = '', id = '', action = ''] = path.split('/').map(decodeURIComponent);
  if (call.method === 'POST') {
    if (!/^application\/json\b/.test(call.headers['content-type'] ?? '')) {
      return fault(400, 'PS0035', 'Generic Json Processing Error');
    }
    if (collection === 'orders' && id === 'hpp' && !action) return open(gateway, text, call.headers.host ?? '', own);
    if (collection === 'operations' && action === 'refunds') {
      return refund(gateway, id, text, String(call.headers['idempotency-key'] ?? ''));
    }
  }
  if (call.method === 'GET') {
    if (collection === 'orders') return id ? orderById(gateway, id) : listOrders(gateway, url);
    if (collection === 'operations' && !action) return id ? operationById(gateway, id) : listOperations(gateway, url);
  }
  return { status: 404 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function open(gateway: Gateway, text: string, host: string, own: Partial<Switches>): Answer {
  const given = parsed(text);
  if (given === undefined) return fault(400, 'PS0035', 'Generic Json Processing Error');
  const read = request.safeParse(given);
  if (!read.success) {
    const path = read.error.issues[0]?.path.join('.') ?? 'request';
    if (path === 'order.amount') return fault(400, 'PS0036', 'Invalid provided order amount. It must be numeric');
    if (path === 'order.currency') return fault(400, 'PS0009', 'Invalid requested currency');
    return fault(400, 'PS0026', `Invalid ${path} parameter`);
  }
  const { order: asked, paymentSession: session } = read.data;
  if (Number(session.amount) > Number(asked.amount)) {
    return fault(400, 'PS0007', 'PaymentSession amount must be lower or equal to order amount');
  }
  const service = session.paymentService ?? 'CARDS';
  // MyBank: paid at once or not at all (facts.md 7.4).
  if (service === 'MYBANK' && (session.actionType !== 'PAY' || session.captureType === 'EXPLICIT')) {
    return fault(400, 'PS0026', 'Invalid paymentSession.captureType parameter');
  }
  if (gateway.orders.byId(asked.orderId)) return fault(400, 'GW0001', 'An order with this orderId already exists');
  if (gateway.orders.all().length >= ordersMax) return fault(500, 'GW0000', 'Too many orders for a simulator');
  const now = gateway.now();
  const order: Order = {
    orderId: asked.orderId,
    amountCents: Number(session.amount),
    description: asked.description ?? '',
    customField: asked.customField ?? '',
    customerInfo: asked.customerInfo,
    captureType: session.captureType ?? 'IMPLICIT',
    service,
    language: session.language,
    resultUrl: session.resultUrl,
    cancelUrl: session.cancelUrl,
    ...(session.notificationUrl && { notificationUrl: session.notificationUrl }),
    securityToken: newToken(),
    pageId: newToken(),
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + gateway.keepOpenMinutes[service] * 60_000).toISOString(),
    isCancelled: false,
    operations: [],
    notices: [],
    // What belongs to this one answer does not stay with the order.
    switches: { ...own, outage: calm.outage, answerLost: calm.answerLost, answerDelaySeconds: calm.answerDelaySeconds },
  };
  gateway.orders.save(order);
  return {
    status: 200,
    value: { hostedPage: `http://${host}/hosted/${order.pageId}`, securityToken: order.securityToken },
  };
}

const listed = ({ refundOf: _kept, ...operation }: Operation): Omit<Operation, 'refundOf'> => operation;

function detailsOf(order: Order): unknown {
  const last = order.operations.at(-1);
  return {
    order: {
      orderId: order.orderId,
      amount: String(order.amountCents),
      currency: 'EUR',
      description: order.description,
      customField: order.customField,
      ...(order.customerInfo !== undefined && { customerInfo: order.customerInfo }),
    },
    authorizedAmount: String(takenCents(order)),
    capturedAmount: String(capturedCents(order)),
    ...(last && { lastOperationType: last.operationType, lastOperationTime: last.operationTime }),
  };
}

function orderById(gateway: Gateway, id: string): Answer {
  const order = gateway.orders.byId(id);
  if (!order) return { status: 404 };
  return { status: 200, value: { orderStatus: detailsOf(order), operations: order.operations.map(listed) } };
}

/** The bounds of a search: from, to and how many, as the documentation has them. */
function range(url: URL): { from: string; to: string; max: number } {
  const moment = (name: string, fallback: string) => {
    const date = new Date(url.searchParams.get(name) ?? fallback);
    return Number.isNaN(date.getTime()) ? fallback : date.toISOString();
  };
  const max = Number(url.searchParams.get('maxRecords') ?? 20);
  return {
    from: moment('fromTime', '0000-01-01T00:00:00.000Z'),
    to: moment('toTime', '9999-12-31T00:00:00.000Z'),
    max: Number.isInteger(max) && max > 0 ? Math.min(max, 500) : 20,
  };
}

function listOrders(gateway: Gateway, url: URL): Answer {
  const { from, to, max } = range(url);
  const orders = gateway.orders.all().filter((order) => order.createdAt >= from && order.createdAt <= to);
  return { status: 200, value: { orders: orders.slice(0, max).map(detailsOf) } };
}

function listOperations(gateway: Gateway, url: URL): Answer {
  const { from, to, max } = range(url);
  const type = url.searchParams.get('operationType');
  const operations = gateway.orders
    .all()
    .flatMap((order) => order.operations)
    .filter((operation) => operation.operationTime >= from && operation.operationTime <= to)
    .filter((operation) => !type || operation.operationType === type)
    .sort((one, other) => (one.operationTime < other.operationTime ? 1 : -1));
  return { status: 200, value: { operations: operations.slice(0, max).map(listed) } };
}

function operationById(gateway: Gateway, id: string): Answer {
  const operation = gateway.orders.byOperation(id)?.operations.find((entry) => entry.operationId === id);
  return operation ? { status: 200, value: listed(operation) } : { status: 404 };
}

function refund(gateway: Gateway, operationId: string, text: string, key: string): Answer {
  if (key === '' || key.length > 64) {
    return fault(400, 'PS0025', 'The idempotency key is wrong or missing in the request.');
  }
  const read = refundRequest.safeParse(parsed(text));
  if (!read.success) return fault(400, 'PS0026', `Invalid ${read.error.issues[0]?.path.join('.') || 'body'} parameter`);
  const asked = `${operationId} ${read.data.amount}`;
  const before = gateway.orders.refundWith(key);
  if (before) {
    if (before.request !== asked) {
      return fault(400, 'PS0025', 'The idempotency key is wrong or missing in the request.');
    }
    return { status: 200, value: { operationId: before.operationId, operationTime: before.operationTime } };
  }
  const order = gateway.orders.byOperation(operationId);
  const operation = order?.operations.find((entry) => entry.operationId === operationId);
  if (!order || !operation) return { status: 404 };
  // The gateway gives back no transfer (facts.md 7.4); which code it says that with is not published.
  if (order.service === 'MYBANK') return fault(400, 'PS0031', 'Operation not allowed for this payment method');
  const captured = operation.operationType === 'CAPTURE' && operation.operationResult === 'EXECUTED';
  const left = captured ? Number(operation.operationAmount) - refundedCents(order, operationId) : 0;
  if (captured && left === 0) return fault(400, 'PS0027', 'Operation already refunded');
  if (Number(read.data.amount) > left) {
    return fault(400, 'PS0029', 'The refundable amount must be equal or lower than the captured amount');
  }
  const done = refundOperation(order, operation, Number(read.data.amount), gateway.now());
  order.operations.push(done);
  const { operationTime } = done;
  gateway.orders.save(order, { key, request: asked, operationId: done.operationId, operationTime });
  void gateway.notices.tell(order, done, gateway.switchesOf(order), gateway.now());
  return { status: 200, value: { operationId: done.operationId, operationTime } };
}
