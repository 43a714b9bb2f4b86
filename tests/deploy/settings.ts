// Every environment variable that the program knows, for the tests of what operators are given.
import { capabilities } from '#capabilities/all.ts';
import { texts } from '#kernel/settings.ts';

const numbers = capabilities.flatMap((capability) => Object.values(capability.settings ?? {})).map(({ env }) => env);
const known = new Set([...Object.values(texts).map(({ env }) => env), ...numbers]);

/** Names that are none of ours: a variable, or one with `_FILE` behind it. */
export const unknownSettings = (names: readonly string[]): string[] =>
  names.filter((name) => !known.has(name) && !known.has(name.replace(/_FILE$/, '')));
