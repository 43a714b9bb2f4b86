import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { firstIdSince } from '#kernel/ids.ts';
import { figuresWindowSeconds } from '#kernel/meter.ts';

/** Messages that wait, and those queued in the window, by channel and state. */
export async function messageCounts(context: Context) {
  const since = firstIdSince(Date.parse(plusSeconds(context.clock.now(), -figuresWindowSeconds)));
  return (
    context.database
      .selectFrom('messages')
      .select((of) => ['channel', 'state', of.fn.countAll<number>().as('messages')])
      .select(sql<Instant | null>`min(queued_at) filter (where state in ('queued', 'sending'))`.as('waiting_since'))
      // Two ranges that an index has: whatever waits, and whatever was queued in the window, by the time in its id.
      .where((where) => where.or([where('state', 'in', ['queued', 'sending']), where('id', '>=', since)]))
      .groupBy(['channel', 'state'])
      .execute()
  );
}
