// The life of an attempt: one table of legal moves. What is not in it cannot happen. [PAY-6]
import { assert } from '#kernel/assert.ts';

export const attemptStates = [
  'confirmed',
  'started',
  'unknown',
  'paid',
  'refused',
  'cancelled',
  'expired',
  'superseded',
  'returning',
  'returned',
] as const;
export type AttemptState = (typeof attemptStates)[number];

export const attemptEvents = [
  /** The provider has opened the order and we know its page. */
  'opened',
  /** Asked, and no answer reached us: opened or not, nobody knows. */
  'answer_lost',
  /** Certainly not open, or nobody can ever have seen its page. */
  'not_opened',
  /** Money arrived and is ours to keep. */
  'received',
  /** Money arrived and has to be given back. */
  'received_to_return',
  /** The provider lists failures and nothing under way. */
  'declined',
  /** The customer gave it up. */
  'given_up',
  /** The provider's own limit has passed and nothing arrived. */
  'limit_passed',
  /** Another payment of the same payable succeeded first. */
  'overtaken',
  /** All that arrived has been given back. */
  'given_back',
] as const;
export type AttemptEvent = (typeof attemptEvents)[number];

/**
 * State → event → next state. `refused`, `cancelled` and `expired` can still turn into `paid`: a payer may try a refused
 * card again on the same order until the provider forgets it (design.md §7).
 */
export const attemptMoves: { readonly [From in AttemptState]: { readonly [Event in AttemptEvent]?: AttemptState } } = {
  confirmed: {
    opened: 'started',
    answer_lost: 'unknown',
    not_opened: 'cancelled',
    received: 'paid',
    received_to_return: 'returning',
    given_up: 'cancelled',
    limit_passed: 'expired',
    overtaken: 'superseded',
  },
  started: {
    received: 'paid',
    received_to_return: 'returning',
    declined: 'refused',
    given_up: 'cancelled',
    limit_passed: 'expired',
    overtaken: 'superseded',
  },
  unknown: {
    opened: 'started',
    not_opened: 'cancelled',
    received: 'paid',
    received_to_return: 'returning',
    declined: 'refused',
    given_up: 'cancelled',
    limit_passed: 'expired',
    overtaken: 'superseded',
  },
  paid: { given_back: 'returned' },
  refused: { received: 'paid', received_to_return: 'returning' },
  cancelled: { received: 'paid', received_to_return: 'returning' },
  expired: { received: 'paid', received_to_return: 'returning' },
  superseded: { received_to_return: 'returning' },
  returning: { given_back: 'returned' },
  // A second movement on an order whose first one was given back.
  returned: { received: 'paid', received_to_return: 'returning' },
};

export type PaymentState = 'open' | 'paid' | 'returning' | 'returned' | 'closed';

/** What an attempt's state means for its payment, and so for the lock on the payable. */
export const paymentStateOf = {
  confirmed: 'open',
  started: 'open',
  unknown: 'open',
  paid: 'paid',
  refused: 'closed',
  cancelled: 'closed',
  expired: 'closed',
  superseded: 'closed',
  returning: 'returning',
  returned: 'returned',
} as const satisfies Record<AttemptState, PaymentState>;

/** Whether this event is possible now; one that is not changes nothing. */
export const isLegal = (state: AttemptState, event: AttemptEvent): boolean => attemptMoves[state][event] !== undefined;

/** Applies an event; an illegal one is a bug. */
export function move(state: AttemptState, event: AttemptEvent): AttemptState {
  const next = attemptMoves[state][event];
  assert(next, `an attempt that is ${state} cannot have ${event}`);
  return next;
}
