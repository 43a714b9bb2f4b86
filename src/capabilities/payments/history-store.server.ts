// What was paid and is to pay, counted and page by page: the work grows with a page, not with the years (PAY-4, PAY-7).
import { type AliasedExpression, sql } from 'kysely';
import { leanPayables, paidByYear, payableRows } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { type Day, zone } from '#kernel/days.ts';
import { type Parameter, prepared } from '#kernel/prepared.server.ts';
import { heldColumns, heldPayment, type OverviewRow } from './overview-store.server.ts';
import type { Line } from './rules/windows.ts';

export type Sought = {
  profileId: string;
  today: Day;
  line: Line | null;
  /** The public id of a policy. */
  policy: string | null;
};
export type Page = { limit: number; offset: number };

/** Of the line and the policy that are sought, or of any. */
const isSought = (parameter: Parameter<Sought>, of: 'payable' | 'paid') =>
  sql<boolean>`(${parameter('line')}::text is null or ${sql.ref(`${of}.line`)} = ${parameter('line')}::text)
    and (${parameter('policy')}::text is null or ${sql.ref(`${of}.policy_public_id`)} = ${parameter('policy')}::text)`;

const sieved = (database: Db, parameter: Parameter<Sought>) =>
  database
    .selectFrom(leanPayables(database, { profileId: parameter('profileId'), today: parameter('today') }).as('payable'))
    .where(isSought(parameter, 'payable'))
    .select(['payable.id', 'payable.line', 'payable.amount_cents', 'payable.due_on']);

/** What the core system knows to be paid: nearly everything, and nothing else has to be looked at. */
const leanPaid = (database: Db, parameter: Parameter<Sought>) =>
  sieved(database, parameter)
    .where('payable.state', '=', sql.lit('paid'))
    .select([sql<Day | null>`payable.paid_on`.as('paid_on'), sql<boolean>`false`.as('is_due')]);

/**
 * The rest: paid here and not yet heard of by the core system, or to pay. Contracts that have ended owe nothing any more,
 * and a contribution that was begun and is not being paid is nothing that is due.
 */
const leanRest = (database: Db, parameter: Parameter<Sought>) =>
  sieved(database, parameter)
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('payments')
          .select(['payments.state', 'payments.paid_at'])
          .whereRef('payments.payable_id', '=', 'payable.id')
          .where(sql<boolean>`payments.state in ('open', 'paid')`)
          .limit(sql.lit(1))
          .as('held'),
      (join) => join.onTrue(),
    )
    .where('payable.state', '=', sql.lit('due'))
    .select([
      sql<Day | null>`case when held.state = 'paid' then (held.paid_at at time zone ${sql.lit(zone)})::date end`.as(
        'paid_on',
      ),
      sql<boolean>`(payable.is_in_force and held.state is distinct from 'paid'
        and (not payable.is_started_here or held.state = 'open'))`.as('is_due'),
    ]);

const lean = (database: Db, parameter: Parameter<Sought>) =>
  leanPaid(database, parameter).unionAll(leanRest(database, parameter));

/** Nearly everything, summed policy by policy: the years of thousands of payables are read from one index. */
const paidSums = (database: Db, parameter: Parameter<Sought>) =>
  database
    .selectFrom(paidByYear(database, { profileId: parameter('profileId'), today: parameter('today') }).as('paid'))
    .where(isSought(parameter, 'paid'))
    .select(['paid.year', 'paid.line', sql<boolean>`false`.as('is_due'), 'paid.count', 'paid.cents']);

const restSums = (database: Db, parameter: Parameter<Sought>) =>
  database
    .selectFrom(leanRest(database, parameter).as('rest'))
    .where(sql<boolean>`(rest.is_due or rest.paid_on is not null)`)
    .select([
      sql<number>`extract(year from coalesce(rest.paid_on, rest.due_on))::integer`.as('year'),
      'rest.line',
      'rest.is_due',
      sql<number>`1`.as('count'),
      'rest.amount_cents as cents',
    ]);

