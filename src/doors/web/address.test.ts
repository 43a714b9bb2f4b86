import { expect, test } from 'vitest';
import { ownPath, wayBackFrom, withoutLanguage, withWayBack } from './address.ts';

test.each([
  ['https://elsewhere.example/', 'another site'],
  ['//elsewhere.example/x', 'another site without its scheme'],
  ['/\\elsewhere.example', 'a backslash is a slash to a browser'],
  ['/\t/elsewhere.example', 'a tab is dropped by a browser'],
  ['javascript:alert(1)', 'a script'],
  ['polizze', 'no path from the root'],
  ['', 'nothing'],
  [undefined, 'no value'],
  [['/a', '/b'], 'a list'],
  [`/${'a'.repeat(600)}`, 'too long'],
])('%j is not an address to go back to: %s', (value: unknown, _why: string) => {
  expect(ownPath(value, '/')).toBe('/');
});

test.each(['/polizze', '/polizze/AB12?tab=1', '/de/documenti', '/'])('%s is an address of ours', (value) => {
  expect(ownPath(value)).toBe(value);
});

test.each([
  ['/de/polizze', '/polizze'],
  ['/en', '/'],
  ['/de?x=1', '/?x=1'],
  ['/polizze', '/polizze'],
  ['/design', '/design'],
  ['/it/polizze', '/it/polizze'],
  ['/', '/'],
  // What is left must not become the address of another site.
  ['/en//elsewhere.example', '/elsewhere.example'],
  ['/de/\\elsewhere.example/x', '/elsewhere.example/x'],
  ['//elsewhere.example', '/elsewhere.example'],
  ['/\\/elsewhere.example', '/elsewhere.example'],
])('%s without its language is %s', (path, expected) => {
  expect(withoutLanguage(path)).toBe(expected);
});

test.each([
  ['/polizze/abc/paga/def?x=1&y=2', '/polizze/abc/paga/def?x=1&y=2'],
  ['/de/pagamenti', '/pagamenti'],
  ['/', ''],
  ['', ''],
  ['//elsewhere.example', ''],
])('a page that is led to from %j leads back to %j', (from, back) => {
  const { pathname, searchParams } = new URL(withWayBack('/metodi', from), 'http://own.invalid');
  expect([pathname, wayBackFrom(searchParams)]).toEqual(['/metodi', back]);
});
