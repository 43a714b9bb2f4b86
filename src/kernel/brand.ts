// The insurer's look and names, one folder below brand/ each (ux.md §2.4): for pages, e-mails and PDF documents.
// Neutrals, states and lines of business are nobody's brand: they are what keeps the contrast.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from './context.ts';
import { root } from './root.ts';
import { sha256 } from './secrets.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour like #0d5661');
const pair = z.strictObject({ light: colour, dark: colour });
const text = z.string().trim().min(1);
const inLanguages = z.strictObject({ it: text, en: text, de: text });

/** The content of brand.json. */
export const brandSchema = z.strictObject({
  /** What the portal is called: top bar, titles, sender. */
  product: text,
  /** The insurer as people say it, and as the register has it. */
  name: text,
  legalName: text,
  /** At the foot of every page and message: seat, register, supervisor. */
  legalFooter: inLanguages,
  supportPhone: text,
  supportMail: z.email(),
  colours: z.strictObject({
    brand: pair,
    brandHover: pair,
    onBrand: pair,
    brandSoft: pair,
    hero: pair,
    heroInk: pair,
    heroInk2: pair,
    accent: pair,
  }),
  /** How round controls are. */
  radius: z.enum(['sharp', 'soft', 'round']),
});
export type BrandFile = z.infer<typeof brandSchema>;
export type ColourName = keyof BrandFile['colours'];
export type ColourPair = { light: string; dark: string };

/** A brand that has been read: its file, the folder's name, and a short hash for addresses that may be kept for ever. */
export type Brand = BrandFile & { id: string; folder: string; hash: string };

export const brandsFolder = join(root, 'brand');
const kept = new Map<string, Brand>();

/** The brand that the configuration names. Read once; throws when the file is missing or wrong, which the start checks. */
export const brandOf = (context: Pick<Context, 'settings'>): Brand => readBrand(context.settings.text.brand);

export function readBrand(id: string, below = brandsFolder): Brand {
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error(`not the name of a brand: ${id}`);
  const folder = join(below, id);
  const known = kept.get(folder);
  if (known) return known;
  const content = readFileSync(join(folder, 'brand.json'), 'utf8');
  const read = brandSchema.safeParse(JSON.parse(content));
  if (!read.success) throw new Error(`brand ${id}: ${z.prettifyError(read.error)}`);
  const files = readdirSync(folder).sort();
  const hash = sha256(files.map((name) => readFileSync(join(folder, name)).toString('base64')).join());
  const brand = { ...read.data, id, folder, hash: hash.toString('hex').slice(0, 10) };
  kept.set(folder, brand);
  return brand;
}

const radius: Record<BrandFile['radius'], string> = { sharp: '0.25rem', soft: '0.75rem', round: '1.25rem' };
const token: Record<ColourName, string> = {
  brand: '--brand',
  brandHover: '--brand-hover',
  onBrand: '--on-brand',
  brandSoft: '--brand-soft',
  hero: '--hero',
  heroInk: '--hero-ink',
  heroInk2: '--hero-ink-2',
  accent: '--accent',
};

/** The brand's own style sheet: it says the brandable tokens again, in the layer where they stand. */
export function brandCss(brand: BrandFile): string {
  const lines = Object.entries(brand.colours).map(
    ([name, { light, dark }]) => `${token[name as ColourName]}:light-dark(${light},${dark})`,
  );
  return `@layer tokens{:root{${[...lines, `--r-control:${radius[brand.radius]}`].join(';')}}}\n`;
}
