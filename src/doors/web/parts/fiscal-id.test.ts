import { expect, test } from 'vitest';
import { fiscalIdProblem } from './fiscal-id.server.ts';

test.each([
  ['', { key: 'missing' }],
  ['RSSMRA85M01H501Q', undefined],
  ['rss mra 85m01 h501q', undefined],
  ['RSSMRA85M01H501', { key: 'length' }],
  ['RSSMRA85M01H501A', { key: 'check' }],
  ['RSSMR185M01H501Q', { key: 'character', position: 6, expected: 'letter' }],
  ['RSSMRAA5M01H501Q', { key: 'character', position: 7, expected: 'digit' }],
  ['IT 07643520567', undefined],
  ['0764352056', { key: 'length' }],
  ['07643520568', { key: 'check' }],
  ['0764352O567', { key: 'character', position: 8, expected: 'digit' }],
])('[REG-5] [CON-8] %s typed as codice fiscale or partita IVA', (typed, expected) => {
  expect(fiscalIdProblem(typed)).toEqual(expected);
});
