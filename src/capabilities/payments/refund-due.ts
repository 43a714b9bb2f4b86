// A refund that somebody has to make by transfer: its day, and who is told of it. [PAY-11]
import { today } from '#kernel/clock.ts';
import type { Transaction } from '#kernel/context.ts';
import { type Day, plusDays } from '#kernel/days.ts';
import { record } from '#kernel/outbox.ts';
import type { Refund } from './refunds-store.server.ts';
import { settings } from './settings.ts';
import type { Payment } from './store.server.ts';
import { tellRefundDue } from './telling.ts';

/** The day by which a refund that begins to be due now is made. */
export const dueDay = (tx: Transaction): Day => plusDays(today(tx.clock), tx.settings.value(settings.refundDueDays));

/** Tells the customer and support, and the core. `isFirstWord`: the customer has not been told why money comes back. */
export async function announceDue(
  tx: Transaction,
  payment: Payment,
  refund: Pick<Refund, 'amountCents' | 'reason'> & { dueBy: Day; isFirstWord: boolean },
): Promise<void> {
  await tellRefundDue(tx, payment, refund);
  await record(tx, {
    type: 'payment.refund_due',
    subject: payment.policyId,
    partyId: payment.partyId,
    facts: { payment: payment.publicId, amountCents: refund.amountCents, dueBy: refund.dueBy },
  });
}
