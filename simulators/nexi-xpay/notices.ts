// Notices to the merchant: stored with the order, posted at once and again when they are not taken.
import { randomUUID } from 'node:crypto';
import { type Notice, newToken, type Operation, type Order, type Orders } from './orders.ts';
import type { Switches } from './switches.ts';

const triesMax = 5;
const timeoutMilliseconds = 10_000;

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
  const underWay = new Set<Promise<void>>();
  const stop = new AbortController();

  const start = (order: Order, notice: Notice): Promise<void> => {
    const deliveries = Array.from({ length: notice.left }, () => deliver(order, notice));
    const all: Promise<void> = Promise.all(deliveries)
      .then(() => {})
      .finally(() => underWay.delete(all));
    underWay.add(all);
    return all;
  };

  async function deliver(order: Order, notice: Notice): Promise<void> {
    for (let turn = 0; turn < triesMax && !stop.signal.aborted; turn++) {
      if (turn > 0) await pause(pauseMilliseconds * 2 ** (turn - 1));
      if (stop.signal.aborted) return;
      const isTaken = await post(order, notice);
      notice.tries++;
      if (isTaken) notice.delivered++;
      if (isTaken || turn === triesMax - 1) notice.left--;
      orders.save(order);
      if (isTaken) return;
    }
  }

  async function post(order: Order, notice: Notice): Promise<boolean> {
    const { refundOf: _kept, ...operation } = notice.operation;
    try {
      const answer = await fetch(order.notificationUrl ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Apache-HttpClient/4.5.13 (Java/1.8.0_161)' },
        body: JSON.stringify({
          eventId: notice.eventId,
          eventTime: notice.at,
          securityToken: notice.securityToken,
          operation: { ...operation, customerInfo: order.customerInfo ?? {}, warnings: [], additionalData: {} },
        }),
        redirect: 'manual',
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMilliseconds)]),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      function done() {
        clearTimeout(timer);
        stop.signal.removeEventListener('abort', done);
        resolve();
      }
      stop.signal.addEventListener('abort', done);
    });

  return {
    async tell(order, operation, switches, now) {
      const times = { once: 1, twice: 2, never: 0 }[switches.notify];
      if (!order.notificationUrl || times === 0) return;
      const notice: Notice = {
        eventId: randomUUID(),
        at: now.toISOString(),
        securityToken: switches.wrongToken ? newToken() : order.securityToken,
        operation: { ...operation },
        left: times,
        tries: 0,
        delivered: 0,
      };
      order.notices.push(notice);
      orders.save(order);
      await start(order, notice);
    },
    async again(order, switches) {
      const last = order.notices.at(-1);
      const operation = last?.operation ?? order.operations.at(-1);
      if (!order.notificationUrl || !operation) return;
      const notice: Notice = {
        eventId: last?.eventId ?? randomUUID(),
        at: last?.at ?? operation.operationTime,
        securityToken: switches.wrongToken ? newToken() : order.securityToken,
        operation,
        left: 1,
        tries: 0,
        delivered: 0,
      };
      order.notices.push(notice);
      orders.save(order);
      await start(order, notice);
    },
    resume() {
      for (const order of orders.all()) {
        for (const notice of order.notices) if (notice.left > 0) void start(order, notice);
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => stop.abort(),
  };
}
