// Policies whose payments somebody may see, and who holds them.
import { sql } from 'kysely';
import type { Looking } from '#capabilities/parties/index.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PolicyState } from './rules.ts';
import { type LookingAs, lineOrder, payingVisible } from './visible-store.server.ts';

/** Who holds `policies.id`. */
export const policyholder = (database: Db) =>
  database
    .selectFrom('policy_roles')
    .where('policy_roles.policy_id', '=', sql<string>`policies.id`)
    .where('policy_roles.role', '=', sql.lit('policyholder'))
    .where('policy_roles.ended_at', 'is', null)
    .orderBy('policy_roles.key')
    .limit(sql.lit(1));

/** The first of what `policies.id` insures. */
export const firstGood = (database: Db) =>
  database
    .selectFrom('goods')
    .select(['goods.name', 'goods.plate'])
    .where('goods.policy_id', '=', sql<string>`policies.id`)
    .where('goods.ended_at', 'is', null)
    .orderBy('goods.key')
    .limit(sql.lit(1));

/** Relation: policies with who holds them and the first of what they insure, whoever looks. */
const payingRows = (database: Db) =>
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
const numberedPaying = (database: Db, looking: Looking) => {
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

export type PayingRow = {
  id: string;
  publicId: string;
  number: string;
  line: Line;
  productNames: Texts;
  state: PolicyState;
  takesContributions: boolean;
  goodName: string | null;
  goodPlate: string | null;
  policyholderId: string;
};

const found = prepared<LookingAs & { publicId: string }, PayingRow>((database, parameter) =>
  payingRows(database)
    .innerJoin(
      payingVisible(database, { profileId: parameter('profileId'), today: parameter('today') }).as('visible'),
      'visible.policy_id',
      'policies.id',
    )
    .where('policies.public_id', '=', sql<string>`${parameter('publicId')}::text`),
);

/** One of them by its public id. */
export const payingRow = async (
  context: Context,
  wanted: LookingAs & { publicId: string },
): Promise<PayingRow | undefined> => (await found(context.database, wanted))[0];

/** `total` and `lines`: of all, the lines in the order of the policies. */
export type ChoiceRow = PayingRow & { total: number; lines: Line[] };
type Choosing = LookingAs & { policy: string | null; max: number; contributionsMax: number };

const choice = prepared<Choosing, ChoiceRow>((database, parameter) =>
  database
    .with(
      (relation) => relation('numbered').materialized(),
      () => numberedPaying(database, { profileId: parameter('profileId'), today: parameter('today') }),
    )
    .selectFrom('numbered')
    .innerJoin(payingRows(database).as('paying'), 'paying.id', 'numbered.id')
    .where(
      sql<boolean>`(numbered.position = 1 or numbered.total <= ${parameter('max')}::integer
        or numbered.contribution <= ${parameter('contributionsMax')}::integer
        or numbered.public_id = ${parameter('policy')}::text)`,
    )
    .selectAll('paying')
    .select([
      'numbered.total',
      sql<Line[]>`(select array_agg(one.line order by one.first)
        from (select line, min(position) as first from numbered group by line) as one)`.as('lines'),
    ])
    .orderBy('numbered.position'),
);

/** All of them where there are at most `max`; else the first, the first to contribute to, and the one that is named. */
export const choiceRows = (context: Context, wanted: Choosing): Promise<ChoiceRow[]> =>
  choice(context.database, wanted);

/** Locks the policy's row: an import that ends or suspends it waits, or is waited for; so does another contribution to it. */
export async function lockPolicy(tx: Transaction, id: string): Promise<void> {
  await tx.database.selectFrom('policies').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
