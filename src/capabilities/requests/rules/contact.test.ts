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

test('[REQ-1] a landline and a mobile of another country take no code', () => {
  expect(takesCode({ kind: 'landline', value: '+39055123456' })).toBe(false);
  for (const typed of ['+49 1512 3456789', '0041 79 123 45 67', '+371 21 234 567', '+1 202 555 0143'])
    expect([typed, takesCode(readContact(typed) ?? { kind: 'email', value: '' })]).toEqual([typed, false]);
  expect(takesCode({ kind: 'email', value: 'giulia@p.example' })).toBe(true);
  expect(takesCode({ kind: 'mobile', value: '+393331234567' })).toBe(true);
});
