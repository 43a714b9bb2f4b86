// Every sentence in every language, every reason with its words, every step and setting in its place.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { capabilities } from '#capabilities/all.ts';
import { languages } from '#kernel/language.ts';
import { root } from '#kernel/root.ts';
import { readSettings, type TextSetting, texts } from '#kernel/settings.ts';
import { steps } from '#kernel/steps.ts';
import { wordTypes } from '../scripts/generate-words.ts';
import { sources, withoutComments } from './sources.ts';

const folders = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('words/it.json'))
  .map((name) => join('src', dirname(name)))
  .sort();
const code = sources(['src']).map((source) => ({ ...source, text: withoutComments(source.text) }));

test.each(folders)('%s says everything in every language', (folder) => {
  expect(wordTypes(join(root, folder)).faults).toEqual([]);
});

/** design.md §5 names this reason for the step that needs a contact; only `contacts` knows that there is none. */
const isNamedElsewhere = (key: string): boolean => key.startsWith('confirmation.no_contact');

test.each(folders)('the keys of %s begin with the name of its folder', (folder) => {
  const name = relative('src', dirname(folder)).split('/').at(-1);
  const keys = Object.keys(JSON.parse(readFileSync(join(root, folder, 'it.json'), 'utf8')));
  expect(keys.filter((key) => !key.startsWith(`${name}.`) && !isNamedElsewhere(key))).toEqual([]);
});

test('no language has a straight apostrophe or a double space', () => {
  const faults = folders.flatMap((folder) =>
    languages.flatMap((language) =>
      Object.entries(JSON.parse(readFileSync(join(root, folder, `${language}.json`), 'utf8')) as Record<string, string>)
        // A text message keeps the plain one: the curly one is in no GSM alphabet and would more than halve its length.
        .filter(([key, text]) => (!key.endsWith('_sms') && /\w'\w/.test(text)) || / {2}/.test(text))
        .map(([key]) => `${folder}/${language}.json ${key}`),
    ),
  );
  expect(faults).toEqual([]);
});

test('[HLP-3] every reason that the code gives has words, and every word a reason', () => {
  // What an import refuses is said to operators on the command line, in English (doors/cli/import.ts).
  const given = new Set(
    code
      .filter(({ file }) => /^src\/capabilities\/(?!integration\/)/.test(file))
      .flatMap(({ text }) => [...text.matchAll(/\bReason<\s*'([a-z_]+\.[a-z_]+)'/g)].map(([, reason]) => reason ?? '')),
  );
  const said = new Set(capabilities.flatMap((capability) => Object.keys(capability.reasons ?? {})));
  expect([...given].filter((reason) => !said.has(reason)).sort()).toEqual([]);
  expect([...said].filter((reason) => !given.has(reason)).sort()).toEqual([]);
});

const settings = readSettings(
  {},
  capabilities.flatMap((capability) => Object.values(capability.settings ?? {})),
);
const reasons = capabilities.flatMap(({ name, reasons }) =>
  Object.entries(reasons ?? {}).map(([reason, words]) => ({ name, reason, words })),
);

test.runIf(reasons.length > 0).each(reasons)(
  '[HLP-3] $reason has its help page in every language',
  ({ name, reason, words }) => {
    expect(reason.startsWith(`${name}.`) || isNamedElsewhere(reason)).toBe(true);
    for (const language of languages) {
      expect(words.question(language).trim()).not.toBe('');
      expect(words.why(language, settings).trim()).not.toBe('');
      const way = words.way?.(language);
      if (way) expect([way.href, way.text].every((one) => one.trim() !== '')).toBe(true);
    }
    expect(new Set(languages.map((language) => words.question(language))).size).toBe(languages.length);
  },
);

test.each([
  ['access.locked', { SIGN_IN_LOCK_AFTER: '7', SIGN_IN_LOCK_MINUTES: '45' }, ['7 password', '45 minuti']],
  ['access.unused', { ACCOUNT_UNUSED_DAYS: '200' }, ['200 giorni']],
  ['access.recovered_recently', { USERNAME_CODE_HOURS: '36' }, ['36 ore']],
  ['codes.no_tries', { CODE_TRIES_MAX: '3' }, ['3 codici']],
  ['confirmation.expired', { CONFIRMATION_OPERATION_MINUTES: '20' }, ['20 minuti']],
] as const)('[HLP-3] the explanation of %s has the numbers that the insurer has set', (code, environment, expected) => {
  const declared = capabilities.flatMap((capability) => Object.values(capability.settings ?? {}));
  const why = reasons.find(({ reason }) => reason === code)?.words.why('it', readSettings(environment, declared));
  for (const text of expected) expect(why).toContain(text);
});

test('every crash point of the list is in the code, once', () => {
  const uses = steps.map((step) => [
    step,
    code.filter(({ file, text }) => file !== 'src/kernel/steps.ts' && text.includes(`step('${step}')`)).length,
  ]);
  expect(uses.filter(([, files]) => files !== 1)).toEqual([]);
});

test('no two settings share a variable, and every default is within its bounds', () => {
  const numbers = capabilities.flatMap((capability) => Object.values(capability.settings ?? {}));
  const names = [...Object.values(texts as Record<string, TextSetting>), ...numbers].map((setting) => setting.env);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(numbers.filter(({ default: value, min, max }) => value < min || value > max)).toEqual([]);
});
