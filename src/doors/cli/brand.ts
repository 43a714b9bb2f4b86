import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webManifest } from '#doors/web/manifest.ts';
import { type Brand, brandCss, brandsFolder, readBrand } from '#kernel/brand.ts';
import { brandIcons, iconFaults } from '#kernel/brand-icons.ts';
import { contrasts } from '#kernel/contrast.ts';
import { languages } from '#kernel/language.ts';
import { end, exits, type Noun, print, table } from './frame.ts';

const pairsOf = (brand: Brand) => contrasts(brand).map((pair) => ({ ...pair, isEnough: pair.ratio >= pair.least }));

export const brand: Noun = (program) => {
  const noun = program.command('brand').description('the look and names of an insurer, one folder each below brand/');
  noun
    .command('check [names...]')
    .description('contrast of every pair of colours (WCAG AA) and every icon; ends with 1 when something falls short')
    .option('--json', 'for machines')
    .action((names: string[], options: { json?: boolean }) => {
      const checked = (names.length > 0 ? names : readdirSync(brandsFolder)).map((name) => ({
        name,
        pairs: pairsOf(readBrand(name)),
        icons: iconFaults(readBrand(name).folder),
      }));
      const lines = checked.flatMap(({ name, pairs, icons }) => [
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
        ...(icons.length > 0 ? icons.map((fault) => `  ${fault}`) : [`  all ${brandIcons.length} icons are right`]),
      ]);
      print(options, checked, lines);
      if (checked.some(({ pairs, icons }) => icons.length > 0 || pairs.some((pair) => !pair.isEnough)))
        end(exits.failed);
    });
  noun
    .command('build <name> <folder>')
    .description('style sheet, manifest of each language and icons as files, for who serves them elsewhere')
    .action((name: string, folder: string) => {
      const read = readBrand(name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'stile.css'), brandCss(read));
      for (const language of languages) {
        const manifest = webManifest(read, language, (file) => file);
        writeFileSync(join(folder, `manifesto.${language}.webmanifest`), `${JSON.stringify(manifest, null, 2)}\n`);
      }
      const pictures = ['mark.svg', 'icon.svg', ...brandIcons.map(({ file }) => file)];
      for (const file of pictures) copyFileSync(join(read.folder, file), join(folder, file));
      print({}, undefined, [`Wrote the style sheet, the manifests and the icons of ${name} to ${folder}.`]);
    });
};
