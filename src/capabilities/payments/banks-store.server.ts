// The cached list of banks that take part in MyBank.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { folded } from '#kernel/italian/folded.ts';
import type { Bank } from './rules/banks.ts';

/** Replaces the whole list. */
export async function replaceBanks(tx: Transaction, banks: readonly Bank[], listDay: Day): Promise<void> {
  const now = Date.parse(tx.clock.now());
  await tx.database.deleteFrom('mybank_banks').execute();
  await tx.database
    .insertInto('mybank_banks')
    .values(
      banks.map(({ name, status }) => ({
        id: newId(now),
        name,
        search_text: ` ${folded(name)}`,
        status,
        list_day: listDay,
      })),
    )
    .execute();
}

/** The day of the list and how many banks are in it; nothing when none has been loaded. */
export async function bankList(context: Context): Promise<{ day: Day; total: number } | undefined> {
  const row = await context.database
    .selectFrom('mybank_banks')
    .select((of) => ['list_day as day', of.fn.countAll<number>().as('total')])
    .groupBy('list_day')
    .executeTakeFirst();
  return row && { day: row.day, total: Number(row.total) };
}

/** Banks in whose name every word begins a word, by name. Words are folded: letters and digits only. */
export async function banksWith(context: Context, words: readonly string[], max: number): Promise<Bank[]> {
  return context.database
    .selectFrom('mybank_banks')
    .select(['name', 'status'])
    .where(sql<boolean>`search_text like all(${words.map((word) => `% ${word}%`)}::text[])`)
    .orderBy('search_text')
    .limit(max)
    .execute();
}
