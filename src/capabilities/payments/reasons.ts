// Every "no" of payments in words, with the way out. [HLP-3] [PAY-4]
import { longDay, money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { cents } from '#kernel/money.ts';
import type { Changer, Explained, ReasonWords, Way } from '#kernel/outcome.ts';
import type { Settings } from '#kernel/settings.ts';
import type { AnyPaymentReason, ReturnReason } from './rules/reasons.ts';
import { methodLimits, openMinutes, settings, windowDays } from './settings.ts';
import { say } from './words/say.ts';

type Code = AnyPaymentReason['code'];
type Said = Omit<Explained, 'code'>;

/** Reasons whose explanation names numbers of the settings or the rules. */
type Numbered =
  | 'payments.under_way'
  | 'payments.provider_silent'
  | 'payments.contribution_amount'
  | 'payments.window_not_open'
  | 'payments.window_closed'
  | 'payments.above_limit'
  | 'payments.only_mybank';

const question = (code: Code, changes: Changer) => ({
  changes,
  question: (language: Language) => say(language)(`${code}_question`),
});
/** The help page of a reason. */
const page = (code: Exclude<Code, Numbered>, changes: Changer) => ({
  ...question(code, changes),
  why: (language: Language) => say(language)(`${code}_why`),
});

const agency = (language: Language): Way => ({ href: '/agenzie', text: say(language)('payments.to_agency') });
const policies = (language: Language): Way => ({ href: '/polizze', text: say(language)('payments.to_policies') });
const support = (language: Language): Way => ({
  href: '/assistenza',
  text: say(language)('payments.write_to_support'),
});

/** How long a payment stays open at the slowest method (PAY-12). */
const openAtMost = (settings: Settings): number =>
  Math.max(...Object.values(openMinutes).map((setting) => settings.value(setting)));

const cardLimits = (language: Language) => ({
  cardNonLife: money(methodLimits.nonLife.card, language),
  cardLife: money(methodLimits.life.card, language),
});

/** A reason whose sentence has no values. */
const plain = (code: PlainCode, changes: Changer, way?: (language: Language) => Way) => ({
  ...page(code, changes),
  say: (_reason: unknown, language: Language): Said => ({
    text: say(language)(code),
    ...(way && { way: way(language) }),
  }),
  ...(way && { way }),
});
type PlainCode =
  | 'payments.no_method'
  | 'payments.first_premium'
  | 'payments.not_online'
  | 'payments.withdrawn'
  | 'payments.not_found'
  | 'payments.contribution_not_taken'
  | 'payments.bank_at_work'
  | 'payments.already_settled'
  | 'payments.return_paid_otherwise'
  | 'payments.return_paid_twice'
  | 'payments.return_withdrawn';

export const reasons: ReasonWords<AnyPaymentReason> = {
  'payments.window_not_open': {
    ...question('payments.window_not_open', 'with-time'),
    why: (language) =>
      say(language)('payments.window_not_open_why', {
        motorBefore: windowDays.motor.before,
        otherBefore: windowDays.other.before,
      }),
    say: ({ values }, language) => ({
      text: say(language)('payments.window_not_open', {
        kind: values.kind ?? 'instalment',
        day: longDay(values.opens, language),
      }),
    }),
  },
  'payments.window_closed': {
    ...question('payments.window_closed', 'agency'),
    why: (language) =>
      say(language)('payments.window_closed_why', {
        motorAfter: windowDays.motor.after,
        lifeAfter: windowDays.life.after,
      }),
    say: ({ values }, language) => ({
      text: say(language)('payments.window_closed', {
        kind: values.kind ?? 'instalment',
        day: longDay(values.closed, language),
      }),
      way: agency(language),
    }),
    way: agency,
  },
  'payments.above_limit': {
    ...question('payments.above_limit', 'nobody'),
    why: (language) =>
      say(language)('payments.above_limit_why', {
        ...cardLimits(language),
        satispayNonLife: money(methodLimits.nonLife.satispay, language),
        satispayLife: money(methodLimits.life.satispay, language),
      }),
    say: ({ values }, language) => ({
      text: say(language)('payments.above_limit', {
        method: values.method,
        limit: money(values.limitCents, language),
      }),
    }),
  },
  'payments.only_mybank': {
    ...question('payments.only_mybank', 'agency'),
    why: (language) => say(language)('payments.only_mybank_why', cardLimits(language)),
    say: ({ values }, language) => ({
      text: say(language)('payments.only_mybank', {
        kind: values.isLife ? 'life' : 'other',
        limit: money(values.limitCents, language),
      }),
      way: agency(language),
    }),
    way: agency,
  },
  'payments.no_method': plain('payments.no_method', 'agency', agency),
  'payments.first_premium': plain('payments.first_premium', 'agency', agency),
  'payments.not_online': plain('payments.not_online', 'agency', agency),
  'payments.already_paid': {
    ...page('payments.already_paid', 'nobody'),
    say: ({ values }, language) => ({
      text: values.on
        ? say(language)('payments.already_paid_on', {
            kind: values.kind ?? 'instalment',
            day: longDay(values.on, language),
          })
        : say(language)('payments.already_paid', { kind: values.kind ?? 'instalment' }),
    }),
  },
  'payments.withdrawn': plain('payments.withdrawn', 'nobody', agency),
  'payments.under_way': {
    why: (language, of) => say(language)('payments.under_way_why', { minutes: openAtMost(of) }),
    ...question('payments.under_way', 'you'),
    say: ({ values }, language) => ({
      text: say(language)('payments.under_way', { who: values.isPending ? 'bank' : 'you' }),
      way: { href: `/esito/${values.operation}`, text: say(language)('payments.see_outcome') },
    }),
  },
  'payments.contribution_not_taken': plain('payments.contribution_not_taken', 'agency', agency),
  'payments.contribution_not_in_force': {
    ...page('payments.contribution_not_in_force', 'agency'),
    say: ({ values }, language) => ({
      text: say(language)('payments.contribution_not_in_force', { state: values.state }),
      way: agency(language),
    }),
    way: agency,
  },
  'payments.contribution_amount': {
    ...question('payments.contribution_amount', 'you'),
    why: (language, of) =>
      say(language)('payments.contribution_amount_why', {
        min: money(cents(of.value(settings.contributionMinCents)), language),
        max: money(cents(of.value(settings.contributionMaxCents)), language),
      }),
    say: ({ values }, language) => ({
      text: say(language)('payments.contribution_amount', {
        min: money(values.minCents, language),
        max: money(values.maxCents, language),
      }),
    }),
  },
  'payments.not_found': plain('payments.not_found', 'you', policies),
  'payments.bank_at_work': plain('payments.bank_at_work', 'with-time'),
  'payments.provider_silent': {
    ...question('payments.provider_silent', 'with-time'),
    why: (language, of) => say(language)('payments.provider_silent_why', { minutes: openAtMost(of) }),
    say: (_reason, language) => ({ text: say(language)('payments.provider_silent') }),
  },
  'payments.already_settled': plain('payments.already_settled', 'nobody'),
  'payments.return_paid_otherwise': plain('payments.return_paid_otherwise', 'nobody'),
  'payments.return_paid_twice': plain('payments.return_paid_twice', 'nobody'),
  'payments.return_withdrawn': plain('payments.return_withdrawn', 'nobody'),
  'payments.return_amount_changed': {
    ...page('payments.return_amount_changed', 'nobody'),
    say: ({ values }, language) => ({
      text: say(language)('payments.return_amount_changed', {
        paid: money(values.paidCents, language),
        now: money(values.nowCents, language),
      }),
    }),
  },
  'payments.return_wrong_amount': {
    ...page('payments.return_wrong_amount', 'support'),
    say: ({ values }, language) => ({
      text: say(language)('payments.return_wrong_amount', {
        paid: money(values.paidCents, language),
        expected: money(values.expectedCents, language),
      }),
      way: support(language),
    }),
    way: support,
  },
};

/** Why money is given back, in one sentence. */
export function sayReturn(reason: ReturnReason, language: Language): string {
  // Each entry takes the reason of its own code, which `reason.code` has just picked.
  const words = reasons[reason.code] as { say(reason: ReturnReason, language: Language): Said };
  return words.say(reason, language).text;
}
