// The page before the code: what is paid, with what, and where the code will go; or why it cannot be paid here now.
import { codesGoTo, mask } from '#capabilities/contacts/index.ts';
import {
  type MethodAnswer,
  type PayableView,
  payableName,
  payeeName,
  paymentsWords,
} from '#capabilities/payments/index.ts';
import { policiesWords } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import { longDay, money } from '#kernel/format.ts';
import { formatPlate } from '#kernel/italian/plates.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained, Reason } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { withWayBack } from '../address.ts';
import { explain } from '../explain.ts';
import { bankWay, methodIcons, methodsWay } from './methods-page.server.ts';
import { isUnpaid } from './policy-tag.ts';

const payPath = (view: PayableView): string => `/polizze/${view.policy.publicId}/paga/${view.publicId}`;

const aboutContact = ['confirmation.no_contact', 'contacts.confirmation_ended', 'contacts.none_eligible'];

/** A missing confirmation contact is chosen first, and then the way leads back here. */
export function explainHere(context: Context, language: Language, reason: Reason, path: string): Explained {
  const explained = explain(context, language, reason);
  if (!explained.way || !aboutContact.includes(reason.code)) return explained;
  return { ...explained, way: { ...explained.way, href: withWayBack(explained.way.href, path) } };
}

export async function payPage(context: Context, viewer: Customer, view: PayableView, language: Language) {
  const say = paymentsWords(language);
  const path = payPath(view);
  const destination = await codesGoTo(context, viewer);
  const { answer } = view;
  const noCode = destination.ok ? undefined : explainHere(context, language, destination.reasons[0], path);
  const { closes } = view.window;
  const isPaid = !isUnpaid(view);
  return {
    amountCents: view.amountCents,
    rows: factsOf(context, view, language),
    until: answer.ok && closes !== 'never' ? say('payments.until', { day: longDay(closes, language) }) : undefined,
    iot:
      view.iotCents > 0
        ? `${say('payments.iot_part', { amount: money(view.iotCents, language) })} ${say('payments.iot_invoice')}`
        : undefined,
    refused: answer.ok ? noCode : refusal(context, view, answer.reasons[0], language),
    options: answer.ok ? methodOptions(context, answer.value.all, language, path) : [],
    only: answer.ok && answer.value.methods.length === 1 ? answer.value.methods[0] : undefined,
    codeGoes: destination.ok
      ? say('payments.code_goes', {
          // One thing to read: it stays on one line.
          destination: mask(destination.value.value).replaceAll(' ', '\u00a0'),
        })
      : undefined,
    methods: { href: methodsWay(path), text: say('payments.method_help') },
    back: `/polizze/${view.policy.publicId}`,
    words: {
      title: say('payments.pay_title', { kind: view.kind }),
      heading: say(answer.ok ? 'payments.summary_title' : isPaid ? 'payments.nothing_title' : 'payments.cannot_title'),
      how: say('payments.how'),
      submit: say('payments.get_code'),
      back: say('payments.back_to_policy'),
    },
  };
}

/** Why not; what was paid here leads to its receipt. */
function refusal(context: Context, view: PayableView, reason: Reason, language: Language): Explained {
  const explained = explain(context, language, reason);
  if (explained.way || !view.receipt) return explained;
  return {
    ...explained,
    way: { href: `/documenti/${view.receipt}`, text: policiesWords(language)('policies.receipt') },
  };
}

function factsOf(context: Context, view: PayableView, language: Language) {
  const say = paymentsWords(language);
  const { policy, coversFrom, coversUntil } = view;
  const plate = policy.goodPlate && formatPlate(policy.goodPlate);
  const good = [policy.goodName, plate].filter((part) => part !== undefined).join(', ');
  const named = { line: policy.line, kind: view.kind, dueOn: view.dueOn };
  const cover =
    coversFrom && coversUntil
      ? say('payments.cover_days', { from: longDay(coversFrom, language), until: longDay(coversUntil, language) })
      : undefined;
  return [
    { label: say('payments.line_payee'), value: payeeName(context) },
    { label: say('payments.line_for'), value: payableName(named, language) },
    ...(good ? [{ label: say('payments.insured'), value: good }] : []),
    { label: say('payments.line_policy'), value: policy.number, isIdentifier: true },
    ...(cover ? [{ label: say('payments.cover'), value: cover }] : []),
    { label: say('payments.fee'), value: say('payments.fee_none') },
  ];
}

/** Every method that exists here, those that cannot take this amount with why; `path` is where a look-up leads back to. */
export const methodOptions = (context: Context, all: readonly MethodAnswer[], language: Language, path: string) =>
  all.map(({ method, answer }) => ({
    value: method,
    text: paymentsWords(language)('payments.method', { method }),
    detail: paymentsWords(language)('payments.method_detail', { method }),
    icon: methodIcons[method],
    isDisabled: !answer.ok,
    why: answer.ok ? undefined : explain(context, language, answer.reasons[0]).text,
    way: answer.ok ? bankWay(method, language, path) : undefined,
  }));
