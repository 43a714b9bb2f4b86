// What a provider is told of an order when it is asked about one: it may list by an id of its own only.
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import type { KnownOrder } from './provider.ts';
import { refundsOfPayment } from './refunds-store.server.ts';
import { openingLeaseSeconds } from './settings.ts';
import type { Attempt } from './store.server.ts';

export async function knownOrder(context: Context, attempt: Attempt): Promise<KnownOrder> {
  const refunds = await refundsOfPayment(context, attempt.paymentId);
  return {
    orderId: attempt.providerOrderId,
    // The lease began when it was asked to open; one that nobody took began with the confirmation.
    askedAt: attempt.openingUntil ? plusSeconds(attempt.openingUntil, -openingLeaseSeconds) : attempt.createdAt,
    refundIds: refunds.flatMap((refund) => refund.providerRefundId ?? []),
  };
}
