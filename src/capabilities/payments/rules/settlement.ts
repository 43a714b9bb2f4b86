// What an attempt becomes, from everything the provider lists and how things stand here. Pure; asked again and again, in
// any order, with old and new lists alike: it only ever adds what is not known yet. [PAY-6] [PAY-11] [PAY-12]
import type { Instant } from '#kernel/days.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { ProviderOperation } from '../provider.ts';
import { type AttemptEvent, type AttemptState, isLegal, move } from './attempts.ts';
import type { ReturnReason } from './reasons.ts';

export type AttemptNow = {
  state: AttemptState;
  /** The payer can have seen the provider's page: its address reached us. */
  hasPage: boolean;
  expectedCents: Cents;
  /** The provider keeps it open until then. */
  limitAt: Instant;
  /** Reconciled until then; what is pending even longer holds nothing up any more. */
  watchedUntil: Instant;
};

/** The payable as it stands in the moment of settling. */
export type PayableThen = {
  state: 'due' | 'paid' | 'withdrawn';
  amountCents: Cents;
  /** Another payment of ours has been received for it and kept. */
  isPaidByAnother: boolean;
};

/** What the ledger holds of this attempt already. */
export type Recorded = {
  receivedIds: ReadonlySet<string>;
  returnedIds: ReadonlySet<string>;
  receivedCents: Cents;
  returnedCents: Cents;
  /** Received, not kept, and not given back yet. */
  owedCents: Cents;
};

export type Movement =
  | { type: 'received'; operation: ProviderOperation; isKept: true }
  | { type: 'received'; operation: ProviderOperation; isKept: false; because: ReturnReason | 'reversed' }
  | { type: 'returned'; operation: ProviderOperation; from: 'premiums' | 'to_return' };

export type Settlement = {
  events: AttemptEvent[];
  state: AttemptState;
  movements: Movement[];
  /** Something at the provider is not final yet. */
  isPending: boolean;
};

/** `isOpen`: it can be paid now, or never any more; absent where the provider does not say. */
type Answer = { operations: readonly ProviderOperation[]; isOpen?: boolean } | 'unanswered';

export function settlement(
  attempt: AttemptNow,
  answer: Answer,
  payable: PayableThen,
  recorded: Recorded,
  now: Instant,
): Settlement {
  const operations = answer === 'unanswered' ? [] : answer.operations;
  const events: AttemptEvent[] = [];
  let state = attempt.state;
  const happen = (event: AttemptEvent): void => {
    state = move(state, event);
    events.push(event);
  };

  const movements: Movement[] = [];
  for (const operation of newlyReceived(operations, recorded)) {
    const because = operation.result === 'reversed' ? 'reversed' : whyReturned(attempt, state, operation, payable);
    if (because) {
      movements.push({ type: 'received', operation, isKept: false, because });
      if (because !== 'reversed' && isLegal(state, 'received_to_return')) happen('received_to_return');
    } else {
      movements.push({ type: 'received', operation, isKept: true });
      happen('received');
    }
  }
  movements.push(...newlyReturned(operations, recorded, owedAfter(recorded, movements)));
  if (isAllGivenBack(recorded, movements) && isLegal(state, 'given_back')) happen('given_back');

  const isPending = operations.some((operation) => operation.result === 'pending');
  const ending = endingOf(attempt, state, answer, isPending, now);
  if (ending) happen(ending);
  return { events, state, movements, isPending };
}

const isTaken = (operation: ProviderOperation): boolean =>
  operation.type === 'payment' && (operation.result === 'success' || operation.result === 'reversed');

const newlyReceived = (operations: readonly ProviderOperation[], recorded: Recorded): ProviderOperation[] =>
  operations.filter((operation) => isTaken(operation) && !recorded.receivedIds.has(operation.id));

/** Why this money cannot be kept; nothing when it can. */
function whyReturned(
  attempt: AttemptNow,
  state: AttemptState,
  operation: ProviderOperation,
  payable: PayableThen,
): ReturnReason | undefined {
  const nobody = { changes: 'nobody' } as const;
  if (payable.isPaidByAnother || !isLegal(state, 'received')) {
    return { code: 'payments.return_paid_twice', values: {}, ...nobody };
  }
  if (payable.state === 'paid') return { code: 'payments.return_paid_otherwise', values: {}, ...nobody };
  if (payable.state === 'withdrawn') return { code: 'payments.return_withdrawn', values: {}, ...nobody };
  if (payable.amountCents !== attempt.expectedCents) {
    const values = { paidCents: operation.amountCents, nowCents: payable.amountCents };
    return { code: 'payments.return_amount_changed', values, ...nobody };
  }
  if (operation.amountCents !== attempt.expectedCents) {
    const values = { paidCents: operation.amountCents, expectedCents: attempt.expectedCents };
    return { code: 'payments.return_wrong_amount', values, ...nobody };
  }
  return undefined;
}

const sumOf = (movements: readonly Movement[], which: (movement: Movement) => boolean): number =>
  movements.filter(which).reduce((sum, movement) => sum + movement.operation.amountCents, 0);

const owedAfter = (recorded: Recorded, movements: readonly Movement[]): Cents =>
  cents(recorded.owedCents + sumOf(movements, (movement) => movement.type === 'received' && !movement.isKept));

/** Refunds, and payments that the provider reversed by itself; what is owed goes first, then premiums. */
function newlyReturned(operations: readonly ProviderOperation[], recorded: Recorded, owed: Cents): Movement[] {
  let left: number = owed;
  return operations
    .filter((operation) => isGivenBack(operation) && !recorded.returnedIds.has(operation.id))
    .map((operation) => {
      const from = left >= operation.amountCents ? 'to_return' : 'premiums';
      if (from === 'to_return') left -= operation.amountCents;
      return { type: 'returned', operation, from };
    });
}

const isGivenBack = (operation: ProviderOperation): boolean =>
  (operation.type === 'refund' && operation.result === 'success') ||
  (operation.type === 'payment' && operation.result === 'reversed');

function isAllGivenBack(recorded: Recorded, movements: readonly Movement[]): boolean {
  const received = recorded.receivedCents + sumOf(movements, (movement) => movement.type === 'received');
  const returned = recorded.returnedCents + sumOf(movements, (movement) => movement.type === 'returned');
  return received > 0 && returned >= received;
}

/** How an attempt that received nothing ends, when it does. */
function endingOf(
  attempt: AttemptNow,
  state: AttemptState,
  answer: Answer,
  isPending: boolean,
  now: Instant,
): AttemptEvent | undefined {
  const isPast = now >= attempt.limitAt || (answer !== 'unanswered' && answer.isOpen === false);
  if (answer !== 'unanswered') {
    // The bank is still deciding: not even the limit ends what the provider itself keeps open, but the end of watching does.
    if (isPending) return now >= attempt.watchedUntil && isLegal(state, 'limit_passed') ? 'limit_passed' : undefined;
    const last = answer.operations.findLast((operation) => operation.type === 'payment');
    if (last) {
      const event = last.isByPayer ? 'given_up' : 'declined';
      return isLegal(state, event) ? event : undefined;
    }
    // Nobody ever saw the page, so nobody can pay on it.
    if (state === 'unknown' && !attempt.hasPage) return 'not_opened';
  }
  return isPast && isLegal(state, 'limit_passed') ? 'limit_passed' : undefined;
}
