import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { dayOf, type Instant, plusSeconds } from '#kernel/days.ts';
import { firstIdSince } from '#kernel/ids.ts';
import { figuresWindowSeconds } from '#kernel/meter.ts';

/** Attempts made in the window, by provider, method and how they ended or stand. */
export async function attemptCounts(context: Context) {
  const since = firstIdSince(Date.parse(plusSeconds(context.clock.now(), -figuresWindowSeconds)));
  const outcome = sql<string>`case when ended_because is not null and state in ('refused', 'cancelled', 'expired') then ended_because else state end`;
  return context.database
    .selectFrom('payment_attempts')
    .select((of) => ['provider', 'method', outcome.as('outcome'), of.fn.countAll<number>().as('attempts')])
    .where('id', '>=', since)
    .groupBy(['provider', 'method', outcome])
    .execute();
}

/** Attempts whose turn to be looked at has passed, and since when the first one waits. */
export async function overdueLooks(context: Context): Promise<{ attempts: number; since: Instant | null }> {
  const row = await context.database
    .selectFrom('payment_attempts')
    .select((of) => [of.fn.countAll<number>().as('attempts'), of.fn.min('next_look_at').as('since')])
    .where('next_look_at', '<', context.clock.now())
    .executeTakeFirstOrThrow();
  return { attempts: row.attempts, since: row.since };
}

/** Refunds that are not made yet; `overdue` are those due by hand whose day has passed. */
export function refundCounts(context: Context): Promise<{ asked: number; due: number; overdue: number }> {
  const today = dayOf(context.clock.now());
  return context.database
    .selectFrom('refunds')
    .select([
      sql<number>`count(*) filter (where state = 'asked')`.as('asked'),
      sql<number>`count(*) filter (where state = 'due' and (due_by is null or due_by >= ${today}::date))`.as('due'),
      sql<number>`count(*) filter (where state = 'due' and due_by < ${today}::date)`.as('overdue'),
    ])
    .where('state', '<>', 'done')
    .executeTakeFirstOrThrow();
}
