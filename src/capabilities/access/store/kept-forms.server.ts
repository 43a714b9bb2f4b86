// Forms that were posted when their session had ended, encrypted: the key comes from the browser's cookie. ACC-12
import type { Context, Transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { keptFormSeconds } from '../settings.ts';

export type KeptForm = { browserId: string; accountId: string; path: string; content: Buffer };

/** Keeps a form; a browser has one at a time. */
export async function writeKeptForm(context: Context, form: KeptForm): Promise<void> {
  const values = {
    account_id: form.accountId,
    path: form.path,
    content: form.content,
    expires_at: plusSeconds(context.clock.now(), keptFormSeconds),
  };
  await context.database
    .insertInto('kept_forms')
    .values({ browser_id: form.browserId, ...values })
    .onConflict((on) => on.column('browser_id').doUpdateSet(values))
    .execute();
}

/** The form that a browser keeps for an account, and forgets it: it is shown once. */
export async function takeKeptForm(
  context: Context,
  browserId: string,
  accountId: string,
): Promise<(Omit<KeptForm, 'browserId'> & { expiresAt: Instant }) | undefined> {
  return context.database
    .deleteFrom('kept_forms')
    .where('browser_id', '=', browserId)
    .where('account_id', '=', accountId)
    .returning(['account_id as accountId', 'path', 'content', 'expires_at as expiresAt'])
    .executeTakeFirst();
}

export async function forgetFormsOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.database.deleteFrom('kept_forms').where('account_id', '=', accountId).execute();
}

export async function forgetExpiredForms(context: Context): Promise<void> {
  await context.database.deleteFrom('kept_forms').where('expires_at', '<', context.clock.now()).execute();
}
