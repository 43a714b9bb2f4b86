import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '#kernel/language.ts';
import { wordsOf } from '../shell.ts';
import { minutesAndSeconds } from './clock.ts';
import { judge, verdicts } from './judge.ts';

test.each([
  ['', ['short']],
  ['corta', ['short']],
  ['elevenchars', ['short']],
  ['12345678', ['short', 'digits']],
  ['qwerty', ['short', 'row']],
  ['aaaaaaaaaaaaaaaa', ['repeated']],
  ['passpasspasspass', ['repeated']],
  ['abbaababbabab!', ['few']],
  ['abcdefghijklmnop', ['row']],
  ['QwertyUiop09876!', ['row']],
  ['24 11 1988 1990', ['digits']],
  ['giulia.bianchi1', ['own']],
  ['giulia ama i gatti', ['good']],
  ['cavallo verde', ['fair']],
  ['cavallo verde batteria', ['good']],
] as const)('[REG-7] the hint for %j says what makes it weak: %j', (password, expected) => {
  expect(judge(password, 12, 'giulia.bianchi@posta.example')).toEqual(expected);
});

test('[REG-7] every verdict has its words, in every language, and none is a bar alone', () => {
  for (const language of languages) {
    const { strength } = wordsOf(language).ui;
    for (const verdict of verdicts) expect(strength[verdict].split(' ').length).toBeGreaterThan(1);
  }
});

test.each([
  [300_000, '5:00'],
  [299_001, '5:00'],
  [59_000, '0:59'],
  [1, '0:01'],
  [0, '0:00'],
  [-5000, '0:00'],
])('%d milliseconds are shown as %s', (milliseconds, expected) => {
  expect(minutesAndSeconds(milliseconds)).toBe(expected);
});

test('every enhancer that an element names exists', () => {
  const web = join(import.meta.dirname, '..');
  const known = new Set(
    [...readFileSync(join(import.meta.dirname, 'main.ts'), 'utf8').matchAll(/^ {2}(\w+): \(\)/gm)].map(
      (found) => found[1],
    ),
  );
  expect(known.size).toBeGreaterThan(5);
  const named = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .flatMap((name) =>
      [...readFileSync(join(web, name), 'utf8').matchAll(/data-enhance="([a-z ]+)"/g)].flatMap((found) =>
        (found[1] ?? '').split(' '),
      ),
    );
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});
