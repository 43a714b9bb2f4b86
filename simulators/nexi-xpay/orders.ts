// The orders of the simulated gateway and every movement on them; a journal file keeps them through a kill.

import { randomBytes, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Delivery } from '../deliveries.ts';
import type { Switches } from './switches.ts';

export type Result = 'AUTHORIZED' | 'EXECUTED' | 'DECLINED' | 'THREEDS_FAILED' | 'CANCELED' | 'PENDING' | 'FAILED';

/** One operation as the API lists it; amounts are minor units as text. */
export type Operation = {
  orderId: string;
  operationId: string;
  channel: 'ECOMMERCE' | 'BACKOFFICE';
  operationType: 'AUTHORIZATION' | 'CAPTURE' | 'REFUND';
  operationResult: Result;
  operationTime: string;
  paymentMethod: 'CARD' | 'APM';
  paymentCircuit: 'VISA' | 'MC' | 'MYBANK';
  /** Of a card; a bank is not named. */
  paymentInstrumentInfo?: string;
  paymentEndToEndId: string;
  operationAmount: string;
  operationCurrency: 'EUR';
  /** Of a refund: what it gives back. Kept here, not listed. */
  refundOf?: string;
};

/** One event to be told to the merchant; `tries` counts all deliveries of it. */
export type Notice = Delivery & {
  eventId: string;
  at: string;
  securityToken: string;
  operation: Operation;
};

/** What the payer may pay with on the hosted page. */
export const services = ['CARDS', 'MYBANK'] as const;
export type Service = (typeof services)[number];

export type Order = {
  orderId: string;
  amountCents: number;
  description: string;
  customField: string;
  customerInfo?: unknown;
  captureType: 'IMPLICIT' | 'EXPLICIT';
  service: Service;
  language: string;
  resultUrl: string;
  cancelUrl: string;
  notificationUrl?: string;
  securityToken: string;
  /** The secret part of the hosted page's address. */
  pageId: string;
  createdAt: string;
  expiresAt: string;
  isCancelled: boolean;
  operations: Operation[];
  notices: Notice[];
  /** What holds for this order alone. */
  switches: Partial<Switches>;
  /** When a pending operation comes to its end by itself. */
  resolvesAt?: string;
};

export type OrderState = 'open' | 'pending' | 'paid' | 'cancelled' | 'expired';

/** Refunds by idempotency key: the same key gives the same answer. */
type Keyed = { key: string; request: string; operationId: string; operationTime: string };

/** One write: an order, with the refund that changed it, so that a kill never parts the two. */
type Line = { order: Order; refund?: Keyed } | { refund: Keyed } | { wiped: true };

export const ordersMax = 100_000;

