// What stands on a receipt, in the reader's language. Pure: the same payment always gives the same text.
import type { PdfBlock } from '#capabilities/documents/index.ts';
import type { PayableFacts, Texts } from '#capabilities/policies/index.ts';
import type { Day, Instant } from '#kernel/days.ts';
import { dayAndTime, longDay, money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Cents } from '#kernel/money.ts';
import { instrumentName, payableName } from './naming.ts';
import type { Method } from './rules/reasons.ts';
import { say } from './words/say.ts';

export type ReceiptFacts = {
  number: string;
  paidOn: Day;
  paidAt: Instant;
  amountCents: Cents;
  iotCents: Cents;
  policyholder: string;
  fiscalId: string;
  customerCode: string;
  policyNumber: string;
  productNames: Texts;
  goodName: string | undefined;
  line: PayableFacts['policy']['line'];
  kind: PayableFacts['kind'];
  dueOn: Day;
  coversFrom: Day | undefined;
  coversUntil: Day | undefined;
  method: Method;
  instrument: string | undefined;
  operation: string;
  reference: string;
};

export type ReceiptContent = {
  title: string;
  subtitle: string;
  /** In the list of documents. */
  listTitle: string;
  fileName: string;
  blocks: PdfBlock[];
};

export function receiptContent(facts: ReceiptFacts, language: Language): ReceiptContent {
  const words = say(language);
  const what = payableName({ line: facts.line, kind: facts.kind, dueOn: facts.dueOn }, language);
  const amount = money(facts.amountCents, language);
  const row = (label: string, value: string | undefined, isIdentifier = false) =>
    value ? [{ label, value, isIdentifier }] : [];
  const head: [string, string] = [words('payments.receipt_item'), words('payments.receipt_value')];
  const cover =
    facts.coversFrom && facts.coversUntil
      ? words('payments.receipt_cover_days', {
          from: longDay(facts.coversFrom, language),
          until: longDay(facts.coversUntil, language),
        })
      : undefined;
  return {
    title: words('payments.receipt_title', { number: facts.number }),
    subtitle: words('payments.receipt_subtitle', { day: longDay(facts.paidOn, language) }),
    listTitle: words('payments.receipt_list_title', { number: facts.number, what }),
    fileName: `${words('payments.receipt_file')}-${facts.number}.pdf`,
    blocks: [
      { kind: 'amount', label: words('payments.receipt_amount'), value: amount },
      { kind: 'heading', text: words('payments.receipt_for') },
      {
        kind: 'facts',
        head,
        rows: [
          ...row(words('payments.receipt_policyholder'), facts.policyholder),
          ...row(words('payments.receipt_fiscal_id'), facts.fiscalId, true),
          ...row(words('payments.line_customer'), facts.customerCode, true),
          ...row(words('payments.line_policy'), facts.policyNumber, true),
          ...row(words('payments.receipt_product'), facts.productNames[language]),
          ...row(words('payments.receipt_good'), facts.goodName),
          ...row(words('payments.line_for'), what),
          ...row(words('payments.receipt_cover'), cover),
          ...(facts.iotCents > 0 ? row(words('payments.receipt_iot'), money(facts.iotCents, language)) : []),
        ],
      },
      { kind: 'heading', text: words('payments.receipt_how') },
      {
        kind: 'facts',
        head,
        rows: [
          ...row(words('payments.line_method'), instrumentName(facts.method, facts.instrument, language)),
          ...row(words('payments.line_when'), dayAndTime(facts.paidAt, language)),
          ...row(words('payments.line_operation'), facts.operation.toUpperCase(), true),
          ...row(words('payments.receipt_reference'), facts.reference, true),
        ],
      },
      {
        kind: 'note',
        text:
          facts.iotCents > 0
            ? `${words('payments.receipt_note')} ${words('payments.iot_invoice')}`
            : words('payments.receipt_note'),
      },
    ],
  };
}
