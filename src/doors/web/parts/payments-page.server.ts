// Pagamenti: what is to pay, what was paid in a year, and what either comes to. [PAY-1] [PAY-4] [PAY-7] [POL-4]
import { type GivingBack, type History, paymentsWords, type Slice } from '#capabilities/payments/index.ts';
import {
  isLine,
  type Line,
  type PayingPolicy,
  payingPolicies,
  payingPolicyFor,
  payingProducts,
  policiesWords,
} from '#capabilities/policies/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { longDay, money } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained } from '#kernel/outcome.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { explain } from '../explain.ts';
import { refundText } from './outcome-page.server.ts';
import type { PagesOfList } from './pages.ts';
import { payableRow } from './payable-row.server.ts';
import { payingPolicyText } from './paying-policy.server.ts';
import { paymentBars } from './payment-bars.server.ts';
import { yearRibbon } from './year.server.ts';

/** So many contracts that can be added to stand on the page; the others have it on theirs. */
const contributionsMax = 5;

/** More policies than these are no choice from a list: they are told apart by line, or from their own page. */
const choiceMax = 60;

export type PayingChoice = {
  /** How many policies there are of all. */
  total: number;
  /** Of all, as lines stand in every list. */
  lines: Line[];
  /** All, ended ones last; of too many to choose from only the one of the filter. */
  policies: PayingPolicy[];
  /** The first that can be contributed to now. */
  contributions: PayingPolicy[];
};

/** What of the policies the page names: a handful whatever their number. */
async function choiceFor(context: Context, viewer: Viewer, filter: PaymentsFilter): Promise<PayingChoice> {
  const products = await payingProducts(context, viewer);
  const total = products.reduce((sum, one) => sum + one.count, 0);
  const all = { total, lines: [...new Set(products.map((one) => one.line))] };
  if (total <= choiceMax) {
    const policies = total > 0 ? await payingPolicies(context, viewer, { max: choiceMax }) : [];
    const taking = policies.filter((one) => one.takesContributions && one.state === 'active');
    return { ...all, policies, contributions: taking.slice(0, contributionsMax) };
  }
  const takes = products.some((one) => one.takesContributions);
  const [policy, contributions] = await Promise.all([
    filter.policy ? payingPolicyFor(context, viewer, filter.policy) : undefined,
    takes ? payingPolicies(context, viewer, { max: contributionsMax, isTaking: true }) : [],
  ]);
  return { ...all, policies: policy ? [policy] : [], contributions };
}

/** Reads the filter of an address; what makes no sense is no filter. */
function filterFrom(search: URLSearchParams) {
  const year = Number(search.get('anno'));
  const line = search.get('ramo') ?? '';
  return {
    year: Number.isInteger(year) && year > 1999 && year < 2100 ? year : undefined,
    line: isLine(line) ? line : undefined,
    policy: search.get('polizza') || undefined,
    duePage: pageNumber(search.get('scadenze')),
    paidPage: pageNumber(search.get('pagina')),
  };
}

export type PaymentsFilter = ReturnType<typeof filterFrom>;

/**
 * What an address asks for, and what `find` finds of it. What the viewer does not pay for is no filter; that shows while
 * the rest is being found already, so it is found anew then.
 */
export async function foundBy<Found>(
  context: Context,
  viewer: Viewer,
  search: URLSearchParams,
  find: (filter: PaymentsFilter) => Promise<Found>,
): Promise<{ choice: PayingChoice; filter: PaymentsFilter; found: Found }> {
  const asked = filterFrom(search);
  const [choice, found] = await Promise.all([choiceFor(context, viewer, asked), find(asked)]);
  const line = choice.lines.find((one) => one === asked.line);
  const policy = choice.policies.find((one) => one.publicId === asked.policy)?.publicId;
  const filter = { ...asked, line, policy };
  const isAsFound = line === asked.line && policy === asked.policy;
  return { choice, filter, found: isAsFound ? found : await find(filter) };
}

const pageNumber = (text: string | null): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 1);

