// The look stays in one place: components take colours and durations from the tokens, and a strict style-src holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const web = import.meta.dirname;
const components = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .map((name) => {
    const text = readFileSync(join(web, name), 'utf8');
    const style = /<style[^>]*>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
    return { name, markup: text.replace(/<style[^>]*>[\s\S]*<\/style>/, ''), style };
  });
const sheet = (name: string) => readFileSync(join(web, 'styles', name), 'utf8');
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '');

/** What only the tokens may say. */
const raw: [string, RegExp][] = [
  ['a colour in hexadecimal', /#[0-9a-f]{3,8}\b/i],
  ['a colour function', /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark)\(/],
  ['a named colour', /[:\s](?:white|black|red|green|blue|gray|grey|orange|yellow|teal|purple)(?![-\w])/],
  ['a duration', /\b\d*\.?\d+m?s\b/],
  ['a font', /font-family:(?!\s*var\()/],
  ['a shadow of its own', /box-shadow:(?!\s*(?:none|var\(--float\)|0 0 0 5px var\(--ring-ink\)|inset 0 -3px var\())/],
];
const faultsOf = (css: string) =>
  raw.flatMap(([what, pattern]) => {
    const found = pattern.exec(withoutComments(css));
    return found ? [`${what}: ${found[0].trim()}`] : [];
  });

test('the check of styles finds what it is there for', () => {
  expect(faultsOf('a { color: #fff; transition: color 120ms; background: rgb(0 0 0) }')).toHaveLength(3);
  expect(
    faultsOf(
      'a { color: var(--ink); transition: color var(--fast); background: color-mix(in oklab, var(--a), var(--b) 50%) }',
    ),
  ).toEqual([]);
});

test.each(components)('$name takes every colour, duration and font from the tokens', ({ style }) => {
  expect(faultsOf(style)).toEqual([]);
});

test.each(['base.css', 'controls.css', 'layout.css', 'utilities.css', 'print.css'])(
  'styles/%s takes them from the tokens too',
  (name) => {
    expect(faultsOf(sheet(name))).toEqual([]);
  },
);

test.each(components)('$name has no style attribute and no script of its own', ({ markup }) => {
  const drawn = markup.replace(/<script lang[\s\S]*?<\/script>/g, '');
  expect(drawn.match(/\sstyle(?::|=)|<script(?![^>]*\ssrc=)/g)).toBeNull();
});

test.each(components.filter((one) => one.style !== ''))('$name stands in the layer of components', ({ style }) => {
  expect(withoutComments(style).trim()).toMatch(/^@layer components \{/);
});

test('there are at most ten utilities, and no component calls a class of its own like one', () => {
  const utilities = new Set([...sheet('utilities.css').matchAll(/^ {2}\.([\w-]+)/gm)].map((found) => found[1]));
  expect(utilities.size).toBeLessThanOrEqual(10);
  const clashes = components.flatMap(({ name, style }) =>
    [...withoutComments(style).matchAll(/\.([a-z][\w-]*)/g)]
      .filter((found) => utilities.has(found[1]))
      .map((found) => `${name} .${found[1]}`),
  );
  expect(clashes).toEqual([]);
});

test('every token that is used exists', () => {
  const names = (css: string) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map((found) => found[1]);
  const known = new Set(names(sheet('tokens.css')));
  const all = [
    ...components,
    ...['base.css', 'controls.css', 'layout.css', 'utilities.css'].map((name) => ({ name, style: sheet(name) })),
  ];
  const missing = all.flatMap(({ name, style }) => {
    const own = new Set(names(style));
    return [...style.matchAll(/var\((--[\w-]+)(,)?/g)]
      .filter((found) => !found[2] && !known.has(found[1] ?? '') && !own.has(found[1]))
      .map((found) => `${name} ${found[1]}`);
  });
  expect(missing).toEqual([]);
});
