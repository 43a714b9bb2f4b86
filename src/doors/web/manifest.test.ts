import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brandsFolder, readBrand } from '#kernel/brand.ts';
import { brandIcons, iconFaults } from '#kernel/brand-icons.ts';
import { languages } from '#kernel/language.ts';
import { pageRoutes } from '../../../tests/journeys/steps/routes.ts';
import { brandAsset } from './brand-assets.server.ts';

type Manifest = {
  id: string;
  lang: string;
  name: string;
  short_name: string;
  start_url: string;
  scope: string;
  display: string;
  theme_color: string;
  icons: { src: string; sizes: string; purpose: string; type: string }[];
  shortcuts: { name: string; url: string }[];
};

const brands = readdirSync(brandsFolder);
const manifestOf = (name: string, language: (typeof languages)[number]): Manifest => {
  const asset = brandAsset(readBrand(name), 'manifesto.webmanifest', language);
  expect(asset?.mediaType).toBe('application/manifest+json');
  return JSON.parse(Buffer.from(asset?.content ?? []).toString());
};

test.each(brands.flatMap((name) => languages.map((language) => ({ name, language }))))(
  '[APP-2] the manifest of $name in $language can be installed: names, start within scope, icons that are there',
  ({ name, language }) => {
    const manifest = manifestOf(name, language);
    expect(manifest).toMatchObject({ id: '/', lang: language, scope: '/', display: 'standalone' });
    expect(manifest.start_url.startsWith(manifest.scope)).toBe(true);
    // A launcher cuts a longer name off.
    expect(manifest.short_name.length).toBeLessThanOrEqual(12);
    expect(manifest.theme_color).toMatch(/^#[0-9a-f]{6}$/);
    for (const purpose of ['any', 'maskable'])
      for (const sizes of ['192x192', '512x512'])
        expect(manifest.icons).toContainEqual(expect.objectContaining({ purpose, sizes, type: 'image/png' }));
    for (const { src } of manifest.icons) {
      const file = /^\/marca\/([^?]+)/.exec(src)?.[1] ?? '';
      expect(brandAsset(readBrand(name), file, language), file).toBeDefined();
    }
    for (const { url } of manifest.shortcuts) expect(pageRoutes).toContain(url.replace(/^\/(en|de)(?=\/)/, ''));
  },
);

test('[APP-2] the languages of a brand are one app', () => {
  const ids = brands.map((name) => new Set(languages.map((language) => manifestOf(name, language).id)).size);
  expect(ids).toEqual(brands.map(() => 1));
});

test.each(brands)('[APP-2] every icon of %s is of its size, and fills its square where a system cuts it', (name) => {
  expect(iconFaults(readBrand(name).folder)).toEqual([]);
});

test('[APP-2] icons that are missing or no pictures are found out', () => {
  expect(iconFaults('/nowhere')).toEqual(brandIcons.map(({ file }) => `${file} is missing`));
});
