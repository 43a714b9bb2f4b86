import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#kernel/money.ts';
import { methodAllows, methodsFor } from './methods.ts';
import type { Method } from './reasons.ts';
import { familyOf, type Line } from './windows.ts';

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

const lines = ['motor', 'home', 'accident', 'health', 'business', 'pet', 'life', 'savings', 'pension'] as const;
const isLife = (line: Line) => line === 'life' || line === 'savings' || line === 'pension';
const everyMethod = ['card', 'mybank', 'satispay'] as const;
/** Requirements PAY-3, in its own words: what is left at an amount, whatever else exists. */
const byTheRequirement = (line: Line, amount: number): Method[] => {
  if (isLife(line)) return amount > 100_000 ? ['mybank'] : ['card', 'mybank', 'satispay'];
  if (amount > 500_000) return ['mybank'];
  return amount > 200_000 ? ['card', 'mybank'] : ['card', 'mybank', 'satispay'];
};
/** Both sides of every limit. */
const edges = [1, 99_999, 100_000, 100_001, 199_999, 200_000, 200_001, 499_999, 500_000, 500_001, 100_000_000];

test.each(lines.flatMap((line) => edges.map((amount) => [line, amount] as const)))(
  '[PAY-3] %s, %i cents: what is offered, and each of the others with its reason',
  (line, amount) => {
    const answer = methodsFor(everyMethod, familyOf(line), cents(amount));
    const expected = byTheRequirement(line, amount);
    expect(answer.ok && answer.value.methods).toEqual(expected);
    const refused = answer.ok ? answer.value.all.filter((one) => !one.answer.ok) : [];
    expect(refused.map((one) => one.method)).toEqual(everyMethod.filter((method) => !expected.includes(method)));
    for (const { method, answer: why } of refused) {
      const limitCents = isLife(line) ? 100_000 : method === 'card' ? 500_000 : 200_000;
      const values = { method, limitCents, isLife: isLife(line) };
      expect(why).toEqual({ ok: false, reasons: [{ code: 'payments.above_limit', values, changes: 'nobody' }] });
    }
  },
);

test('[PAY-3] whatever exists here and whatever the amount: offered is what exists and the requirement allows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lines),
      fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 1, max: 1_000_000 })),
      fc.subarray([...everyMethod]),
      (line, amount, available) => {
        const answer = methodsFor(available, familyOf(line), cents(amount));
        const expected = byTheRequirement(line, amount).filter((method) => available.includes(method));
        if (expected.length > 0) expect(answer.ok && answer.value.methods.toSorted()).toEqual(expected.toSorted());
        else {
          // Where MyBank exists something can always be paid with; where it does not the agency is the way.
          expect(available).not.toContain('mybank');
          const code = available.length === 0 ? 'payments.no_method' : 'payments.only_mybank';
          // Satispay alone between its own ceiling and that of cards: a card would do, and there is none.
          expect(answer).toMatchObject({ ok: false, reasons: [{ changes: 'agency' }] });
          if (available.includes('card') || available.length === 0)
            expect(answer).toMatchObject({ reasons: [{ code }] });
        }
      },
    ),
  );
});

test('[PAY-3] with Satispay alone the reason names MyBank only where nothing but MyBank would do', () => {
  expect(offered(['satispay'], 'other', 200_000)).toEqual(['satispay']);
  expect(offered(['satispay'], 'other', 200_001)).toBe('payments.no_method');
  expect(offered(['satispay'], 'other', 500_000)).toBe('payments.no_method');
  expect(offered(['satispay'], 'other', 500_001)).toBe('payments.only_mybank');
  expect(methodsFor(['satispay'], 'life', cents(100_001))).toMatchObject({
    reasons: [{ code: 'payments.only_mybank', values: { limitCents: 100_000, isLife: true } }],
  });
});
