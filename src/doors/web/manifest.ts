// The web app manifest: what the portal is called and looks like among the apps of a telephone or a computer. [APP-2]
import type { Brand } from '#kernel/brand.ts';
import { brandIcons } from '#kernel/brand-icons.ts';
import { inLanguage, type Language } from '#kernel/language.ts';
import { say as words } from './words/say.ts';

/** What the long press on the icon offers: pages that every customer has. */
const shortcuts = [
  { path: '/polizze', key: 'web.policies' },
  { path: '/pagamenti', key: 'web.payments' },
  { path: '/documenti', key: 'web.documents' },
] as const;

/**
 * In the language of the page that names it; `id` makes the languages one app. `asset` gives the address of a file of
 * the brand. Nothing is claimed that is not there: it needs the network.
 */
export function webManifest(
  brand: Brand,
  language: Language,
  asset: (file: string) => string,
): Record<string, unknown> {
  const say = words(language);
  return {
    id: '/',
    lang: language,
    dir: 'ltr',
    name: `${brand.product} – ${brand.name}`,
    short_name: brand.product,
    description: say('web.app_description', { insurer: brand.name }),
    categories: ['finance'],
    start_url: inLanguage(language, '/'),
    scope: '/',
    display: 'standalone',
    background_color: brand.colours.hero.light,
    theme_color: brand.colours.hero.light,
    icons: [
      ...brandIcons
        .filter(({ purpose }) => purpose !== 'apple')
        .map(({ file, pixels, purpose }) => ({
          src: asset(file),
          type: 'image/png',
          sizes: `${pixels}x${pixels}`,
          purpose,
        })),
      { src: asset('icon.svg'), type: 'image/svg+xml', sizes: 'any', purpose: 'any' },
    ],
    shortcuts: shortcuts.map(({ path, key }) => ({
      name: say(key),
      url: inLanguage(language, path),
      icons: [{ src: asset('icon-192.png'), type: 'image/png', sizes: '192x192' }],
    })),
  };
}
