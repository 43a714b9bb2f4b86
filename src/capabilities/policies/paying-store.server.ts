// Policies whose payments somebody may see, and who holds them.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PolicyState } from './rules.ts';
import { isPaying, type LookingAs, lineOrder, stateNow } from './visible-store.server.ts';

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

/** Policies of one product that somebody pays for; `takesContributions`: some of them do now. */
export type PayingProduct = { line: Line; takesContributions: boolean; count: number };

const ofProducts = prepared<LookingAs, PayingProduct>((database, parameter) =>
  database
    .selectFrom(
      database
        .selectFrom('policies')
        .where(isPaying(database, { profileId: parameter('profileId'), today: parameter('today') }))
        .select([
          'policies.product_id',
          sql<boolean>`bool_or(${stateNow} = 'active')`.as('has_active'),
          sql<number>`count(*)::integer`.as('count'),
        ])
        .groupBy('policies.product_id')
        .as('alike'),
    )
    .innerJoin('products', 'products.id', 'alike.product_id')
    .select([
      sql<Line>`products.line`.as('line'),
      sql<boolean>`(products.takes_contributions and alike.has_active)`.as('takesContributions'),
      'alike.count',
    ])
    .orderBy(lineOrder()),
);

/** Of all of them, by line: a handful of rows for hundreds of policies. */
export const payingProductRows = (context: Context, looking: LookingAs): Promise<PayingProduct[]> =>
  ofProducts(context.database, looking);

export type NamedRow = {
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

type NamesWanted = LookingAs & { publicId: string | null; isTaking: boolean; max: number };

const named = prepared<NamesWanted, NamedRow>((database, parameter) => {
  const order = [sql`(${stateNow} = 'ended')`, lineOrder(), sql.ref('policies.starts_on'), sql.ref('policies.number')];
  const chosen = database
    .selectFrom('policies')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .where(isPaying(database, { profileId: parameter('profileId'), today: parameter('today') }))
    .where(
      sql<boolean>`(${parameter('publicId')}::text is null or policies.public_id = ${parameter('publicId')}::text)`,
    )
    .where(
      sql<boolean>`(not ${parameter('isTaking')}::boolean or (products.takes_contributions and ${stateNow} = 'active'))`,
    )
    .select('policies.id')
    .orderBy(sql.join(order))
    .limit(sql<number>`${parameter('max')}::bigint`);
  return database
    .selectFrom(chosen.as('chosen'))
    .innerJoin('policies', 'policies.id', 'chosen.id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .innerJoinLateral(policyholder(database).select('policy_roles.party_id').as('holder'), (join) => join.onTrue())
    .leftJoinLateral(firstGood(database).as('good'), (join) => join.onTrue())
    .select([
      'policies.id',
      'policies.public_id as publicId',
      'policies.number',
      sql<Line>`products.line`.as('line'),
      sql<Texts>`products.names`.as('productNames'),
      stateNow.as('state'),
      'products.takes_contributions as takesContributions',
      'good.name as goodName',
      'good.plate as goodPlate',
      'holder.party_id as policyholderId',
    ])
    .orderBy(sql.join(order));
});

/** The first of them with what they are called by, ended ones last; `isTaking`: of those that take contributions now. */
export const namedRows = (
  context: Context,
  wanted: LookingAs & { isTaking: boolean; max: number },
): Promise<NamedRow[]> => named(context.database, { ...wanted, publicId: null });

/** One of them by its public id. */
export const namedRow = async (
  context: Context,
  wanted: LookingAs & { publicId: string },
): Promise<NamedRow | undefined> => (await named(context.database, { ...wanted, isTaking: false, max: 1 }))[0];

/** Locks the policy's row: an import that ends or suspends it waits, or is waited for; so does another contribution to it. */
export async function lockPolicy(tx: Transaction, id: string): Promise<void> {
  await tx.database.selectFrom('policies').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
