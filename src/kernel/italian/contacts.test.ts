import { expect, test } from 'vitest';
import { parseContact } from './contacts.ts';

test.each([
  [' Giulia@P.Example ', { kind: 'email', value: 'giulia@p.example' }],
  ['333 100 0482', { kind: 'mobile', value: '+393331000482' }],
  ['0039 333 1000482', { kind: 'mobile', value: '+393331000482' }],
  ['055 123456', { kind: 'landline', value: '+39055123456' }],
])('[CON-8] the contact %s is read as %o', (typed, value) => {
  expect(parseContact(typed)).toEqual({ ok: true, value });
});

test.each(['', 'giulia', 'giulia@', '333'])('[CON-8] %s is no contact', (typed) => {
  expect(parseContact(typed).ok).toBe(false);
});
