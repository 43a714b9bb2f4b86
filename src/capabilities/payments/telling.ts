// Who is told what about a payment. Each queues a message in the transaction that made it true.
import { preferredOf } from '#capabilities/contacts/index.ts';
import { queue, type Recipient } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import type { Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import type { MessageKind } from '#kernel/message.ts';
import type { Cents } from '#kernel/money.ts';
import {
  givenBackMessage,
  givingBackMessage,
  notPaidMessage,
  pendingMessage,
  refundDueMessage,
  refundDueToSupport,
} from './messages.ts';
import type { Refund } from './refunds-store.server.ts';
import type { ReturnReason } from './rules/reasons.ts';
import type { Payment } from './store.server.ts';

/** The preferred contact of who paid, in their language; nothing when no contact is left. */
export async function whoPaid(tx: Transaction, payment: Payment): Promise<Recipient | undefined> {
  const [party, contact] = await Promise.all([
    partyOf(tx, payment.partyId),
    preferredOf(tx, payment.partyId, payment.accountId),
  ]);
  return contact && { ...contact, partyId: payment.partyId, language: party?.language ?? payment.language };
}

async function tell<F>(tx: Transaction, payment: Payment, kind: MessageKind<F>, facts: F): Promise<void> {
  const to = await whoPaid(tx, payment);
  if (to) await queue(tx, kind, to, facts);
}

export const tellPending = (tx: Transaction, payment: Payment): Promise<void> =>
  tell(tx, payment, pendingMessage, { payment: payment.id });

export const tellNotPaid = (tx: Transaction, payment: Payment): Promise<void> =>
  tell(tx, payment, notPaidMessage, { payment: payment.id });

export const tellGivingBack = (
  tx: Transaction,
  payment: Payment,
  amountCents: Cents,
  reason: ReturnReason,
): Promise<void> => tell(tx, payment, givingBackMessage, { payment: payment.id, amountCents, reason });

export const tellGivenBack = (tx: Transaction, payment: Payment, isByTransfer = false): Promise<void> =>
  tell(tx, payment, givenBackMessage, { payment: payment.id, ...(isByTransfer && { isByTransfer }) });

/** The provider cannot: the customer is told the day, and support that it has to be done by hand. */
export async function tellRefundDue(
  tx: Transaction,
  payment: Payment,
  {
    amountCents,
    reason,
    dueBy,
    isFirstWord,
  }: Pick<Refund, 'amountCents' | 'reason'> & { dueBy: Day; isFirstWord: boolean },
): Promise<void> {
  const facts = { payment: payment.id, amountCents, dueBy };
  await tell(tx, payment, refundDueMessage, { ...facts, ...(isFirstWord && { reason }) });
  await queue(tx, refundDueToSupport, { kind: 'email', value: tx.settings.text.supportMail, language: 'it' }, facts);
}
