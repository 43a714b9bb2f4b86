import { expect, test } from 'vitest';
import { arrayText } from './arrays.ts';

test.each([
  [[], '{}'],
  [[1, 2.5, -3], '{1,2.5,-3}'],
  [[null, undefined, true], '{NULL,NULL,true}'],
  [['', 'NULL', 'a,b', '{}'], '{"","NULL","a,b","{}"}'],
  [['say "ciao"', 'C:\\temp', 'one\ntwo'], '{"say \\"ciao\\"","C:\\\\temp","one\ntwo"}'],
  [[{ it: 'Furto "lieve"' }], '{"{\\"it\\":\\"Furto \\\\\\"lieve\\\\\\"\\"}"}'],
])('[INT-1] %j as a list of PostgreSQL', (values, expected) => {
  expect(arrayText(values)).toBe(expected);
});
