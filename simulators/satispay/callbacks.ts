// Callbacks to the merchant: a bare GET that carries no status, made at once and again when it is not answered 2xx.
import { createHash, randomUUID } from 'node:crypto';
import { type Notice, newId, type Payment, type Payments } from './payments.ts';
import type { Switches } from './switches.ts';

/** One call and three more: after one, two and four pauses. */
const triesMax = 4;
const timeoutMilliseconds = 10_000;

export type Notifier = {
  /** Records a change and starts telling it; resolves when every delivery has been answered or given up. */
  tell(payment: Payment, switches: Switches, now: Date): Promise<void>;
  /** Takes up what a killed process had not delivered. */
  resume(): void;
  /** Resolves when nothing is being delivered. */
  idle(): Promise<void>;
  close(): void;
};

export function notifier(payments: Payments, pauseMilliseconds: number): Notifier {
  const underWay = new Set<Promise<void>>();
  const stop = new AbortController();

  const start = (payment: Payment, notice: Notice): Promise<void> => {
    const deliveries = Array.from({ length: notice.left }, () => deliver(payment, notice));
    const all: Promise<void> = Promise.all(deliveries)
      .then(() => {})
      .finally(() => underWay.delete(all));
    underWay.add(all);
    return all;
  };

  async function deliver(payment: Payment, notice: Notice): Promise<void> {
    for (let turn = 0; turn < triesMax && !stop.signal.aborted; turn++) {
      if (turn > 0) await pause(pauseMilliseconds * 2 ** (turn - 1));
      if (stop.signal.aborted) return;
      const isTaken = await call(payment, notice);
      notice.tries++;
      if (isTaken) notice.delivered++;
      if (isTaken || turn === triesMax - 1) notice.left--;
      payments.save(payment);
      if (isTaken) return;
    }
  }

  async function call(payment: Payment, notice: Notice): Promise<boolean> {
    try {
      const answer = await fetch((payment.callbackUrl ?? '').replaceAll('{uuid}', notice.paymentId), {
        headers: {
          digest: `SHA-256=${createHash('sha256').update('').digest('base64')}`,
          'user-agent': 'satispay-callback',
        },
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
    async tell(payment, switches, now) {
      const left = { once: 1, twice: 2, never: 0 }[switches.notify];
      if (!payment.callbackUrl || left === 0) return;
      const notice: Notice = {
        eventId: randomUUID(),
        at: now.toISOString(),
        paymentId: switches.wrongToken ? newId() : payment.id,
        left,
        tries: 0,
        delivered: 0,
      };
      payment.notices.push(notice);
      payments.save(payment);
      await start(payment, notice);
    },
    resume() {
      for (const payment of payments.all()) {
        for (const notice of payment.notices) if (notice.left > 0) void start(payment, notice);
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () => stop.abort(),
  };
}
