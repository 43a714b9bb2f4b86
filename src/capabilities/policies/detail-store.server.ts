// One policy with everything that the viewer's roles show.
import { sql } from 'kysely';
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
import type { Texts } from './rules/valuation.ts';
import type { PolicyRole } from './rules.ts';
import { type PolicyRow, visiblePolicies } from './store.server.ts';
import { type LookingAs, visibleTo } from './visible-store.server.ts';

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
