import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant, plusSeconds } from '#kernel/days.ts';
import { type Cents, cents } from '#kernel/money.ts';
import type { ProviderOperation } from '../provider.ts';
import { type AttemptState, isLegal, move, paymentStateOf } from './attempts.ts';
import { type AttemptNow, type PayableThen, type Recorded, settlement } from './settlement.ts';

const amount = cents(31_240);
const now = instant('2026-11-24T13:35:00Z');
const limitAt = plusSeconds(now, 1800);
const watchedUntil = plusSeconds(limitAt, 48 * 3600);
const operation = (over: Partial<ProviderOperation> = {}): ProviderOperation => ({
  id: 'op-1',
  type: 'payment',
  result: 'success',
  amountCents: amount,
  at: now,
  ...over,
});
const refused = operation({ id: 'op-0', result: 'failure' });
const goneBack = operation({ id: 'op-2', result: 'failure', isByPayer: true });
const nothing: Recorded = {
  receivedIds: new Set(),
  returnedIds: new Set(),
  receivedCents: cents(0),
  returnedCents: cents(0),
  owedCents: cents(0),
};
const due: PayableThen = { state: 'due', amountCents: amount, isPaidByAnother: false };
const attempt = (state: AttemptState, over: Partial<AttemptNow> = {}): AttemptNow => ({
  state,
  hasPage: true,
  expectedCents: amount,
  limitAt,
  watchedUntil,
  ...over,
});

test.each([
  ['started', [], now, 'started'],
  ['started', [refused], now, 'refused'],
  ['started', [operation({ result: 'pending' })], now, 'started'],
  ['started', [refused, operation({ result: 'pending' })], now, 'started'],
  // Nobody refused the card of who went back without paying.
  ['started', [goneBack], now, 'cancelled'],
  ['started', [refused, goneBack], now, 'cancelled'],
  ['started', [goneBack, refused], now, 'refused'],
  ['started', [goneBack, operation()], now, 'paid'],
  ['started', [operation()], now, 'paid'],
  ['started', [refused, operation()], now, 'paid'],
  ['started', [operation(), refused], now, 'paid'],
  ['started', [operation({ result: 'reversed' })], now, 'refused'],
  // The provider's own limit, on both sides.
  ['started', [], plusSeconds(limitAt, -1), 'started'],
  ['started', [], limitAt, 'expired'],
  ['started', [operation({ result: 'pending' })], limitAt, 'started'],
  // What the bank never decides holds the instalment no longer than anybody watches; a success is still one.
  ['started', [operation({ result: 'pending' })], plusSeconds(watchedUntil, -1), 'started'],
  ['started', [operation({ result: 'pending' })], watchedUntil, 'expired'],
  ['expired', [operation({ result: 'pending' })], watchedUntil, 'expired'],
  ['expired', [operation()], plusSeconds(watchedUntil, 3600), 'paid'],
  ['unknown', [operation()], now, 'paid'],
  ['refused', [refused, operation()], now, 'paid'],
  ['expired', [operation()], plusSeconds(limitAt, 3600), 'paid'],
  ['cancelled', [operation()], now, 'paid'],
  ['superseded', [operation()], now, 'returning'],
  ['paid', [operation()], now, 'paid'],
] as const)('[PAY-6] %s, provider lists %j: %s', (state, operations, at, expected) => {
  const isKnown = state === 'paid';
  const recorded = isKnown ? { ...nothing, receivedIds: new Set(['op-1']), receivedCents: amount } : nothing;
  expect(settlement(attempt(state), { operations }, due, recorded, at).state).toBe(expected);
});

test.each([
  // Where the provider says that it takes no payment any more, waiting for the limit would lock for nothing.
  [{ operations: [], isOpen: false }, 'started', 'expired'],
  [{ operations: [], isOpen: true }, 'started', 'started'],
  [{ operations: [] }, 'started', 'started'],
  [{ operations: [goneBack], isOpen: false }, 'started', 'cancelled'],
  [{ operations: [operation()], isOpen: false }, 'started', 'paid'],
  [{ operations: [], isOpen: false }, 'paid', 'paid'],
  [{ operations: [], isOpen: false }, 'cancelled', 'cancelled'],
] as const)('[PAY-12] %o before the limit: %s becomes %s', (answer, from, to) => {
  expect(settlement(attempt(from), answer, due, nothing, now).state).toBe(to);
});

