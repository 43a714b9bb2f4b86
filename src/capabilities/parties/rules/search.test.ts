import { expect, test } from 'vitest';
import { isAt } from './search.ts';

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
])('[REQ-10] searching %j finds the agency of Forlì: %s', (search, expected) => {
  expect(isAt(agency, search)).toBe(expected);
});
