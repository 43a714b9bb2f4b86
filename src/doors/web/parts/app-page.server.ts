// The page about the app, and the code that opens the portal on a telephone: drawn here, so that nobody else is asked.
import { encode } from 'uqr';
import { appPage, helpAbout, helpWords } from '#capabilities/help/index.ts';
import type { Context } from '#kernel/context.ts';
import { inLanguage } from '#kernel/language.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';

/** The dark squares of a QR code as one path in units of a square, its quiet zone included. */
function drawn(text: string): { side: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { side: size, path };
}

export function appPageFor(context: Context, viewer: Visitor | Customer) {
  const { language } = viewer;
  const say = helpWords(language);
  const address = new URL(inLanguage(language, '/app'), context.settings.text.publicAddress);
  return {
    page: appPage(context, viewer),
    code: drawn(address.href),
    words: { systems: say('help.app_systems') },
    help: helpAbout(language, 'avere-l-app', 'dispositivi-e-sessioni'),
  };
}
