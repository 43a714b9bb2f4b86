// Policies as a viewer may see them. One relation decides what is visible; every read starts from it.
import { type AliasableExpression, type Expression, sql } from 'kysely';
import {
  type Agency,
  agencyRows,
  householdOf,
  type Looking,
  partyNames,
  seenThrough,
} from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day } from '#kernel/days.ts';
import { prepared } from '#kernel/prepared.server.ts';
import { payingRoles, seeingRoles } from './rules/sections.ts';
import type { Texts, Valuation } from './rules/valuation.ts';
import {
  type GoodKind,
  type Line,
  type PayableKind,
  type PayableState,
  type PolicyRole,
  type PolicyState,
  roles,
} from './rules.ts';

export const tables = ['products', 'policies', 'policy_roles', 'coverages', 'goods', 'payables'] as const;

/** Constants of the rules as SQL lists: no parameter, so a prepared statement stays one. */
const list = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)));
const seeing = list(seeingRoles(roles));
const paying = list(payingRoles(roles));

/**
 * Relation: the policies that somebody sees, one row each. `roles` are the own ones and those of whoever is represented
 * (POL-6); a household gives none. `only`: of these policies, of all when it is null. `pays`: may premiums, payments and contract documents be seen?
 */
const visibleTo = (database: Db, looking: Looking & { only?: Expression<string[] | null> }) =>
  database
    .selectFrom('policy_roles')
    .innerJoin(seenThrough(database, looking).as('seen'), 'seen.party_id', 'policy_roles.party_id')
    .select([
      'policy_roles.policy_id',
      sql<PolicyRole[]>`array_agg(distinct policy_roles.role)`.as('roles'),
      sql<boolean>`bool_or(policy_roles.role in (${paying}))`.as('pays'),
      sql<string[] | null>`array_agg(distinct seen.party_id) filter (where seen.is_represented)`.as('represented'),
      sql<boolean>`bool_and(seen.is_represented)`.as('only_represented'),
    ])
    .where('policy_roles.ended_at', 'is', null)
    .where(sql<boolean>`policy_roles.role in (${seeing})`)
    .$if(looking.only !== undefined, (roles) =>
      roles.where(
        sql<boolean>`(${looking.only}::uuid[] is null or policy_roles.policy_id = any(${looking.only}::uuid[]))`,
      ),
    )
    .groupBy('policy_roles.policy_id');

/** A row of it. */
type Visible = {
  policy_id: string;
  roles: PolicyRole[];
  pays: boolean;
  represented: string[] | null;
  only_represented: boolean;
};

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

type LookingAs = { profileId: string; today: Day };

/** Policies that are visible, ended ones included: what of them is shown is a matter of the view. */
const visiblePolicies = (database: Db, visible: AliasableExpression<Visible>) =>
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
      // What the core system deletes has ended for its customers too.
      sql<PolicyState>`case when policies.ended_at is null then policies.state else 'ended' end`.as('state'),
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

const lineOrder = sql`array_position(array['motor','home','accident','health','business','pet','life','savings','pension'], products.line)`;

