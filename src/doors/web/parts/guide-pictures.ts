// The pictures of the guides as the build knows them: an address for each, by language, name and theme. They are taken from
// the running program by `npm run pictures` and kept here.
import type { Language } from '#kernel/language.ts';

const files = import.meta.glob<string>('../guide-pictures/*/*.webp', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Every picture is a telephone of this size, in CSS pixels. */
export const pictureSize = { width: 390, height: 700 } as const;

export type GuidePictureFiles = { light: string; dark: string };

/** Both themes of a picture; nothing when it has not been taken, which a test would notice. */
export function pictureFiles(language: Language, name: string): GuidePictureFiles | undefined {
  const light = files[`../guide-pictures/${language}/${name}-light.webp`];
  const dark = files[`../guide-pictures/${language}/${name}-dark.webp`];
  return light && dark ? { light, dark } : undefined;
}
