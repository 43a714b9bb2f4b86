// What we stand on: exact versions, free licences, a lock that is the same everywhere and names no host.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#kernel/root.ts';
import packageJson from '../package.json' with { type: 'json' };

type Entry = { version: string; optional?: boolean; optionalDependencies?: Record<string, string>; license?: string };
const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
const packages: Record<string, Entry> = JSON.parse(text).packages;

test('the lock names no host', () => {
  expect(text.match(/"[^"]*https?:[^"]*"/g) ?? []).toEqual([]);
});

test('versions are exact', () => {
  const all = { ...packageJson.dependencies, ...packageJson.devDependencies, ...packageJson.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('the lock has the packages of every platform, or `npm ci` would refuse it there', () => {
  const missing = Object.entries(packages).flatMap(([at, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !packages[`${at}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map((name) => `${name} (of ${at || 'the project'}): node scripts/complete-lock.mjs`),
  );
  expect(missing).toEqual([]);
});

/** Licences that let an insurer use, change and pass on the whole. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);
/** Tools that are used and never passed on, each with its reason. */
const excused: Record<string, string> = {
  'axe-core': 'MPL-2.0: runs in the browser tests only',
  lightningcss: 'MPL-2.0: runs in the build only',
};

test('every package has a licence that lets the whole be passed on', () => {
  const faults = Object.entries(packages).flatMap(([at, entry]) => {
    const file = join(root, at, 'package.json');
    if (at === '' || !existsSync(file)) return [];
    const name = at.split('node_modules/').at(-1) ?? at;
    const { license } = JSON.parse(readFileSync(file, 'utf8')) as Entry;
    const choices = String(license ?? entry.license ?? 'none')
      .replace(/[()]/g, '')
      .split(' OR ');
    const isAllowed = choices.some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
    const isExcused = Object.keys(excused).some((one) => name === one || name.startsWith(`${one}-`));
    return isAllowed || isExcused ? [] : [`${name} ${entry.version}: ${license}`];
  });
  expect(faults).toEqual([]);
});
