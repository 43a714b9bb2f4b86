// The policies in force as rows, by area when there are several areas. [POL-1] [POL-10]
import type { PayableView } from '#capabilities/payments/index.ts';
import { type Line, type PolicyPage, type PolicyView, policiesWords } from '#capabilities/policies/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import { type Naming, type PolicyRowData, policyRow } from './policy-row.server.ts';

type Area = 'vehicles' | 'home' | 'people' | 'life' | 'business';

/** In the order in which they are shown. */
const areas: readonly Area[] = ['vehicles', 'home', 'people', 'life', 'business'];

function areaOf(line: Line): Area {
  switch (line) {
    case 'motor':
      return 'vehicles';
    case 'home':
    case 'pet':
      return 'home';
    case 'accident':
    case 'health':
      return 'people';
    case 'life':
    case 'savings':
    case 'pension':
      return 'life';
    case 'business':
      return 'business';
  }
}

/** Rows of policies with how each stands; `payables` of all of them, in one list. */
export function policyRows(
  context: Context,
  { policies, payables }: { policies: readonly PolicyView[]; payables: readonly PayableView[] },
  language: Language,
  naming: Naming,
): (PolicyRowData & { area: Area })[] {
  const byPolicy = Map.groupBy(payables, (payable) => payable.policy.id);
  const now = today(context.clock);
  return policies.map((policy) => ({
    area: areaOf(policy.line),
    ...policyRow({ policy, payables: byPolicy.get(policy.id) ?? [], today: now, language }, naming),
  }));
}

/** A page of the list; the order is by area, so that an area may go on from one page to the next. */
export function policyList(
  context: Context,
  { found, payables }: { found: PolicyPage; payables: readonly PayableView[] },
  language: Language,
) {
  const say = policiesWords(language);
  const { page, pages, total } = found;
  const rows = policyRows(context, { policies: found.policies, payables }, language, 'both');
  const pathOf = (number: number) => `/polizze?pagina=${number}`;
  const used = areas.filter((area) => rows.some((row) => row.area === area));
  return {
    // One area needs no heading.
    groups:
      used.length > 1
        ? used.map((area) => ({ title: say('policies.area', { area }), rows: rows.filter((row) => row.area === area) }))
        : [{ title: undefined, rows }].filter((group) => group.rows.length > 0),
    pages:
      pages > 1
        ? {
            label: say('policies.pages'),
            text: say('policies.page_of', { page, pages }),
            previous: page > 1 ? { href: pathOf(page - 1), text: say('policies.page_previous') } : undefined,
            next: page < pages ? { href: pathOf(page + 1), text: say('policies.page_next') } : undefined,
          }
        : undefined,
    words: {
      title: say('policies.list_title'),
      count: total > 0 ? say('policies.list_count', { count: total }) : undefined,
      empty: say('policies.list_empty'),
      ended: say('policies.list_ended'),
      documents: say('policies.to_documents'),
      missing: say('policies.missing_title'),
    },
  };
}