const listed = prepared<LookingAs, PolicyRow>((database, parameter) =>
  visiblePolicies(database, visibleTo(database, { profileId: parameter('profileId'), today: parameter('today') }))
    .where('policies.ended_at', 'is', null)
    .where('policies.state', '<>', 'ended')
    .orderBy(lineOrder)
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

/** How many policies in force each of these parties holds or is insured by itself; nothing for who has none. */
export async function activeCounts(context: Context, partyIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await context.database
    .selectFrom('policy_roles')
    .innerJoin('policies', 'policies.id', 'policy_roles.policy_id')
    .select(['policy_roles.party_id as partyId', sql<number>`count(distinct policies.id)::int`.as('count')])
    .where('policy_roles.party_id', '=', sql<string>`any(${[...partyIds]}::uuid[])`)
    .where('policy_roles.ended_at', 'is', null)
    .where(sql<boolean>`policy_roles.role in (${seeing})`)
    .where('policies.ended_at', 'is', null)
    .where('policies.state', '<>', 'ended')
    .groupBy('policy_roles.party_id')
    .execute();
  return new Map(rows.map((row) => [row.partyId, row.count]));
}

type Paged = PolicyRow & { total: number; position: number };
type PageWanted = LookingAs & { max: number; before: number; first: string[] };

/** Some of them with how many there are of all and where each stands among them; what is insured is only read of those. */
const paged = prepared<PageWanted, Paged>((database, parameter) => {
  const looking = { profileId: parameter('profileId'), today: parameter('today') };
  const page = database
    .selectFrom(visibleTo(database, looking).as('visible'))
    .innerJoin('policies', 'policies.id', 'visible.policy_id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .where('policies.ended_at', 'is', null)
    .where('policies.state', '<>', sql.lit('ended'))
    .selectAll('visible')
    .select([
      sql<number>`count(*) over ()`.as('total'),
      sql<number>`row_number() over (order by ${lineOrder}, policies.starts_on, policies.number)`.as('position'),
    ])
    .orderBy(sql`policies.id = any(${parameter('first')}::uuid[])`, 'desc')
    .orderBy('position')
    .limit(sql<number>`${parameter('max')}::bigint`)
    .offset(sql<number>`${parameter('before')}::bigint`);
  return visiblePolicies(database, page)
    .select([sql<number>`visible.total`.as('total'), sql<number>`visible.position`.as('position')])
    .orderBy(sql`policies.id = any(${parameter('first')}::uuid[])`, 'desc')
    .orderBy(sql`visible.position`);
});

/** A page of them: `max` after the first `before`, those of `first` before all others. */
export const policyRowsPage = (context: Context, wanted: PageWanted): Promise<Paged[]> =>
  paged(context.database, wanted);

export type CoverageJson = {
  names: Texts;
  summaries: Texts;
  sumInsuredCents: number | null;
  limitCents: number | null;
  deductibleCents: number | null;
  deductiblePercent: number | null;
  exclusions: Record<keyof Texts, string[]> | null;
  article: string | null;
};

export type PersonJson = {
  role: PolicyRole;
  name: string;
  birthDay: Day | null;
  /** The viewer, or somebody the viewer represents. */
  isOwn: boolean;
};

export type DetailRow = PolicyRow & {
  annualPremiumCents: number | null;
  iotCents: number | null;
  instalmentsPerYear: number | null;
  coverages: CoverageJson[];
  people: PersonJson[];
  agency: Agency;
  /** Of the profile that looks (ACC-5). */
  customerCode: string;
};

/**
 * Whose names are shown: the policyholder sees everybody; who is insured sees the policyholder, themselves and whom they
 * represent; an employee also the own household inside the plan, never colleagues.
 */
const peopleOf = (database: Db, looking: Looking) => sql<PersonJson[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', r.role, 'name', names.display_name, 'birthDay', case when visible.pays or seen.party_id is not null then names.birth_day end,
      'isOwn', seen.party_id is not null)
    order by array_position(array['policyholder','insured','employer_insured','family_member','beneficiary'], r.role), names.birth_day, names.display_name)
  from policy_roles r
  join ${partyNames(database)} as names on names.id = r.party_id
  left join ${seenThrough(database, looking)} as seen on seen.party_id = r.party_id
  where r.policy_id = policies.id and r.ended_at is null
    and (visible.pays or r.role = 'policyholder' or (seen.party_id is not null and r.role <> 'beneficiary')
      or (r.role = 'family_member' and 'employer_insured' = any(visible.roles)
        and r.party_id in (select party_id from ${householdOf(database, looking)} as household)))), '[]')`;

const detailed = prepared<LookingAs & { publicId: string }, DetailRow>((database, parameter) => {
  const looking = { profileId: parameter('profileId'), today: parameter('today') };
  return visiblePolicies(database, visibleTo(database, looking))
    .innerJoin(agencyRows(database).as('agency'), 'agency.id', 'policies.agency_id')
    .select([
      sql<number | null>`case when visible.pays then policies.annual_premium_cents end`.as('annualPremiumCents'),
      sql<number | null>`case when visible.pays then policies.iot_cents end`.as('iotCents'),
      sql<number | null>`case when visible.pays then policies.instalments_per_year end`.as('instalmentsPerYear'),
      sql<CoverageJson[]>`coalesce((
        select jsonb_agg(jsonb_build_object('names', c.names, 'summaries', c.summaries, 'sumInsuredCents', c.sum_insured_cents,
          'limitCents', c.limit_cents, 'deductibleCents', c.deductible_cents, 'deductiblePercent', c.deductible_percent,
          'exclusions', c.exclusions, 'article', c.article) order by c.position, c.key)
        from coverages c where c.policy_id = policies.id and c.ended_at is null), '[]')`.as('coverages'),
      peopleOf(database, looking).as('people'),
      sql<Agency>`to_jsonb(agency)`.as('agency'),
      sql<string>`(select own.customer_code from ${partyNames(database)} as own where own.id = ${looking.profileId}::uuid)`.as(
        'customerCode',
      ),
    ])
    .where('policies.public_id', '=', sql<string>`${parameter('publicId')}::text`);
});

/** One policy with everything the viewer's roles show, in one query; nothing when it is not the viewer's or does not exist. */
export const detailRow = async (
  context: Context,
  looking: LookingAs & { publicId: string },
): Promise<DetailRow | undefined> => (await detailed(context.database, looking))[0];

/** Who holds `policies.id`. */
const policyholder = (database: Db) =>
  database
    .selectFrom('policy_roles')
    .where('policy_roles.policy_id', '=', sql<string>`policies.id`)
    .where('policy_roles.role', '=', sql.lit('policyholder'))
    .where('policy_roles.ended_at', 'is', null)
    .orderBy('policy_roles.key')
    .limit(sql.lit(1));

/** The first of what `policies.id` insures. */
const firstGood = (database: Db) =>
  database
    .selectFrom('goods')
    .select(['goods.name', 'goods.plate'])
    .where('goods.policy_id', '=', sql<string>`policies.id`)
    .where('goods.ended_at', 'is', null)
    .orderBy('goods.key')
    .limit(sql.lit(1));

/** Relation: the policies whose payments somebody may see. */
export const payingVisible = (database: Db, looking: Looking) =>
  database
    .selectFrom(visibleTo(database, looking).as('seen'))
    .where('seen.pays', '=', sql.lit(true))
    .select('seen.policy_id');

/** Relation: policies with who holds them and the first of what they insure, whoever looks. */
export const payingRows = (database: Db) =>
  database
    .selectFrom('policies')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .innerJoinLateral(policyholder(database).select('policy_roles.party_id').as('holder'), (join) => join.onTrue())
    .leftJoinLateral(firstGood(database).as('good'), (join) => join.onTrue())
    .select([
      'policies.id',
      'policies.public_id as publicId',
      'policies.number',
      sql<Line>`products.line`.as('line'),
      sql<Texts>`products.names`.as('productNames'),
      sql<PolicyState>`case when policies.ended_at is null then policies.state else 'ended' end`.as('state'),
      'products.takes_contributions as takesContributions',
      'good.name as goodName',
      'good.plate as goodPlate',
      'holder.party_id as policyholderId',
    ]);

/**
 * Relation: those whose payments the profile may see, ended ones last, each with its place among all of them and, where it
 * can be contributed to, among those.
 */
export const numberedPaying = (database: Db, looking: Looking) => {
  const hasEnded = sql`(policies.ended_at is not null or policies.state = 'ended')`;
  const takes = sql`(products.takes_contributions and policies.ended_at is null and policies.state = 'active')`;
  const order = sql`${hasEnded}, ${lineOrder}, policies.starts_on, policies.number`;
  return database
    .selectFrom(payingVisible(database, looking).as('visible'))
    .innerJoin('policies', 'policies.id', 'visible.policy_id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .select([
      'policies.id',
      'policies.public_id',
      'products.line',
      sql<number>`count(*) over ()`.as('total'),
      sql<number>`row_number() over (order by ${order})`.as('position'),
      sql<number | null>`case when ${takes} then count(*) filter (where ${takes}) over (order by ${order}) end`.as(
        'contribution',
      ),
    ]);
};

export type PayableRow = {
  id: string;
  publicId: string;
  kind: PayableKind;
  amountCents: number;
  iotCents: number;
  dueOn: Day;
  coversFrom: Day | null;
  coversUntil: Day | null;
  isPayableOnline: boolean;
  state: PayableState;
  paidOn: Day | null;
  asOf: Day;
  /** A contribution that a customer started here: the core system has no key for it. */
  isStartedHere: boolean;
  policyId: string;
  policyPublicId: string;
  number: string;
  line: Line;
  productNames: Texts;
  goodName: string | null;
  goodPlate: string | null;
  agencyId: string;
  policyState: PolicyState;
  policyholderId: string;
  policyholderName: string;
};

/** Relation: payables with their policy, whoever looks. Payments join it by `id`; views go through `visiblePayables`. */
export const payableRows = (database: Db) =>
  database
    .selectFrom('payables')
    .innerJoin('policies', 'policies.id', 'payables.policy_id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .innerJoinLateral(
      policyholder(database)
        .innerJoin(partyNames(database).as('names'), 'names.id', 'policy_roles.party_id')
        .select(['names.id', 'names.display_name'])
        .as('holder'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(firstGood(database).as('good'), (join) => join.onTrue())
    .select([
      'payables.id',
      'payables.public_id as publicId',
      'payables.kind',
      'payables.amount_cents as amountCents',
      'payables.iot_cents as iotCents',
      'payables.due_on as dueOn',
      'payables.covers_from as coversFrom',
      'payables.covers_until as coversUntil',
      'payables.is_payable_online as isPayableOnline',
      // What the core system deletes is withdrawn.
      sql<PayableState>`case when payables.ended_at is null then payables.state else 'withdrawn' end`.as('state'),
      'payables.paid_on as paidOn',
      'payables.as_of as asOf',
      sql<boolean>`(payables.key is null)`.as('isStartedHere'),
      'policies.id as policyId',
      'policies.public_id as policyPublicId',
      'policies.number',
      'products.line',
      sql<Texts>`products.names`.as('productNames'),
      'good.name as goodName',
      'good.plate as goodPlate',
      'policies.agency_id as agencyId',
      sql<PolicyState>`case when policies.ended_at is null then policies.state else 'ended' end`.as('policyState'),
      'holder.id as policyholderId',
      'holder.display_name as policyholderName',
    ]);

/** Relation: the same, only of policies whose payments the profile may see. */
const visiblePayables = (database: Db, looking: Parameters<typeof visibleTo>[1]) =>
  payableRows(database)
    .innerJoin(visibleTo(database, looking).as('visible'), 'visible.policy_id', 'policies.id')
    .where('visible.pays', '=', sql.lit(true));

/** Which of them: of these policies, of all when it is null; years of what was paid can be left out. */
export type Wanted = { policyIds: string[] | null; isDueOnly: boolean };

/** Relation: due and paid payables of policies in force whose payments the profile may see, by due day. */
export const listedPayables = (
  database: Db,
  looking: Looking,
  wanted: { policyIds: Expression<string[] | null>; isDueOnly: Expression<boolean> },
) =>
  visiblePayables(database, { ...looking, only: wanted.policyIds })
    .where('policies.ended_at', 'is', null)
    .where('policies.state', '<>', sql.lit('ended'))
    .where('payables.ended_at', 'is', null)
    .where('payables.state', '<>', sql.lit('withdrawn'))
    .where(sql<boolean>`(not ${wanted.isDueOnly}::boolean or payables.state = 'due')`)
    .orderBy('payables.due_on')
    .orderBy('payables.id');

/** Who looks, and which policies are sought: of this line, with this public id; of any where it is null. */
export type Seeking = Looking & { line: Expression<Line | null>; policy: Expression<string | null> };

type SoughtPolicy = { id: string; line: Line; is_in_force: boolean };

/** Relation: policies whose payments the profile may see, ended ones too. */
const soughtPolicies = (database: Db, seeking: Seeking) =>
  database
    .selectFrom('policies')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .innerJoin(visibleTo(database, seeking).as('visible'), 'visible.policy_id', 'policies.id')
    .where('visible.pays', '=', sql.lit(true))
    .where(sql<boolean>`(${seeking.line}::text is null or products.line = ${seeking.line}::text)`)
    .where(sql<boolean>`(${seeking.policy}::text is null or policies.public_id = ${seeking.policy}::text)`)
    .select([
      'policies.id',
      sql<Line>`products.line`.as('line'),
      sql<boolean>`(policies.ended_at is null and policies.state <> 'ended')`.as('is_in_force'),
    ]);

/**
 * Begins a statement over what is paid and due of such policies: `paidPayables` and `duePayables` stand in it. They are
 * looked up once, before: somebody with hundreds of them would be taken for one with two.
 */
export const ofSoughtPolicies = (database: Db, seeking: Seeking) =>
  database.with(
    (relation) => relation('policy').materialized(),
    () => soughtPolicies(database, seeking),
  );

const soughtPayables = (database: Db) =>
  database
    .$extendTables<{ policy: SoughtPolicy }>()
    .selectFrom('policy')
    .innerJoin('payables', 'payables.policy_id', 'policy.id')
    .where('payables.ended_at', 'is', null);

/** Relation, after `ofSoughtPolicies`: what the core system knows to be paid. It has an index of its own, as what is due has. */
export const paidPayables = (database: Db) =>
  soughtPayables(database)
    .where('payables.state', '=', sql.lit('paid'))
    .where('payables.paid_on', 'is not', null)
    .select(['payables.id', 'policy.line', 'payables.amount_cents', sql<Day>`payables.paid_on`.as('paid_on')]);

/** Relation, after `ofSoughtPolicies`: what the core system takes for due, be its policy in force or ended. */
export const duePayables = (database: Db) =>
  soughtPayables(database)
    .where('payables.state', '=', sql.lit('due'))
    .select([
      'payables.id',
      'policy.line',
      'policy.is_in_force',
      'payables.amount_cents',
      'payables.due_on',
      sql<boolean>`(payables.key is null)`.as('is_started_here'),
    ]);

const payablesListed = prepared<LookingAs & Wanted, PayableRow>((database, parameter) =>
  listedPayables(
    database,
    { profileId: parameter('profileId'), today: parameter('today') },
    { policyIds: parameter('policyIds'), isDueOnly: parameter('isDueOnly') },
    // Whether somebody is still paying what was started here is known to payments.
  ).where('payables.key', 'is not', null),
);

/** Due and paid payables of policies in force, by due day. */
export const payableRowsFor = (context: Context, looking: LookingAs & Wanted): Promise<PayableRow[]> =>
  payablesListed(context.database, looking);

const payableFound = prepared<LookingAs & { publicId: string }, PayableRow>((database, parameter) =>
  visiblePayables(database, { profileId: parameter('profileId'), today: parameter('today') }).where(
    'payables.public_id',
    '=',
    sql<string>`${parameter('publicId')}::text`,
  ),
);
export const payableRowFor = async (
  context: Context,
  looking: LookingAs & { publicId: string },
): Promise<PayableRow | undefined> => (await payableFound(context.database, looking))[0];

/** A payable by its id for whoever already knows that it may be used; `lock` holds it until the transaction ends. */
export async function payableRowById(
  context: Context,
  id: string,
  options: { lock: boolean },
): Promise<PayableRow | undefined> {
  const query = payableRows(context.database).where('payables.id', '=', id);
  return (options.lock ? query.forUpdate('payables') : query).executeTakeFirst();
}

/** The parties among these that have one of some roles on a policy, in force or ended: who may register (REG-1). */
export async function partiesWithRole(
  context: Context,
  partyIds: readonly string[],
  roles: readonly PolicyRole[],
): Promise<Set<string>> {
  const rows = await context.database
    .selectFrom('policy_roles')
    .select('party_id')
    .distinct()
    .where('party_id', '=', sql<string>`any(${[...partyIds]}::uuid[])`)
    .where('role', '=', sql<PolicyRole>`any(${[...roles]}::text[])`)
    .where('ended_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.party_id));
}

/** Which of these parties have which role on a policy of the whole portfolio, in force or ended, by its number (ACC-3). */
export async function rolesOnPolicy(
  context: Context,
  input: { number: string; partyIds: readonly string[] },
): Promise<{ partyId: string; role: PolicyRole }[]> {
  const typed = input.number.trim().toUpperCase();
  // As it is printed, and without the blanks and signs that people put in or leave out.
  const written = [typed, typed.replace(/[^A-Z0-9]/g, '')];
  return context.database
    .selectFrom('policies')
    .innerJoin('policy_roles', 'policy_roles.policy_id', 'policies.id')
    .select(['policy_roles.party_id as partyId', 'policy_roles.role'])
    .where('policies.number', '=', sql<string>`any(${written}::text[])`)
    .where('policy_roles.party_id', '=', sql<string>`any(${[...input.partyIds]}::uuid[])`)
    .where('policy_roles.ended_at', 'is', null)
    .execute();
}
