// What a browser may ask of the brand: a closed list of names, so that no path can lead elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Brand, brandCss } from '#kernel/brand.ts';
import { brandIcons } from '#kernel/brand-icons.ts';
import type { Language } from '#kernel/language.ts';
import { webManifest } from './manifest.ts';

const files = new Map([
  ['mark.svg', 'image/svg+xml'],
  ['icon.svg', 'image/svg+xml'],
  ...brandIcons.map(({ file }) => [file, 'image/png'] as const),
]);

/** The address of a file of the brand; the hash makes it one that may be kept for ever. */
export const brandHref = (brand: Brand, file: string): string => `/marca/${file}?v=${brand.hash}`;

type Asset = { content: Uint8Array; mediaType: string };
const kept = new Map<string, Asset>();

/** Nothing when the brand has no such file. The language is that of the manifest; the other files have none. */
export function brandAsset(brand: Brand, file: string, language: Language): Asset | undefined {
  const id = `${brand.hash} ${language} ${file}`;
  const known = kept.get(id);
  if (known) return known;
  const asset = read(brand, file, language);
  if (asset) kept.set(id, asset);
  return asset;
}

function read(brand: Brand, file: string, language: Language): Asset | undefined {
  if (file === 'stile.css') return { content: Buffer.from(brandCss(brand)), mediaType: 'text/css; charset=utf-8' };
  if (file === 'manifesto.webmanifest') {
    const manifest = webManifest(brand, language, (name) => brandHref(brand, name));
    return { content: Buffer.from(JSON.stringify(manifest)), mediaType: 'application/manifest+json' };
  }
  const mediaType = files.get(file);
  const path = join(brand.folder, file);
  return mediaType && existsSync(path) ? { content: readFileSync(path), mediaType } : undefined;
}
