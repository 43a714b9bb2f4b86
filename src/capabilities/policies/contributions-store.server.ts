// Policies whose payments somebody may see, and the payables that customers start themselves.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Cents } from '#kernel/money.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PolicyState } from './rules.ts';
import { numberedPaying, payingRows, payingVisible } from './store.server.ts';

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

type LookingAs = { profileId: string; today: Day };

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

export type NewContribution = { policyId: string; amountCents: Cents; on: Day };

/** Without a key of the core, which is the master of all others; no import ever meets it. */
export async function insertContribution(
  tx: Transaction,
  { policyId, amountCents, on }: NewContribution,
): Promise<string> {
  const id = newId(Date.parse(tx.clock.now()));
  await tx.database
    .insertInto('payables')
    .values({
      id,
      key: null,
      version: 0,
      public_id: publicId(),
      policy_id: policyId,
      kind: 'contribution',
      amount_cents: amountCents,
      due_on: on,
      is_payable_online: true,
      state: 'due',
      as_of: on,
    })
    .execute();
  return id;
}

/** Locks the policy's row: an import that ends or suspends it waits, or is waited for; so does another contribution to it. */
export async function lockPolicy(tx: Transaction, id: string): Promise<void> {
  await tx.database.selectFrom('policies').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}
