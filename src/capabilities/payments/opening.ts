// Opening a payment at the provider: asked once, never posted again. [PAY-6]
import { z } from 'zod';
import { payableById } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import { brandOf } from '#kernel/brand.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { inLanguage } from '#kernel/language.ts';
import { record } from '#kernel/outbox.ts';
import type { Task } from '#kernel/tasks.ts';
import { changeAttempt, takeLease } from './attempts-store.server.ts';
import { payableName } from './naming.ts';
import type { Opened, PaymentProvider, ProviderOrder } from './provider.ts';
import { providerNamed } from './providers.ts';
import { type AttemptEvent, isLegal, move, paymentStateOf } from './rules/attempts.ts';
import { nextLook } from './rules/looks.ts';
import { openingLeaseSeconds } from './settings.ts';
import { settle } from './settling.ts';
import { attemptById, changePayment, lockPayments, type PaymentWithAttempt } from './store.server.ts';
import { say } from './words/say.ts';

const data = z.object({ attempt: z.string() });

/** The net under the request that opens: does it when that died, or finds out what became of it. */
export const openTask: Task<z.infer<typeof data>> = {
  name: 'payments.open',
  data,
  run: (context, { attempt }) => open(context, attempt),
};

/**
 * Opens a confirmed attempt at its provider and keeps the address of the page. Whoever takes the lease calls the
 * provider; a lease that ran out means that the caller died and the answer is lost: then the provider is asked for our
 * reference, and nothing is posted a second time.
 */
export async function open(context: Context, attemptId: string): Promise<void> {
  const found = await attemptById(context, attemptId);
  if (found?.attempt.state !== 'confirmed') return;
  const now = context.clock.now();
  if (found.attempt.openingUntil) {
    if (now < found.attempt.openingUntil) return;
    await note(context, found, { kind: 'unknown', why: 'connection' });
    await settle(context, attemptId);
    return;
  }
  const provider = providerNamed(context, found.attempt.provider);
  // Nobody came to open it as long as the provider would have kept it open: too late to begin now.
  if (!provider || now >= found.attempt.limitAt) {
    return note(context, found, { kind: 'refused', why: 'unreachable' });
  }
  if (!(await takeLease(context, attemptId, plusSeconds(now, openingLeaseSeconds)))) return;
  const order = await orderFor(context, found, provider);
  await context.step('payments.before_open');
  const opened = await provider.open(order);
  await context.step('payments.opened_at_provider');
  await note(context, found, opened);
  await context.step('payments.open_recorded');
  if (opened.kind === 'unknown' || (opened.kind === 'refused' && opened.why === 'exists')) {
    await settle(context, attemptId);
  }
}

async function orderFor(
  context: Context,
  { payment, attempt }: PaymentWithAttempt,
  provider: PaymentProvider,
): Promise<ProviderOrder> {
  const payable = await payableById(context, payment.payableId);
  assert(payable, 'a payment of a payable that is not there');
  const { language } = payment;
  const address = (path: string) => new URL(path, context.settings.text.publicAddress).href;
  const back = inLanguage(language, `/ritorno/${payment.publicId}`);
  const named = { line: payable.policy.line, kind: payable.kind, dueOn: payable.dueOn };
  return {
    reference: attempt.reference,
    amountCents: payment.amountCents,
    description: say(language)('payments.order', {
      insurer: brandOf(context).name,
      number: payable.policy.number,
      what: payableName(named, language),
    }),
    method: payment.method,
    language,
    returnAddress: address(back),
    cancelAddress: address(`${back}?annullato`),
    noticeAddress: address(`/notices/${provider.name}`),
    expiresAt: attempt.limitAt,
  };
}

function eventOf(opened: Opened): AttemptEvent {
  if (opened.kind === 'opened') return 'opened';
  // `exists`: an earlier try with this reference did arrive, so it is there and has to be asked for.
  if (opened.kind === 'refused') return opened.why === 'exists' ? 'answer_lost' : 'not_opened';
  return 'answer_lost';
}

/** Writes down what came of the opening, unless the attempt has moved on meanwhile. */
async function note(context: Context, found: PaymentWithAttempt, opened: Opened): Promise<void> {
  if (opened.kind !== 'opened') {
    const { provider } = found.attempt;
    context.log.warn('payment not opened', { provider, state: opened.kind, reason: opened.why });
  }
  const event = eventOf(opened);
  await transaction(context, async (tx) => {
    const all = await lockPayments(tx, found.payment.payableId);
    const mine = all.find((one) => one.attempt.id === found.attempt.id);
    if (!mine || !isLegal(mine.attempt.state, event)) return;
    const now = tx.clock.now();
    const state = move(mine.attempt.state, event);
    const isOver = paymentStateOf[state] !== 'open';
    await changeAttempt(tx, mine.attempt.id, {
      state,
      nextLookAt: nextLook(state, mine.attempt.limitAt, mine.attempt.watchedUntil, now) ?? null,
      ...(opened.kind === 'opened' && {
        openedAt: now,
        // Nothing can have happened on it yet: who looks at its page in the next moment need not ask.
        askedAt: now,
        pageAddress: opened.pageAddress,
        securityToken: opened.securityToken,
        ...(opened.orderId && { providerOrderId: opened.orderId }),
      }),
      ...(isOver && { endedBecause: 'not_opened' as const, settledAt: now }),
    });
    if (isOver) await close(tx, mine);
  });
}

async function close(tx: Transaction, { payment }: PaymentWithAttempt): Promise<void> {
  await changePayment(tx, payment.id, { state: 'closed', closedAt: tx.clock.now() });
  await record(tx, {
    type: 'payment.closed',
    subject: payment.policyId,
    partyId: payment.partyId,
    facts: { payment: payment.publicId, because: 'not_opened' },
  });
}
