import { expect, test } from 'vitest';
import { type EligibilityFacts, eligibilityOf } from './eligibility.ts';

const mobile: EligibilityFacts = { kind: 'mobile', origin: 'agency', claim: undefined };
const codes = (facts: Partial<EligibilityFacts>): string[] => {
  const answer = eligibilityOf({ ...mobile, ...facts });
  return answer.ok ? [] : answer.reasons.map((reason) => reason.code);
};

test.each<[string, Partial<EligibilityFacts>, string[]]>([
  ['a landline', { kind: 'landline' }, ['contacts.landline']],
  ['one added by the customer', { origin: 'self' }, ['contacts.added_by_yourself']],
  ['the own username', { claim: { role: 'username', isOwn: true } }, ['contacts.own_username']],
  ['the username of another account', { claim: { role: 'username', isOwn: false } }, ['contacts.used_by_another']],
  [
    'the confirmation contact of another',
    { claim: { role: 'confirmation', isOwn: false } },
    ['contacts.used_by_another'],
  ],
  ['one another account is waiting for', { claim: { role: 'awaited', isOwn: false } }, ['contacts.used_by_another']],
  ['an own landline', { kind: 'landline', origin: 'self' }, ['contacts.landline', 'contacts.added_by_yourself']],
])('[CNF-4] %s cannot confirm operations', (_name, facts, expected) => {
  expect(codes(facts)).toEqual(expected);
});

test.each<[string, Partial<EligibilityFacts>]>([
  ['a mobile of the agency', {}],
  ['an e-mail of the agency', { kind: 'email' }],
  ['an e-mail of the employer', { kind: 'email', origin: 'employer' }],
  ['the own confirmation contact', { claim: { role: 'confirmation', isOwn: true } }],
])('[CNF-4] %s can confirm operations', (_name, facts) => {
  expect(codes(facts)).toEqual([]);
});
