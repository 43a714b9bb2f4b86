// What the frame needs of the insurer's brand, in the only form mail programs understand: plain colours.
import type { Context } from '#kernel/context.ts';

export type Pair = { light: string; dark: string };
export type Look = {
  portal: string;
  insurer: string;
  legal: string;
  brand: Pair;
  onBrand: Pair;
  brandSoft: Pair;
  hero: Pair;
};

/** Neutrals are nobody's brand: they keep the contrast (ux.md §2.3). */
export const neutral = {
  bg: { light: '#f5f7f7', dark: '#0b1417' },
  surface: { light: '#ffffff', dark: '#131f23' },
  sunken: { light: '#e9eeef', dark: '#081012' },
  ink: { light: '#12242a', dark: '#e9f0f1' },
  ink2: { light: '#42545a', dark: '#b4c3c7' },
  line: { light: '#d3dbdd', dark: '#2a3a3f' },
} as const satisfies Record<string, Pair>;

export function lookOf(_context: Context): Look {
  return {
    portal: 'Sportello',
    insurer: 'Compagnia Esempio',
    legal: 'Compagnia Esempio S.p.A.',
    brand: { light: '#0d5661', dark: '#7dd0d9' },
    onBrand: { light: '#ffffff', dark: '#04272d' },
    brandSoft: { light: '#dcf0f1', dark: '#11363d' },
    hero: { light: '#0b3d46', dark: '#0d2f36' },
  };
}
