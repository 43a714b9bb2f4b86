// In which ways the main job is walked. Every pair of values is in `pairwise`, the whole product in `everyRun`.
import type { Language } from '#kernel/language.ts';

const values = {
  scripts: ['on', 'off'],
  width: [390, 1280],
  language: ['it', 'en', 'de'],
  way: ['code', 'link'],
  method: ['card', 'mybank', 'satispay'],
} as const;

export type Run = {
  scripts: 'on' | 'off';
  width: 390 | 1280;
  language: Language;
  way: 'code' | 'link';
  method: 'card' | 'mybank' | 'satispay';
};

/** Nine are the fewest: three languages times three methods. */
export const pairwise: readonly Run[] = [
  { scripts: 'off', width: 1280, language: 'it', way: 'code', method: 'card' },
  { scripts: 'off', width: 390, language: 'it', way: 'link', method: 'mybank' },
  { scripts: 'on', width: 390, language: 'it', way: 'code', method: 'satispay' },
  { scripts: 'on', width: 390, language: 'en', way: 'code', method: 'card' },
  { scripts: 'off', width: 1280, language: 'en', way: 'link', method: 'mybank' },
  { scripts: 'off', width: 1280, language: 'en', way: 'link', method: 'satispay' },
  { scripts: 'off', width: 390, language: 'de', way: 'link', method: 'card' },
  { scripts: 'on', width: 1280, language: 'de', way: 'code', method: 'mybank' },
  { scripts: 'on', width: 1280, language: 'de', way: 'link', method: 'satispay' },
];

export const everyRun: readonly Run[] = values.scripts.flatMap((scripts) =>
  values.width.flatMap((width) =>
    values.language.flatMap((language) =>
      values.way.flatMap((way) => values.method.map((method) => ({ scripts, width, language, way, method }))),
    ),
  ),
);

const dimensions = ['scripts', 'width', 'language', 'way', 'method'] as const;

/** Two values of two dimensions that no run has together. */
export function missingPairs(runs: readonly Run[]): string[] {
  const pairsOf = (run: Run): string[] =>
    dimensions.flatMap((one, at) =>
      dimensions.slice(at + 1).map((other) => `${one} ${run[one]}, ${other} ${run[other]}`),
    );
  const covered = new Set(runs.flatMap(pairsOf));
  return [...new Set(everyRun.flatMap(pairsOf))].filter((pair) => !covered.has(pair));
}
