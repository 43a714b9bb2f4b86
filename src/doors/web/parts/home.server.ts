// Home as finished text: what there is to do, the year, the policies, what is new, who to turn to. [CNF-5] [PAY-4] [POL-4]
import { contactsWords } from '#capabilities/contacts/index.ts';
import type { DocumentView } from '#capabilities/documents/index.ts';
import { type Agency, partiesWords } from '#capabilities/parties/index.ts';
import { lineName, paymentsWords, type Soonest } from '#capabilities/payments/index.ts';
import { type PolicyView, policiesWords } from '#capabilities/policies/index.ts';
import { openContactRequest } from '#capabilities/requests/index.ts';
import type { Todo } from '#kernel/capability.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import { longDay, money, weekday } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { Customer } from '#kernel/viewer.ts';
import { agencyWords, writeToAgency } from './agency.server.ts';
import { askedAlready } from './contact-choice.server.ts';
import { documentRow } from './document-row.server.ts';
import { policyRows } from './policy-list.server.ts';
import type { PolicyRowData } from './policy-row.server.ts';
import { isUnpaid } from './policy-tag.ts';
import { say as words } from './words/say.ts';
import { yearRibbon } from './year.server.ts';

/** ux.md §3.1: at most three things to do; over six policies the five that need it most. */
const todosMax = 3;
const policiesMax = 6;
const policiesShortened = 5;
export const documentsMax = 3;

/** What every capability says is to do, the most harmful to forget first. */
export async function todosFor(context: Context, viewer: Customer, language: Language): Promise<Todo[]> {
  const all = await Promise.all(context.capabilities.map((capability) => capability.todo?.(context, viewer, language)));
  const todos = all.flatMap((some) => some ?? []).sort((one, other) => one.urgency - other.urgency);
  return Promise.all(todos.map((todo) => (todo.code === 'contacts.none_eligible' ? askedOr(todo) : todo)));

  /** Asked for already: then the request is what there is to look at. */
  async function askedOr(todo: Todo): Promise<Todo> {
    const open = await openContactRequest(context, viewer);
    if (!open) return todo;
    const asked = askedAlready(open, language);
    const title = contactsWords(language)('contacts.todo_asked');
    return { ...todo, title, text: asked.text, way: { href: asked.href, text: asked.link } };
  }
}

export type HomeFacts = {
  name: string;
  isBusiness: boolean;
  todos: readonly Todo[];
  /** At a glance: those that matter now among them, and how many there are of all. */
  policies: { policies: readonly PolicyView[]; total: number };
  soonest: Soonest;
  documents: readonly DocumentView[];
  agency: Agency | undefined;
};

export function homePage(context: Context, facts: HomeFacts, language: Language) {
  const say = words(language);
  const { payables } = facts.soonest;
  // By due day: where the last one can be paid now, so can some of those after it.
  const hasMore = facts.soonest.hasMore && (payables.at(-1)?.answer.ok ?? false);
  const { policies, total } = facts.policies;
  const now = today(context.clock);
  const isGrouped = facts.isBusiness && new Set(policies.map((policy) => policy.line)).size > 1;
  const rows = policyRows(context, { policies, payables }, language, isGrouped ? 'product' : 'line').sort(
    (one, other) => one.urgency - other.urgency,
  );
  const shown = rows.length > policiesMax ? rows.slice(0, policiesShortened) : rows;
  const [first, ...others] = facts.todos.slice(0, todosMax);
  return {
    title: say('parts.home_greeting', { name: facts.name }),
    text: greetingText(facts.todos.length, hasMore, capitalised(weekday(now, language)), language),
    first,
    others,
    /** Beyond the three: said, never hidden. */
    more: moreText(facts.todos.length - todosMax, hasMore, language),
    calm: first ? undefined : { title: say('parts.home_calm_title'), text: calmText(facts, language) },
    year: yearRibbon(payables, now, language),
    policies: isGrouped ? byLine(shown, language) : shown.length > 0 ? [{ title: undefined, rows: shown }] : [],
    documents: facts.documents.map((document) => documentRow(document, language)),
    shortcuts: shortcutsOf(facts.agency, language),
    agency: facts.agency && agencyWords(context, facts.agency, language),
    words: {
      page: say('parts.home'),
      todo: say('parts.home_todo_title'),
      year: say('parts.home_year'),
      payments: paymentsWords(language)('payments.page_to_all'),
      policies: say('parts.home_policies'),
      allPolicies: say('parts.home_all_policies', { count: total }),
      documents: say('parts.home_documents'),
      allDocuments: say('parts.home_all_documents'),
      more: say('parts.home_more'),
      agency: say('parts.home_agency'),
      noPolicies: say('parts.home_no_policies'),
      toDocuments: say('parts.home_to_documents'),
      map: partiesWords(language)('parties.map'),
      write: writeToAgency(language),
    },
  };
}

/** A business has several policies of a line: under its name, in the order of what needs most. */
const byLine = (rows: readonly PolicyRowData[], language: Language) =>
  [...Map.groupBy(rows, (row) => row.line)].map(([line, ofLine]) => ({
    title: policiesWords(language)('policies.line', { line }),
    rows: ofLine,
  }));

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function greetingText(count: number, hasMore: boolean, day: string, language: Language): string {
  const say = words(language);
  if (count === 0) return say('parts.home_calm', { day });
  return hasMore ? say('parts.home_todo_many', { day, count }) : say('parts.home_todo', { day, count });
}

/** Beyond those that are shown, and beyond those that Home counts. */
function moreText(count: number, hasMore: boolean, language: Language): string | undefined {
  if (hasMore) return words(language)('parts.home_more_todo_many');
  return count > 0 ? words(language)('parts.home_more_todo', { count }) : undefined;
}

/** Nothing to do: then at least the next date, or why there is none. */
function calmText({ policies: { policies }, soonest }: HomeFacts, language: Language): string {
  const say = words(language);
  if (policies.length === 0) return say('parts.home_no_policies');
  if (policies.every((policy) => !policy.sections.has('payments'))) return say('parts.home_insured');
  const next = soonest.payables.find(isUnpaid);
  if (!next) return say('parts.home_nothing_next');
  return say('parts.home_next', {
    day: longDay(next.dueOn, language),
    what: lineName(next.policy.line, language),
    amount: money(next.amountCents, language),
  });
}

/** Only what works: nothing here before its capability does. `tel:` addresses have no language. */
function shortcutsOf(agency: Agency | undefined, language: Language) {
  const say = words(language);
  const write = writeToAgency(language);
  return [
    { path: write.href, icon: 'mail', text: write.text },
    ...(agency ? [{ path: `tel:${agency.phone}`, icon: 'phone', text: say('parts.home_call') } as const] : []),
    { path: '/richieste', icon: 'request', text: say('parts.home_requests') },
  ] as const;
}
