import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';

export const tables = ['help_feedback', 'service_notices'] as const;

/** Keeps one opinion about an answer; nothing about who gave it. */
export async function insertFeedback(
  context: Context,
  feedback: { answer: string; isUseful: boolean; language: Language },
): Promise<void> {
  const at = context.clock.now();
  await context.database
    .insertInto('help_feedback')
    .values({
      id: newId(Date.parse(at)),
      answer: feedback.answer,
      is_useful: feedback.isUseful,
      language: feedback.language,
      at,
    })
    .execute();
}
