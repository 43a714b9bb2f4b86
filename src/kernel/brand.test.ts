import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { brandCss, brandSchema, readBrand } from './brand.ts';
import { contrasts, neutrals, ratioOf } from './contrast.ts';

const brands = readdirSync('brand');
const tokens = readFileSync('src/doors/web/styles/tokens.css', 'utf8');

test('the ratio of two colours is the one of WCAG', () => {
  expect(ratioOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(ratioOf('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(ratioOf('#0d5661', '#ffffff')).toBeCloseTo(8.3, 1);
});

test('a brand with pale buttons is found out, in the theme where they are', () => {
  const brand = readBrand('default');
  const pale = { ...brand, colours: { ...brand.colours, brand: { ...brand.colours.brand, light: '#7fb5bd' } } };
  const failing = contrasts(pale).filter((one) => one.ratio < one.least);
  expect(failing.map((one) => `${one.of} on ${one.on}, ${one.theme}`)).toContain('onBrand on brand, light');
  expect(failing.every((one) => one.theme === 'light')).toBe(true);
});

test.each(brands)('every pair of colours of the brand %s can be read, in both themes', (name) => {
  const failing = contrasts(readBrand(name)).filter((one) => one.ratio < one.least);
  expect(failing).toEqual([]);
});

test('a brand file with a colour in words, or with more than it may say, is refused', () => {
  const good = JSON.parse(readFileSync('brand/default/brand.json', 'utf8'));
  expect(brandSchema.safeParse(good).success).toBe(true);
  expect(brandSchema.safeParse({ ...good, ink: '#000000' }).success).toBe(false);
  expect(brandSchema.safeParse({ ...good, radius: 'very' }).success).toBe(false);
  const named = { ...good, colours: { ...good.colours, hero: { light: 'navy', dark: 'navy' } } };
  expect(brandSchema.safeParse(named).success).toBe(false);
});

test('a brand outside its folder cannot be named', () => {
  expect(() => readBrand('../brand/default')).toThrow('not the name of a brand');
});

test('the style sheet of the default brand says what tokens.css says', () => {
  const said = new Map(
    [...tokens.matchAll(/(--[\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)].map(([, name, light, dark, both]) => [
      name,
      [light ?? both, dark ?? both],
    ]),
  );
  const brand = [...brandCss(readBrand('default')).matchAll(/(--[\w-]+):light-dark\((#\w+),(#\w+)\)/g)];
  expect(brand).toHaveLength(8);
  for (const [, name, light, dark] of brand) expect([name, said.get(name)]).toEqual([name, [light, dark]]);
  for (const [name, pair] of Object.entries(neutrals)) {
    const token = `--${name.replace(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase()}`;
    expect([token, said.get(token)]).toEqual([token, [pair.light, pair.dark]]);
  }
});
