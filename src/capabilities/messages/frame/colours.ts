// What the frame takes from the insurer's brand, and what is nobody's brand: neutrals keep the contrast (ux.md §2.3).

/** One colour in the light and in the dark. */
export type Pair = { light: string; dark: string };

export const neutral = {
  bg: { light: '#f5f7f7', dark: '#0b1417' },
  surface: { light: '#ffffff', dark: '#131f23' },
  ink: { light: '#12242a', dark: '#e9f0f1' },
  ink2: { light: '#42545a', dark: '#b4c3c7' },
  line: { light: '#d3dbdd', dark: '#2a3a3f' },
} as const satisfies Record<string, Pair>;
