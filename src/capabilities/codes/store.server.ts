// Sends and tries. The row of a subject is the lock: codes of one subject are compared one after the other.
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { assert } from '#kernel/assert.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { DB } from '#kernel/tables.gen.ts';
import type { Derivable, Purpose, Send } from './rules.ts';

export const tables = ['code_subjects', 'code_sends'] as const;

export type About = { purpose: Purpose; subject: string };
/** A send as stored: everything but the reference, which is derived. */
export type Stored = Omit<Send, 'reference'> & {
  triesLeft: number;
  usedAt: Instant | undefined;
  linkUsedAt: Instant | undefined;
};

/** The next number of a subject; the row stays locked until the transaction ends. */
export async function nextNumber(tx: Transaction, { purpose, subject }: About): Promise<number> {
  const row = await tx.database
    .insertInto('code_subjects')
    .values({ purpose, subject, send_number: 1 })
    .onConflict((on) =>
      on.columns(['purpose', 'subject']).doUpdateSet({ send_number: sql<number>`code_subjects.send_number + 1` }),
    )
    .returning('send_number')
    .executeTakeFirstOrThrow();
  return row.send_number;
}

export async function insertSend(tx: Transaction, send: Stored): Promise<void> {
  await tx.database
    .insertInto('code_sends')
    .values({
      purpose: send.purpose,
      subject: send.subject,
      send_number: send.sendNumber,
      digits: send.digits,
      statement_hash: send.statementHash,
      tries_left: send.triesLeft,
      sent_at: send.sentAt,
      expires_at: send.expiresAt,
      link_expires_at: send.linkExpiresAt ?? null,
    })
    .execute();
}

/** Takes the lock of a subject. False when nothing was ever sent for it. */
export async function lockSubject(tx: Transaction, { purpose, subject }: About): Promise<boolean> {
  const row = await tx.database
    .selectFrom('code_subjects')
    .select('send_number')
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest sends of a subject, newest first. */
export async function newestSends(context: Context, { purpose, subject }: About, max: number): Promise<Stored[]> {
  const rows = await context.database
    .selectFrom('code_sends')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .orderBy('send_number', 'desc')
    .limit(max)
    .execute();
  return rows.map((row) => stored(row, purpose));
}

/** Counts one wrong try; answers how many are left. */
export async function countWrong(tx: Transaction, send: Derivable): Promise<number> {
  const row = await tx.database
    .updateTable('code_sends')
    .set({ tries_left: sql<number>`tries_left - 1` })
    .where('purpose', '=', send.purpose)
    .where('subject', '=', send.subject)
    .where('send_number', '=', send.sendNumber)
    .returning('tries_left')
    .executeTakeFirstOrThrow();
  assert(row.tries_left >= 0, 'a code was tried more often than allowed');
  return row.tries_left;
}

export async function markUsed(tx: Transaction, send: Derivable, column: 'used_at' | 'link_used_at'): Promise<void> {
  const done = await tx.database
    .updateTable('code_sends')
    .set({ [column]: tx.clock.now() })
    .where('purpose', '=', send.purpose)
    .where('subject', '=', send.subject)
    .where('send_number', '=', send.sendNumber)
    .where(column, 'is', null)
    .executeTakeFirst();
  assert(done.numUpdatedRows === 1n, 'a code or link was consumed twice');
}

/** Ends the code and the link of every send of a subject. */
export async function endAll(tx: Transaction, { purpose, subject }: About): Promise<void> {
  const now = tx.clock.now();
  await tx.database
    .updateTable('code_sends')
    .set({
      used_at: sql<Instant>`coalesce(used_at, ${now})`,
      link_used_at: sql<Instant>`coalesce(link_used_at, ${now})`,
    })
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .execute();
}

function stored(row: Selectable<DB['code_sends']>, purpose: Purpose): Stored {
  assert(row.digits === 4 || row.digits === 6, 'a code of neither four nor six digits');
  return {
    purpose,
    subject: row.subject,
    sendNumber: row.send_number,
    digits: row.digits,
    statementHash: row.statement_hash,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    linkExpiresAt: row.link_expires_at ?? undefined,
    triesLeft: row.tries_left,
    usedAt: row.used_at ?? undefined,
    linkUsedAt: row.link_used_at ?? undefined,
  };
}
