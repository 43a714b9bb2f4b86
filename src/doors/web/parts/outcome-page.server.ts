// The page of a payment's outcome: a receipt one wants to keep, or honestly what is known and what happens next. [PAY-5] [PAY-12]
import {
  instrumentName,
  type Method,
  payableName,
  paymentsWords,
  type Status,
  type StatusState,
  sayReturn,
} from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { dayAndTime, longDay, money, time } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';

type Say = ReturnType<typeof paymentsWords>;
export type Look = 'once' | 'following' | 'leading';

/** The timed refresh of ux.md §3.3: the reader starts and stops it. */
const followSeconds = 5;
const openingSeconds = 2;

const tones: Record<StatusState, 'ok' | 'info' | 'warn' | 'bad'> = {
  opening: 'info',
  ready: 'info',
  pending: 'info',
  paid: 'ok',
  refused: 'bad',
  not_opened: 'bad',
  given_up: 'warn',
  expired: 'warn',
  superseded: 'warn',
  returning: 'info',
  returned: 'ok',
};

/** What the enhancer compares: it loads the page again when this is another one. */
export const liveKey = (status: Status): string =>
  status.receipt?.document ? `${status.state}+receipt` : status.state;

export function outcomePage(context: Context, status: Status, look: Look, language: Language) {
  const say = paymentsWords(language);
  const path = `/esito/${status.operation}`;
  const { policy } = status.payable;
  return {
    path,
    tone: tones[status.state],
    title: titleOf(status, say, language),
    texts: textsOf(status, say, language),
    showsAmount: !['returning', 'returned', 'opening'].includes(status.state),
    amountCents: status.amountCents,
    rows: rowsOf(status, say, language),
    refresh: refreshOf(status, look, path),
    live: status.isLive && { key: liveKey(status), address: `${path}/stato` },
    /** The provider's page: a plain link, because no form leads to another site. */
    go: status.page && { href: status.page.address, text: say('payments.go') },
    canCheck: status.isLive && status.state !== 'paid',
    isPaid: status.state === 'paid',
    isMakingReceipt: status.state === 'paid' && status.isLive,
    canGiveUp: ['ready', 'opening'].includes(status.state),
    canTryAgain: ['refused', 'not_opened', 'given_up', 'expired'].includes(status.state),
    again: againPath(status),
    policy: `/polizze/${policy.publicId}`,
    receipt: status.receipt?.document && `/documenti/${status.receipt.document}`,
    receiptWay: status.receipt?.document && receiptWay(status, say),
    following: look === 'following' ? say('payments.following', { seconds: followSeconds }) : undefined,
    checked: status.isLive ? say('payments.checked_at', { time: time(context.clock.now(), language) }) : undefined,
    words: wordsOf(status, say),
  };
}

const wordsOf = ({ method }: Status, say: Say) => ({
  flow: say('payments.outcome_flow'),
  download: say('payments.receipt_download'),
  home: say('payments.home'),
  payments: say('payments.page_to_all'),
  policy: say('payments.to_policy'),
  again: say('payments.again'),
  check: say('payments.check_now'),
  follow: say('payments.follow'),
  stop: say('payments.follow_stop'),
  giveUp: say('payments.give_up'),
  giveUpHint: say('payments.give_up_hint', { method }),
  agency: say('payments.receipt_agency'),
});

function titleOf(status: Status, say: Say, language: Language): string {
  const { state } = status;
  if (state === 'returning' || state === 'returned') {
    return say(`payments.${state}_title`, {
      amount: money(status.refunds[0]?.amountCents ?? status.amountCents, language),
    });
  }
  if (state === 'superseded') return say('payments.superseded_title', { kind: status.payable.kind });
  return say(`payments.${state}_title`);
}

function textsOf(status: Status, say: Say, language: Language): string[] {
  const until = time(status.limitAt, language);
  switch (status.state) {
    case 'opening':
      return [say('payments.opening_text')];
    case 'ready':
      return [say('payments.ready_text', { time: until, method: status.method }), say('payments.ready_done')];
    case 'pending':
      return [say('payments.pending_page')];
    case 'paid':
      return paidTexts(status, say, language);
    case 'expired':
      return [say('payments.expired_text', { time: until })];
    case 'returning':
      return [
        ...becauseOf(status, language),
        ...status.refunds.map((refund) => refundText(refund.dueBy, status.method, say, language)),
      ];
    case 'returned':
      return [
        ...becauseOf(status, language),
        say('payments.returned_text', { how: isByTransfer(status) ? 'transfer' : status.method }),
      ];
    case 'refused':
      return [say('payments.refused_text', { method: status.method, kind: status.payable.kind })];
    case 'given_up':
      return [say('payments.given_up_text', { kind: status.payable.kind })];
    case 'not_opened':
    case 'superseded':
      return [say(`payments.${status.state}_text`)];
  }
}

