// Finds a Chromium for the browser tests: the one that CHROMIUM names, known places, Playwright's own, Debian's package.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Fault, root, run, say } from './setup.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium, installed first if it must be and can be. */
export async function chromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Fault(`CHROMIUM names ${named}, and there is no such file.`);
  }
  const found = places.find((place) => existsSync(place)) ?? (await ofPlaywright());
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium here: installing Debian’s package …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    const { output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      logName: 'chromium',
    });
    const installed = places.find((place) => existsSync(place));
    if (installed) return installed;
    say(output.trim().split('\n').slice(-5).join('\n'));
  }
  throw new Fault(
    'The browser tests need a Chromium and none was found. Install one (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium npm test.',
  );
}

/** Where Playwright keeps its browser, if somebody has installed it. */
async function ofPlaywright() {
  const { chromium: playwright } = await import(
    pathToFileURL(join(root, 'node_modules/playwright-core/index.mjs')).href
  );
  const path = playwright.executablePath();
  return existsSync(path) ? path : undefined;
}
