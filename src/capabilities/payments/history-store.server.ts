// What was paid and is to pay, counted and page by page: the work grows with a page, not with the years (PAY-4, PAY-7).
import { type AliasedExpression, sql } from 'kysely';
import {
  duePayables,
  type Line,
  type LookingAs,
  lineOrder,
  ofPayingPolicies,
  type PayingSought,
  paidPayables,
  payableRows,
} from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { type Day, zone } from '#kernel/days.ts';
import { type Parameter, prepared } from '#kernel/prepared.server.ts';
import { heldColumns, heldPayment, type OverviewRow } from './overview-store.server.ts';

/** Who looks, and of which of their policies. */
export type Sought = LookingAs & PayingSought;
export type Page = { limit: number; offset: number };

const policiesOf = (database: Db, parameter: Parameter<Sought>) =>
  ofPayingPolicies(
    database,
    { profileId: parameter('profileId'), today: parameter('today') },
    { line: parameter('line'), policy: parameter('policy') },
  );

/**
 * What the core system takes for due: paid here and not yet heard of there, or to pay. Contracts that have ended owe nothing
 * any more, and a contribution that was begun and is not being paid is nothing that is due.
 */
const takenForDue = (database: Db) =>
  database
    .selectFrom(duePayables(database).as('payable'))
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
    .select([
      'payable.id',
      'payable.amount_cents',
      'payable.due_on',
      sql<boolean>`(held.state is not null)`.as('is_held'),
      sql<Day | null>`case when held.state = 'paid' then (held.paid_at at time zone ${sql.lit(zone)})::date end`.as(
        'paid_on',
      ),
      sql<boolean>`(payable.is_in_force and held.state is distinct from 'paid'
        and (not payable.is_started_here or held.state = 'open'))`.as('is_due'),
    ]);

/** Day by day first: a day is told from another at a tenth of what the year of each would take. */
const paidSums = (database: Db) =>
  database
    .selectFrom(paidPayables(database).as('paid'))
    .select([
      'paid.paid_on as on',
      sql<boolean>`false`.as('is_due'),
      sql<number>`count(*)`.as('count'),
      sql<number>`sum(paid.amount_cents)`.as('cents'),
    ])
    .groupBy('paid.paid_on');

const restSums = (database: Db) =>
  database
    .selectFrom(takenForDue(database).as('rest'))
    .where(sql<boolean>`(rest.is_due or rest.paid_on is not null)`)
    .select([
      sql<Day>`coalesce(rest.paid_on, rest.due_on)`.as('on'),
      'rest.is_due',
      sql<number>`1`.as('count'),
      'rest.amount_cents as cents',
    ]);

export type TotalRow = { year: number; line: Line; isDue: boolean; count: number; cents: number };

const yearOf = sql<number>`extract(year from one.on)::integer`;

const totalled = prepared<Sought, TotalRow>((database, parameter) =>
  policiesOf(database, parameter)
    .innerJoinLateral(paidSums(database).unionAll(restSums(database)).as('one'), (join) => join.onTrue())
    .select([
      yearOf.as('year'),
      'alike.line',
      'one.is_due as isDue',
      sql<number>`sum(one.count)::integer`.as('count'),
      sql<number>`sum(one.cents)::bigint`.as('cents'),
    ])
    .groupBy([yearOf, 'alike.line', 'one.is_due'])
    .orderBy('year', 'desc')
    .orderBy(lineOrder('alike.line')),
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
  const chosen = policiesOf(database, parameter)
    .innerJoinLateral(takenForDue(database).as('one'), (join) => join.onTrue())
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

const soonest = prepared<Sought & { limit: number }, OverviewRow>((database, parameter) => {
  const chosen = policiesOf(database, parameter)
    .innerJoinLateral(takenForDue(database).as('one'), (join) => join.onTrue())
    .where('one.is_due', '=', sql.lit(true))
    .select(['one.id', 'one.is_held'])
    .orderBy('one.is_held', 'desc')
    .orderBy('one.due_on')
    .orderBy('one.id')
    .limit(sql<number>`${parameter('limit')}::bigint`);
  return wholeRows(database, chosen.as('chosen')).orderBy('payables.due_on').orderBy('payables.id');
});

/** Some of what is to pay: what is being paid already and what is due soonest, by due day. */
export const soonestRows = (context: Context, wanted: LookingAs & { limit: number }): Promise<OverviewRow[]> =>
  soonest(context.database, { ...wanted, line: null, policy: null });

const paidOnDays = (database: Db) =>
  database
    .selectFrom(paidPayables(database).as('there'))
    .select(['there.id', sql<Day | null>`there.paid_on`.as('paid_on')])
    .unionAll(database.selectFrom(takenForDue(database).as('here')).select(['here.id', 'here.paid_on']));

const paid = prepared<Sought & Page & { from: Day; to: Day }, OverviewRow>((database, parameter) => {
  const chosen = policiesOf(database, parameter)
    .innerJoinLateral(paidOnDays(database).as('one'), (join) => join.onTrue())
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
