// Which colours of a brand must be readable on which others (ux.md §2.3), by the formula of WCAG 2.2.
import type { BrandFile, ColourPair } from './brand.ts';

/** The colours that no brand changes; styles/tokens.css has the same (brand.test.ts compares them). */
export const neutrals = {
  bg: { light: '#f5f7f7', dark: '#0b1417' },
  surface: { light: '#ffffff', dark: '#131f23' },
  sunken: { light: '#e9eeef', dark: '#081012' },
  ink: { light: '#12242a', dark: '#e9f0f1' },
  ink2: { light: '#42545a', dark: '#b4c3c7' },
  ink3: { light: '#56686e', dark: '#94a6ab' },
  lineStrong: { light: '#6f8086', dark: '#74878d' },
  ok: { light: '#146b38', dark: '#7dd49a' },
  okSoft: { light: '#e0f4e6', dark: '#102e1c' },
  warn: { light: '#7b4a00', dark: '#f1c266' },
  warnSoft: { light: '#fdefd0', dark: '#33260b' },
  bad: { light: '#b01420', dark: '#ff9d95' },
  badSoft: { light: '#fde9e8', dark: '#3e1517' },
  onBad: { light: '#ffffff', dark: '#2b0608' },
  info: { light: '#1d559f', dark: '#9fc5ff' },
  infoSoft: { light: '#e5effb', dark: '#132a49' },
  /** The outer half of the focus ring, the same in both themes. */
  ringInk: { light: '#12242a', dark: '#12242a' },
} as const satisfies Record<string, ColourPair>;

type Name = keyof typeof neutrals | keyof BrandFile['colours'];
type Kind = 'text' | 'control';
/** WCAG 1.4.3 for text, 1.4.11 for what shows a control. */
const least: Record<Kind, number> = { text: 4.5, control: 3 };

const pairs: readonly (readonly [Kind, Name, Name])[] = [
  ...(['bg', 'surface', 'sunken'] as const).flatMap((on) =>
    (['ink', 'ink2', 'ink3', 'brand', 'brandHover'] as const).map((of) => ['text', of, on] as const),
  ),
  ...(['bg', 'surface', 'sunken'] as const).map((on) => ['control', 'lineStrong', on] as const),
  ...(['brand', 'brandHover', 'ink', 'ink2'] as const).map((of) => ['text', of, 'brandSoft'] as const),
  ['text', 'onBrand', 'brand'],
  ['text', 'onBrand', 'brandHover'],
  ['text', 'heroInk', 'hero'],
  ['text', 'heroInk2', 'hero'],
  ['text', 'ringInk', 'accent'],
  ['control', 'accent', 'hero'],
  ['control', 'accent', 'ringInk'],
  ['text', 'ok', 'okSoft'],
  ['text', 'warn', 'warnSoft'],
  ['text', 'bad', 'badSoft'],
  ['text', 'bad', 'surface'],
  ['text', 'bad', 'bg'],
  ['text', 'onBad', 'bad'],
  ['text', 'info', 'infoSoft'],
  ...(['okSoft', 'warnSoft', 'badSoft', 'infoSoft'] as const).map((on) => ['text', 'ink', on] as const),
];

export type Contrast = { kind: Kind; of: Name; on: Name; theme: 'light' | 'dark'; ratio: number; least: number };

/** Every pair in both themes with its ratio; the focus ring counts its better half on each ground. */
export function contrasts(brand: BrandFile): Contrast[] {
  const colours: Record<Name, ColourPair> = { ...neutrals, ...brand.colours };
  return (['light', 'dark'] as const).flatMap((theme) => {
    const measured = pairs.map(([kind, of, on]) => ({
      kind,
      of,
      on,
      theme,
      ratio: ratioOf(colours[of][theme], colours[on][theme]),
      least: least[kind],
    }));
    // The ring has two colours so that one of them always shows.
    const rings = (['bg', 'surface', 'hero', 'brand', 'brandSoft'] as const).map((on) => {
      const accent = ratioOf(colours.accent[theme], colours[on][theme]);
      const ink = ratioOf(colours.ringInk[theme], colours[on][theme]);
      const of: Name = accent > ink ? 'accent' : 'ringInk';
      return { kind: 'control' as const, of, on, theme, ratio: Math.max(accent, ink), least: least.control };
    });
    return [...measured, ...rings];
  });
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function ratioOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
