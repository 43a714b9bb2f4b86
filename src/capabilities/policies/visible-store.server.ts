// Which policies somebody sees. One relation, `rolesSeen`, decides it; every read of policies starts from it.
import { type Expression, type RawBuilder, sql } from 'kysely';
import { type Looking, seenThrough } from '#capabilities/parties/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day } from '#kernel/days.ts';
import type { Customer } from '#kernel/viewer.ts';
import { payingRoles, seeingRoles } from './rules/sections.ts';
import { lines, type PolicyRole, type PolicyState, roles } from './rules.ts';

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

/** `only`: of these policies, of all when it is null. */
export type LookingAt = Looking & { only?: Expression<string[] | null> };

/** The roles through which policies are seen: the own ones and those of whoever is represented (POL-6); a household gives none. */
const rolesSeen = (database: Db, looking: LookingAt, allowed: RawBuilder<unknown>) =>
  database
    .selectFrom('policy_roles')
    .innerJoin(seenThrough(database, looking).as('seen'), 'seen.party_id', 'policy_roles.party_id')
    .where('policy_roles.ended_at', 'is', null)
    .where(sql<boolean>`policy_roles.role in (${allowed})`)
    .$if(looking.only !== undefined, (roles) =>
      roles.where(
        sql<boolean>`(${looking.only}::uuid[] is null or policy_roles.policy_id = any(${looking.only}::uuid[]))`,
      ),
    );

/**
 * Relation: the policies that somebody sees, one row each, with the roles through which. `pays`: may premiums, payments and
 * contract documents be seen?
 */
export const visibleTo = (database: Db, looking: LookingAt) =>
  rolesSeen(database, looking, seeing)
    .select([
      'policy_roles.policy_id',
      sql<PolicyRole[]>`array_agg(distinct policy_roles.role)`.as('roles'),
      sql<boolean>`bool_or(policy_roles.role in (${paying}))`.as('pays'),
      sql<string[] | null>`array_agg(distinct seen.party_id) filter (where seen.is_represented)`.as('represented'),
      sql<boolean>`bool_and(seen.is_represented)`.as('only_represented'),
    ])
    .groupBy('policy_roles.policy_id');

/** A row of it. */
export type Visible = {
  policy_id: string;
  roles: PolicyRole[];
  pays: boolean;
  represented: string[] | null;
  only_represented: boolean;
};

/**
 * Condition: somebody sees `policies`. By an array of ids, because its policies are then found in one walk through the
 * index, where a join would look for each of hundreds by itself.
 */
export const isSeen = (database: Db, looking: LookingAt) => isAmong(rolesSeen(database, looking, seeing));

/** Condition: somebody may see the payments of `policies`. */
export const isPaying = (database: Db, looking: LookingAt) => isAmong(rolesSeen(database, looking, paying));

const isAmong = (roles: ReturnType<typeof rolesSeen>) =>
  sql<boolean>`policies.id = any(array(${roles.select('policy_roles.policy_id').distinct()}))`;

/** As the lines stand in every list; `line` is a column. */
export const lineOrder = (line = 'products.line') =>
  sql<number>`array_position(array[${list(lines)}], ${sql.ref(line)})`;

/** How things stand with a policy: what the core system deletes has ended for its customers too. */
export const stateNow = sql<PolicyState>`case when policies.ended_at is null then policies.state else 'ended' end`;
