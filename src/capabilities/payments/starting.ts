// What every confirmed payment begins with, whatever it pays: a payment that takes the payable's lock, its attempt, and the
// opening at the provider. [PAY-6] [PAY-12]
import type { PayableFacts } from '#capabilities/policies/index.ts';
import { assert } from '#kernel/assert.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { newId, randomText } from '#kernel/ids.ts';
import type { Customer } from '#kernel/viewer.ts';
import { inBackground, within } from './commands.ts';
import { open, openTask } from './opening.ts';
import { providerFor } from './providers.ts';
import type { Method } from './rules/reasons.ts';
import { openingLeaseSeconds, openMinutes, pageWaitMilliseconds, watchedHours } from './settings.ts';
import { attemptIdOfOperation, insertPayment } from './store.server.ts';

/** The gateway takes 18 characters and knows no idempotency key: 90 random bits, stored before the call. */
const referenceCharacters = 18;

/** Writes payment and attempt in the transaction that consumes the code; the facts are for the attestation. */
export async function startPayment(
  tx: Transaction,
  viewer: Customer,
  facts: PayableFacts,
  method: Method,
  confirmed: { operationId: string; publicId: string },
): Promise<{ provider: string; reference: string }> {
  const provider = providerFor(tx, method);
  assert(provider, 'a method was allowed that nobody offers');
  const now = tx.clock.now();
  const limitAt = plusSeconds(now, tx.settings.value(openMinutes[method]) * 60);
  const attemptId = newId(Date.parse(now));
  const reference = randomText(referenceCharacters);
  await insertPayment(tx, {
    payment: {
      id: newId(Date.parse(now)),
      publicId: confirmed.publicId,
      operationId: confirmed.operationId,
      payableId: facts.id,
      policyId: facts.policy.id,
      partyId: viewer.partyId,
      accountId: viewer.accountId,
      policyholderId: facts.policy.policyholderId,
      method,
      amountCents: facts.amountCents,
      language: viewer.language,
      createdAt: now,
    },
    attempt: {
      id: attemptId,
      provider: provider.name,
      reference,
      limitAt,
      watchedUntil: plusSeconds(limitAt, watchedHours * 3600),
      // After the lease of whoever opens it: the reconciler is the net under request and task.
      nextLookAt: plusSeconds(now, openingLeaseSeconds + 15),
    },
  });
  await tx.tasks.add(tx, openTask, { attempt: attemptId }, { afterSeconds: 5 });
  return { provider: provider.name, reference };
}

/** After the commit. A provider that is slow does not hold up the page: the outcome's own page says that it is being opened. */
export async function openAfterwards(context: Context, operationId: string): Promise<void> {
  const attempt = await attemptIdOfOperation(context, operationId);
  assert(attempt, 'a confirmed payment without an attempt');
  await within(
    pageWaitMilliseconds,
    inBackground(context, 'payments.open', () => open(context, attempt)),
  );
}
