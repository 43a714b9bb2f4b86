// What a browser may ask of the brand: a closed list of names, so that no path can lead elsewhere.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Brand, brandCss, brandManifest } from '#kernel/brand.ts';

const files = {
  'mark.svg': 'image/svg+xml',
  'icon.svg': 'image/svg+xml',
  'icon-192.png': 'image/png',
  'icon-512.png': 'image/png',
  'apple-touch-icon.png': 'image/png',
} as const satisfies Record<string, string>;

/** The address of a file of the brand; the hash makes it one that may be kept for ever. */
export const brandHref = (brand: Brand, file: string): string => `/marca/${file}?v=${brand.hash}`;

type Asset = { content: Uint8Array; mediaType: string };
const kept = new Map<string, Asset>();

/** Nothing when the brand has no such file. */
export function brandAsset(brand: Brand, file: string): Asset | undefined {
  const id = `${brand.hash} ${file}`;
  const known = kept.get(id);
  if (known) return known;
  const asset = read(brand, file);
  if (asset) kept.set(id, asset);
  return asset;
}

function read(brand: Brand, file: string): Asset | undefined {
  if (file === 'stile.css') return { content: Buffer.from(brandCss(brand)), mediaType: 'text/css; charset=utf-8' };
  if (file === 'manifesto.webmanifest') {
    const manifest = brandManifest(brand, (name) => brandHref(brand, name));
    return { content: Buffer.from(JSON.stringify(manifest)), mediaType: 'application/manifest+json' };
  }
  const mediaType = Object.hasOwn(files, file) ? files[file as keyof typeof files] : undefined;
  const path = join(brand.folder, file);
  return mediaType && existsSync(path) ? { content: readFileSync(path), mediaType } : undefined;
}
