import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds, secondsBetween } from '#kernel/days.ts';
import { firstIdSince } from '#kernel/ids.ts';
import type { OpeningFacts } from './rules/vitals.ts';
import { openingLeaseSeconds, vitalWindowSeconds } from './settings.ts';

/** The openings of the last minutes by method. One that is still under way counts as neither. */
export async function openingFacts(context: Context): Promise<Map<string, OpeningFacts>> {
  const now = context.clock.now();
  const since = firstIdSince(Date.parse(plusSeconds(now, -vitalWindowSeconds)));
  const tried = plusSeconds(now, -openingLeaseSeconds);
  const silent = sql`page_address is null and coalesce(ended_because, 'not_opened') = 'not_opened' and created_at < ${tried}`;
  const rows = await context.database
    .selectFrom('payment_attempts')
    .select([
      'method',
      sql<number>`count(*) filter (where ${silent})`.as('silent'),
      sql<Instant | null>`max(created_at) filter (where ${silent})`.as('silent_at'),
      sql<Instant | null>`max(created_at) filter (where page_address is not null)`.as('opened_at'),
    ])
    .where('id', '>=', since)
    .groupBy('method')
    .execute();
  const ago = (moment: Instant | null) => (moment ? secondsBetween(moment, now) : undefined);
  return new Map(
    rows.map((row) => [
      row.method,
      { silent: row.silent, silentSecondsAgo: ago(row.silent_at), openedSecondsAgo: ago(row.opened_at) },
    ]),
  );
}
