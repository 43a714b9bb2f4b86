// Notices of providers: verified, stored, answered; what follows is done afterwards. [PAY-6]
import { type Context, transaction } from '#kernel/context.ts';
import { sameText } from '#kernel/secrets.ts';
import type { ProviderNotice } from '#kernel/viewer.ts';
import { attemptByReference } from './attempts-store.server.ts';
import { insertNotice } from './notices-store.server.ts';
import { providerNamed } from './providers.ts';
import { settleTask } from './settling.ts';

/**
 * Takes a notice in. False when it is none of ours or its token is wrong: nothing is stored then, so that nobody can take
 * the place of a true notice. Where we have no token to compare with (the answer of the opening was lost), it is stored as
 * not authentic: all it can do is make us ask the provider.
 */
export async function receiveNotice(context: Context, viewer: ProviderNotice, body: unknown): Promise<boolean> {
  const notice = providerNamed(context, viewer.provider)?.parseNotice(body);
  if (!notice) return false;
  const attempt = await attemptByReference(context, viewer.provider, notice.reference);
  if (!attempt) return false;
  const isAuthentic = attempt.securityToken !== undefined && sameText(attempt.securityToken, notice.securityToken);
  if (attempt.securityToken !== undefined && !isAuthentic) {
    context.log.warn('notice with a wrong token', { provider: viewer.provider });
    return false;
  }
  await transaction(context, async (tx) => {
    const isNew = await insertNotice(tx, {
      provider: viewer.provider,
      noticeKey: isAuthentic ? notice.noticeKey : `unverified:${notice.noticeKey}`,
      reference: notice.reference,
      body,
      isAuthentic,
    });
    if (isNew) await tx.tasks.add(tx, settleTask, { attempt: attempt.id }, { tryNow: true });
  });
  await context.step('payments.notice_stored');
  return true;
}
