import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Brand, brandCss, brandManifest, brandsFolder, readBrand } from '#kernel/brand.ts';
import { contrasts } from '#kernel/contrast.ts';
import { end, exits, type Noun, print, table } from './frame.ts';

const pairsOf = (brand: Brand) => contrasts(brand).map((pair) => ({ ...pair, isEnough: pair.ratio >= pair.least }));

export const brand: Noun = (program) => {
  const noun = program.command('brand').description('the look and names of an insurer, one folder each below brand/');
  noun
    .command('check [names...]')
    .description('the contrast of every pair of colours; ends with 1 when one falls short of WCAG AA')
    .option('--json', 'for machines')
    .action((names: string[], options: { json?: boolean }) => {
      const checked = (names.length > 0 ? names : readdirSync(brandsFolder)).map((name) => ({
        name,
        pairs: pairsOf(readBrand(name)),
      }));
      const lines = checked.flatMap(({ name, pairs }) => [
        name,
        ...table(
          pairs.map((pair) => [
            '',
            pair.theme,
            pair.kind,
            `${pair.of} on ${pair.on}`,
            pair.ratio.toFixed(2),
            pair.isEnough ? '' : `below ${pair.least}`,
          ]),
        ),
        `  ${pairs.filter((pair) => pair.isEnough).length} of ${pairs.length} pairs can be read`,
      ]);
      print(options, checked, lines);
      if (checked.some(({ pairs }) => pairs.some((pair) => !pair.isEnough))) end(exits.failed);
    });
  noun
    .command('build <name> <folder>')
    .description('the style sheet and the web manifest as files, for who serves them elsewhere')
    .action((name: string, folder: string) => {
      const read = readBrand(name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'stile.css'), brandCss(read));
      writeFileSync(
        join(folder, 'manifesto.webmanifest'),
        `${JSON.stringify(
          brandManifest(read, (file) => file),
          null,
          2,
        )}\n`,
      );
      print({}, undefined, [`Wrote stile.css and manifesto.webmanifest of ${name} to ${folder}.`]);
    });
};
