import { expect, test } from 'vitest';
import { languages } from '#kernel/language.ts';
import { fiscalIdField, fiscalIdProblem } from './fiscal-id.server.ts';

test.each([
  ['', { key: 'missing' }],
  ['RSSMRA85M01H501Q', undefined],
  ['rss mra 85m01 h501q', undefined],
  ['RSSMRA85M01H501', { key: 'length', kind: 'codice_fiscale', count: 15 }],
  ['RSSMRA85M01H501A', { key: 'check', typed: 'A' }],
  ['RSSMRA85F01H501Q', { key: 'character', position: 9, typed: 'F', expected: 'month' }],
  ['RSSMRA85101H501Q', { key: 'character', position: 9, typed: '1', expected: 'letter' }],
  ['RSSMRA85B30H501Q', { key: 'date', typed: '85B30' }],
  ['rssmràa85m01h501q', { key: 'length', kind: 'codice_fiscale', count: 17 }],
  ['rssmrà85m01h501q', { key: 'character', position: 6, typed: 'À', expected: 'letter' }],
  ['RSSMR185M01H501Q', { key: 'character', position: 6, typed: '1', expected: 'letter' }],
  ['RSSMRAA5M01H501Q', { key: 'character', position: 7, typed: 'A', expected: 'digit' }],
  ['IT 07643520567', undefined],
  ['0764352056', { key: 'length', kind: 'partita_iva', count: 10 }],
  ['07643520568', { key: 'check', typed: '8' }],
  ['0764352O567', { key: 'character', position: 8, typed: 'O', expected: 'digit' }],
])('[REG-5] [CON-8] %s typed as codice fiscale or partita IVA', (typed, expected) => {
  expect(fiscalIdProblem(typed)).toEqual(expected);
});

test('[REG-5] [CON-8] the sentence names the character, in every language', () => {
  for (const language of languages) {
    const read = fiscalIdField(language).safeParse('RSSMR185M01H501Q');
    expect(read.error?.issues[0]?.message).toMatch(/6.*[«“„]1[»”“]/);
  }
});
