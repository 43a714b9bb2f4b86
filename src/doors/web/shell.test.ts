import { expect, test } from 'vitest';
import { initialsOf, languageLinks, menuOf } from './shell.ts';

test('the menu has only pages that exist, in the order of the design', () => {
  const { main, more } = menuOf(true, '/', 'it');
  expect([...main, ...more].map((entry) => entry.text)).toEqual([
    'Home',
    'Polizze',
    'Documenti',
    'Pagamenti',
    'Richieste',
    'Profilo e documenti',
    'Aiuto',
    'Assistenza',
    'Scarica l’App',
  ]);
});

test('a visitor sees nothing of customers', () => {
  const paths = menuOf(false, '/accesso', 'it').main.map((entry) => entry.href);
  expect(paths).toEqual(['/accesso', '/registrati', '/agenzie']);
});

test.each([
  ['/', 'Home'],
  ['/polizze', 'Polizze'],
  ['/polizze/AB12/paga/1', 'Polizze'],
  ['/profilo/recapiti', 'Profilo e documenti'],
  ['/polizze-altre', undefined],
])('on %s the current entry is %s', (path, expected) => {
  expect(menuOf(true, path, 'it').main.find((entry) => entry.isCurrent)?.text).toBe(expected);
});

test('addresses keep the language of the page, and the same page is there in the others', () => {
  expect(menuOf(true, '/', 'de').main.map((entry) => entry.href)).toContain('/de/polizze');
  expect(languageLinks('en', '/polizze?x=1').map((one) => one.href)).toEqual([
    '/polizze?x=1',
    '/en/polizze?x=1',
    '/de/polizze?x=1',
  ]);
});

test.each([
  ['Giulia Bianchi', 'GB'],
  ['Maria Anna De Luca', 'ML'],
  ['Moretti', 'M'],
  ['', ''],
])('the initials of %s are %s', (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});
