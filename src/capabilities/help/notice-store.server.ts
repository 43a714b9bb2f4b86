import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';

export type NoticeKind = 'maintenance' | 'core';
export type ServiceNotice = {
  kind: NoticeKind;
  startsAt: Instant;
  /** Nothing while nobody knows. */
  endsAt: Instant | null;
  /** More words than the kind's own. */
  text: Record<Language, string> | undefined;
};

/** The notice that has been set and neither cleared nor passed. */
export async function readNotice(context: Context): Promise<ServiceNotice | undefined> {
  const row = await context.database
    .selectFrom('service_notices')
    .selectAll()
    .where('cleared_at', 'is', null)
    .where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', context.clock.now())]))
    .executeTakeFirst();
  if (!row) return undefined;
  const { text_it: it, text_en: en, text_de: de } = row;
  return {
    kind: row.kind,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    text: it && en && de ? { it, en, de } : undefined,
  };
}

/** Ends what was told before; answers whether there was anything. */
export async function clearNotices(context: Context): Promise<boolean> {
  const cleared = await context.database
    .updateTable('service_notices')
    .set({ cleared_at: context.clock.now() })
    .where('cleared_at', 'is', null)
    .executeTakeFirst();
  return cleared.numUpdatedRows > 0n;
}

export async function insertNotice(tx: Transaction, notice: ServiceNotice): Promise<void> {
  const now = tx.clock.now();
  // Two at once: the second waits here, and then replaces the first.
  await sql`lock table service_notices in share row exclusive mode`.execute(tx.database);
  await clearNotices(tx);
  await tx.database
    .insertInto('service_notices')
    .values({
      id: newId(Date.parse(now)),
      kind: notice.kind,
      starts_at: notice.startsAt,
      ends_at: notice.endsAt,
      text_it: notice.text?.it ?? null,
      text_en: notice.text?.en ?? null,
      text_de: notice.text?.de ?? null,
      set_at: now,
    })
    .execute();
}
