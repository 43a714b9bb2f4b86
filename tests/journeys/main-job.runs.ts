// In which ways the main job is walked. Every pair of values is in `pairwise`, the whole product in `everyRun`.
import type { Language } from '#kernel/language.ts';

const values = {
  scripts: ['on', 'off'],
  width: [390, 1280],
  language: ['it', 'en', 'de'],
  way: ['code', 'link'],
} as const;

export type Run = { scripts: 'on' | 'off'; width: 390 | 1280; language: Language; way: 'code' | 'link' };

export const pairwise: readonly Run[] = [
  { scripts: 'on', width: 390, language: 'it', way: 'code' },
  { scripts: 'off', width: 1280, language: 'it', way: 'link' },
  { scripts: 'on', width: 1280, language: 'en', way: 'link' },
  { scripts: 'off', width: 390, language: 'en', way: 'code' },
  { scripts: 'on', width: 390, language: 'de', way: 'link' },
  { scripts: 'off', width: 1280, language: 'de', way: 'code' },
];

export const everyRun: readonly Run[] = values.scripts.flatMap((scripts) =>
  values.width.flatMap((width) =>
    values.language.flatMap((language) => values.way.map((way) => ({ scripts, width, language, way }))),
  ),
);

const dimensions = ['scripts', 'width', 'language', 'way'] as const;

/** Two values of two dimensions that no run has together. */
export function missingPairs(runs: readonly Run[]): string[] {
  const pairsOf = (run: Run): string[] =>
    dimensions.flatMap((one, at) =>
      dimensions.slice(at + 1).map((other) => `${one} ${run[one]}, ${other} ${run[other]}`),
    );
  const covered = new Set(runs.flatMap(pairsOf));
  return [...new Set(everyRun.flatMap(pairsOf))].filter((pair) => !covered.has(pair));
}
