// What of the payments stands in *Da fare*, the most harmful to forget first. [PAY-4]
import type { Todo } from '#kernel/capability.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { type Day, daysBetween } from '#kernel/days.ts';
import { longDay, money } from '#kernel/format.ts';
import { formatPlate } from '#kernel/italian/plates.ts';
import type { Language } from '#kernel/language.ts';
import type { Customer } from '#kernel/viewer.ts';
import { soonestFor } from './history.ts';
import { calendarPath, payableName } from './naming.ts';
import { urgencyOf } from './rules/urgency.ts';
import { familyOf } from './rules/windows.ts';
import type { PayableView } from './views.ts';
import { say } from './words/say.ts';

/** Payments that wait to be finished first, then what can be paid now, by the harm of leaving it. */
export async function todo(context: Context, viewer: Customer, language: Language): Promise<Todo[]> {
  const { payables } = await soonestFor(context, viewer);
  const day = today(context.clock);
  return [
    ...payables
      .filter((one) => one.openPayment?.isOwn && !one.openPayment.isPending)
      .map((one) => underWay(one, language)),
    ...payables.filter((one) => one.answer.ok).map((one) => dueNow(one, day, language)),
  ];
}

const nameOf = (one: PayableView, language: Language): string =>
  payableName({ line: one.policy.line, kind: one.kind, dueOn: one.dueOn }, language);

function underWay(one: PayableView, language: Language): Todo {
  const words = say(language);
  return {
    code: 'payments.under_way',
    urgency: 5,
    title: words('payments.todo_under_way'),
    text: words('payments.todo_under_way_text', {
      amount: money(one.amountCents, language),
      what: nameOf(one, language),
    }),
    way: { href: `/esito/${one.openPayment?.operation}`, text: words('payments.see_outcome') },
  };
}

function dueNow(one: PayableView, day: Day, language: Language): Todo {
  const words = say(language);
  const days = daysBetween(day, one.dueOn);
  // Without the line: that stands beside it already (`about`).
  const what = words('payments.todo_name', { kind: one.kind, due: longDay(one.dueOn, language) });
  const until = one.window.closes === 'never' ? undefined : longDay(one.window.closes, language);
  const plate = one.policy.goodPlate && formatPlate(one.policy.goodPlate);
  const good = [one.policy.goodName, plate].filter((part) => part !== undefined).join(' ');
  return {
    code: 'payments.due',
    urgency: urgencyOf(familyOf(one.policy.line), one.window, one.dueOn, day),
    title: what,
    text: until ? words('payments.todo_until', { what, day: until }) : words('payments.todo_open', { what }),
    way: {
      href: `/polizze/${one.policy.publicId}/paga/${one.publicId}`,
      text: words('payments.pay_title', { kind: one.kind }),
    },
    file: { href: calendarPath(one), text: words('payments.calendar_add') },
    card: {
      tag:
        days < 0
          ? words('payments.tag_overdue', { days: -days })
          : words('payments.tag_due', { days, day: longDay(one.dueOn, language) }),
      tone: days < 0 ? 'bad' : days <= 7 ? 'warn' : 'info',
      about: [words('payments.line', { line: one.policy.line }), good].filter((part) => part !== '').join(', '),
      amountCents: one.amountCents,
      line: one.policy.line,
    },
  };
}
