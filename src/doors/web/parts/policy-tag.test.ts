import { expect, test } from 'vitest';
import { day } from '#kernel/days.ts';
import { type PolicyTag, policyTag, type Standing, urgencyOf } from './policy-tag.ts';

const today = day('2026-11-24');
const yes = { ok: true as const, value: undefined };
const no = (code: string) => ({
  ok: false as const,
  reasons: [{ code, values: {}, changes: 'agency' as const }] as [never],
});
const payable = (dueOn: string, answer: Standing['answer'], openPayment?: Standing['openPayment']): Standing => ({
  dueOn: day(dueOn),
  answer,
  openPayment,
});
const pending = { isOwn: true, isPending: true };
const unfinished = { isOwn: true, isPending: false };
const ofAnother = { isOwn: false, isPending: false };
const holder = { state: 'active', seesPayments: true } as const;

test.each<[string, Standing[], PolicyTag]>([
  ['nothing to pay', [], 'ok'],
  ['all paid', [payable('2026-05-30', no('payments.already_paid'))], 'ok'],
  ['far ahead', [payable('2026-12-25', no('payments.window_not_open'))], 'ok'],
  ['not yet here, due within thirty days', [payable('2026-12-24', no('payments.not_online'))], 'due'],
  ['payable today', [payable('2026-12-30', yes)], 'due'],
  ['due today', [payable('2026-11-24', yes)], 'due'],
  ['due yesterday', [payable('2026-11-23', yes)], 'overdue'],
  ['window closed', [payable('2026-10-01', no('payments.window_closed'))], 'overdue'],
  ['the bank decides', [payable('2026-11-20', no('payments.under_way'), pending)], 'verifying'],
  ['left unfinished', [payable('2026-11-20', no('payments.under_way'), unfinished)], 'unfinished'],
  ['being paid by another', [payable('2026-11-20', no('payments.under_way'), ofAnother)], 'verifying'],
  [
    'under way, and another overdue',
    [payable('2026-11-20', no('payments.under_way'), unfinished), payable('2026-11-01', yes)],
    'overdue',
  ],
])('[PAY-4] %s: the policy says %s', (_name, payables, expected) => {
  expect(policyTag(holder, payables, today).name).toBe(expected);
});

test('[POL-4] who does not see the payments learns nothing of them from the word', () => {
  const insured = { state: 'active', seesPayments: false } as const;
  expect(policyTag(insured, [payable('2026-11-01', yes)], today).name).toBe('active');
  expect(policyTag({ ...insured, state: 'suspended' }, [], today).name).toBe('suspended');
});

test('[POL-13] a suspended cover says so, unless something is to pay', () => {
  const suspended = { state: 'suspended', seesPayments: true } as const;
  expect(policyTag(suspended, [], today).name).toBe('suspended');
  expect(policyTag(suspended, [payable('2026-11-01', yes)], today).name).toBe('overdue');
  expect(policyTag({ state: 'ended', seesPayments: true }, [payable('2026-11-01', yes)], today).name).toBe('ended');
});

test('the most urgent word comes first', () => {
  expect(urgencyOf('overdue')).toBeLessThan(urgencyOf('due'));
  expect(urgencyOf('due')).toBeLessThan(urgencyOf('ok'));
});
