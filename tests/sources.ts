// The sources as the tests about the whole see them: every file with its imports.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '#kernel/root.ts';

export type Import = {
  /** From the root: `src/kernel/days.ts`; the name of the package for those from outside. */
  to: string;
  isPackage: boolean;
  /** `import type`: gone before anything runs. */
  isType: boolean;
};

export type Source = { file: string; text: string; imports: Import[] };

const code = /\.(ts|mjs|svelte)$/;
const statement =
  /(?:^|[\n;}])\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every source file below these folders, tests left out unless asked for. */
export function sources(folders: readonly string[], options: { withTests?: boolean } = {}): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => code.test(name) && !name.endsWith('.gen.ts'))
      .filter((name) => options.withTests || !/\.(test|spec)\.ts$/.test(name))
      .sort()
      .map((name) => {
        const file = join(folder, name);
        const text = readFileSync(join(root, file), 'utf8');
        return { file, text, imports: importsOf(file, text) };
      }),
  );
}

/** The imports of one file, in their order. */
export function importsOf(file: string, text: string): Import[] {
  return [...withoutComments(text).matchAll(statement)].map(([, type, named, dynamic]) => {
    const path = named ?? dynamic ?? '';
    const to = path.startsWith('#')
      ? `src/${path.slice(1)}`
      : path.startsWith('.')
        ? relative(root, join(root, dirname(file), path))
        : path;
    return { to: to.replace(/\?.*$/, ''), isPackage: to === path, isType: type !== undefined };
  });
}

/** An example in a comment is no import. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
