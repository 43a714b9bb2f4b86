import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds, secondsBetween } from '#kernel/days.ts';
import { firstIdSince } from '#kernel/ids.ts';
import type { ChannelFacts } from './rules.ts';
import { vitalWindowSeconds } from './settings.ts';

/** What the last minutes of each channel were like; a channel on which nothing moved is not in it. */
export async function channelFacts(context: Context): Promise<Map<string, ChannelFacts>> {
  const now = context.clock.now();
  const since = firstIdSince(Date.parse(plusSeconds(now, -vitalWindowSeconds)));
  const rows = await context.database
    .selectFrom('messages')
    .select((of) => [
      'channel',
      sql<Instant | null>`min(queued_at) filter (where state in ('queued', 'sending'))`.as('waiting_since'),
      of.fn.max('sent_at').as('sent_at'),
      sql<number>`count(*) filter (where state = 'expired')`.as('lost'),
    ])
    // Two ranges that an index has: whatever waits, and whatever was queued in the window, by the time in its id.
    .where((where) => where.or([where('state', 'in', ['queued', 'sending']), where('id', '>=', since)]))
    .groupBy('channel')
    .execute();
  return new Map(
    rows.map((row) => [
      row.channel,
      {
        waitingSeconds: row.waiting_since ? secondsBetween(row.waiting_since, now) : 0,
        sentSecondsAgo: row.sent_at ? secondsBetween(row.sent_at, now) : undefined,
        lost: row.lost,
      },
    ]),
  );
}
