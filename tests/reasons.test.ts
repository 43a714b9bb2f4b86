// Every "no" can explain itself: each reason of each capability has an example here, and the example is said in a box, as
// a problem document and on its help page, in every language (HLP-3).
import { expect, test } from 'vitest';
import type { AccessReason } from '#capabilities/access/index.ts';
import { capabilities } from '#capabilities/all.ts';
import type { CodeReason } from '#capabilities/codes/index.ts';
import type { ConfirmationReason } from '#capabilities/confirmation/index.ts';
import type { ContactReason } from '#capabilities/contacts/index.ts';
import type { DocumentReason } from '#capabilities/documents/index.ts';
import { reasonPage, reasonPath } from '#capabilities/help/index.ts';
import type { AnyPaymentReason } from '#capabilities/payments/rules/reasons.ts';
import type { RegistrationReason } from '#capabilities/registration/index.ts';
import type { RequestReason } from '#capabilities/requests/index.ts';
import type { Context } from '#kernel/context.ts';
import { day, instant } from '#kernel/days.ts';
import { languages } from '#kernel/language.ts';
import { cents } from '#kernel/money.ts';
import type { Reason } from '#kernel/outcome.ts';
import { readSettings } from '#kernel/settings.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { problemOf } from '../src/doors/api/problem.ts';
import { explain, whyPath } from '../src/doors/web/explain.ts';

/**
 * Every union of reasons that a customer can meet. What an import refuses (integration) is said to its operators on the
 * command line, in English, and has no page.
 */
type AnyReason =
  | AccessReason
  | RegistrationReason
  | ConfirmationReason
  | ContactReason
  | AnyPaymentReason
  | DocumentReason
  | CodeReason
  | RequestReason;
/** One example of each: a code that is missing here, or has other values, does not compile. */
type Examples = { [Code in AnyReason['code']]: Extract<AnyReason, { code: Code }>['values'] };

const at = instant('2026-11-24T13:37:12Z');
const on = day('2026-04-14');
const examples: Examples = {
  'access.account_exists': {},
  'access.blocked': {},
  'access.busy': {},
  'access.challenge_gone': {},
  'access.frozen': {},
  'access.locked': { until: at },
  'access.no_other_contact': {},
  'access.password_common': {},
  'access.password_long': { max: 128 },
  'access.password_own': {},
  'access.password_pattern': {},
  'access.password_short': { min: 12, missing: 3 },
  'access.recovered_recently': { until: at },
  'access.unused': { lastUsedAt: at },
  'access.wait': { until: at },
  'access.wrong': {},
  'codes.expired': { at },
  'codes.just_sent': { freeAt: at },
  'codes.link_expired': { at },
  'codes.link_none': {},
  'codes.link_older': {},
  'codes.link_used': {},
  'codes.limit': { freeAt: at, what: 'operation' },
  'codes.no_tries': {},
  'codes.none': {},
  'codes.older': {},
  'codes.used': {},
  'codes.wrong': { triesLeft: 1 },
  'confirmation.changed': {},
  'confirmation.expired': { at },
  'contacts.none_eligible': {},
  'confirmation.no_contact': {},
  'confirmation.not_found': {},
  'confirmation.other_session': {},
  'contacts.added_by_yourself': {},
  'contacts.confirmation_chosen': { masked: '333 ••• •482' },
  'contacts.confirmation_ended': { masked: '333 ••• •482' },
  'contacts.in_use': { role: 'username' },
  'contacts.landline': {},
  'contacts.not_editable': { because: 'agency' },
  'contacts.own_username': {},
  'contacts.unknown': {},
  'contacts.used_by_another': { role: 'confirmation' },
  'documents.damaged': {},
  'documents.not_found': {},
  'payments.above_limit': { method: 'card', limitCents: cents(100_000), isLife: true },
  'payments.already_paid': { on },
  'payments.already_settled': {},
  'payments.bank_at_work': {},
  'payments.contribution_amount': { minCents: cents(5_000), maxCents: cents(5_000_000) },
  'payments.contribution_not_in_force': { state: 'suspended' },
  'payments.contribution_not_taken': {},
  'payments.first_premium': {},
  'payments.no_method': {},
  'payments.not_found': {},
  'payments.not_online': {},
  'payments.only_mybank': { limitCents: cents(500_000), isLife: false },
  'payments.provider_silent': {},
  'payments.return_amount_changed': { paidCents: cents(31_240), nowCents: cents(30_000) },
  'payments.return_paid_otherwise': {},
  'payments.return_paid_twice': {},
  'payments.return_withdrawn': {},
  'payments.return_wrong_amount': { paidCents: cents(31_240), expectedCents: cents(31_250) },
  'payments.under_way': { operation: 'abc', isPending: true },
  'payments.window_closed': { closed: on },
  'payments.window_not_open': { opens: on },
  'payments.withdrawn': {},
  'registration.elsewhere': {},
  'registration.gone': {},
  'registration.too_soon': {},
  'registration.impossible': {},
  'registration.no_tries': {},
  'registration.not_found': { triesLeft: 2 },
  'requests.contact_unverified': {},
  'requests.limit': { freeAt: at },
  'requests.not_found': {},
};