/** Why a due day could not be handed out, when the way here says so; any other text in the address says nothing. */
export function refusedFrom(context: Context, search: URLSearchParams, language: Language): Explained | undefined {
  if (search.get('motivo') !== 'payments.not_found') return undefined;
  return explain(context, language, { code: 'payments.not_found', values: {}, changes: 'you' });
}

type Facts = {
  history: History;
  choice: PayingChoice;
  filter: PaymentsFilter;
  seesPolicies: boolean;
  givingBack: readonly GivingBack[];
};
type Say = ReturnType<typeof paymentsWords>;

/** The page as finished text; `empty` when there is nothing at all to show, and why. */
export function paymentsPage(
  context: Context,
  { history, choice, filter, seesPolicies, givingBack }: Facts,
  language: Language,
) {
  const say = paymentsWords(language);
  const now = today(context.clock);
  const { paid, due } = history;
  const isThisYear = String(paid.year) === now.slice(0, 4);
  const filtered = filteredText(choice, filter, language);
  const isEmpty = history.paidTotals.length === 0 && history.dueTotals.length === 0;
  const paidTitle = say(isThisYear ? 'payments.page_paid_so_far' : 'payments.page_paid_year', {
    year: String(paid.year),
  });
  const asOf = due.rows.map((one) => one.asOf).sort()[0];
  const row = (one: Slice['rows'][number]) => ({
    ...payableRow(context, one, now, language),
    line: one.policy.line,
    policy: {
      path: `/polizze/${one.policy.publicId}`,
      text: payingPolicyText(one.policy, language),
    },
  });
  return {
    empty:
      isEmpty && !filtered
        ? {
            text: say(choice.total === 0 && seesPolicies ? 'payments.page_empty_insured' : 'payments.page_empty'),
            way: { href: '/polizze', text: say('payments.page_empty_way') },
          }
        : undefined,
    returning: givingBack.map(({ operation, amountCents, method, dueBy }) => ({
      title: say('payments.returning_title', { amount: money(amountCents, language) }),
      text: refundText(dueBy, method, say, language),
      way: { href: `/esito/${operation}`, text: say('payments.see_outcome') },
    })),
    filtered: filtered && say('payments.page_filtered', { what: filtered }),
    isFilterEmpty: isEmpty && filtered !== undefined,
    due: {
      rows: due.rows.map(row),
      text:
        due.count > 0
          ? say('payments.page_due_total', { count: due.count, amount: money(due.cents, language) })
          : say('payments.page_nothing_due'),
      pages: pagesOf(due, filter, 'scadenze', say('payments.page_due'), say),
      asOf: asOf && say('payments.page_as_of', { day: longDay(asOf, language) }),
    },
    ribbon: yearRibbon(due.rows, now, language),
    contributions: contributionsOf(choice, language),
    bars: paymentBars(
      history,
      now,
      language,
      (year) => addressOf({ ...filter, year, duePage: 1, paidPage: 1 }) + anchors.pagina,
    ),
    paid: {
      title: paidTitle,
      total: money(paid.cents, language),
      count:
        paid.count > 0
          ? say('payments.page_paid_total', { count: paid.count })
          : say('payments.page_paid_none', { year: String(paid.year) }),
      rows: paid.rows.map(row),
      pages: pagesOf(paid, filter, 'pagina', paidTitle, say),
    },
    filter: filterForm(history, choice, filter, language),
    downloads: [
      {
        href: exportAddress({ ...filter, year: paid.year }),
        text: say('payments.page_export_year', { year: String(paid.year) }),
      },
      { href: exportAddress({ ...filter, year: undefined }), text: say('payments.page_export_all') },
    ],
    words: wordsOf(say),
  };
}

const wordsOf = (say: Say) => ({
  title: say('payments.page_title'),
  intro: say('payments.page_intro'),
  due: say('payments.page_due'),
  ribbon: say('payments.page_ribbon'),
  years: say('payments.page_years'),
  filter: say('payments.page_filter'),
  clear: say('payments.page_clear'),
  filterEmpty: say('payments.page_filter_empty'),
  exportTitle: say('payments.page_export'),
  exportText: say('payments.page_export_text'),
  contribute: say('payments.page_contribute'),
  contributeText: say('payments.page_contribute_text'),
});

