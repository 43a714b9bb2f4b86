import { expect, test } from 'vitest';
import { cents } from '#kernel/money.ts';
import { type ContributionNow, contribution, contributionAmount, takesContribution } from './contributions.ts';
import type { Method } from './reasons.ts';

const all: Method[] = ['card', 'mybank', 'satispay'];
const limits = { minCents: cents(5_000), maxCents: cents(5_000_000) };
const life: ContributionNow = { line: 'life', state: 'active', takesContributions: true, underWay: undefined };

const answerOf = (over: Partial<ContributionNow>, amount = 10_000, available = all) => {
  const answer = contribution({ ...life, ...over }, cents(amount), limits, available);
  return answer.ok ? answer.value.methods.join() : answer.reasons[0].code;
};

test.each([
  ['motor', 'payments.contribution_not_taken'],
  ['home', 'payments.contribution_not_taken'],
  ['health', 'payments.contribution_not_taken'],
  ['business', 'payments.contribution_not_taken'],
  ['life', 'card,mybank,satispay'],
  ['savings', 'card,mybank,satispay'],
  ['pension', 'card,mybank,satispay'],
] as const)('[PAY-1] a contribution to %s, whatever its product says: %s', (line, expected) => {
  expect(answerOf({ line })).toBe(expected);
});

test('[PAY-1] a product that takes none, a policy that is suspended or ended, and one under way refuse', () => {
  expect(answerOf({ takesContributions: false })).toBe('payments.contribution_not_taken');
  expect(answerOf({ state: 'suspended' })).toBe('payments.contribution_not_in_force');
  expect(answerOf({ state: 'ended' })).toBe('payments.contribution_not_in_force');
  expect(answerOf({ underWay: { operation: 'abc', isPending: false } })).toBe('payments.under_way');
  expect(takesContribution(life).ok).toBe(true);
});

test.each([
  [4_999, 'payments.contribution_amount'],
  [5_000, 'card,mybank,satispay'],
  [5_000_000, 'mybank'],
  [5_000_001, 'payments.contribution_amount'],
  [1, 'payments.contribution_amount'],
] as const)('[PAY-1] from 50.00 to 50,000.00 euro, both included: %i cents are %s', (amount, expected) => {
  expect(answerOf({}, amount)).toBe(expected);
});

test.each([
  [100_000, 'card,mybank,satispay'],
  [100_001, 'mybank'],
] as const)('[PAY-1] [PAY-3] within the limits of the methods: %i cents by %s', (amount, expected) => {
  for (const line of ['life', 'savings', 'pension'] as const) expect(answerOf({ line }, amount)).toBe(expected);
});

test('[PAY-3] above the ceiling of cards, where there is no MyBank, the agency takes it', () => {
  expect(answerOf({}, 100_001, ['card', 'satispay'])).toBe('payments.only_mybank');
  expect(answerOf({}, 10_000, [])).toBe('payments.no_method');
});

test('[PAY-1] the refusal of an amount says minimum and maximum', () => {
  expect(contributionAmount(cents(4_999), limits)).toMatchObject({ ok: false, reasons: [{ values: limits }] });
});
