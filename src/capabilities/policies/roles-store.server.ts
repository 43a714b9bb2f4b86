// Who has which role on policies, whoever asks: for registration, recovery and the switch of profiles.
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { PolicyRole } from './rules.ts';
import { seeing } from './visible-store.server.ts';

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
