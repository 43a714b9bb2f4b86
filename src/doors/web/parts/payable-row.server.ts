// What is to pay or was paid, in the reader's words: when, how, or why not. [PAY-4] [POL-13]
import {
  calendarPath,
  coverRunsAgain,
  familyOf,
  instrumentName,
  methodName,
  type PayableView,
  paymentsWords,
} from '#capabilities/payments/index.ts';
import { policiesWords } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { longDay, money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained } from '#kernel/outcome.ts';
import { explain } from '../explain.ts';
import { isUnpaid } from './policy-tag.ts';

export type PayableRowData = {
  key: string;
  title: string;
  amountCents: number;
  amount: string;
  /** When it is or was due, until when and how it can be paid, what the cover does. */
  lines: string[];
  pay: { path: string; text: string; what: string } | undefined;
  /** Why it cannot be paid here now; nothing for what is paid. */
  reason: Explained | undefined;
  receipt: { path: string; text: string } | undefined;
  /** The due day for one's calendar, while it is to pay. */
  calendar: { href: string; text: string } | undefined;
};

/** One payable with everything that is said of it. */
export function payableRow(context: Context, payable: PayableView, today: Day, language: Language): PayableRowData {
  const say = policiesWords(language);
  const day = longDay(payable.dueOn, language);
  const what = say('policies.pay_what', { kind: payable.kind, day });
  return {
    key: payable.publicId,
    title: say('policies.payable', { kind: payable.kind, day }),
    amountCents: payable.amountCents,
    amount: money(payable.amountCents, language),
    lines: isUnpaid(payable) ? dueLines(payable, today, language) : paidLines(payable, language),
    pay: payable.answer.ok
      ? {
          path: `/polizze/${payable.policy.publicId}/paga/${payable.publicId}`,
          text: say('policies.pay', { kind: payable.kind }),
          what,
        }
      : undefined,
    reason: payable.answer.ok || !isUnpaid(payable) ? undefined : explain(context, language, payable.answer.reasons[0]),
    calendar:
      isUnpaid(payable) && !payable.isStartedHere
        ? { href: calendarPath(payable), text: paymentsWords(language)('payments.calendar_add') }
        : undefined,
    receipt: payable.receipt ? { path: `/documenti/${payable.receipt}`, text: say('policies.receipt') } : undefined,
  };
}

function dueLines(payable: PayableView, today: Day, language: Language): string[] {
  const say = policiesWords(language);
  const { window, answer } = payable;
  if (payable.isStartedHere) return [say('policies.contribution_begun', { day: longDay(payable.dueOn, language) })];
  const tense = payable.dueOn < today ? 'past' : payable.dueOn === today ? 'today' : 'future';
  const lines = [say('policies.due', { tense, day: longDay(payable.dueOn, language) })];
  if (answer.ok) {
    const methods = answer.value.methods.map((method) => methodName(method, language)).join(', ');
    lines.push(
      window.closes === 'never'
        ? say('policies.pay_now', { methods })
        : say('policies.pay_until', { day: longDay(window.closes, language), methods }),
    );
  }
  if (stopsCover(payable, today))
    lines.push(say('policies.cover_stopped', { day: longDay(lastDayOfGrace(payable), language) }));
  if (payable.iotCents > 0) lines.push(say('policies.iot', { amount: money(payable.iotCents, language) }));
  return lines;
}

/** Motor: after the grace period, whose last day is the last one of the window, cover stands still until it is paid. */
const stopsCover = (payable: PayableView, today: Day): boolean =>
  familyOf(payable.policy.line) === 'motor' && payable.kind === 'instalment' && today > lastDayOfGrace(payable);
const lastDayOfGrace = ({ window, dueOn }: PayableView): Day => (window.closes === 'never' ? dueOn : window.closes);

function paidLines(payable: PayableView, language: Language): string[] {
  const say = policiesWords(language);
  const { kind, payment } = payable;
  const paidOn = payable.paidOn ?? payment?.paidOn;
  if (!paidOn) return [];
  const day = longDay(paidOn, language);
  const again =
    kind === 'instalment' ? coverRunsAgain(familyOf(payable.policy.line), payable.dueOn, paidOn) : undefined;
  return [
    payment
      ? say('policies.paid_with', { kind, day, method: instrumentName(payment.method, payment.instrument, language) })
      : say('policies.paid_on', { kind, day }),
    ...(again ? [say('policies.cover_again', { day: longDay(again, language) })] : []),
  ];
}
