// What a viewer sees of the policies.
import type { Agency } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { type CoverageJson, type DetailRow, detailRow, type PersonJson } from './detail-store.server.ts';
import { type Section, sectionsForRoles } from './rules/sections.ts';
import type { Texts, Valuation } from './rules/valuation.ts';
import type { Line, PolicyRole, PolicyState } from './rules.ts';
import { pagePolicies } from './settings.ts';
import { type GoodJson, type PolicyRow, policyRows, policyRowsPage } from './store.server.ts';
import { lookingAs } from './visible-store.server.ts';

export type PolicyView = {
  id: string;
  publicId: string;
  number: string;
  line: Line;
  productNames: Texts;
  state: PolicyState;
  startsOn: Day;
  endsOn: Day | undefined;
  renews: boolean;
  suspended: { since: Day; because: Texts } | undefined;
  asOf: Day;
  agencyId: string;
  goods: GoodJson[];
  /** Only for who may see it, and only on life lines. */
  valuation: Valuation | undefined;
  sections: ReadonlySet<Section>;
  roles: PolicyRole[];
  /** Whom the viewer represents, when the policy is seen only through that. */
  representedNames: string[];
};

export type Coverage = Omit<CoverageJson, 'sumInsuredCents' | 'limitCents' | 'deductibleCents'> & {
  sumInsuredCents: Cents | null;
  limitCents: Cents | null;
  deductibleCents: Cents | null;
};

export type PolicyDetail = PolicyView & {
  premium: { annualCents: Cents; iotCents: Cents; instalmentsPerYear: number } | undefined;
  coverages: Coverage[];
  people: PersonJson[];
  agency: Agency;
  /** Of the profile that looks: where customers are told to find it (ACC-5). */
  customerCode: string;
};

function viewOf(row: PolicyRow): PolicyView {
  return {
    ...row,
    endsOn: row.endsOn ?? undefined,
    suspended:
      row.state === 'suspended' && row.suspendedSince && row.suspendedBecause
        ? { since: row.suspendedSince, because: row.suspendedBecause }
        : undefined,
    valuation: row.valuation ?? undefined,
    sections: sectionsForRoles(row.roles),
    representedNames: row.representedNames ?? [],
  };
}

/** The policies in force that a customer sees through the own roles and those of whom they represent (POL-1, POL-6). */
export async function listFor(context: Context, viewer: Viewer): Promise<PolicyView[]> {
  if (viewer.kind !== 'customer') return [];
  return (await policyRows(context, lookingAs(context, viewer))).map(viewOf);
}

export type PolicyPage = { policies: PolicyView[]; total: number; page: number; pages: number };

/** A page of the same, for whoever has hundreds of them; the first where there is none with this number. */
export async function pageFor(context: Context, viewer: Viewer, page: number): Promise<PolicyPage> {
  if (viewer.kind !== 'customer') return { policies: [], total: 0, page: 1, pages: 1 };
  const wanted = { ...lookingAs(context, viewer), max: pagePolicies, before: (page - 1) * pagePolicies };
  const rows = await policyRowsPage(context, { ...wanted, first: [] });
  if (rows.length === 0 && page > 1) return pageFor(context, viewer, 1);
  const total = rows[0]?.total ?? 0;
  return { policies: rows.map(viewOf), total, page, pages: Math.max(1, Math.ceil(total / pagePolicies)) };
}

/** As many as a page has, for a glance: those that are named, then the first of the others; in their usual order. */
export async function glanceFor(
  context: Context,
  viewer: Viewer,
  named: readonly string[],
): Promise<{ policies: PolicyView[]; total: number }> {
  if (viewer.kind !== 'customer') return { policies: [], total: 0 };
  const wanted = { ...lookingAs(context, viewer), max: pagePolicies, before: 0, first: [...named] };
  const rows = await policyRowsPage(context, wanted);
  return { policies: rows.map(viewOf), total: rows[0]?.total ?? 0 };
}

/**
 * One policy with what the viewer's roles show (POL-2, POL-4); nothing when it is somebody else's, as when it does not
 * exist. An ended one is found too: old messages lead to it.
 */
export async function detailFor(context: Context, viewer: Viewer, publicId: string): Promise<PolicyDetail | undefined> {
  if (viewer.kind !== 'customer') return undefined;
  const row = await detailRow(context, { ...lookingAs(context, viewer), publicId });
  return row && detailOf(row);
}

const amount = (value: number | null): Cents | null => (value === null ? null : cents(value));

function detailOf(row: DetailRow): PolicyDetail {
  return {
    ...viewOf(row),
    premium:
      row.annualPremiumCents === null || row.instalmentsPerYear === null
        ? undefined
        : {
            annualCents: cents(row.annualPremiumCents),
            iotCents: cents(row.iotCents ?? 0),
            instalmentsPerYear: row.instalmentsPerYear,
          },
    coverages: row.coverages.map((coverage) => ({
      ...coverage,
      sumInsuredCents: amount(coverage.sumInsuredCents),
      limitCents: amount(coverage.limitCents),
      deductibleCents: amount(coverage.deductibleCents),
    })),
    people: row.people,
    agency: row.agency,
    customerCode: row.customerCode,
  };
}
