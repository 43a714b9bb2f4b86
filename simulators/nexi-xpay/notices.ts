// Notices to the merchant: stored with the order, posted at once and again when they are not taken.
import { randomUUID } from 'node:crypto';
import { deliveries, deliveryOf } from '../deliveries.ts';
import { type Notice, newToken, type Operation, type Order, type Orders } from './orders.ts';
import type { Switches } from './switches.ts';

const triesMax = 5;

export type Notifier = {
  /** Records an event and starts telling it; resolves when every delivery has been answered or given up. */
  tell(order: Order, operation: Operation, switches: Switches, now: Date): Promise<void>;
  /** Sends the newest event once more, as late duplicates do. */
  again(order: Order, switches: Switches): Promise<void>;
  /** Takes up what a killed process had not delivered. */
  resume(): void;
  /** Resolves when nothing is being delivered. */
  idle(): Promise<void>;
  close(): void;
};

/** `pauseMilliseconds` before the second try; it doubles with each. */
export function notifier(orders: Orders, pauseMilliseconds: number): Notifier {
  const { start, idle, close } = deliveries<Order, Notice>({
    triesMax,
    pauseMilliseconds,
    request: postOf,
    save: (order) => orders.save(order),
  });

  const record = (order: Order, notice: Notice): Promise<void> => {
    order.notices.push(notice);
    orders.save(order);
    return start(order, notice);
  };

  return {
    async tell(order, operation, switches, now) {
      const times = { once: 1, twice: 2, never: 0 }[switches.notify];
      if (!order.notificationUrl || times === 0) return;
      await record(order, {
        eventId: randomUUID(),
        at: now.toISOString(),
        securityToken: switches.wrongToken ? newToken() : order.securityToken,
        operation: { ...operation },
        ...deliveryOf(times),
      });
    },
    async again(order, switches) {
      const last = order.notices.at(-1);
      const operation = last?.operation ?? order.operations.at(-1);
      if (!order.notificationUrl || !operation) return;
      await record(order, {
        eventId: last?.eventId ?? randomUUID(),
        at: last?.at ?? operation.operationTime,
        securityToken: switches.wrongToken ? newToken() : order.securityToken,
        operation,
        ...deliveryOf(1),
      });
    },
    resume() {
      for (const order of orders.all()) {
        for (const notice of order.notices) if (notice.left > 0) void start(order, notice);
      }
    },
    idle,
    close,
  };
}

function postOf(order: Order, notice: Notice): { url: string; init: RequestInit } {
  const { refundOf: _kept, ...operation } = notice.operation;
  return {
    url: order.notificationUrl ?? '',
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Apache-HttpClient/4.5.13 (Java/1.8.0_161)' },
      body: JSON.stringify({
        eventId: notice.eventId,
        eventTime: notice.at,
        securityToken: notice.securityToken,
        operation: { ...operation, customerInfo: order.customerInfo ?? {}, warnings: [], additionalData: {} },
      }),
    },
  };
}