export type TotalRow = { year: number; line: Line; isDue: boolean; count: number; cents: number };

const totalled = prepared<Sought, TotalRow>((database, parameter) =>
  database
    .selectFrom(paidSums(database, parameter).unionAll(restSums(database, parameter)).as('one'))
    .select([
      'one.year',
      'one.line',
      'one.is_due as isDue',
      sql<number>`sum(one.count)::integer`.as('count'),
      sql<number>`sum(one.cents)::bigint`.as('cents'),
    ])
    .groupBy(['one.year', 'one.line', 'one.is_due'])
    .orderBy('one.year', 'desc')
    .orderBy('one.line'),
);

/** By year and line: of what is paid the year of the payment, of what is to pay the year in which it is due. */
export const totalRows = (context: Context, sought: Sought): Promise<TotalRow[]> => totalled(context.database, sought);

/** What was chosen, with its policy and our payment of it. */
const wholeRows = (database: Db, chosen: AliasedExpression<{ id: string }, 'chosen'>) =>
  payableRows(database)
    .innerJoin(chosen, 'chosen.id', 'payables.id')
    .leftJoinLateral(heldPayment(database).as('held'), (join) => join.onTrue())
    .select(heldColumns);

const due = prepared<Sought & Page, OverviewRow>((database, parameter) => {
  const chosen = database
    .selectFrom(leanRest(database, parameter).as('one'))
    .where('one.is_due', '=', sql.lit(true))
    .select('one.id')
    .orderBy('one.due_on')
    .orderBy('one.id')
    .limit(sql<number>`${parameter('limit')}::bigint`)
    .offset(sql<number>`${parameter('offset')}::bigint`);
  return wholeRows(database, chosen.as('chosen')).orderBy('payables.due_on').orderBy('payables.id');
});

/** A page of what is to pay, by due day. */
export const dueRows = (context: Context, wanted: Sought & Page): Promise<OverviewRow[]> =>
  due(context.database, wanted);

/** What is to pay, first what is being paid already, then by due day. */
const soonest = prepared<Sought & { limit: number }, OverviewRow>((database, parameter) => {
  const chosen = database
    .selectFrom(leanRest(database, parameter).select(sql<boolean>`(held.state is not null)`.as('is_held')).as('one'))
    .where('one.is_due', '=', sql.lit(true))
    .select(['one.id', 'one.is_held'])
    .orderBy('one.is_held', 'desc')
    .orderBy('one.due_on')
    .orderBy('one.id')
    .limit(sql<number>`${parameter('limit')}::bigint`);
  return wholeRows(database, chosen.as('chosen')).orderBy('payables.due_on').orderBy('payables.id');
});

/** Some of what is to pay: what is being paid already and what is due soonest, by due day. */
export const soonestRows = (context: Context, wanted: Sought & { limit: number }): Promise<OverviewRow[]> =>
  soonest(context.database, wanted);

const paid = prepared<Sought & Page & { from: Day; to: Day }, OverviewRow>((database, parameter) => {
  const chosen = database
    .selectFrom(lean(database, parameter).as('one'))
    .where(sql<boolean>`one.paid_on between ${parameter('from')}::date and ${parameter('to')}::date`)
    .select(['one.id', 'one.paid_on'])
    .orderBy('one.paid_on', 'desc')
    .orderBy('one.id', 'desc')
    .limit(sql<number>`${parameter('limit')}::bigint`)
    .offset(sql<number>`${parameter('offset')}::bigint`);
  return wholeRows(database, chosen.as('chosen')).orderBy(sql`chosen.paid_on desc`).orderBy('payables.id', 'desc');
});

/** A page of what was paid in these days, the newest first. */
export const paidRows = (context: Context, wanted: Sought & Page & { from: Day; to: Day }): Promise<OverviewRow[]> =>
  paid(context.database, wanted);
