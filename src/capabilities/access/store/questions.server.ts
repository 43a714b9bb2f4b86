// Questions for a forgotten username: one row each, whatever the answer is; deciding and sending happen afterwards. ACC-3
import type { Context, Transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { questionKeptSeconds } from '../settings.ts';

export type Question = {
  browserId: string;
  fiscalId: string;
  policyNumber: string | undefined;
  language: Language;
  address: string;
};
export type AskedQuestion = Question & {
  id: string;
  decidedAt: Instant | undefined;
  /** The username, masked, where the policy number was right too. */
  masked: string | undefined;
  createdAt: Instant;
};

export async function insertQuestion(tx: Transaction, question: Question): Promise<string> {
  const createdAt = tx.clock.now();
  const id = newId(Date.parse(createdAt));
  await tx.database
    .insertInto('username_questions')
    .values({
      id,
      browser_id: question.browserId,
      fiscal_id: question.fiscalId,
      policy_number: question.policyNumber ?? null,
      language: question.language,
      address: question.address,
      created_at: createdAt,
    })
    .execute();
  return id;
}

const rows = (context: Context) =>
  context.database
    .selectFrom('username_questions')
    .select([
      'id',
      'browser_id as browserId',
      'fiscal_id as fiscalId',
      'policy_number as policyNumber',
      'language',
      'address',
      'decided_at as decidedAt',
      'masked',
      'created_at as createdAt',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const questionFrom = (row: Row): AskedQuestion => ({
  ...row,
  // Written by us from a `Language`.
  language: row.language as Language,
  policyNumber: row.policyNumber ?? undefined,
  decidedAt: row.decidedAt ?? undefined,
  masked: row.masked ?? undefined,
});

export async function questionById(context: Context, id: string): Promise<AskedQuestion | undefined> {
  const row = await rows(context).where('id', '=', id).executeTakeFirst();
  return row && questionFrom(row);
}

/** Takes the decision of a question; false when it has been taken already. */
export async function writeAnswer(tx: Transaction, id: string, masked: string | undefined): Promise<boolean> {
  const done = await tx.database
    .updateTable('username_questions')
    .set({ decided_at: tx.clock.now(), masked: masked ?? null })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The newest question of a browser within some seconds: what the page "we have sent a message" is about. */
export async function newestQuestionIn(
  context: Context,
  browserId: string,
  seconds: number,
): Promise<AskedQuestion | undefined> {
  const row = await rows(context)
    .where('browser_id', '=', browserId)
    .where('created_at', '>', plusSeconds(context.clock.now(), -seconds))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && questionFrom(row);
}

export async function forgetOldQuestions(context: Context): Promise<void> {
  await context.database
    .deleteFrom('username_questions')
    .where('created_at', '<', plusSeconds(context.clock.now(), -questionKeptSeconds))
    .execute();
}
