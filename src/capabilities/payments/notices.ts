// Notices of providers: verified, stored, answered; what follows is done afterwards. [PAY-6]
import { type Context, transaction } from '#kernel/context.ts';
import { sameText } from '#kernel/secrets.ts';
import type { ProviderNotice } from '#kernel/viewer.ts';
import { attemptByReference, changeAttempt } from './attempts-store.server.ts';
import { insertNotice } from './notices-store.server.ts';
import { providerNamed } from './providers.ts';
import { askAgainSeconds } from './settings.ts';
import { settleTask } from './settling.ts';

/**
 * Takes a notice in. False when it is none of ours or its token is wrong: nothing is stored then, so that nobody can take
 * the place of a true notice. Where we have no token to compare with (the answer of the opening was lost), it is stored as
 * not authentic: all it can do is make us ask the provider, and no oftener than once in a few seconds.
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
  // What an unverified one calls itself is anybody's word.
  const name = isAuthentic ? notice.noticeKey : undefined;
  await transaction(context, async (tx) => {
    const isNew = await insertNotice(tx, {
      provider: viewer.provider,
      noticeKey: name ?? momentKey(context, isAuthentic ? notice.securityToken : `unverified:${notice.reference}`),
      reference: notice.reference,
      body,
      isAuthentic,
    });
    if (isNew) await tx.tasks.add(tx, settleTask, { attempt: attempt.id }, { tryNow: true });
    // The one before may have been read already: the reconciler looks again rather than everybody at once.
    else if (!name) await changeAttempt(tx, attempt.id, { nextLookAt: tx.clock.now() });
  });
  await context.step('payments.notice_stored');
  return true;
}

/** Where a provider gives its notices no name, those of a few seconds are one: who sends many makes us ask no oftener. */
const momentKey = (context: Context, about: string): string =>
  `${about}:${Math.floor(Date.parse(context.clock.now()) / (askAgainSeconds * 1000))}`;
