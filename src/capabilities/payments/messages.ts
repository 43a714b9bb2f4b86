// What customers and support read about payments. Every message that names a policy carries its number and the customer
// code, since the help sends people there to find them (ACC-5).
import { z } from 'zod';
import { attachmentOf } from '#capabilities/documents/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { type PayableFacts, payableById } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import type { Context } from '#kernel/context.ts';
import { day } from '#kernel/days.ts';
import { dayAndTime, forSms, longDay, money } from '#kernel/format.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import type { Block, Message, MessageKind } from '#kernel/message.ts';
import { type Cents, cents } from '#kernel/money.ts';
import { payableName, payableShortName } from './naming.ts';
import { sayReturn } from './reasons.ts';
import { receiptOf } from './receipts-store.server.ts';
import type { ReturnReason } from './rules/reasons.ts';
import { type Payment, paymentById } from './store.server.ts';
import { say } from './words/say.ts';

const usefulDays = (days: number): number => days * 24 * 60;
const ofPayment = z.object({ payment: z.string() });
const amountOf = ofPayment.extend({
  amountCents: z
    .number()
    .int()
    .transform((value) => cents(value)),
});

type About = {
  payment: Payment;
  kind: PayableFacts['kind'];
  what: string;
  short: string;
  amount(cents: Cents): string;
  rows(amountCents: Cents): { label: string; value: string }[];
  link(path: string): string;
};

async function about(context: Context, id: string, language: Language): Promise<About> {
  const payment = await paymentById(context, id);
  assert(payment, 'a message about a payment that is not there');
  const payable = await payableById(context, payment.payableId);
  assert(payable, 'a payment of a payable that is not there');
  const holder = await partyOf(context, payment.policyholderId);
  const named = { line: payable.policy.line, kind: payable.kind, dueOn: payable.dueOn };
  const words = say(language);
  const what = payableName(named, language);
  return {
    payment,
    kind: payable.kind,
    what,
    short: payableShortName(named, language),
    amount: (value) => money(value, language),
    rows: (value) => [
      { label: words('payments.line_amount_neutral'), value: money(value, language) },
      { label: words('payments.line_for'), value: what },
      { label: words('payments.line_policy'), value: payable.policy.number },
      ...(holder ? [{ label: words('payments.line_customer'), value: holder.customerCode }] : []),
      { label: words('payments.line_when'), value: dayAndTime(payment.paidAt ?? payment.createdAt, language) },
      { label: words('payments.line_operation'), value: payment.publicId.toUpperCase() },
    ],
    link: (path) => new URL(inLanguage(language, path), context.settings.text.publicAddress).href,
  };
}

/** Title, sentences, facts, button: the shape of all of them. */
function message(
  it: About,
  parts: { subject: string; text: string[]; amountCents: Cents; button: { text: string; path: string }; sms: string },
): Message {
  const blocks: Block[] = [
    { kind: 'title', text: parts.subject },
    ...parts.text.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'facts', rows: it.rows(parts.amountCents) },
    { kind: 'button', text: parts.button.text, href: it.link(parts.button.path) },
  ];
  return { subject: parts.subject, blocks, sms: forSms(parts.sms) };
}

const receivedFacts = ofPayment.extend({ attachment: z.string().optional() });

/** The payment has arrived; with the receipt attached where there is an e-mail and paperless is on (PAY-7). */
export const receivedMessage: MessageKind<z.infer<typeof receivedFacts>> = {
  kind: 'payments.received',
  facts: receivedFacts,
  usefulMinutes: usefulDays(7),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(it.payment.amountCents);
    const [receipt, file] = await Promise.all([
      receiptOf(context, it.payment.id),
      facts.attachment ? attachmentOf(context, facts.attachment) : undefined,
    ]);
    const number = receipt?.number ?? '';
    const made = message(it, {
      subject: words('payments.received_subject', { amount }),
      text: [
        words('payments.received_text', { amount, what: it.what }),
        file ? words('payments.received_attached', { number }) : words('payments.received_in_area', { number }),
      ],
      amountCents: it.payment.amountCents,
      button: { text: words('payments.see_documents'), path: '/documenti' },
      sms: words('payments.received_sms', { amount, what: it.short, link: it.link('/documenti') }),
    });
    if (!file) return made;
    return { ...made, attachments: [{ name: file.fileName, mediaType: file.mediaType, content: file.content }] };
  },
};

/** The bank has not decided when the provider's own limit passed. */
export const pendingMessage: MessageKind<z.infer<typeof ofPayment>> = {
  kind: 'payments.pending',
  facts: ofPayment,
  usefulMinutes: usefulDays(2),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(it.payment.amountCents);
    const path = `/esito/${it.payment.publicId}`;
    return message(it, {
      subject: words('payments.pending_subject'),
      text: [words('payments.pending_text', { amount, what: it.what }), words('payments.pending_next')],
      amountCents: it.payment.amountCents,
      button: { text: words('payments.see_outcome'), path },
      sms: words('payments.pending_sms', { amount, what: it.short, link: it.link(path) }),
    });
  },
};

