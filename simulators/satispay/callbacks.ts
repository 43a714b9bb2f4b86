// Callbacks to the merchant: a bare GET that carries no status, made at once and again when it is not answered 2xx.
import { createHash, randomUUID } from 'node:crypto';
import { deliveries, deliveryOf } from '../deliveries.ts';
import { type Notice, newId, type Payment, type Payments } from './payments.ts';
import type { Switches } from './switches.ts';

/** One call and three more: after one, two and four pauses. */
const triesMax = 4;

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
  const { start, idle, close } = deliveries<Payment, Notice>({
    triesMax,
    pauseMilliseconds,
    request: callOf,
    save: (payment) => payments.save(payment),
  });
  return {
    async tell(payment, switches, now) {
      const times = { once: 1, twice: 2, never: 0 }[switches.notify];
      if (!payment.callbackUrl || times === 0) return;
      const notice: Notice = {
        eventId: randomUUID(),
        at: now.toISOString(),
        paymentId: switches.wrongToken ? newId() : payment.id,
        ...deliveryOf(times),
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
    idle,
    close,
  };
}

const callOf = (payment: Payment, notice: Notice): { url: string; init: RequestInit } => ({
  url: (payment.callbackUrl ?? '').replaceAll('{uuid}', notice.paymentId),
  init: {
    headers: {
      digest: `SHA-256=${createHash('sha256').update('').digest('base64')}`,
      'user-agent': 'satispay-callback',
    },
  },
});
