// Notices as they came, stored before anything is done with them.
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';

/** Stores a notice; false when the same one is there already. */
export async function insertNotice(
  tx: Transaction,
  notice: { provider: string; noticeKey: string; reference: string; body: unknown; isAuthentic: boolean },
): Promise<boolean> {
  const now = tx.clock.now();
  const row = await tx.database
    .insertInto('payment_notices')
    .values({
      id: newId(Date.parse(now)),
      provider: notice.provider,
      notice_key: notice.noticeKey,
      reference: notice.reference,
      body: JSON.stringify(notice.body),
      is_authentic: notice.isAuthentic,
      received_at: now,
    })
    .onConflict((on) => on.constraint('payment_notices_one_per_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What had been received before the provider was asked is handled by what it answered. */
export async function markHandled(
  context: Context,
  notices: { provider: string; reference: string; receivedUntil: Instant },
): Promise<void> {
  await context.database
    .updateTable('payment_notices')
    .set({ handled_at: context.clock.now() })
    .where('provider', '=', notices.provider)
    .where('reference', '=', notices.reference)
    .where('received_at', '<=', notices.receivedUntil)
    .where('handled_at', 'is', null)
    .execute();
}
