// The receipt: a number, a PDF, a document, and where it goes. Made off the request path, and safe to begin again. [PAY-7]
import { z } from 'zod';
import { emailsOf } from '#capabilities/contacts/index.ts';
import { addDocument, makePdf, paperlessOf, storeFile } from '#capabilities/documents/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { payableById } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { dayOf } from '#kernel/days.ts';
import type { Task } from '#kernel/tasks.ts';
import { receivedMessage } from './messages.ts';
import { type ReceiptFacts, receiptContent } from './receipt-content.ts';
import { fileReceipt, lockPayment, numberReceipt, type Receipt, receiptOf } from './receipts-store.server.ts';
import { attemptById, attemptIdOfPayment, type Payment, paymentById } from './store.server.ts';
import { whoPaid } from './telling.ts';

const data = z.object({ payment: z.string() });

export const receiptTask: Task<z.infer<typeof data>> = {
  name: 'payments.receipt',
  data,
  run: (context, { payment }) => makeReceipt(context, payment),
};

/**
 * Numbers, makes, stores and files the receipt of a paid payment, and queues the message that says so. Whatever of it has
 * been done already is not done again; the number is given first, so a crash leaves no gap.
 */
export async function makeReceipt(context: Context, paymentId: string): Promise<void> {
  const payment = await paymentById(context, paymentId);
  if (payment?.state !== 'paid' || !payment.paidAt) return;
  const year = Number(dayOf(payment.paidAt).slice(0, 4));
  const receipt = await transaction(context, async (tx) => {
    await lockPayment(tx, payment.id);
    return numberReceipt(tx, payment.id, year);
  });
  if (receipt.documentId) return;
  const facts = await factsOf(context, payment, receipt);
  const content = receiptContent(facts, payment.language);
  const pdf = await makePdf(context, { ...content, language: payment.language, date: facts.paidOn });
  await context.step('payments.receipt_made');
  const file = await storeFile(context, pdf);
  await transaction(context, async (tx) => {
    await lockPayment(tx, payment.id);
    const now = await receiptOf(tx, payment.id);
    // Somebody else was faster: their document stays, and their message has been queued.
    if (now?.documentId) return;
    const document = await addDocument(tx, {
      originKey: `receipt:${payment.id}`,
      kind: 'receipt',
      partyId: payment.policyholderId,
      policyId: payment.policyId,
      title: content.listTitle,
      language: payment.language,
      mediaType: 'application/pdf',
      fileName: content.fileName,
      file,
    });
    const way = await wayOf(tx, payment);
    await fileReceipt(tx, receipt.id, { documentId: document.id, ...way });
    await send(tx, payment, document.id, way.sentTo);
  });
  await context.step('payments.receipt_stored');
}

async function factsOf(context: Context, payment: Payment, receipt: Receipt): Promise<ReceiptFacts> {
  assert(payment.paidAt, 'a receipt of what has not been paid');
  const attemptId = await attemptIdOfPayment(context, payment.id);
  const [found, payable, holder] = await Promise.all([
    attemptId ? attemptById(context, attemptId) : undefined,
    payableById(context, payment.payableId),
    partyOf(context, payment.policyholderId),
  ]);
  assert(found && payable && holder, 'a paid payment without attempt, payable or policyholder');
  return {
    number: receipt.number,
    paidOn: dayOf(payment.paidAt),
    paidAt: payment.paidAt,
    amountCents: payment.amountCents,
    iotCents: payable.iotCents,
    policyholder: holder.displayName,
    fiscalId: holder.codiceFiscale ?? holder.partitaIva ?? '',
    customerCode: holder.customerCode,
    policyNumber: payable.policy.number,
    productNames: payable.policy.productNames,
    goodName: payable.policy.goodName,
    line: payable.policy.line,
    kind: payable.kind,
    dueOn: payable.dueOn,
    coversFrom: payable.coversFrom,
    coversUntil: payable.coversUntil,
    method: payment.method,
    instrument: found.attempt.instrument,
    operation: payment.publicId,
    reference: found.attempt.reference,
  };
}

type ReceiptWay = Pick<Receipt, 'sentTo' | 'notSentBecause'>;

/** By e-mail when one is known and paperless is on (PAY-7); otherwise why not, for the page of the outcome. */
async function wayOf(tx: Transaction, payment: Payment): Promise<ReceiptWay> {
  const [[email], paperless] = await Promise.all([
    emailsOf(tx, payment.partyId),
    paperlessOf(tx, payment.policyholderId),
  ]);
  if (!paperless.isOn) return { sentTo: undefined, notSentBecause: 'not_paperless' };
  return email ? { sentTo: email, notSentBecause: undefined } : { sentTo: undefined, notSentBecause: 'no_email' };
}

/** One message with the receipt where it may go; without it to the preferred contact, unless that is the same address. */
async function send(tx: Transaction, payment: Payment, documentId: string, sentTo: string | undefined): Promise<void> {
  const preferred = await whoPaid(tx, payment);
  if (sentTo) {
    const language = preferred?.language ?? payment.language;
    const to = { kind: 'email' as const, value: sentTo, partyId: payment.partyId, language };
    await queue(tx, receivedMessage, to, { payment: payment.id, attachment: documentId });
  }
  if (preferred && preferred.value !== sentTo) await queue(tx, receivedMessage, preferred, { payment: payment.id });
}
