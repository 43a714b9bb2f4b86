import { expect, test } from 'vitest';
import { day } from '#kernel/days.ts';
import { cents } from '#kernel/money.ts';
import { type PayableNow, payability } from './payables.ts';
import type { Method } from './reasons.ts';

const instalment: PayableNow = {
  kind: 'instalment',
  line: 'motor',
  amountCents: cents(31_240),
  dueOn: day('2026-11-30'),
  isPayableOnline: true,
  state: 'due',
  paidOn: undefined,
  held: undefined,
};
const today = day('2026-11-24');
const answerOf = (over: Partial<PayableNow>, available: Method[] = ['card']) => {
  const answer = payability({ ...instalment, ...over }, today, available);
  return answer.ok ? answer.value.methods.join() : answer.reasons[0].code;
};

test.each([
  ['first', true, 'payments.first_premium'],
  ['regularisation', false, 'payments.not_online'],
  ['completion', false, 'payments.not_online'],
  ['instalment', false, 'payments.not_online'],
  ['instalment', true, 'card'],
  ['regularisation', true, 'card'],
  ['completion', true, 'card'],
] as const)('[PAY-1] %s, marked payable online %s: %s', (kind, isPayableOnline, expected) => {
  expect(answerOf({ kind, isPayableOnline })).toBe(expected);
});

test('[PAY-4] a payable that is paid, withdrawn or held says so before anything else', () => {
  expect(answerOf({ state: 'paid', paidOn: day('2026-11-20') })).toBe('payments.already_paid');
  expect(answerOf({ state: 'withdrawn' })).toBe('payments.withdrawn');
  expect(answerOf({ held: { state: 'open', operation: 'abc', isPending: false, paidOn: undefined } })).toBe(
    'payments.under_way',
  );
  expect(answerOf({ held: { state: 'paid', operation: 'abc', isPending: false, paidOn: today } })).toBe(
    'payments.already_paid',
  );
  expect(answerOf({ dueOn: day('2027-06-01'), state: 'paid' })).toBe('payments.already_paid');
});

test('[PAY-2] regularisation and completion premiums follow their line from their own due day', () => {
  expect(answerOf({ kind: 'regularisation', dueOn: day('2026-11-08') })).toBe('payments.window_closed');
  expect(answerOf({ kind: 'regularisation', dueOn: day('2026-11-09') })).toBe('card');
  expect(answerOf({ kind: 'completion', line: 'home', dueOn: day('2026-12-24') })).toBe('card');
  expect(answerOf({ kind: 'completion', line: 'home', dueOn: day('2026-12-25') })).toBe('payments.window_not_open');
});

test('[PAY-3] the amount decides after the window', () => {
  expect(answerOf({ amountCents: cents(500_001) })).toBe('payments.only_mybank');
  expect(answerOf({ amountCents: cents(500_001), dueOn: day('2027-06-01') })).toBe('payments.window_not_open');
  expect(answerOf({ amountCents: cents(500_001) }, ['card', 'mybank'])).toBe('mybank');
});

test('[PAY-2] [PAY-3] regularisation and completion follow their line in amounts too; MyBank takes what cards do not', () => {
  const all: Method[] = ['card', 'mybank', 'satispay'];
  for (const kind of ['regularisation', 'completion', 'instalment'] as const) {
    expect(answerOf({ kind, line: 'pension', amountCents: cents(100_000) }, all)).toBe('card,mybank,satispay');
    expect(answerOf({ kind, line: 'pension', amountCents: cents(100_001) }, all)).toBe('mybank');
    expect(answerOf({ kind, line: 'motor', amountCents: cents(500_001) }, all)).toBe('mybank');
    expect(answerOf({ kind, line: 'motor', amountCents: cents(500_001) }, ['card', 'satispay'])).toBe(
      'payments.only_mybank',
    );
  }
});

test('[PAY-1] [PAY-2] [PAY-3] a contribution has no window, and is within the limits of its line', () => {
  const far = { kind: 'contribution', line: 'savings', dueOn: day('2020-01-01') } as const;
  expect(answerOf({ ...far, amountCents: cents(100_000) }, ['card', 'mybank'])).toBe('card,mybank');
  expect(answerOf({ ...far, amountCents: cents(100_001) }, ['card', 'mybank'])).toBe('mybank');
  expect(answerOf({ ...far, amountCents: cents(100_001) })).toBe('payments.only_mybank');
});
