// Fai un versamento: how much, then with what. The amount stands in the address, so the page needs no memory. [PAY-1] [PAY-3]
import { codesGoTo, mask } from '#capabilities/contacts/index.ts';
import {
  type ContributionView,
  contributionMethods,
  methodFacts,
  methodLimits,
  payeeName,
  paymentsWords,
} from '#capabilities/payments/index.ts';
import { policiesWords } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import { money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { type Cents, centsFromText } from '#kernel/money.ts';
import type { Explained } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { explain } from '../explain.ts';
import { methodsWay } from './methods-page.server.ts';
import { explainHere, methodOptions } from './pay-page.server.ts';

/** The first step, the second, or why neither. */
export async function contributionPage(
  context: Context,
  viewer: Customer,
  view: ContributionView,
  { typed, isChanging }: { typed: string | undefined; isChanging: boolean },
  language: Language,
) {
  const say = paymentsWords(language);
  const path = `/polizze/${view.policy.publicId}/versamento`;
  const amount = typed === undefined ? undefined : await amountFrom(context, viewer, view, typed, language);
  const refused = view.answer.ok ? amount?.refused : explain(context, language, view.answer.reasons[0]);
  const chosen = view.answer.ok && !refused && !isChanging ? amount?.chosen : undefined;
  const destination = await codesGoTo(context, viewer);
  const here = chosen ? `${path}?importo=${plain(chosen.cents)}` : path;
  const rows = [
    { label: say('payments.line_payee'), value: payeeName(context) },
    {
      label: say('payments.line_for'),
      value: policiesWords(language)('policies.title', {
        line: policiesWords(language)('policies.line', { line: view.policy.line }),
        product: view.policy.productNames[language],
      }),
    },
    { label: say('payments.line_policy'), value: view.policy.number, isIdentifier: true },
    { label: say('payments.fee'), value: say('payments.fee_none') },
  ];
  return {
    path,
    back: chosen ? `${path}?importo=${plain(chosen.cents)}&cambia` : `/polizze/${view.policy.publicId}`,
    refused:
      refused ?? (chosen && !destination.ok ? explainHere(context, language, destination.reasons[0], here) : undefined),
    rows,
    amount: {
      text: typed ?? '',
      error: amount?.error,
      hint: hintOf(context, view, language),
    },
    chosen: chosen && {
      cents: chosen.cents,
      text: plain(chosen.cents),
      options: chosen.options,
      only: chosen.only,
      change: `${path}?importo=${plain(chosen.cents)}&cambia`,
    },
    codeGoes: destination.ok
      ? say('payments.code_goes', { destination: mask(destination.value.value).replaceAll(' ', '\u00a0') })
      : undefined,
    methods: { href: methodsWay(here), text: say('payments.method_help') },
    policy: `/polizze/${view.policy.publicId}`,
    words: {
      flow: say('payments.pay_title', { kind: 'contribution' }),
      cannot: say('payments.contribution_cannot_title'),
      title: say('payments.contribution_title'),
      lead: say('payments.contribution_lead'),
      label: say('payments.contribution_label'),
      next: say('payments.contribution_next'),
      change: say('payments.contribution_change'),
      heading: say('payments.summary_title'),
      how: say('payments.how'),
      submit: say('payments.get_code'),
      back: say('payments.back_to_policy'),
    },
  };
}

/** `1500.00`: how an amount stands in an address and in a hidden field. */
const plain = (amount: Cents): string => (amount / 100).toFixed(2);

type Amount = {
  /** Beside the field. */
  error?: string;
  /** In the way of any amount. */
  refused?: Explained;
  chosen?: { cents: Cents; options: ReturnType<typeof methodOptions>; only: string | undefined };
};

async function amountFrom(
  context: Context,
  viewer: Customer,
  view: ContributionView,
  typed: string,
  language: Language,
): Promise<Amount> {
  const say = paymentsWords(language);
  if (typed.trim() === '') return { error: say('payments.contribution_missing') };
  const cents = centsFromText(typed);
  if (cents === undefined) return { error: say('payments.contribution_unreadable') };
  const answer = await contributionMethods(context, viewer, { policy: view.policy.publicId, amountCents: cents });
  if (answer.ok) {
    const { all, methods } = answer.value;
    const options = methodOptions(
      context,
      all,
      language,
      `/polizze/${view.policy.publicId}/versamento?importo=${plain(cents)}`,
    );
    return { chosen: { cents, options, only: methods.length === 1 ? methods[0] : undefined } };
  }
  const [reason] = answer.reasons;
  const explained = explain(context, language, reason);
  // Another amount would do.
  const isAboutAmount = reason.code === 'payments.contribution_amount' || reason.code === 'payments.only_mybank';
  return isAboutAmount ? { error: explained.text } : { refused: explained };
}

/** `Da 50,00 € a 50.000,00 €. Fino a 1.000,00 € paghi con carta, MyBank o Satispay; oltre, solo con MyBank.` */
function hintOf(context: Context, { limits }: ContributionView, language: Language): string {
  const say = paymentsWords(language);
  const range = say('payments.contribution_hint', {
    min: money(limits.minCents, language),
    max: money(limits.maxCents, language),
  });
  const has = new Set(methodFacts(context).map(({ method }) => method));
  if (!has.has('mybank') || !has.has('card') || !has.has('satispay')) return range;
  return `${range} ${say('payments.contribution_mybank', { limit: money(methodLimits.life.card, language) })}`;
}
