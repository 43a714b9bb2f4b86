// Attempts one by one: leases, turns, changes, and which of them want to be looked at.
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { type Attempt, attemptFrom } from './store.server.ts';

/** By our reference at the provider. */
export async function attemptByReference(
  context: Context,
  provider: string,
  reference: string,
): Promise<Attempt | undefined> {
  const row = await context.database
    .selectFrom('payment_attempts')
    .selectAll()
    .where('provider', '=', provider)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row && attemptFrom(row);
}

export type AttemptChange = Partial<
  Pick<
    Attempt,
    | 'state'
    | 'openingUntil'
    | 'openedAt'
    | 'pageAddress'
    | 'securityToken'
    | 'providerOrderId'
    | 'askedAt'
    | 'pendingSince'
    | 'endedBecause'
    | 'providerPaymentId'
    | 'instrument'
  >
> & { nextLookAt?: Instant | null; gaveUpAt?: Instant; settledAt?: Instant; isPendingOver?: boolean };

export async function changeAttempt(context: Context, id: string, change: AttemptChange): Promise<void> {
  await context.database
    .updateTable('payment_attempts')
    .set({
      ...(change.state && { state: change.state }),
      ...(change.openingUntil && { opening_until: change.openingUntil }),
      ...(change.openedAt && { opened_at: change.openedAt }),
      ...(change.pageAddress && { page_address: change.pageAddress }),
      ...(change.securityToken && { security_token: change.securityToken }),
      ...(change.providerOrderId && { provider_order_id: change.providerOrderId }),
      ...(change.askedAt && { asked_at: change.askedAt }),
      ...(change.pendingSince && { pending_since: change.pendingSince }),
      ...(change.isPendingOver && { pending_since: null }),
      ...(change.endedBecause && { ended_because: change.endedBecause }),
      ...(change.providerPaymentId && { provider_payment_id: change.providerPaymentId }),
      ...(change.instrument && { instrument: change.instrument }),
      ...(change.nextLookAt !== undefined && { next_look_at: change.nextLookAt }),
      ...(change.gaveUpAt && { gave_up_at: change.gaveUpAt }),
      ...(change.settledAt && { settled_at: change.settledAt }),
    })
    .where('id', '=', id)
    .execute();
}

/** Takes the lease on opening: only once, so that a request and a task never both call the provider. */
export async function takeLease(context: Context, id: string, until: Instant): Promise<boolean> {
  const done = await context.database
    .updateTable('payment_attempts')
    .set({ opening_until: until })
    .where('id', '=', id)
    .where('state', '=', 'confirmed')
    .where('opening_until', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Takes the turn to ask the provider: false when somebody did since `before`. */
export async function takeTurn(context: Context, id: string, before: Instant): Promise<boolean> {
  const done = await context.database
    .updateTable('payment_attempts')
    .set({ asked_at: context.clock.now() })
    .where('id', '=', id)
    .where((attempt) => attempt.or([attempt('asked_at', 'is', null), attempt('asked_at', '<=', before)]))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Attempts whose time to be looked at has come, the longest waiting first. */
export async function attemptsToLookAt(context: Context, max: number): Promise<string[]> {
  const rows = await context.database
    .selectFrom('payment_attempts')
    .select('id')
    .where('next_look_at', '<=', context.clock.now())
    .orderBy('next_look_at')
    .limit(max)
    .execute();
  return rows.map((row) => row.id);
}

/** All attempts, page by page in the order of their ids, for the comparison of the books. */
export async function attemptsAfter(context: Context, after: string | undefined, max: number): Promise<Attempt[]> {
  let query = context.database.selectFrom('payment_attempts').selectAll().orderBy('id').limit(max);
  if (after) query = query.where('id', '>', after);
  return (await query.execute()).map(attemptFrom);
}
