import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { MessageState } from './rules.ts';
import { newestState, statesOf } from './store.server.ts';

/** What became of a message: where it stands, when it left, and a short class of the last failure. */
export type MessageDelivery = { state: MessageState; sentAt: Instant | null; failure: string | null };

/** What became of some messages, by the ids that `queue` returned; they never leave the server. */
export const deliveriesOf = (context: Context, ids: readonly string[]): Promise<Map<string, MessageDelivery>> =>
  statesOf(context, ids);

/**
 * How the newest message of a kind to a party stands: on its way, late because nobody took it yet, or given up. A page
 * that says "we sent it" looks here first.
 */
export async function wayOfNewest(
  context: Context,
  of: { partyId: string; kind: string },
): Promise<'on_its_way' | 'late' | 'given_up'> {
  const newest = await newestState(context, of);
  if (newest?.state === 'failed' || newest?.state === 'expired') return 'given_up';
  return newest && newest.state !== 'sent' && newest.failure ? 'late' : 'on_its_way';
}
