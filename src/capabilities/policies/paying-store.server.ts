// Policies whose payments somebody may see, and who holds them.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PolicyState } from './rules.ts';
import { type LookingAs, lineOrder, payingVisible, stateNow } from './visible-store.server.ts';

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

export type PayingRow = { id: string; publicId: string; line: Line; state: PolicyState; takesContributions: boolean };

const listed = prepared<LookingAs, PayingRow>((database, parameter) =>
  database
    .selectFrom(payingVisible(database, { profileId: parameter('profileId'), today: parameter('today') }).as('visible'))
    .innerJoin('policies', 'policies.id', 'visible.policy_id')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .select([
      'policies.id',
      'policies.public_id as publicId',
      sql<Line>`products.line`.as('line'),
      stateNow.as('state'),
      'products.takes_contributions as takesContributions',
    ])
    .orderBy(sql`(${stateNow} = 'ended')`)
    .orderBy(lineOrder)
    .orderBy('policies.starts_on')
    .orderBy('policies.number'),
);

/** All of them, ended ones last: one lean row each. */
export const payingRows = (context: Context, looking: LookingAs): Promise<PayingRow[]> =>
  listed(context.database, looking);

export type NamedRow = PayingRow & {
  number: string;
  productNames: Texts;
  goodName: string | null;
  goodPlate: string | null;
  policyholderId: string;
};

const named = prepared<LookingAs & { ids: string[] | null; publicId: string | null }, NamedRow>((database, parameter) =>
  database
    .selectFrom('policies')
    .innerJoin('products', 'products.id', 'policies.product_id')
    .innerJoin(
      payingVisible(database, {
        profileId: parameter('profileId'),
        today: parameter('today'),
        only: parameter('ids'),
      }).as('visible'),
      'visible.policy_id',
      'policies.id',
    )
    .innerJoinLateral(policyholder(database).select('policy_roles.party_id').as('holder'), (join) => join.onTrue())
    .leftJoinLateral(firstGood(database).as('good'), (join) => join.onTrue())
    .where(
      sql<boolean>`(${parameter('publicId')}::text is null or policies.public_id = ${parameter('publicId')}::text)`,
    )
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
    ]),
);

/** Some of them, with what they are called by. */
export const namedRows = (context: Context, wanted: LookingAs & { ids: readonly string[] }): Promise<NamedRow[]> =>
  named(context.database, { ...wanted, ids: [...wanted.ids], publicId: null });

/** One of them by its public id. */
export const namedRow = async (
  context: Context,
  wanted: LookingAs & { publicId: string },
): Promise<NamedRow | undefined> => (await named(context.database, { ...wanted, ids: null }))[0];

/** Locks the policy's row: an import that ends or suspends it waits, or is waited for; so does another contribution to it. */
export async function lockPolicy(tx: Transaction, id: string): Promise<void> {
  await tx.database.selectFrom('policies').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