test('[PAY-6] a page that never reached us, on an order nobody tried to pay, is settled at once', () => {
  const answer = settlement(attempt('unknown', { hasPage: false }), { operations: [] }, due, nothing, now);
  expect(answer).toMatchObject({ state: 'cancelled', events: ['not_opened'], movements: [] });
  // Without an answer of the provider nothing is concluded before its limit.
  expect(settlement(attempt('unknown', { hasPage: false }), 'unanswered', due, nothing, now).events).toEqual([]);
  expect(settlement(attempt('unknown', { hasPage: false }), 'unanswered', due, nothing, limitAt).state).toBe('expired');
});

test.each([
  [{ ...due, state: 'withdrawn' }, 'payments.return_withdrawn'],
  [{ ...due, state: 'paid' }, 'payments.return_paid_otherwise'],
  [{ ...due, isPaidByAnother: true }, 'payments.return_paid_twice'],
  [{ ...due, amountCents: cents(31_241) }, 'payments.return_amount_changed'],
] as const)('[PAY-6] a success for a payable that stands as %j is received and given back', (payable, code) => {
  const answer = settlement(attempt('started'), { operations: [operation()] }, payable, nothing, now);
  expect(answer.state).toBe('returning');
  expect(answer.movements).toMatchObject([{ type: 'received', isKept: false, because: { code } }]);
});

test('[PAY-6] another amount than the one confirmed is not kept', () => {
  const answer = settlement(
    attempt('started'),
    { operations: [operation({ amountCents: cents(1) })] },
    due,
    nothing,
    now,
  );
  expect(answer.movements).toMatchObject([{ isKept: false, because: { code: 'payments.return_wrong_amount' } }]);
});

test('[PAY-6] the same list twice adds nothing', () => {
  const recorded = { ...nothing, receivedIds: new Set(['op-1']), receivedCents: amount };
  const answer = settlement(attempt('paid'), { operations: [operation()] }, due, recorded, now);
  expect(answer).toMatchObject({ events: [], movements: [], state: 'paid' });
});

test('[PAY-11] two successes on one order: the first is kept, the second is given back', () => {
  const answer = settlement(
    attempt('started'),
    { operations: [operation(), operation({ id: 'op-2' })] },
    due,
    nothing,
    now,
  );
  expect(answer.state).toBe('paid');
  expect(answer.movements).toMatchObject([{ isKept: true }, { isKept: false }]);
});

test('[PAY-11] what is owed is given back first, then premiums', () => {
  const refund = operation({ id: 'op-9', type: 'refund' });
  const owed = { ...nothing, receivedIds: new Set(['op-1']), receivedCents: amount, owedCents: amount };
  expect(settlement(attempt('returning'), { operations: [operation(), refund] }, due, owed, now)).toMatchObject({
    state: 'returned',
    movements: [{ type: 'returned', from: 'to_return' }],
  });
  // A refund made at the provider's own desk takes back a premium.
  const kept = { ...owed, owedCents: cents(0) };
  expect(settlement(attempt('paid'), { operations: [operation(), refund] }, due, kept, now)).toMatchObject({
    state: 'returned',
    movements: [{ type: 'returned', from: 'premiums' }],
  });
});

// ── any order, any number of times, old lists and new ones ──────────────────────────────────────────────────────────

type Model = {
  state: AttemptState;
  listed: ProviderOperation[];
  ledger: Map<string, number>;
  kept: Cents;
  owed: Cents;
};
type Command =
  | { do: 'attempt' }
  | { do: 'list'; which: number; result: ProviderOperation['result']; type: 'payment' | 'refund' }
  | { do: 'settle'; which: number; seen: number }
  | { do: 'give_up'; which: number }
  | { do: 'wait'; seconds: number }
  | { do: 'core'; state: 'due' | 'paid' | 'withdrawn' };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constant({ do: 'attempt' as const }),
  fc.record({
    do: fc.constant('list' as const),
    which: fc.nat(5),
    result: fc.constantFrom('success', 'failure', 'pending', 'reversed'),
    type: fc.constantFrom('payment', 'payment', 'refund'),
  }),
  fc.record({ do: fc.constant('settle' as const), which: fc.nat(5), seen: fc.nat(6) }),
  fc.record({ do: fc.constant('settle' as const), which: fc.nat(5), seen: fc.constant(99) }),
  fc.record({ do: fc.constant('give_up' as const), which: fc.nat(5) }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(4000) }),
  fc.record({ do: fc.constant('core' as const), state: fc.constantFrom('due', 'due', 'paid', 'withdrawn') }),
);

class World {
  attempts: Model[] = [];
  core: 'due' | 'paid' | 'withdrawn' = 'due';
  now: Instant = now;
  ids = 0;

