// The icons of every brand, drawn from its icon.svg, mark.svg and colours: `npm run icons`. They are kept in the brand's
// folder, so that nobody needs a browser to serve them; `sportello brand check` looks at them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { brandsFolder, readBrand } from '../src/kernel/brand.ts';
import { brandIcons } from '../src/kernel/brand-icons.ts';
import { chromium as browserPath } from './chromium.mjs';

/** How much of the square the sign takes: a circle of four fifths is never cut away, and its corners stay inside. */
const share = { any: 1, maskable: 0.52, apple: 0.62 } as const;

const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
try {
  for (const name of readdirSync(brandsFolder)) {
    const brand = readBrand(name);
    for (const { file, pixels, purpose } of brandIcons) {
      const svg = readFileSync(join(brand.folder, purpose === 'any' ? 'icon.svg' : 'mark.svg')).toString('base64');
      const behind = purpose === 'any' ? 'transparent' : brand.colours.hero.light;
      const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
      await page.setContent(
        `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${behind}">
         <img style="width:${share[purpose] * 100}%" src="data:image/svg+xml;base64,${svg}">`,
      );
      await page.screenshot({ path: join(brand.folder, file), omitBackground: purpose === 'any' });
      await page.close();
      console.log(`brand/${name}/${file}`);
    }
  }
} finally {
  await browser.close();
}