export class Orders {
  readonly #byId = new Map<string, Order>();
  readonly #byPage = new Map<string, Order>();
  readonly #refunds = new Map<string, Keyed>();
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
    if (file) this.#load(file);
  }

  #load(file: string): void {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines) {
      // The last line may be half written: the process was killed there, and nobody was answered.
      try {
        this.#apply(JSON.parse(line) as Line);
      } catch {}
    }
    const compact = [
      ...[...this.#byId.values()].map((order) => JSON.stringify({ order })),
      ...[...this.#refunds.values()].map((refund) => JSON.stringify({ refund })),
    ];
    writeFileSync(`${file}.new`, compact.map((line) => `${line}\n`).join(''));
    renameSync(`${file}.new`, file);
  }

  #apply(line: Line): void {
    if ('wiped' in line) {
      this.#byId.clear();
      this.#byPage.clear();
      this.#refunds.clear();
      return;
    }
    if ('order' in line) {
      // Of a journal from before there were two.
      line.order.service ??= 'CARDS';
      this.#byId.set(line.order.orderId, line.order);
      this.#byPage.set(line.order.pageId, line.order);
    }
    if (line.refund) this.#refunds.set(line.refund.key, line.refund);
  }

  #write(line: Line): void {
    this.#apply(line);
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify(line)}\n`);
  }

  /** Newest first. */
  all = (): Order[] => [...this.#byId.values()].reverse();
  byId = (orderId: string): Order | undefined => this.#byId.get(orderId);
  byPage = (pageId: string): Order | undefined => this.#byPage.get(pageId);
  byOperation = (operationId: string): Order | undefined =>
    this.all().find((order) => order.operations.some((operation) => operation.operationId === operationId));
  /** Recorded before anybody is answered. */
  save = (order: Order, refund?: Keyed): void => this.#write({ order, ...(refund && { refund }) });
  refundWith = (key: string): Keyed | undefined => this.#refunds.get(key);
  wipe = (): void => this.#write({ wiped: true });
}

export const newToken = (): string => randomBytes(16).toString('hex');

const took = (operation: Operation): boolean =>
  operation.operationType !== 'REFUND' &&
  (operation.operationResult === 'EXECUTED' || operation.operationResult === 'AUTHORIZED');

/** `VISA ***4242`; of a transfer only the circuit. */
export const instrumentOf = (operation: Operation): string =>
  [operation.paymentCircuit, operation.paymentInstrumentInfo].filter(Boolean).join(' ');

export const isPending = (operation: Operation): boolean => operation.operationResult === 'PENDING';

export function stateOf(order: Order, now: Date): OrderState {
  if (order.operations.some(took)) return 'paid';
  if (order.operations.some(isPending)) return 'pending';
  if (order.isCancelled) return 'cancelled';
  return now.toISOString() >= order.expiresAt ? 'expired' : 'open';
}

const sumOf = (operations: readonly Operation[]): number =>
  operations.reduce((sum, operation) => sum + Number(operation.operationAmount), 0);

export const takenCents = (order: Order): number => sumOf(order.operations.filter(took));
export const capturedCents = (order: Order): number =>
  sumOf(order.operations.filter((operation) => took(operation) && operation.operationType === 'CAPTURE'));
export const refundedCents = (order: Order, ofOperation?: string): number =>
  sumOf(
    order.operations.filter(
      (operation) =>
        operation.operationType === 'REFUND' &&
        operation.operationResult === 'EXECUTED' &&
        (ofOperation === undefined || operation.refundOf === ofOperation),
    ),
  );

let lastOperation = 0;
/** Digits, growing, unique across restarts. */
const newOperationId = (now: Date): string => {
  lastOperation = Math.max(lastOperation + 1, now.getTime() * 1000);
  return String(lastOperation);
};

/** A payer's movement of the whole order. An implicitly captured payment is listed as its capture. */
export function paymentOperation(order: Order, result: Result, now: Date, card: string): Operation {
  const isTaken = result === 'EXECUTED' || result === 'PENDING';
  return {
    orderId: order.orderId,
    operationId: newOperationId(now),
    channel: 'ECOMMERCE',
    operationType: isTaken && order.captureType === 'IMPLICIT' ? 'CAPTURE' : 'AUTHORIZATION',
    operationResult: result === 'EXECUTED' && order.captureType === 'EXPLICIT' ? 'AUTHORIZED' : result,
    operationTime: now.toISOString(),
    ...(order.service === 'MYBANK'
      ? { paymentMethod: 'APM', paymentCircuit: 'MYBANK' }
      : { paymentMethod: 'CARD', paymentCircuit: 'VISA', paymentInstrumentInfo: `***${card}` }),
    paymentEndToEndId: randomUUID().replaceAll('-', ''),
    operationAmount: String(order.amountCents),
    operationCurrency: 'EUR',
  };
}

export function refundOperation(order: Order, of: Operation, amountCents: number, now: Date): Operation {
  return {
    ...of,
    operationId: newOperationId(now),
    channel: 'BACKOFFICE',
    operationType: 'REFUND',
    operationResult: 'EXECUTED',
    operationTime: now.toISOString(),
    operationAmount: String(amountCents),
    orderId: order.orderId,
    refundOf: of.operationId,
  };
}
