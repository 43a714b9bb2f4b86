import { expect, test } from 'vitest';
import { findAt, isAt, type Town } from './search.ts';

const agency = {
  name: 'Forlì Centro',
  street: 'Corso della Repubblica 5',
  postcode: '47121',
  municipality: 'Forlì',
  province: 'FC',
};

test.each([
  ['Bologna', false],
  ['forli bologna', false],
  ['rli', false],
  ['', true],
  ['forli', true],
  ['FORLÌ centro', true],
  ['47121', true],
  ['471', true],
  ['fc', true],
  ['repubblica', true],
  ['provincia di Forlì-Cesena', true],
  ['cesena', true],
  ['prov. FC', true],
])('[REQ-10] searching %j finds the agency of Forlì: %s', (search, expected) => {
  expect(isAt(agency, search)).toBe(expected);
});

const at = (municipality: string, province: string, postcode: string, street = 'Via Roma 1') => ({
  name: `${municipality} Centro`,
  street,
  postcode,
  municipality,
  province,
});
const agencies = [
  at('Bologna', 'BO', '40121', 'Via Firenze 3'),
  at('Firenze', 'FI', '50127'),
  at('Empoli', 'FI', '50053'),
  at('Bolzano', 'BZ', '39100'),
];
const towns: Town[] = [
  { name: 'Sesto Fiorentino', province: 'FI' },
  { name: 'Merano', province: 'BZ' },
  { name: 'Aosta', province: 'AO' },
];
const found = (search: string) => {
  const {
    how,
    near,
    agencies: there,
  } = findAt(agencies, search, (name) => towns.filter((town) => town.name.toLowerCase() === name.toLowerCase()));
  return [how, near?.name, ...there.map((agency) => agency.municipality)];
};

test.each([
  // In the town before in a street of its name; the province by name.
  ['firenze', ['at', undefined, 'Firenze', 'Bologna', 'Empoli']],
  ['FI', ['at', undefined, 'Bologna', 'Firenze', 'Empoli']],
  ['frienze', ['almost', undefined, 'Bologna', 'Firenze', 'Empoli']],
  ['empolli', ['almost', undefined, 'Empoli']],
  ['bolzzano', ['almost', undefined, 'Bolzano']],
  // A short word or a number with a slip in it could be anything.
  ['rima', ['near', undefined]],
  ['Sesto Fiorentino', ['near', 'Sesto Fiorentino', 'Firenze', 'Empoli']],
  ['merano', ['near', 'Merano', 'Bolzano']],
  ['Aosta', ['near', 'Aosta']],
  ['50019', ['near', undefined, 'Firenze', 'Empoli']],
  ['39012', ['near', undefined, 'Bolzano']],
  ['41100', ['near', undefined]],
  ['xyzzy', ['near', undefined]],
])('[REQ-10] %j, as somebody types it, finds %j', (search, expected) => {
  expect(found(search)).toEqual(expected);
});

test('[REQ-10] a long word costs about what a short one costs: anybody may search', () => {
  const many = Array.from({ length: 1_000 }, () => ({ ...agency, name: 'Assicurazioni '.repeat(14) }));
  const cost = (search: string): number => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      findAt(many, search, () => []);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  cost('zzzz');
  expect(cost('z'.repeat(80)) / cost('zzzz')).toBeLessThan(6);
});
