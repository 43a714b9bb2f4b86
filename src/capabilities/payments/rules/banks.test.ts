import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '#kernel/italian/folded.ts';
import { bankNameMax, bankSearches, banksFrom, banksMax } from './banks.ts';

const rows = (...given: unknown[]) => given.map((row, at) => ({ line: at + 2, row }));

test.each([
  [{ status: 'active' }, 'no name'],
  [{ name: ' · ', status: 'active' }, 'no name'],
  [{ name: 'x'.repeat(bankNameMax + 1), status: 'active' }, `a name of more than ${bankNameMax} characters`],
  [{ name: 'Banca Valdombra' }, 'the status is none of active, suspended, left'],
  [{ name: 'Banca Valdombra', status: 'ACTIVE' }, 'the status is none of active, suspended, left'],
  [null, 'no name'],
  ['Banca Valdombra', 'no name'],
])('[PAY-14] a row %j is refused: %s', (row, reason) => {
  expect(banksFrom(rows(row))).toEqual({ banks: [], faults: [{ line: 2, reason }] });
});

test('[PAY-14] the same bank twice, an empty list and one that is too long are refused with their line', () => {
  const twice = rows({ name: 'Banca Città d’Elsa', status: 'active' }, { name: 'BANCA CITTA D ELSA', status: 'left' });
  expect(banksFrom(twice).faults).toEqual([{ line: 3, reason: 'the same name as line 2' }]);
  expect(banksFrom([]).faults).toEqual([{ line: 1, reason: 'the list is empty' }]);
  const many = Array.from({ length: banksMax + 1 }, (_none, at) => ({ name: `Banca ${at}`, status: 'active' }));
  expect(banksFrom(rows(...many)).faults).toEqual([{ line: banksMax + 1, reason: `more than ${banksMax} banks` }]);
  expect(banksFrom(rows(...many.slice(1))).faults).toEqual([]);
});

test('[PAY-14] the longest name is taken, with its spaces made one', () => {
  const name = 'x'.repeat(bankNameMax);
  expect(banksFrom(rows({ name, status: 'left' }, { name: ' Banco  San Baudo ', status: 'active' })).banks).toEqual([
    { name, status: 'left' },
    { name: 'Banco San Baudo', status: 'active' },
  ]);
});

test.each([
  [
    'Città d’Elsa',
    [
      ['citta', 'd', 'elsa'],
      ['citta', 'elsa'],
    ],
  ],
  ['BANCA DI VALDOMBRA', [['banca', 'di', 'valdombra'], ['valdombra']]],
  ['banca', [['banca']]],
  ['  ', [[]]],
])('[PAY-14] %s is looked up as %j', (text, searches) => {
  expect(bankSearches(text)).toEqual(searches);
});

test('[PAY-14] accents, capitals and signs make no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(folded(text.toUpperCase().normalize('NFD'))).toBe(folded(text.toUpperCase()));
      expect(folded(text)).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/);
    }),
  );
});
