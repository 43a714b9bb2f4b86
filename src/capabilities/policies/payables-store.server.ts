// Payables with their policy: those that a viewer may see, and for whoever knows already that one may be used.
import { type Expression, sql } from 'kysely';
import { type Looking, partyNames } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day } from '#kernel/days.ts';
import { prepared } from '#kernel/prepared.server.ts';
import { firstGood, policyholder } from './paying-store.server.ts';
import type { Texts } from './rules/valuation.ts';
import type { Line, PayableKind, PayableState, PolicyState } from './rules.ts';
import { isPaying, type LookingAs, type LookingAt, stateNow } from './visible-store.server.ts';

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
      stateNow.as('policyState'),
      'holder.id as policyholderId',
      'holder.display_name as policyholderName',
    ]);

/** Relation: the same, only of policies whose payments the profile may see. */
const visiblePayables = (database: Db, looking: LookingAt) => payableRows(database).where(isPaying(database, looking));

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

/** Policies of a statement that are alike: of one product, in force or not. */
type Alike = { ids: string[]; line: Line; is_in_force: boolean };

/** Which policies: of a line, the one with a public id; of all when it is null. */
export type PayingSought = { line: string | null; policy: string | null };

/**
 * Begins a statement over what is paid and due of all policies whose payments the profile may see, ended ones too: it goes on
 * from the relation `alike`, which `paidPayables` and `duePayables` stand beside. The policies are looked up once, before the
 * rest, and their payables in one scan for each row of it instead of one for each policy.
 */
export const ofPayingPolicies = (
  database: Db,
  looking: Looking,
  { line, policy }: { [Name in keyof PayingSought]: Expression<string | null> },
) =>
  database
    .with(
      (relation) => relation('alike').materialized(),
      () =>
        database
          .selectFrom(
            database
              .selectFrom('policies')
              .where(isPaying(database, looking))
              .where(sql<boolean>`(${policy}::text is null or policies.public_id = ${policy}::text)`)
              .select([
                sql<string[]>`array_agg(policies.id)`.as('ids'),
                'policies.product_id',
                sql<boolean>`(${stateNow} <> 'ended')`.as('is_in_force'),
              ])
              .groupBy(['policies.product_id', sql`(${stateNow} <> 'ended')`])
              .as('found'),
          )
          .innerJoin('products', 'products.id', 'found.product_id')
          .where(sql<boolean>`(${line}::text is null or products.line = ${line}::text)`)
          .select(['found.ids', sql<Line>`products.line`.as('line'), 'found.is_in_force']),
    )
    .selectFrom('alike');

const payablesBeside = (database: Db) =>
  database
    .$extendTables<{ alike: Alike }>()
    .selectFrom('payables')
    .where(sql<boolean>`payables.policy_id = any(alike.ids)`)
    .where('payables.ended_at', 'is', null);

/** Relation beside `alike`: what the core system knows to be paid. It has an index of its own, as what is due has. */
export const paidPayables = (database: Db) =>
  payablesBeside(database)
    .where('payables.state', '=', sql.lit('paid'))
    .where('payables.paid_on', 'is not', null)
    .select(['payables.id', 'payables.amount_cents', sql<Day>`payables.paid_on`.as('paid_on')]);

/** Relation beside `alike`: what the core system takes for due, and whether its policy is in force. */
export const duePayables = (database: Db) =>
  payablesBeside(database)
    .where('payables.state', '=', sql.lit('due'))
    .select([
      sql<boolean>`alike.is_in_force`.as('is_in_force'),
      'payables.id',
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
