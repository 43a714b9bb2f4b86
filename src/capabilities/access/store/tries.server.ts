// Wrong passwords, counted per username as typed, known or not. A try is counted before it is judged: whoever sends a
// hundred at once must not have a hundred tries.
import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import type { Waits } from '../rules/tries.ts';
import { failuresKeptSeconds } from '../settings.ts';

/** `browserId` only for a browser that the account knows: its tries are counted apart (ACC-4). */
export type TryOf = { usernameHash: Buffer; browserId: string | null };
export type Counted = { isOpen: true } | { isOpen: false; failures: number; until: Instant };

/** Counts a try as if it were wrong, unless a wait from earlier ones still lasts. */
export async function countTry(context: Context, of: TryOf, { from, waits }: Waits): Promise<Counted> {
  const now = context.clock.now();
  const forgotten = plusSeconds(now, -failuresKeptSeconds);
  const failures = sql<number>`case when f.last_at < ${forgotten} then 1 else f.failures + 1 end`;
  const last = waits.length - 1;
  /** The moment until which the next try has to wait after a number of wrong ones. */
  const openAgain = (count: RawBuilder<number>) => sql`${now}::timestamptz + interval '1 second' *
    case when ${count} < ${from}::int then 0 else (${[...waits]}::int[])[least(${count} - ${from}::int, ${last}::int) + 1] end`;
  const { rows } = await sql`
    insert into password_failures as f (username_hash, browser_id, failures, last_at, locked_until)
    values (${of.usernameHash}, ${of.browserId}::uuid, 1, ${now}, ${openAgain(sql`1`)})
    on conflict on constraint password_failures_one_count do update set
      failures = ${failures},
      last_at = ${now},
      locked_until = ${openAgain(failures)}
    where f.locked_until is null or f.locked_until <= ${now}
    returning 1`.execute(context.database);
  if (rows.length > 0) return { isOpen: true };
  const standing = await standingOf(context, of);
  return standing?.until && standing.until > now
    ? { isOpen: false, failures: standing.failures, until: standing.until }
    : // The wait ended between the two statements: counted at the next press of the button.
      { isOpen: false, failures: standing?.failures ?? 0, until: now };
}

/** The count and the moment until which the next try has to wait. */
export async function standingOf(
  context: Context,
  of: TryOf,
): Promise<{ failures: number; until: Instant | undefined } | undefined> {
  const row = await context.database
    .selectFrom('password_failures')
    .select(['failures', 'locked_until'])
    .where('username_hash', '=', of.usernameHash)
    .where('browser_id', 'is not distinct from', of.browserId)
    .executeTakeFirst();
  return row && { failures: row.failures, until: row.locked_until ?? undefined };
}

/** The password was right: what was wrong before is forgotten (NIST SP 800-63B). */
export async function forgetTries(context: Context, of: TryOf): Promise<void> {
  await context.database
    .deleteFrom('password_failures')
    .where('username_hash', '=', of.usernameHash)
    .where('browser_id', 'is not distinct from', of.browserId)
    .execute();
}

/** The try could not be judged: it does not count. */
export async function uncountTry(context: Context, of: TryOf): Promise<void> {
  await context.database
    .updateTable('password_failures')
    .set({ failures: sql<number>`greatest(failures - 1, 0)`, locked_until: null })
    .where('username_hash', '=', of.usernameHash)
    .where('browser_id', 'is not distinct from', of.browserId)
    .execute();
}

/** Recovery and support unlock: every count of the username, from whatever browser. */
export async function forgetAllTries(context: Context, usernameHash: Buffer): Promise<void> {
  await context.database.deleteFrom('password_failures').where('username_hash', '=', usernameHash).execute();
}

/** Counts that nothing looks at any more. */
export async function forgetOldTries(context: Context): Promise<void> {
  await context.database
    .deleteFrom('password_failures')
    .where('last_at', '<', plusSeconds(context.clock.now(), -failuresKeptSeconds))
    .execute();
}
