// The page of a policy as finished text. What the viewer's roles do not show is not here, because it was not loaded.
import type { DocumentView } from '#capabilities/documents/index.ts';
import { partiesWords } from '#capabilities/parties/index.ts';
import { type ContributionView, type PayableView, paymentsWords } from '#capabilities/payments/index.ts';
import { type PolicyDetail, policiesWords } from '#capabilities/policies/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { longDay, money, shortDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { plus } from '#kernel/money.ts';
import { explain } from '../explain.ts';
import { agencyWords, writeToAgency } from './agency.server.ts';
import { coverageRows, glossaryOf } from './coverages.server.ts';
import { documentRow } from './document-row.server.ts';
import { type Fact, goodFacts, goodsText, goodText } from './goods.server.ts';
import { payableRow } from './payable-row.server.ts';
import { isUnpaid, policyTag } from './policy-tag.ts';
import { valuationWords } from './valuation.server.ts';
import { yearBars } from './year-bars.server.ts';

type Facts = {
  policy: PolicyDetail;
  payables: readonly PayableView[];
  documents: readonly DocumentView[];
  /** Whether it can be added to; nothing when the viewer does not pay for it. */
  contribution: ContributionView | undefined;
};

/** Everything the page shows, section by section; a section that is not for the viewer is undefined. */
export function policyPage(context: Context, { policy, payables, documents, contribution }: Facts, language: Language) {
  const say = policiesWords(language);
  const product = policy.productNames[language];
  const line = say('policies.line', { line: policy.line });
  const tag = policyTag(
    { state: policy.state, seesPayments: policy.sections.has('payments') },
    payables,
    today(context.clock),
  );
  return {
    line: policy.line,
    short: line,
    title: say('policies.title', { line, product }),
    insured: goodsText(policy.goods, language),
    number: policy.number,
    tag: { tone: tag.tone, text: say(`policies.tag_${tag.name}`) },
    notices: noticesOf(policy, language),
    facts: factsOf(policy, language),
    asOf: say('policies.as_of', { day: longDay(policy.asOf, language) }),
    value: policy.valuation && valuationWords(policy.valuation, language),
    coverages: coverageRows(policy.coverages, language),
    glossary: glossaryOf(policy.coverages, language),
    allPayments: `/pagamenti?polizza=${policy.publicId}`,
    payments: policy.sections.has('payments') ? paymentsOf(context, payables, language) : undefined,
    contribution: contribution && contributionOf(context, contribution, language),
    people: peopleOf(policy.people, language),
    goods: policy.goods
      .filter((good) => good.kind !== 'person')
      .map((good) => ({
        title: goodText(good),
        kind: say('policies.good_kind', { kind: good.kind }),
        facts: goodFacts(good, language),
      })),
    documents: policy.sections.has('documents') ? documents.map((one) => documentRow(one, language)) : undefined,
    agency: agencyWords(context, policy.agency, language),
    write: writeToAgency(language, policy.publicId),
  };
}

/** Where its product takes them: the way to make one, or why not now. Other products say nothing of it. */
function contributionOf(context: Context, { policy, answer }: ContributionView, language: Language) {
  if (!policy.takesContributions) return undefined;
  const say = paymentsWords(language);
  return {
    title: say('payments.page_contribute'),
    text: say('payments.contribution_lead'),
    button: answer.ok
      ? { href: `/polizze/${policy.publicId}/versamento`, text: say('payments.contribution_do') }
      : undefined,
    refused: answer.ok ? undefined : explain(context, language, answer.reasons[0]),
  };
}

/** The words around the sections. */
export function policyPageWords(language: Language) {
  const say = policiesWords(language);
  return {
    all: say('policies.list_title'),
    number: say('policies.number'),
    anchors: say('policies.anchors'),
    contract: say('policies.contract'),
    coverages: say('policies.coverages'),
    noCoverages: say('policies.coverages_none'),
    excludes: say('policies.coverage_excludes'),
    glossary: say('policies.glossary'),
    payments: say('policies.payments'),
    due: say('policies.payments_due'),
    paid: say('policies.payments_paid'),
    allPayments: say('policies.payments_all'),
    nothingDue: say('policies.payments_none'),
    people: say('policies.people'),
    documents: say('policies.documents'),
    noDocuments: say('policies.documents_none'),
    allDocuments: say('policies.documents_all'),
    agency: say('policies.agency'),
    map: partiesWords(language)('parties.map'),
  };
}