export const notPaidMessage: MessageKind<z.infer<typeof ofPayment>> = {
  kind: 'payments.not_paid',
  facts: ofPayment,
  usefulMinutes: usefulDays(7),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(it.payment.amountCents);
    const path = `/esito/${it.payment.publicId}`;
    return message(it, {
      subject: words('payments.not_paid_subject'),
      text: [words('payments.not_paid_text', { amount, what: it.what, kind: it.kind })],
      amountCents: it.payment.amountCents,
      button: { text: words('payments.see_outcome'), path },
      sms: words('payments.not_paid_sms', { amount, what: it.short, kind: it.kind, link: it.link(path) }),
    });
  },
};

// The reason is stored as it was decided; its closed union is checked where it is made.
const givingBackFacts = amountOf.extend({ reason: z.custom<ReturnReason>() });

export const givingBackMessage: MessageKind<z.infer<typeof givingBackFacts>> = {
  kind: 'payments.giving_back',
  facts: givingBackFacts,
  usefulMinutes: usefulDays(14),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(facts.amountCents);
    const because = sayReturn(facts.reason, language);
    const path = `/esito/${it.payment.publicId}`;
    return message(it, {
      subject: words('payments.giving_back_subject', { amount }),
      text: [
        words('payments.giving_back_text', { amount, because }),
        words('payments.giving_back_next', { method: it.payment.method }),
      ],
      amountCents: facts.amountCents,
      button: { text: words('payments.see_outcome'), path },
      sms: words('payments.giving_back_sms', { amount, because, method: it.payment.method, link: it.link(path) }),
    });
  },
};

/** `isByTransfer`: somebody has made it by hand. */
const givenBackFacts = ofPayment.extend({ isByTransfer: z.boolean().optional() });

export const givenBackMessage: MessageKind<z.infer<typeof givenBackFacts>> = {
  kind: 'payments.given_back',
  facts: givenBackFacts,
  usefulMinutes: usefulDays(14),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(it.payment.amountCents);
    const how = facts.isByTransfer ? 'transfer' : it.payment.method;
    const path = `/esito/${it.payment.publicId}`;
    return message(it, {
      subject: words('payments.given_back_subject', { amount }),
      text: [words('payments.given_back_text', { amount, what: it.what, how })],
      amountCents: it.payment.amountCents,
      button: { text: words('payments.see_outcome'), path },
      sms: words('payments.given_back_sms', { amount, what: it.short, how, link: it.link(path) }),
    });
  },
};

// With its reason when it is the first that the customer hears of it.
const dueFacts = amountOf.extend({ dueBy: z.string(), reason: z.custom<ReturnReason>().optional() });

export const refundDueMessage: MessageKind<z.infer<typeof dueFacts>> = {
  kind: 'payments.refund_due',
  facts: dueFacts,
  usefulMinutes: usefulDays(14),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(facts.amountCents);
    const values = { amount, day: longDay(day(facts.dueBy), language), method: it.payment.method };
    const because = facts.reason && sayReturn(facts.reason, language);
    return message(it, {
      subject: words('payments.refund_due_subject', values),
      text: because
        ? [words('payments.giving_back_text', { amount, because }), words('payments.refund_due_first', values)]
        : [words('payments.refund_due_text', values)],
      amountCents: facts.amountCents,
      button: { text: words('payments.write_to_support'), path: '/assistenza?da=payments.refund_due' },
      sms: because
        ? words('payments.refund_due_first_sms', { ...values, because })
        : words('payments.refund_due_sms', values),
    });
  },
};

/** To the support desk's address: somebody has to make a transfer. */
export const refundDueToSupport: MessageKind<z.infer<typeof dueFacts>> = {
  kind: 'payments.refund_due_support',
  facts: dueFacts,
  usefulMinutes: usefulDays(14),
  async blocks(context, facts, language) {
    const it = await about(context, facts.payment, language);
    const words = say(language);
    const amount = it.amount(facts.amountCents);
    const subject = words('payments.refund_desk_subject', { amount, operation: it.payment.publicId.toUpperCase() });
    const text = words('payments.refund_desk_text', {
      amount,
      day: longDay(day(facts.dueBy), language),
      method: it.payment.method,
      operation: it.payment.publicId,
    });
    return {
      subject,
      blocks: [
        { kind: 'title', text: subject },
        { kind: 'paragraph', text },
        { kind: 'facts', rows: it.rows(facts.amountCents) },
      ],
      sms: text,
    };
  },
};
