// What was paid and is to pay, counted and page by page: the work grows with a page, not with the years (PAY-4, PAY-7).
import { type AliasedExpression, sql } from 'kysely';
import { duePayables, ofPayingPolicies, ofPolicies, paidPayables, payableRows } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { type Day, zone } from '#kernel/days.ts';
import { type Parameter, prepared } from '#kernel/prepared.server.ts';
import { heldColumns, heldPayment, type OverviewRow } from './overview-store.server.ts';

/** Policies that have been looked up: their ids, and as many numbers of lines and answers whether they are in force. */
export type Sought = { ids: string[]; lines: number[]; inForce: boolean[] };
export type Page = { limit: number; offset: number };

const given = <Parameters extends Sought>(parameter: Parameter<Parameters>) => ({
  ids: parameter('ids'),
  lines: parameter('lines'),
  inForce: parameter('inForce'),
});

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
      'payable.line',
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
    .selectFrom(
      database
        .selectFrom(paidPayables(database).as('paid'))
        .select([
          'paid.paid_on',
          'paid.line',
          sql<number>`count(*)`.as('count'),
          sql<number>`sum(paid.amount_cents)`.as('cents'),
        ])
        .groupBy(['paid.paid_on', 'paid.line'])
        .as('day'),
    )
    .select([
      sql<number>`extract(year from day.paid_on)::integer`.as('year'),
      'day.line',
      sql<boolean>`false`.as('is_due'),
      'day.count',
      'day.cents',
    ]);

const restSums = (database: Db) =>
  database
    .selectFrom(takenForDue(database).as('rest'))
    .where(sql<boolean>`(rest.is_due or rest.paid_on is not null)`)
    .select([
      sql<number>`extract(year from coalesce(rest.paid_on, rest.due_on))::integer`.as('year'),
      'rest.line',
      'rest.is_due',
      sql<number>`1`.as('count'),
      'rest.amount_cents as cents',
    ]);

/** `line`: the number that was given for it. */
export type TotalRow = { year: number; line: number; isDue: boolean; count: number; cents: number };

const totalled = prepared<Sought, TotalRow>((database, parameter) =>
  ofPolicies(database, given(parameter))
    .selectFrom(paidSums(database).unionAll(restSums(database)).as('one'))
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
  const chosen = ofPolicies(database, given(parameter))
    .selectFrom(takenForDue(database).as('one'))
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

type Seeing = { profileId: string; today: Day; limit: number };

/** What is to pay, first what is being paid already, then by due day. */
const soonest = prepared<Seeing, OverviewRow>((database, parameter) => {
  const looking = { profileId: parameter('profileId'), today: parameter('today') };
  const chosen = ofPayingPolicies(database, looking)
    .selectFrom(takenForDue(database).as('one'))
    .where('one.is_due', '=', sql.lit(true))
    .select(['one.id', 'one.is_held'])
    .orderBy('one.is_held', 'desc')
    .orderBy('one.due_on')
    .orderBy('one.id')
    .limit(sql<number>`${parameter('limit')}::bigint`);
  return wholeRows(database, chosen.as('chosen')).orderBy('payables.due_on').orderBy('payables.id');
});

/** Some of what is to pay: what is being paid already and what is due soonest, by due day. */
export const soonestRows = (context: Context, wanted: Seeing): Promise<OverviewRow[]> =>
  soonest(context.database, wanted);

const paidOnDays = (database: Db) =>
  database
    .selectFrom(paidPayables(database).as('there'))
    .select(['there.id', sql<Day | null>`there.paid_on`.as('paid_on')])
    .unionAll(database.selectFrom(takenForDue(database).as('here')).select(['here.id', 'here.paid_on']));

const paid = prepared<Sought & Page & { from: Day; to: Day }, OverviewRow>((database, parameter) => {
  const chosen = ofPolicies(database, given(parameter))
    .selectFrom(paidOnDays(database).as('one'))
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