/** Why this is seen and what not, since when and why the cover stands still, that it is over. */
function noticesOf(policy: PolicyDetail, language: Language): { tone: 'info' | 'warn'; lines: string[] }[] {
  const say = policiesWords(language);
  const names = policy.representedNames.join(', ');
  const holder = policy.people.find((person) => person.role === 'policyholder')?.name ?? '';
  const notices: { tone: 'info' | 'warn'; lines: string[] }[] = [];
  if (policy.state === 'ended') notices.push({ tone: 'info', lines: [say('policies.ended')] });
  if (policy.suspended) {
    const because = policy.suspended.because[language];
    notices.push({
      tone: 'warn',
      lines: [
        say('policies.suspended', { day: longDay(policy.suspended.since, language), because }),
        say('policies.suspended_what_now'),
      ],
    });
  }
  if (names && policy.sections.has('payments')) {
    notices.push({ tone: 'info', lines: [say('policies.seen_for_holder', { names })] });
  } else if (names) notices.push({ tone: 'info', lines: [say('policies.seen_for', { names, holder })] });
  else if (!policy.sections.has('payments')) {
    notices.push({ tone: 'info', lines: [say('policies.seen_as_insured', { holder })] });
  }
  return notices;
}

/** Motor liability never renews by itself: the agency offers the renewal (art. 170-bis CAP). */
const renewalOf = ({ line }: PolicyDetail) =>
  line === 'motor' ? 'policies.fact_renewal_offered' : 'policies.fact_renews';

function factsOf(policy: PolicyDetail, language: Language): Fact[] {
  const say = policiesWords(language);
  const from = shortDay(policy.startsOn, language);
  const period = policy.endsOn
    ? say('policies.fact_period_value', { from, to: shortDay(policy.endsOn, language) })
    : say('policies.fact_period_open', { from });
  const { premium } = policy;
  return [
    { label: say('policies.fact_period'), value: period },
    ...(policy.endsOn && policy.state !== 'ended'
      ? [
          {
            label: say('policies.fact_renewal'),
            value: say(policy.renews ? renewalOf(policy) : 'policies.fact_ends'),
          },
        ]
      : []),
    ...(premium
      ? [
          { label: say('policies.fact_premium'), value: money(premium.annualCents, language) },
          ...(premium.iotCents > 0
            ? [{ label: say('policies.fact_iot'), value: money(premium.iotCents, language) }]
            : []),
          {
            label: say('policies.fact_plan'),
            value: say('policies.fact_plan_value', { count: premium.instalmentsPerYear }),
          },
        ]
      : []),
    { label: say('policies.fact_customer_code'), value: policy.customerCode, isIdentifier: true, hasCopy: true },
  ];
}

/** So many years of what was paid are there at once; the ones before open below. */
const yearsShown = 3;

/** Unpaid ones with what can be done, paid ones by year, the newest first; all with the day they refer to. */
function paymentsOf(context: Context, payables: readonly PayableView[], language: Language) {
  const say = policiesWords(language);
  const now = today(context.clock);
  const row = (one: PayableView) => payableRow(context, one, now, language);
  const unpaid = payables.filter(isUnpaid);
  const paid = payables.filter((one) => !isUnpaid(one)).toReversed();
  const [first] = unpaid;
  const asOf = payables.map((one) => one.asOf).sort()[0];
  const byYear = Map.groupBy(paid, (one) => (one.paidOn ?? one.payment?.paidOn ?? one.dueOn).slice(0, 4));
  const totals = [...byYear].map(([year, ones]) => ({ year, cents: plus(...ones.map((one) => one.amountCents)) }));
  return {
    next: first && { ...row(first), label: say('policies.next', { kind: first.kind }) },
    due: unpaid.map(row),
    bars: yearBars(totals, language),
    years: totals.map(({ year, cents }) => ({
      title: say('policies.payments_year', { year }),
      total: money(cents, language),
      rows: (byYear.get(year) ?? []).map(row),
    })),
    yearsShown,
    yearsBefore: say('policies.years_before', { year: totals[yearsShown - 1]?.year ?? '' }),
    asOf: asOf && say('policies.payments_as_of', { day: longDay(asOf, language) }),
  };
}

/** One line a person, however many roles they have. */
function peopleOf(people: PolicyDetail['people'], language: Language) {
  const say = policiesWords(language);
  const byPerson = Map.groupBy(people, (one) => `${one.name} ${one.birthDay ?? ''}`);
  return [...byPerson.values()].flatMap((roles) => {
    const [first] = roles;
    if (!first) return [];
    const list = new Intl.ListFormat(language).format(roles.map((one) => say('policies.role', { role: one.role })));
    const born = first.birthDay ? say('policies.born', { day: longDay(first.birthDay, language) }) : undefined;
    const role = capitalised(first.isOwn ? say('policies.role_you', { roles: list }) : list);
    return { name: first.name, text: [role, born].filter((part) => part !== undefined).join(' · ') };
  });
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
