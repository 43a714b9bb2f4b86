import { expect, test } from 'vitest';
import { readContact, takesCode } from './contact.ts';

test.each([
  ['', undefined],
  ['giulia', undefined],
  ['giulia@', undefined],
  ['12345', undefined],
  ['800 000 000', undefined],
  [' Giulia@P.example ', { kind: 'email', value: 'giulia@p.example' }],
  ['333 123 4567', { kind: 'mobile', value: '+393331234567' }],
  ['0039 055 123456', { kind: 'landline', value: '+39055123456' }],
])('[REQ-1] a contact typed as "%s"', (typed, expected) => {
  expect(readContact(typed)).toEqual(expected);
});

test('[REQ-1] only a landline takes no code', () => {
  expect(takesCode({ kind: 'landline', value: '+39055123456' })).toBe(false);
  expect(takesCode({ kind: 'mobile', value: '+393331234567' })).toBe(true);
});
