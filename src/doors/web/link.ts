// Addresses of ours are written without a language; these put the reader's language in front.
import { inLanguage } from '#kernel/language.ts';
import { getUi } from './ui/context.ts';

export { inLanguage };

/** In a component: `const link = getLink()` and then `href={link('/polizze')}`. */
export function getLink(): (path: string) => string {
  const { language } = getUi();
  return (path) => inLanguage(language, path);
}
