// What is claimed is proven: every id in a test's title is a requirement, and every requirement that README says the
// program has is named by a test.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#kernel/root.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const requirements = new Set(
  [...read('docs/reference/requirements.md').matchAll(/^- ([A-Z]{3}-\d+) /gm)].map(([, id]) => id ?? ''),
);

/** Test files by the ids that their titles start with. */
const proofs = new Map<string, Set<string>>();
for (const file of globSync('{src,tests,simulators,demo}/**/*.{test,spec}.ts', { cwd: root })) {
  for (const [title] of read(file).matchAll(/[`'"]\s*(?:\[[A-Z]{3}-\d+\]\s*)+/g)) {
    for (const [, id = ''] of title.matchAll(/\[([A-Z]{3}-\d+)\]/g))
      proofs.set(id, (proofs.get(id) ?? new Set()).add(file));
  }
}

/** `REG-1…6, 7, 10` in the table of README: a range, then numbers of the same prefix. */
function idsIn(cell: string): string[] {
  let prefix = '';
  return cell.split(',').flatMap((part) => {
    const match = /^(?:([A-Z]{3})-)?(\d+)(?:…(\d+))?$/.exec(part.trim());
    if (!match) throw new Error(`README names requirements in a way that cannot be read: ${part}`);
    prefix = match[1] ?? prefix;
    const from = Number(match[2]);
    const to = Number(match[3] ?? from);
    return Array.from({ length: to - from + 1 }, (_none, at) => `${prefix}-${from + at}`);
  });
}

test('every id in the title of a test is a requirement', () => {
  expect([...proofs.keys()].filter((id) => !requirements.has(id))).toEqual([]);
});

const claimed = read('README.md')
  .split('## What it does today')[1]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && /[A-Z]{3}-\d/.test(line))
  .flatMap((line) => idsIn(line.split('|')[2] ?? ''));

test.each(claimed ?? [])('README says that %s is there, and a test names it', (id) => {
  expect(requirements).toContain(id);
  expect(proofs.has(id), `no test's title starts with [${id}]`).toBe(true);
});
