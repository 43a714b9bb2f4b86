import { expect, test } from 'vitest';
import { cameFromOf, categoryFrom } from './categories.ts';

test.each([
  [undefined, undefined],
  ['aiuto', undefined],
  ['constructor', undefined],
  ['polizze/toString', 'policies'],
  ['aiuto/quando-si-paga', undefined],
  ['codes.limit', 'codes'],
  ['payments.window_closed', 'payments'],
  ['polizze', 'policies'],
  ['polizze/paga', 'payments'],
  ['registrati/codice', 'registration'],
] as const)('[REQ-1] who comes from %s asks about %s', (cameFrom, category) => {
  expect(categoryFrom(cameFrom)).toBe(category);
});

test.each([
  [null, undefined],
  ['', undefined],
  ['a b', undefined],
  ['<script>', undefined],
  ['x'.repeat(101), undefined],
  ['aiuto/il-codice-non-arriva', 'aiuto/il-codice-non-arriva'],
])('[REQ-1] of where somebody came from, %s is kept as %s', (given, kept) => {
  expect(cameFromOf(given)).toBe(kept);
});
