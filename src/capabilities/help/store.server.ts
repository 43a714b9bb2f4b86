import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';

export const tables = ['help_feedback', 'service_notices'] as const;

/** An opinion about an answer, or words about it. */
type Feedback = { answer: string; language: Language } & ({ isUseful: boolean } | { words: string });

/** Keeps one opinion or a few words; nothing about who gave them. */
export async function insertFeedback(context: Context, feedback: Feedback): Promise<void> {
  const at = context.clock.now();
  await context.database
    .insertInto('help_feedback')
    .values({
      id: newId(Date.parse(at)),
      answer: feedback.answer,
      is_useful: 'isUseful' in feedback ? feedback.isUseful : null,
      words: 'words' in feedback ? feedback.words : null,
      language: feedback.language,
      at,
    })
    .execute();
}

export async function deleteWordsBefore(context: Context, before: Instant): Promise<void> {
  await context.database.deleteFrom('help_feedback').where('words', 'is not', null).where('at', '<', before).execute();
}

export type Opinions = { answer: string; useful: number; useless: number; words: string[] };

/** What people think of each answer, the one with most complaints first; the newest words of each. */
export async function opinionsSince(context: Context, since: Instant, wordsMax: number): Promise<Opinions[]> {
  const rows = await context.database
    .selectFrom('help_feedback')
    .select([
      'answer',
      sql<number>`count(*) filter (where is_useful)`.as('useful'),
      sql<number>`count(*) filter (where not is_useful)`.as('useless'),
      sql<
        string[]
      >`coalesce((array_agg(words order by at desc) filter (where words is not null))[1:${sql.lit(wordsMax)}], '{}')`.as(
        'words',
      ),
    ])
    .where('at', '>=', since)
    .groupBy('answer')
    .orderBy('useless', 'desc')
    .orderBy('answer')
    .execute();
  return rows;
}
