// The gateway itself: orders, what a payer does to them, and what then happens by itself.
import { Agenda } from '../agenda.ts';
import { type Notifier, notifier } from './notices.ts';
import {
  isPending,
  type Operation,
  type Order,
  Orders,
  paymentOperation,
  type Result,
  type Service,
  stateOf,
} from './orders.ts';
import { calm, type Switches } from './switches.ts';

export const outcomes = ['paid', 'refused', 'failed-authentication', 'pending', 'cancelled'] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of a payer's act: done, or why the order takes none any more. */
export type Acted =
  | { kind: 'paid' | 'refused' | 'pending' | 'cancelled' }
  | { kind: 'closed'; state: ReturnType<typeof stateOf> };

export type GatewayOptions = {
  key: string;
  /** A journal that keeps everything through a kill; without it everything is forgotten. */
  stateFile: string | undefined;
  /** For each service: how long an order can be paid. */
  keepOpenMinutes: Readonly<Record<Service, number>>;
  /** Before the second try of a notice; it doubles with each. */
  retryMilliseconds: number;
};

export class Gateway {
  readonly key: string;
  readonly orders: Orders;
  readonly notices: Notifier;
  readonly keepOpenMinutes: Readonly<Record<Service, number>>;
  /** For the whole run. */
  switches: Switches = { ...calm };
  /** For the next order that is opened. */
  next: Partial<Switches> = {};
  #clockAheadMilliseconds = 0;
  readonly #agenda = new Agenda();

  constructor(options: GatewayOptions) {
    this.key = options.key;
    this.keepOpenMinutes = options.keepOpenMinutes;
    this.orders = new Orders(options.stateFile);
    this.notices = notifier(this.orders, options.retryMilliseconds);
    this.notices.resume();
    for (const order of this.orders.all()) this.#schedule(order);
  }

  now = (): Date => new Date(Date.now() + this.#clockAheadMilliseconds);
  /** Moves the gateway's clock; nothing puts it back on time. */
  setClock = (to: Date | undefined): void => {
    this.#clockAheadMilliseconds = to ? to.getTime() - Date.now() : 0;
  };

  switchesOf = (order: Order): Switches => ({ ...this.switches, ...order.switches });
  stateOf = (order: Order) => stateOf(order, this.now());

  /** A payer does something on the hosted page. Resolves when the payer may be sent on. */
  async act(order: Order, outcome: Outcome): Promise<Acted> {
    const state = this.stateOf(order);
    if (state !== 'open') return { kind: 'closed', state };
    const switches = this.switchesOf(order);
    switch (outcome) {
      case 'cancelled':
        order.isCancelled = true;
        return this.#record(order, 'CANCELED', '4242', 'cancelled');
      case 'refused':
        return this.#record(order, 'DECLINED', '0002', 'refused');
      case 'failed-authentication':
        return this.#record(order, 'THREEDS_FAILED', '3220', 'refused');
      case 'pending':
        return this.#record(order, 'PENDING', '3155', 'pending');
      case 'paid': {
        const isFirst = !order.operations.some((operation) => operation.operationResult === 'DECLINED');
        if (switches.refuse || (switches.refusedThenPaid && isFirst)) {
          return this.#record(order, 'DECLINED', '4242', 'refused');
        }
        if (switches.delaySeconds === 0) return this.#record(order, 'EXECUTED', '4242', 'paid');
        order.resolvesAt = new Date(this.now().getTime() + switches.delaySeconds * 1000).toISOString();
        const acted = await this.#record(order, 'PENDING', '4242', 'pending');
        this.#schedule(order);
        return acted;
      }
    }
  }

  async #record(
    order: Order,
    result: Result,
    card: string,
    kind: 'paid' | 'refused' | 'pending' | 'cancelled',
  ): Promise<Acted> {
    const operation = paymentOperation(order, result, this.now(), card);
    order.operations.push(operation);
    this.orders.save(order);
    await this.#tell(order, operation);
    return { kind };
  }

  /** A pending operation comes to its end: taken, or refused after all. False when there is none. */
  async resolve(order: Order, outcome: 'paid' | 'refused'): Promise<boolean> {
    const operation = order.operations.find(isPending);
    if (!operation) return false;
    this.#agenda.drop(order.orderId);
    delete order.resolvesAt;
    operation.operationResult =
      outcome === 'refused' ? 'DECLINED' : operation.operationType === 'CAPTURE' ? 'EXECUTED' : 'AUTHORIZED';
    operation.operationTime = this.now().toISOString();
    this.orders.save(order);
    await this.#tell(order, operation);
    return true;
  }

  expire(order: Order): void {
    order.expiresAt = this.now().toISOString();
    this.orders.save(order);
  }

  /** Tells an event; whoever calls waits for it only when the switches say that the notice comes first. */
  async #tell(order: Order, operation: Operation): Promise<void> {
    const switches = this.switchesOf(order);
    const told = this.notices.tell(order, operation, switches, this.now());
    if (switches.notifyFirst) await told;
  }

  #schedule(order: Order): void {
    if (!order.resolvesAt) return;
    const milliseconds = Math.max(0, Date.parse(order.resolvesAt) - this.now().getTime());
    this.#agenda.put(order.orderId, milliseconds, () => this.resolve(order, 'paid'));
  }

  /** Resolves when nothing is being told and nothing is due by itself within the time given. */
  idle = (withinMilliseconds: number): Promise<boolean> =>
    this.#agenda.idle(withinMilliseconds, () => this.notices.idle());

  /** Forgets every order and what was still to happen to it. */
  wipe(): void {
    this.#agenda.clear();
    this.orders.wipe();
  }

  close(): void {
    this.#agenda.clear();
    this.notices.close();
  }
}