  run(given: Command): void {
    const chosen = 'which' in given ? this.attempts[given.which % Math.max(1, this.attempts.length)] : undefined;
    if (given.do === 'core') this.core = given.state;
    if (given.do === 'wait') this.now = plusSeconds(this.now, given.seconds);
    if (given.do === 'attempt' && !this.attempts.some((one) => ['open', 'paid'].includes(paymentStateOf[one.state]))) {
      this.attempts.push({ state: 'started', listed: [], ledger: new Map(), kept: cents(0), owed: cents(0) });
    }
    if (!chosen) return;
    if (given.do === 'list') this.list(chosen, given.type, given.result);
    if (given.do === 'give_up' && isLegal(chosen.state, 'given_up')) chosen.state = move(chosen.state, 'given_up');
    if (given.do === 'settle') this.settle(chosen, chosen.listed.slice(0, given.seen));
  }

  list(one: Model, type: 'payment' | 'refund', result: ProviderOperation['result']): void {
    const taken = one.listed.filter((item) => item.type === 'payment' && item.result === 'success').length;
    const given = one.listed.filter((item) => item.type === 'refund').length;
    // A provider never gives back more than it took.
    if (type === 'refund' && (result !== 'success' || given >= taken)) return;
    one.listed.push(operation({ id: `op-${++this.ids}`, type, result }));
  }

  /** What store and commands do with a settlement, without a database. */
  settle(one: Model, operations: readonly ProviderOperation[]): void {
    const isPaidByAnother = this.attempts.some((other) => other !== one && other.state === 'paid');
    const payable: PayableThen = { state: this.core, amountCents: amount, isPaidByAnother };
    const sum = (kind: string) =>
      cents([...one.ledger].reduce((total, [key, value]) => total + (key.startsWith(kind) ? value : 0), 0));
    const ids = (kind: string) =>
      new Set([...one.ledger.keys()].filter((key) => key.startsWith(kind)).map((key) => key.slice(kind.length)));
    const answer = settlement(
      attempt(one.state),
      { operations },
      payable,
      {
        receivedIds: ids('received:'),
        returnedIds: ids('returned:'),
        receivedCents: sum('received:'),
        returnedCents: sum('returned:'),
        owedCents: one.owed,
      },
      this.now,
    );
    for (const movement of answer.movements) {
      const key = `${movement.type}:${movement.operation.id}`;
      expect(one.ledger.has(key)).toBe(false);
      one.ledger.set(key, movement.operation.amountCents);
      if (movement.type === 'received' && movement.isKept) one.kept = cents(one.kept + amount);
      if (movement.type === 'received' && !movement.isKept) one.owed = cents(one.owed + amount);
      if (movement.type === 'returned' && movement.from === 'to_return') one.owed = cents(one.owed - amount);
      if (movement.type === 'returned' && movement.from === 'premiums') one.kept = cents(one.kept - amount);
    }
    if (answer.events.includes('received')) {
      for (const other of this.attempts) {
        if (other !== one && isLegal(other.state, 'overtaken')) other.state = move(other.state, 'overtaken');
      }
    }
    one.state = answer.state;
  }

  check(): void {
    const holding = this.attempts.filter((one) => ['open', 'paid'].includes(paymentStateOf[one.state]));
    expect(holding.length).toBeLessThanOrEqual(1);
    expect(this.attempts.filter((one) => one.kept > 0).length).toBeLessThanOrEqual(1);
    for (const one of this.attempts) {
      expect(one.kept).toBeGreaterThanOrEqual(0);
      expect(one.kept).toBeLessThanOrEqual(amount);
      expect(one.owed).toBeGreaterThanOrEqual(0);
      if (one.state === 'returned') expect(one.kept + one.owed).toBe(0);
    }
  }
}

test('[PAY-6] at most one payment is kept, whatever is listed, forgotten, repeated or given up', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const world = new World();
      for (const given of commands) {
        world.run(given);
        world.check();
      }
      // In the end everything is read once more, and what is owed is given back: both sides then agree.
      for (const one of world.attempts) {
        world.settle(one, one.listed);
        while (one.owed > 0) {
          one.listed.push(operation({ id: `op-${++world.ids}`, type: 'refund' }));
          world.settle(one, one.listed);
        }
        const provider = one.listed.reduce((total, item) => {
          if (item.type === 'payment' && item.result === 'success') return total + item.amountCents;
          return item.type === 'refund' && item.result === 'success' ? total - item.amountCents : total;
        }, 0);
        expect(one.kept).toBe(provider);
        world.check();
      }
    }),
    { numRuns: 400 },
  );
});
