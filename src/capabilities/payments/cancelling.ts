// Calling an order off at its provider, where that can be done: what is over here must not stay payable there. [PAY-12]
import { z } from 'zod';
import type { Context } from '#kernel/context.ts';
import type { Task } from '#kernel/tasks.ts';
import { knownOrder } from './known-order.ts';
import type { Cancelled } from './provider.ts';
import { providerNamed } from './providers.ts';
import { paymentStateOf } from './rules/attempts.ts';
import { type Attempt, attemptById } from './store.server.ts';

const data = z.object({ attempt: z.string() });

/** For an attempt that ended while its order can still be paid. What the provider then says is read when it is next looked at. */
export const cancelTask: Task<z.infer<typeof data>> = {
  name: 'payments.cancel',
  data,
  async run(context, { attempt: id }) {
    const found = await attemptById(context, id);
    if (found && paymentStateOf[found.attempt.state] === 'closed') await callOff(context, found.attempt);
  },
};

/** Asks the provider to call an order off; nothing when it cannot do that. Never inside a transaction. */
export async function callOff(context: Context, attempt: Attempt): Promise<Cancelled | undefined> {
  const provider = providerNamed(context, attempt.provider);
  const cancelled = await provider?.cancel?.(attempt.reference, await knownOrder(context, attempt));
  if (cancelled?.kind === 'unknown') {
    context.log.warn('order not called off', { provider: attempt.provider, reason: cancelled.why });
  }
  return cancelled;
}
