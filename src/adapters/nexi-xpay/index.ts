// Nexi XPay, REST API with the hosted page (facts.md 7.2): the payer types the card, or chooses the bank, there and never here.
import { randomUUID } from 'node:crypto';
import type {
  Opened,
  PaymentProvider,
  ProviderAnswer,
  ProviderOrder,
  Refunded,
  Silence,
} from '#capabilities/payments/provider.ts';
import { instant } from '#kernel/days.ts';
import { isLoopback } from '#kernel/loopback.ts';
import { type Exchange, exchange, unknownJson } from '../exchange.ts';
import { operationsOf } from './operations.ts';
import { faults, hostedPage, notice, order as orderShape, refunded } from './shapes.ts';

export { startupCheck } from './startup.ts';

export type NexiXpayOptions = {
  /** `https://xpay.nexigroup.com/api/phoenix-0.0/psp/api/v1`, or the simulator's. */
  address: string;
  apiKey: string;
  /** What the terminal has been enabled for. */
  methods: readonly NexiXpayMethod[];
  /** For one exchange; an order that is being opened waits no longer. */
  timeoutSeconds?: number;
};

/** ISO 639-2 as the gateway writes it (German is `deu`, the terminological code). */
const languages = { it: 'ita', en: 'eng', de: 'deu' } as const;
/** Which circuits the hosted page offers for a method. */
const services = { card: 'CARDS', mybank: 'MYBANK' } as const;
export const nexiXpayMethods = ['card', 'mybank'] as const satisfies readonly (keyof typeof services)[];
export type NexiXpayMethod = keyof typeof services;
/** A MyBank transfer is irrevocable: the gateway refunds neither all of it nor a part (facts.md 7.4). */
const irrevocable = ['mybank'] as const;

/** An order with all its operations is a few kilobytes; more than this is not an answer. */
const answerBytesMax = 512 * 1024;

/** The adapter for one terminal. Holds no state, so any number of processes may use it. */
export function nexiXpay({ address, apiKey, methods, timeoutSeconds = 15 }: NexiXpayOptions): PaymentProvider {
  const ask = (method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}) =>
    exchange({
      address: new URL(`${address.replace(/\/+$/, '')}${path}`),
      method,
      headers: {
        accept: 'application/json',
        'x-api-key': apiKey,
        'correlation-id': randomUUID(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      timeoutSeconds,
      bytesMax: answerBytesMax,
    });

  async function open(order: ProviderOrder): Promise<Opened> {
    const answer = await ask('POST', '/orders/hpp', hostedPageRequest(order));
    if (answer.kind === 'silent') {
      return answer.why === 'unreachable'
        ? { kind: 'refused', why: 'unreachable' }
        : { kind: 'unknown', why: answer.why };
    }
    if (answer.status === 200) {
      const page = hostedPage.safeParse(unknownJson(answer.body));
      if (!page.success || !isSafePage(page.data.hostedPage, address)) return { kind: 'unknown', why: 'unreadable' };
      return { kind: 'opened', pageAddress: page.data.hostedPage, securityToken: page.data.securityToken };
    }
    if (answer.status === 401 || answer.status === 403) return { kind: 'refused', why: 'unauthorised' };
    if (answer.status === 429) return { kind: 'refused', why: 'too_many' };
    if (answer.status < 400 || answer.status >= 500) return { kind: 'unknown', why: silenceOf(answer) };
    // The provider publishes no code for a repeated order, so what tells is whether it has one of that reference.
    const known = await read(order.reference);
    if (known.kind === 'unanswered') return { kind: 'unknown', why: known.why };
    return { kind: 'refused', why: known.kind === 'operations' ? 'exists' : 'bad_request' };
  }

  async function read(reference: string): Promise<ProviderAnswer> {
    const answer = await ask('GET', `/orders/${encodeURIComponent(reference)}`);
    if (answer.kind === 'silent') return { kind: 'unanswered', why: answer.why };
    if (answer.status === 404) return { kind: 'none' };
    if (answer.status !== 200) return { kind: 'unanswered', why: silenceOf(answer) };
    const found = orderShape.safeParse(unknownJson(answer.body));
    if (!found.success || found.data.orderStatus.order.orderId !== reference) {
      return { kind: 'unanswered', why: 'unreadable' };
    }
    const operations = operationsOf(reference, found.data.operations ?? [], instant(new Date()));
    return operations ? { kind: 'operations', operations } : { kind: 'unanswered', why: 'unreadable' };
  }

  async function refund(request: Parameters<PaymentProvider['refund']>[0]): Promise<Refunded> {
    const answer = await ask(
      'POST',
      `/operations/${encodeURIComponent(request.operationId)}/refunds`,
      { amount: String(request.amountCents), currency: 'EUR', description: request.description.slice(0, 255) },
      { 'idempotency-key': request.key },
    );
    if (answer.kind === 'silent') return { kind: 'unknown', why: answer.why };
    if (answer.status === 200) {
      const done = refunded.safeParse(unknownJson(answer.body));
      return done.success
        ? { kind: 'done', operationId: done.data.operationId }
        : { kind: 'unknown', why: 'unreadable' };
    }
    if (answer.status === 404) return { kind: 'refused', why: 'not_found' };
    if (answer.status === 400) return { kind: 'refused', why: refusalOf(answer.body) };
    return { kind: 'unknown', why: silenceOf(answer) };
  }

  return {
    name: 'nexi-xpay',
    methods,
    irrevocable,
    open,
    read,
    refund,
    parseNotice(body) {
      const told = notice.safeParse(body);
      if (!told.success) return undefined;
      const { eventId, securityToken, operation } = told.data;
      return { reference: operation.orderId, noticeKey: `${eventId}:${operation.operationId}`, securityToken };
    },
  };
}

function hostedPageRequest(order: ProviderOrder): unknown {
  const service = isOffered(order.method) ? services[order.method] : undefined;
  if (!service) throw new Error(`nexi-xpay offers no ${order.method}`);
  const amount = String(order.amountCents);
  return {
    order: {
      orderId: order.reference,
      amount,
      currency: 'EUR',
      description: order.description.slice(0, 255),
      ...(order.customerMail && { customerInfo: { cardHolderEmail: order.customerMail } }),
    },
    paymentSession: {
      actionType: 'PAY',
      amount,
      captureType: 'IMPLICIT',
      language: languages[order.language],
      paymentService: service,
      resultUrl: order.returnAddress,
      cancelUrl: order.cancelAddress,
      notificationUrl: order.noticeAddress,
    },
  };
}

const isOffered = (method: string): method is NexiXpayMethod => method in services;

/** A customer is sent only to an https page; plain http is for the simulator on this machine. */
const isSafePage = (page: string, address: string): boolean =>
  page.startsWith('https://') || (isLoopback(address) && isLoopback(page));

const silenceOf = (answer: Extract<Exchange, { kind: 'answer' }>): Silence => {
  if (answer.status === 401 || answer.status === 403) return 'unauthorised';
  if (answer.status === 429) return 'too_many';
  return answer.status >= 500 ? 'fault' : 'unreadable';
};

/** PS0027 and PS0028: already given back or voided; PS0029: more than was captured. */
const refusalOf = (body: string): Extract<Refunded, { kind: 'refused' }>['why'] => {
  const told = faults.safeParse(unknownJson(body));
  const codes = told.success ? told.data.errors.map((error) => error.code) : [];
  if (codes.includes('PS0027') || codes.includes('PS0028')) return 'already_returned';
  return codes.includes('PS0029') ? 'more_than_taken' : 'bad_request';
};