/** The filter of an address, in the order of the form; what is not chosen does not stand in it. */
function searchOf(filter: Partial<PaymentsFilter>): string {
  const { year, line, policy, duePage = 1, paidPage = 1 } = filter;
  const search = new URLSearchParams({
    ...(year !== undefined && { anno: String(year) }),
    ...(line && { ramo: line }),
    ...(policy && { polizza: policy }),
    ...(duePage > 1 && { scadenze: String(duePage) }),
    ...(paidPage > 1 && { pagina: String(paidPage) }),
  });
  return search.size > 0 ? `?${search}` : '';
}
const addressOf = (filter: Partial<PaymentsFilter>): string => `/pagamenti${searchOf(filter)}`;
const exportAddress = ({ year, line, policy }: PaymentsFilter): string =>
  `/pagamenti/esporta.csv${searchOf({ year, line, policy })}`;

const anchors = { scadenze: '#da-pagare', pagina: '#pagato' } as const;

/** Where a list goes on; nothing for one page. */
function pagesOf(
  slice: Slice,
  filter: PaymentsFilter,
  which: 'scadenze' | 'pagina',
  name: string,
  say: Say,
): PagesOfList | undefined {
  if (slice.pages === 1) return undefined;
  const to = (page: number) =>
    addressOf({ ...filter, ...(which === 'scadenze' ? { duePage: page } : { paidPage: page }) }) + anchors[which];
  return {
    label: say('payments.page_pages'),
    name,
    text: say('payments.page_position', {
      from: slice.from,
      to: slice.from + slice.rows.length - 1,
      total: slice.count,
    }),
    previous: slice.page > 1 ? { href: to(slice.page - 1), text: say('payments.page_before') } : undefined,
    next: slice.page < slice.pages ? { href: to(slice.page + 1), text: say('payments.page_next') } : undefined,
  };
}

function filteredText({ policies }: PayingChoice, filter: PaymentsFilter, language: Language): string | undefined {
  const { line } = filter;
  const policy = policies.find((one) => one.publicId === filter.policy);
  const parts = [
    ...(line ? [policiesWords(language)('policies.line', { line })] : []),
    ...(policy ? [payingPolicyText(policy, language)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

function filterForm(history: History, choice: PayingChoice, filter: PaymentsFilter, language: Language) {
  const say = paymentsWords(language);
  const years = [...new Set([history.paid.year, ...history.paidTotals.map(({ year }) => year)])].sort((a, b) => b - a);
  const { lines, policies } = choice;
  const name = (line: Line) => policiesWords(language)('policies.line', { line });
  return {
    year: {
      label: say('payments.page_filter_year'),
      empty: say('payments.page_filter_latest'),
      value: String(history.paid.year),
      options: years.map((year) => ({ value: String(year), text: String(year) })),
    },
    line:
      lines.length > 1
        ? {
            label: say('payments.page_filter_line'),
            empty: say('payments.page_filter_all_lines'),
            value: filter.line ?? '',
            options: lines.map((line) => ({ value: line, text: name(line) })),
          }
        : undefined,
    policy:
      policies.length > 1 || filter.policy
        ? {
            label: say('payments.page_filter_policy'),
            empty: say('payments.page_filter_all_policies'),
            value: filter.policy ?? '',
            options: policies.map((one) => ({ value: one.publicId, text: payingPolicyText(one, language) })),
          }
        : undefined,
  };
}

/** Contracts that can be added to now. */
function contributionsOf({ contributions }: PayingChoice, language: Language) {
  const say = paymentsWords(language);
  return contributions.map((one) => ({
    line: one.line,
    href: `/polizze/${one.publicId}/versamento`,
    title: say('payments.contribution_do'),
    text: say('payments.contribution_do_for', { policy: payingPolicyText(one, language) }),
  }));
}
