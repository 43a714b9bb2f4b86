// Which policies somebody sees. One relation decides it; every read of policies starts from it.
import { type Expression, sql } from 'kysely';
import { type Looking, seenThrough } from '#capabilities/parties/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day } from '#kernel/days.ts';
import type { Customer } from '#kernel/viewer.ts';
import { payingRoles, seeingRoles } from './rules/sections.ts';
import { type PolicyRole, type PolicyState, roles } from './rules.ts';

/** Who looks, and on which day. */
export type LookingAs = { profileId: string; today: Day };

/** The profile that a customer looks through, today: what every read of policies takes. */
export const lookingAs = (context: Context, viewer: Customer): LookingAs => ({
  profileId: viewer.profileId,
  today: today(context.clock),
});

/** Constants of the rules as SQL lists: no parameter, so a prepared statement stays one. */
const list = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)));
export const seeing = list(seeingRoles(roles));
const paying = list(payingRoles(roles));

/**
 * Relation: the policies that somebody sees, one row each. `roles` are the own ones and those of whoever is represented
 * (POL-6); a household gives none. `only`: of these policies, of all when it is null. `pays`: may premiums, payments and
 * contract documents be seen?
 */
export type LookingAt = Looking & { only?: Expression<string[] | null> };

export const visibleTo = (database: Db, looking: LookingAt) =>
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
export type Visible = {
  policy_id: string;
  roles: PolicyRole[];
  pays: boolean;
  represented: string[] | null;
  only_represented: boolean;
};

/** Relation: the policies whose payments somebody may see. */
export const payingVisible = (database: Db, looking: LookingAt) =>
  database
    .selectFrom(visibleTo(database, looking).as('seen'))
    .where('seen.pays', '=', sql.lit(true))
    .select('seen.policy_id');

/** As policies stand in every list. */
export const lineOrder = sql`array_position(array['motor','home','accident','health','business','pet','life','savings','pension'], products.line)`;

/** How things stand with a policy: what the core system deletes has ended for its customers too. */
export const stateNow = sql<PolicyState>`case when policies.ended_at is null then policies.state else 'ended' end`;
