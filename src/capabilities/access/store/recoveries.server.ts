// Questions for a new password: one row each, whatever the answer is; deciding and sending happen afterwards. ACC-2
import type { Context, Transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { keptSeconds } from '../settings.ts';

export type Asked = { browserId: string; value: string; language: Language; address: string };
export type Recovery = Asked & {
  id: string;
  publicId: string;
  accountId: string | undefined;
  contactId: string | undefined;
  decidedAt: Instant | undefined;
  createdAt: Instant;
};

export async function insertRecovery(tx: Transaction, asked: Asked): Promise<string> {
  const createdAt = tx.clock.now();
  const id = newId(Date.parse(createdAt));
  await tx.database
    .insertInto('recoveries')
    .values({
      id,
      public_id: publicId(),
      browser_id: asked.browserId,
      value: asked.value,
      language: asked.language,
      address: asked.address,
      created_at: createdAt,
    })
    .execute();
  return id;
}

const rows = (context: Context) =>
  context.database
    .selectFrom('recoveries')
    .select([
      'id',
      'public_id as publicId',
      'browser_id as browserId',
      'value',
      'language',
      'address',
      'account_id as accountId',
      'contact_id as contactId',
      'decided_at as decidedAt',
      'created_at as createdAt',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const recoveryFrom = (row: Row): Recovery => ({
  ...row,
  // Written by us from a `Language`.
  language: row.language as Language,
  accountId: row.accountId ?? undefined,
  contactId: row.contactId ?? undefined,
  decidedAt: row.decidedAt ?? undefined,
});

export async function recoveryById(context: Context, id: string): Promise<Recovery | undefined> {
  const row = await rows(context).where('id', '=', id).executeTakeFirst();
  return row && recoveryFrom(row);
}

/** The same, locked; nothing when it has been decided already. */
export async function lockUndecided(tx: Transaction, id: string): Promise<Recovery | undefined> {
  const row = await rows(tx).where('id', '=', id).where('decided_at', 'is', null).forUpdate().executeTakeFirst();
  return row && recoveryFrom(row);
}

/** The newest question of a browser within some seconds: what the page "we have sent a message" is about. */
export async function newestIn(context: Context, browserId: string, seconds: number): Promise<Recovery | undefined> {
  const row = await rows(context)
    .where('browser_id', '=', browserId)
    .where('created_at', '>', plusSeconds(context.clock.now(), -seconds))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && recoveryFrom(row);
}

export async function recoveryOfSend(
  context: Context,
  send: { subject: string; sendNumber: number },
): Promise<Recovery | undefined> {
  const row = await rows(context)
    .where('subject', '=', send.subject)
    .where('send_number', '=', send.sendNumber)
    .executeTakeFirst();
  return row && recoveryFrom(row);
}

/** The subject that the links of an account's recoveries are derived from, once there was one. */
export async function subjectOf(context: Context, accountId: string): Promise<string | undefined> {
  const row = await context.database
    .selectFrom('recoveries')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('subject', 'is not', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.subject ?? undefined;
}

export type Decision = { accountId?: string; contactId?: string; subject?: string; sendNumber?: number };

export async function writeDecision(tx: Transaction, id: string, decision: Decision): Promise<void> {
  await tx.database
    .updateTable('recoveries')
    .set({
      decided_at: tx.clock.now(),
      account_id: decision.accountId ?? null,
      contact_id: decision.contactId ?? null,
      subject: decision.subject ?? null,
      send_number: decision.sendNumber ?? null,
    })
    .where('id', '=', id)
    .execute();
}

export async function markRecovered(tx: Transaction, id: string): Promise<void> {
  await tx.database.updateTable('recoveries').set({ used_at: tx.clock.now() }).where('id', '=', id).execute();
}

export async function forgetOldRecoveries(context: Context): Promise<void> {
  await context.database
    .deleteFrom('recoveries')
    .where('created_at', '<', plusSeconds(context.clock.now(), -keptSeconds))
    .execute();
}
