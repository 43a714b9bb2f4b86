// `node scripts/brand.ts check [name…]`: every pair of colours of a brand with its contrast; ends with 1 when one falls short.
// `node scripts/brand.ts build <name> <folder>`: the style sheet and the web manifest as files, for who serves them elsewhere.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brandCss, brandManifest, brandsFolder, readBrand } from '../src/kernel/brand.ts';
import { contrasts } from '../src/kernel/contrast.ts';

/** Prints the table of a brand; how many pairs fall short. */
function check(name: string): number {
  const all = contrasts(readBrand(name));
  const short = all.filter((one) => one.ratio < one.least);
  console.log(`\n${name}`);
  for (const one of all) {
    const pair = `${one.of} on ${one.on}`;
    const verdict = one.ratio < one.least ? `below ${one.least}` : '';
    console.log(
      `  ${one.theme.padEnd(5)} ${one.kind.padEnd(7)} ${pair.padEnd(24)} ${one.ratio.toFixed(2).padStart(5)} ${verdict}`.trimEnd(),
    );
  }
  console.log(
    short.length === 0
      ? `  all ${all.length} pairs can be read`
      : `  ${short.length} of ${all.length} pairs fall short`,
  );
  return short.length;
}

function build(name: string, folder: string): void {
  const brand = readBrand(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'stile.css'), brandCss(brand));
  const manifest = brandManifest(brand, (file) => file);
  writeFileSync(join(folder, 'manifesto.webmanifest'), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`wrote stile.css and manifesto.webmanifest of ${name} to ${folder}`);
}

const [command, ...names] = process.argv.slice(2);
const [name, folder] = names;
if (command === 'check') {
  const short = (names.length > 0 ? names : readdirSync(brandsFolder)).map(check);
  process.exitCode = short.some((count) => count > 0) ? 1 : 0;
} else if (command === 'build' && name && folder && check(name) === 0) {
  build(name, folder);
} else {
  console.error('brand check [name…] | brand build <name> <folder>');
  process.exitCode = command === 'build' && name && folder ? 1 : 2;
}
