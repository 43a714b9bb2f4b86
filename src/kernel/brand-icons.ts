// The pictures of a brand that systems put on a home screen: which ones, how large, and whether they are what they say.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `any` is shown as it is, corners and all. `maskable` fills its square, its sign within the inner four fifths: the system
 * cuts a circle or a drop out of it. Apple rounds the corners itself and paints black behind what is transparent.
 */
export type BrandIcon = { file: string; pixels: number; purpose: 'any' | 'maskable' | 'apple' };

export const brandIcons: readonly BrandIcon[] = [
  { file: 'icon-192.png', pixels: 192, purpose: 'any' },
  { file: 'icon-512.png', pixels: 512, purpose: 'any' },
  { file: 'icon-maskable-192.png', pixels: 192, purpose: 'maskable' },
  { file: 'icon-maskable-512.png', pixels: 512, purpose: 'maskable' },
  { file: 'apple-touch-icon.png', pixels: 180, purpose: 'apple' },
];

/** An icon larger than this is a photograph. */
const bytesMax = 60_000;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What is wrong with the icons in the folder of a brand, a sentence each. */
export const iconFaults = (folder: string): string[] =>
  brandIcons.flatMap((icon) => {
    const path = join(folder, icon.file);
    return existsSync(path) ? faultsOf(icon, readFileSync(path)) : [`${icon.file} is missing`];
  });

/** From the first chunk of a PNG (ISO/IEC 15948, 11.2.2): width, height, and whether it has an alpha channel. */
function faultsOf({ file, pixels, purpose }: BrandIcon, content: Buffer): string[] {
  if (content.byteLength < 33 || !content.subarray(0, 8).equals(signature)) return [`${file} is no PNG`];
  const [width, height, colourType] = [content.readUInt32BE(16), content.readUInt32BE(20), content.readUInt8(25)];
  return [
    ...(width === pixels && height === pixels
      ? []
      : [`${file} is ${width} × ${height} pixels, not ${pixels} × ${pixels}`]),
    // 4 and 6 are grey and colour with alpha.
    ...(purpose !== 'any' && colourType >= 4 ? [`${file} is transparent somewhere: it must fill its square`] : []),
    ...(content.byteLength > bytesMax ? [`${file} has ${content.byteLength} bytes, more than ${bytesMax}`] : []),
  ];
}