// Reasons, help and problems ask the context for these only.
const context = { capabilities, settings: readSettings({}, []) } as unknown as Context;
const contributed = capabilities.flatMap(({ reasons }) => Object.entries(reasons ?? {}));
const visitor: Visitor = { kind: 'visitor', language: 'it', address: '192.0.2.1' };
const customer: Customer = {
  ...visitor,
  kind: 'customer',
  browserId: 'b',
  sessionId: 's',
  accountId: 'a',
  partyId: 'p',
  profileId: 'p',
};
/** A finished sentence: nothing left to fill in, nothing that a program would say to itself. */
const sentence = /^(?!.*([{}]|\bundefined\b|\bnull\b|NaN|Invalid|\[object)).*\S.*[.?!]$/s;

test('[HLP-3] every member of every union of reasons is contributed, and nothing else', () => {
  expect(contributed.map(([code]) => code).sort()).toEqual(Object.keys(examples).sort());
});

const reasons: Reason[] = contributed.map(([code, { changes }]) => ({
  code,
  values: examples[code as keyof Examples],
  changes,
}));

test.each(reasons)('[HLP-3] $code is said in every language, each its own', (reason) => {
  const said = languages.map((language) => explain(context, language, reason));
  for (const { text, way } of said) {
    expect(text).toMatch(sentence);
    expect(way === undefined || (/^(\/|tel:|mailto:)/.test(way.href) && way.text.trim() !== '')).toBe(true);
  }
  expect(new Set(said.map(({ text }) => text)).size).toBe(languages.length);
});

test.each(reasons)('[HLP-3] $code has a help page: question, why, who can change it, a way on', ({ code }) => {
  const name = reasonPath(code).replace('/aiuto/perche/', '');
  expect(whyPath(code)).toBe(reasonPath(code));
  const pages = languages.flatMap((language) =>
    [visitor, customer].map((viewer) => reasonPage(context, { ...viewer, language }, { name })),
  );
  for (const page of pages) {
    expect(page).toMatchObject({ code });
    expect(page?.question).toMatch(/\S\?$/);
    expect(page?.why).toMatch(sentence);
    expect(page?.who).toMatch(sentence);
    expect(page?.ways.at(-1)?.href).toBe(`/assistenza?da=${code}`);
  }
  expect(new Set(pages.map((page) => page?.why)).size).toBe(languages.length);
});

test.each(reasons)('[HLP-3] $code is a problem document that leads to its page', (reason) => {
  for (const language of languages) {
    const problem = problemOf(context, reason, language);
    expect(problem).toMatchObject({ status: 422, code: reason.code, changes: reason.changes });
    expect(problem.type).toBe(`http://localhost:3000${reasonPath(reason.code)}`);
    expect(problem.detail).toMatch(sentence);
  }
});
