// Lists of policies as a viewer may see them.
import { type AliasableExpression, type Expression, sql } from 'kysely';
import { partyNames } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day } from '#kernel/days.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Texts, Valuation } from './rules/valuation.ts';
import type { GoodKind, Line, PolicyRole, PolicyState } from './rules.ts';
import { isSeen, type LookingAs, lineOrder, stateNow, type Visible, visibleTo } from './visible-store.server.ts';

export const tables = ['products', 'policies', 'policy_roles', 'coverages', 'goods', 'payables'] as const;

/** What is insured, as one JSON list in the order in which it came. Persons are shown by their roles, never as goods to others. */
const goodsOf = (policyId: Expression<string>) => sql<GoodJson[]>`coalesce((
  select jsonb_agg(jsonb_build_object('kind', g.kind, 'name', g.name, 'plate', g.plate, 'details', g.details, 'asOf', g.as_of) order by g.key)
  from goods g where g.policy_id = ${policyId} and g.ended_at is null and (g.kind <> 'person' or visible.pays)), '[]')`;

export type GoodJson = {
  kind: GoodKind;
  name: string;
  plate: string | null;
  details: Record<string, string>;
  asOf: Day;
};

export type PolicyRow = {
  id: string;
  publicId: string;
  number: string;
  line: Line;
  productNames: Texts;
  state: PolicyState;
  startsOn: Day;
  endsOn: Day | null;
  renews: boolean;
  suspendedSince: Day | null;
  suspendedBecause: Texts | null;
  asOf: Day;
  agencyId: string;
  roles: PolicyRole[];
  pays: boolean;
  goods: GoodJson[];
  valuation: Valuation | null;
  /** Whom the viewer represents here; nothing when the policy is seen through an own role too. */
  representedNames: string[] | null;
};

/** Policies that are visible, ended ones included: what of them is shown is a matter of the view. */
export const visiblePolicies = (database: Db, visible: AliasableExpression<Visible>) =>
  database
    .selectFrom(visible.as('visible'))
    .innerJoin('policies', 'policies.id', 'visible.policy_id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .select([
      'policies.id',
      'policies.public_id as publicId',
      'policies.number',
      'products.line',
      sql<Texts>`products.names`.as('productNames'),
      stateNow.as('state'),
      'policies.starts_on as startsOn',
      'policies.ends_on as endsOn',
      'policies.renews',
      'policies.suspended_since as suspendedSince',
      sql<Texts | null>`policies.suspended_because`.as('suspendedBecause'),
      'policies.as_of as asOf',
      'policies.agency_id as agencyId',
      'visible.roles',
      'visible.pays',
      goodsOf(sql.ref('policies.id')).as('goods'),
      sql<Valuation | null>`case when visible.pays then policies.valuation - 'history' end`.as('valuation'),
      sql<string[] | null>`case when visible.only_represented then (
        select array_agg(names.display_name order by names.display_name)
        from ${partyNames(database)} as names where names.id = any(visible.represented)) end`.as('representedNames'),
    ]);

const listed = prepared<LookingAs, PolicyRow>((database, parameter) =>
  visiblePolicies(database, visibleTo(database, { profileId: parameter('profileId'), today: parameter('today') }))
    .where('policies.ended_at', 'is', null)
    .where('policies.state', '<>', 'ended')
    .orderBy(lineOrder())
    .orderBy('policies.starts_on')
    .orderBy('policies.number'),
);

/** The policies in force that the profile sees (POL-1), in one query whatever their number. */
export const policyRows = (context: Context, looking: LookingAs): Promise<PolicyRow[]> =>
  listed(context.database, looking);

export type EndedRow = { publicId: string; number: string; line: Line; productNames: Texts; endedOn: Day | null };

const endedListed = prepared<LookingAs & { max: number }, EndedRow>((database, parameter) =>
  database
    .selectFrom(visibleTo(database, { profileId: parameter('profileId'), today: parameter('today') }).as('visible'))
    .innerJoin('policies', 'policies.id', 'visible.policy_id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .select([
      'policies.public_id as publicId',
      'policies.number',
      'products.line',
      sql<Texts>`products.names`.as('productNames'),
      'policies.ends_on as endedOn',
    ])
    .where((policy) => policy.or([policy('policies.state', '=', 'ended'), policy('policies.ended_at', 'is not', null)]))
    .orderBy('policies.ends_on', (order) => order.desc().nullsLast())
    .orderBy('policies.number')
    .limit(sql<number>`${parameter('max')}::int`),
);

/** The policies that the profile has seen and that have ended, the last one first. */
export const endedRows = (context: Context, looking: LookingAs & { max: number }): Promise<EndedRow[]> =>
  endedListed(context.database, looking);

type Paged = PolicyRow & { total: number };
type PageWanted = LookingAs & { max: number; before: number; first: string[] };

/**
 * Some of them, in their order, with how many there are of all. First all are put in order, by no more than that needs;
 * roles and what is insured are read of those that stand on the page.
 */
const paged = prepared<PageWanted, Paged>((database, parameter) => {
  const looking = { profileId: parameter('profileId'), today: parameter('today') };
  const chosen = database
    .selectFrom('policies')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .where(isSeen(database, looking))
    .where('policies.ended_at', 'is', null)
    .where('policies.state', '<>', sql.lit('ended'))
    .select(['policies.id', sql<number>`count(*) over ()`.as('total')])
    .orderBy(sql`policies.id = any(${parameter('first')}::uuid[])`, 'desc')
    .orderBy(lineOrder())
    .orderBy('policies.starts_on')
    .orderBy('policies.number')
    .limit(sql<number>`${parameter('max')}::bigint`)
    .offset(sql<number>`${parameter('before')}::bigint`);
  const only = sql<string[] | null>`array(select id from chosen)`;
  return database
    .with(
      (relation) => relation('chosen').materialized(),
      () => chosen,
    )
    .selectFrom('chosen')
    .innerJoin(
      visiblePolicies(database, visibleTo(database, { ...looking, only })).as('policy'),
      'policy.id',
      'chosen.id',
    )
    .selectAll('policy')
    .select('chosen.total')
    .orderBy(lineOrder('policy.line'))
    .orderBy('policy.startsOn')
    .orderBy('policy.number');
});

/** A page of them: `max` after the first `before`; those of `first` are taken before all others. */
export const policyRowsPage = (context: Context, wanted: PageWanted): Promise<Paged[]> =>
  paged(context.database, wanted);
