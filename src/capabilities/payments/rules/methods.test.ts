import { expect, test } from 'vitest';
import { cents } from '#kernel/money.ts';
import { methodAllows, methodsFor } from './methods.ts';
import type { Method } from './reasons.ts';

test.each([
  ['card', 'life', 100_000, 'yes'],
  ['card', 'life', 100_001, 'payments.above_limit'],
  ['satispay', 'life', 100_000, 'yes'],
  ['satispay', 'life', 100_001, 'payments.above_limit'],
  ['mybank', 'life', 100_001, 'yes'],
  ['card', 'motor', 500_000, 'yes'],
  ['card', 'motor', 500_001, 'payments.above_limit'],
  ['card', 'other', 500_000, 'yes'],
  ['card', 'other', 500_001, 'payments.above_limit'],
  ['satispay', 'other', 200_000, 'yes'],
  ['satispay', 'other', 200_001, 'payments.above_limit'],
  ['satispay', 'motor', 200_001, 'payments.above_limit'],
  ['mybank', 'other', 500_001, 'yes'],
  ['card', 'motor', 1, 'yes'],
] as const)('[PAY-3] %s on a %s line for %i cents: %s', (method, family, amount, expected) => {
  const answer = methodAllows(method, family, cents(amount));
  expect(answer.ok ? 'yes' : answer.reasons[0].code).toBe(expected);
});

const offered = (available: Method[], family: 'life' | 'other', amount: number) => {
  const answer = methodsFor(available, family, cents(amount));
  return answer.ok ? answer.value.methods : answer.reasons[0].code;
};

test('[PAY-3] a method that does not exist here is not offered', () => {
  expect(offered(['card'], 'other', 31_240)).toEqual(['card']);
  expect(offered(['card', 'mybank', 'satispay'], 'other', 31_240)).toEqual(['card', 'mybank', 'satispay']);
  expect(offered([], 'other', 31_240)).toBe('payments.no_method');
});

test('[PAY-3] above the ceiling only MyBank, and where that does not exist the reason names it and its limit', () => {
  expect(offered(['card', 'mybank', 'satispay'], 'other', 500_001)).toEqual(['mybank']);
  expect(offered(['card', 'mybank', 'satispay'], 'other', 200_001)).toEqual(['card', 'mybank']);
  expect(offered(['card'], 'life', 100_000)).toEqual(['card']);
  expect(methodsFor(['card'], 'life', cents(100_001))).toEqual({
    ok: false,
    reasons: [{ code: 'payments.only_mybank', values: { limitCents: 100_000, isLife: true }, changes: 'agency' }],
  });
  expect(methodsFor(['card'], 'other', cents(500_001))).toEqual({
    ok: false,
    reasons: [{ code: 'payments.only_mybank', values: { limitCents: 500_000, isLife: false }, changes: 'agency' }],
  });
});
