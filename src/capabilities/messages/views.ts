import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { MessageState } from './rules.ts';
import { statesOf } from './store.server.ts';

/** What became of a message: where it stands, when it left, and a short class of the last failure. */
export type MessageDelivery = { state: MessageState; sentAt: Instant | null; failure: string | null };

/** What became of some messages, by the ids that `queue` returned; they never leave the server. */
export const deliveriesOf = (context: Context, ids: readonly string[]): Promise<Map<string, MessageDelivery>> =>
  statesOf(context, ids);
