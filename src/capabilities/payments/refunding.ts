// Giving back: through the provider with a key that makes repeating harmless, else by hand with a day. [PAY-11]
import { z } from 'zod';
import { type Context, transaction } from '#kernel/context.ts';
import { type Instant, plusSeconds } from '#kernel/days.ts';
import type { Task } from '#kernel/tasks.ts';
import { changeAttempt } from './attempts-store.server.ts';
import type { Refunded } from './provider.ts';
import { providerNamed } from './providers.ts';
import { announceDue, dueDay } from './refund-due.ts';
import { markDone, markDue, type Refund, refundById, takeTry } from './refunds-store.server.ts';
import { refundTriesMax } from './settings.ts';
import { attemptById, type Payment } from './store.server.ts';
import { say } from './words/say.ts';

const data = z.object({ refund: z.string() });

export const refundTask: Task<z.infer<typeof data>> = {
  name: 'payments.refund',
  data,
  run: (context, { refund }) => giveBack(context, refund),
};

const minute = 60;
const longestPause = 12 * 3600;

/** When to ask again: after one minute, two, four … half a day. */
const nextTry = (tries: number, now: Instant): Instant =>
  plusSeconds(now, Math.min(minute * 2 ** Math.min(tries, 20), longestPause));

/**
 * Asks the provider to give a movement back. What it answers is written down; the books follow from what it lists when
 * the attempt is settled next, which the reconciler does within a minute.
 */
export async function giveBack(context: Context, refundId: string): Promise<void> {
  const refund = await refundById(context, refundId);
  if (refund?.state !== 'asked') return;
  const found = await attemptById(context, refund.attemptId);
  if (!found) return;
  const { payment, attempt } = found;
  if (!(await takeTry(context, refundId, nextTry(refund.tries, context.clock.now())))) return;
  const provider = providerNamed(context, attempt.provider);
  const answer: Refunded = provider
    ? await provider.refund({
        operationId: refund.providerPaymentId,
        amountCents: refund.amountCents,
        key: refund.requestKey,
        askedAt: refund.createdAt,
        description: say(payment.language)('payments.refund_order', { operation: payment.publicId }),
      })
    : { kind: 'unknown', why: 'unreachable' };
  await context.step('payments.refund_asked');
  await note(context, payment, refund, answer);
  await context.step('payments.refund_recorded');
}

async function note(context: Context, payment: Payment, refund: Refund, answer: Refunded): Promise<void> {
  const isDone = answer.kind === 'done' || (answer.kind === 'refused' && answer.why === 'already_returned');
  const isGivenUp = answer.kind === 'unknown' && refund.tries + 1 >= refundTriesMax;
  if (!isDone && answer.kind === 'unknown' && !isGivenUp) {
    return context.log.warn('refund not answered', { reason: answer.why, tries: refund.tries + 1 });
  }
  await transaction(context, async (tx) => {
    if (isDone) {
      await markDone(tx, refund.id, answer.kind === 'done' ? answer.operationId : undefined);
      return changeAttempt(tx, refund.attemptId, { nextLookAt: tx.clock.now() });
    }
    const dueBy = dueDay(tx);
    if (!(await markDue(tx, refund.id, dueBy))) return;
    context.log.error('refund due by hand', { reason: answer.kind === 'refused' ? answer.why : 'unanswered' });
    await announceDue(tx, payment, { ...refund, dueBy, isFirstWord: false });
  });
}
