import { expect, test } from 'vitest';
import { attemptEvents, attemptMoves, attemptStates, isLegal, move, paymentStateOf } from './attempts.ts';

test('[PAY-6] every pair of state and event is either in the table or refused', () => {
  for (const state of attemptStates) {
    for (const event of attemptEvents) {
      if (isLegal(state, event)) expect(attemptStates).toContain(move(state, event));
      else expect(() => move(state, event)).toThrow(`an attempt that is ${state} cannot have ${event}`);
    }
  }
});

test('[PAY-6] money that was kept never becomes open or closed again', () => {
  expect(Object.keys(attemptMoves.paid)).toEqual(['given_back']);
  expect(isLegal('paid', 'declined')).toBe(false);
  expect(isLegal('paid', 'limit_passed')).toBe(false);
});

test('[PAY-6] a late success is heard in every state that ended without money', () => {
  for (const state of ['refused', 'cancelled', 'expired'] as const) expect(move(state, 'received')).toBe('paid');
  expect(isLegal('superseded', 'received')).toBe(false);
  expect(move('superseded', 'received_to_return')).toBe('returning');
});

test('[PAY-12] the lock is held only while an attempt is open or paid', () => {
  const holding = attemptStates.filter((state) => ['open', 'paid'].includes(paymentStateOf[state]));
  expect(holding).toEqual(['confirmed', 'started', 'unknown', 'paid']);
});
