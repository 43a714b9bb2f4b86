import { sql } from 'kysely';
import { type Context, transaction } from './context.ts';
import { type Instant, plusSeconds } from './days.ts';

export type Limit = { key: string; max: number; windowSeconds: number };
/** Taken, or full until a moment; full limits take nothing from any of the others. */
export type Taken = { ok: true } | { ok: false; key: string; freeAt: Instant };

/**
 * Takes one place from every limit, or from none. Sliding windows, exact also under concurrency: each key is locked for
 * the length of the transaction, always in the same order.
 */
export async function take(context: Context, limits: readonly Limit[]): Promise<Taken> {
  return transaction(context, async (tx) => {
    const now = tx.clock.now();
    const sorted = [...limits].sort((one, other) => (one.key < other.key ? -1 : 1));
    for (const limit of sorted)
      await sql`select pg_advisory_xact_lock(hashtextextended(${limit.key}, 0))`.execute(tx.database);
    for (const limit of sorted) {
      const used = await tx.database
        .selectFrom('limit_hits')
        .select((of) => [of.fn.countAll<number>().as('count'), of.fn.min('at').as('oldest')])
        .where('key', '=', limit.key)
        .where('at', '>', plusSeconds(now, -limit.windowSeconds))
        .executeTakeFirstOrThrow();
      if (used.count >= limit.max) {
        return { ok: false as const, key: limit.key, freeAt: plusSeconds(used.oldest ?? now, limit.windowSeconds) };
      }
    }
    await tx.database
      .insertInto('limit_hits')
      .values(sorted.map((limit) => ({ key: limit.key, at: now, kept_until: plusSeconds(now, limit.windowSeconds) })))
      .execute();
    return { ok: true as const };
  });
}

/** Gives the newest place of a limit back: what it was taken for did not count. */
export async function giveBack(context: Context, key: string): Promise<void> {
  await sql`delete from limit_hits where ctid = (
    select ctid from limit_hits where key = ${key} order by at desc limit 1 for update skip locked
  )`.execute(context.database);
}

/** Forgets what no window looks at any more. */
export async function sweepLimits(context: Context): Promise<void> {
  await context.database.deleteFrom('limit_hits').where('kept_until', '<', context.clock.now()).execute();
}

/** How many places a limit has left, and when the next one is free; takes nothing. */
export async function left(context: Context, limit: Limit): Promise<{ left: number; freeAt: Instant | undefined }> {
  const used = await context.database
    .selectFrom('limit_hits')
    .select((of) => [of.fn.countAll<number>().as('count'), of.fn.min('at').as('oldest')])
    .where('key', '=', limit.key)
    .where('at', '>', plusSeconds(context.clock.now(), -limit.windowSeconds))
    .executeTakeFirstOrThrow();
  const freeAt = used.oldest ? plusSeconds(used.oldest, limit.windowSeconds) : undefined;
  return { left: Math.max(0, limit.max - used.count), freeAt };
}
