// The look of the simulators' pages: the same tokens as the product's, so that a demo is of one piece, in a file of its own.
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { send } from './http.ts';

const require = createRequire(import.meta.url);
const fonts: Record<string, string> = {
  'figtree.woff2': '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2',
  'mono.woff2':
    '@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
};

/** Answers `look.css` (tokens and the given rules) and the two fonts below a path; false for anything else. */
export function answerLook(response: ServerResponse, name: string, rules: string): boolean {
  if (name === 'look.css') {
    send(response, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }, tokens + rules);
    return true;
  }
  const font = fonts[name];
  if (!font) return false;
  send(
    response,
    200,
    { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' },
    readFileSync(require.resolve(font)),
  );
  return true;
}

const tokens = `
@font-face { font-family: Figtree; src: url(figtree.woff2) format('woff2'); font-weight: 300 900; font-display: swap; }
@font-face { font-family: Mono; src: url(mono.woff2) format('woff2'); font-weight: 200 800; font-display: swap; }
:root {
  color-scheme: light dark;
  --bg: light-dark(#f5f7f7, #0b1417); --surface: light-dark(#ffffff, #131f23); --sunken: light-dark(#e9eeef, #081012);
  --ink: light-dark(#12242a, #e9f0f1); --ink-2: light-dark(#42545a, #b4c3c7); --ink-3: light-dark(#56686e, #94a6ab);
  --line: light-dark(#d3dbdd, #2a3a3f); --line-strong: light-dark(#6f8086, #74878d);
  --brand: light-dark(#0d5661, #7dd0d9); --brand-hover: light-dark(#083f48, #a0e3ea);
  --on-brand: light-dark(#ffffff, #04272d); --brand-soft: light-dark(#dcf0f1, #11363d);
  --hero: light-dark(#0b3d46, #0d2f36); --hero-ink-2: light-dark(#bfdde0, #b4d6da); --accent: #f5b82e;
  --ok: light-dark(#146b38, #7dd49a); --ok-soft: light-dark(#e0f4e6, #102e1c);
  --warn: light-dark(#7b4a00, #f1c266); --warn-soft: light-dark(#fdefd0, #33260b);
  --bad: light-dark(#b01420, #ff9d95); --bad-soft: light-dark(#fde9e8, #3e1517);
  --info: light-dark(#1d559f, #9fc5ff); --info-soft: light-dark(#e5effb, #132a49);
  --float: 0 1px 2px rgb(11 61 70 / .08), 0 12px 32px -12px rgb(11 61 70 / .25);
  --mono: Mono, ui-monospace, monospace;
}
*, *::before, *::after { box-sizing: border-box; }
* { margin: 0; }
html { -webkit-text-size-adjust: 100%; }
body { background: var(--bg); color: var(--ink); font: 400 1.0625rem/1.5 Figtree, system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.2; letter-spacing: -.01em; font-weight: 650; text-wrap: balance; }
p { text-wrap: pretty; }
a { color: var(--brand); text-underline-offset: .18em; }
a:hover { color: var(--brand-hover); }
svg { fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; flex: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 0; box-shadow: 0 0 0 5px #12242a; border-radius: .25rem; }
button, input, select { font: inherit; color: inherit; }
.money { white-space: nowrap; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) { a, button, label { transition: background-color 120ms, border-color 120ms, color 120ms; } }
`;