const becauseOf = (status: Status, language: Language): string[] =>
  status.refunds.map((refund) => sayReturn(refund.reason, language));

/** A refund that had a day was made by hand. */
const isByTransfer = (status: Status): boolean => status.refunds.some((refund) => refund.dueBy);

/** When and how money comes back; `dueBy` is the day of a transfer made by hand. */
export const refundText = (dueBy: Day | undefined, method: Method, say: Say, language: Language): string =>
  dueBy
    ? say('payments.returning_due', { day: longDay(dueBy, language), method })
    : say('payments.returning_text', { method });

function paidTexts(status: Status, say: Say, language: Language): string[] {
  const { receipt, payable, coverRunsAgain } = status;
  const texts: string[] = [];
  if (!receipt?.document) texts.push(say('payments.receipt_making'));
  else if (receipt.sentTo) texts.push(say('payments.receipt_sent', { to: receipt.sentTo }));
  else if (receipt.notSentBecause) texts.push(say(`payments.receipt_${receipt.notSentBecause}`));
  if (coverRunsAgain) texts.push(say('payments.covered_again', { day: longDay(coverRunsAgain, language) }));
  else if (payable.coversFrom && payable.coversUntil) {
    const days = { from: longDay(payable.coversFrom, language), until: longDay(payable.coversUntil, language) };
    texts.push(say('payments.covered_until', days));
  }
  if (status.next) {
    const { kind, dueOn, amountCents } = status.next;
    texts.push(say('payments.next', { kind, day: longDay(dueOn, language), amount: money(amountCents, language) }));
  }
  if (payable.iotCents > 0) texts.push(say('payments.iot_invoice'));
  // Something arrived twice on the same order: the second is given back.
  for (const refund of status.refunds)
    texts.push(sayReturn(refund.reason, language), refundText(refund.dueBy, status.method, say, language));
  return texts;
}

/**
 * The same payable again: a late success of this try is then known as the second payment of one thing, and given back. A
 * contribution whose first try is long over is begun anew.
 */
const againPath = ({ payable, isWatched, amountCents }: Status): string =>
  payable.isStartedHere && !isWatched
    ? `/polizze/${payable.policy.publicId}/versamento?importo=${(amountCents / 100).toFixed(2)}`
    : `/polizze/${payable.policy.publicId}/paga/${payable.publicId}`;

/** Who can change that the receipt went nowhere (PAY-7): the agency. */
const receiptWay = (status: Status, say: Say) =>
  status.receipt?.notSentBecause ? { href: '/agenzie', text: say('payments.receipt_agency') } : undefined;

function rowsOf(status: Status, say: Say, language: Language) {
  const { payable } = status;
  const named = { line: payable.policy.line, kind: payable.kind, dueOn: payable.dueOn };
  return [
    { label: say('payments.line_for'), value: payableName(named, language) },
    { label: say('payments.line_when'), value: dayAndTime(status.paidAt ?? status.createdAt, language) },
    { label: say('payments.line_method'), value: instrumentName(status.method, status.instrument, language) },
    { label: say('payments.line_policy'), value: payable.policy.number, isIdentifier: true },
    { label: say('payments.line_operation'), value: status.operation.toUpperCase(), isIdentifier: true, hasCopy: true },
  ];
}

/** `?vai` leads on to the provider's page at once, `?segui` looks again by itself; nothing else refreshes. */
function refreshOf(status: Status, look: Look, path: string): string | undefined {
  if (look === 'leading' && status.page?.leadsOn) return `0;url=${status.page.address}`;
  if (look === 'leading' && status.state === 'opening') return `${openingSeconds};url=${path}?vai&segui=1`;
  if (look === 'following' && status.isLive) return `${followSeconds};url=${path}?segui=1`;
  return undefined;
}
