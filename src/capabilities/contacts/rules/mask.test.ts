import { expect, test } from 'vitest';
import { mask } from './mask.ts';

test.each([
  ['giulia@p.example', 'g•••@p.example'],
  ['g@p.example', 'g•••@p.example'],
  ['+393331234482', '333\u00a0•••\u00a0•482'],
  ['+39055123456', '055\u00a0•••456'],
  ['+4915123456789', '+49\u00a01•••\u00a0••••789'],
])('[CNF-9] %s is shown as %s', (value, expected) => {
  expect(mask(value)).toBe(expected);
});
