// The pictures of the README, taken from the running program: `npm run pictures`. A fixed day and a fixed insurer, so that
// they change only when the pages do.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { cast, demoPassword } from '../demo/cast.ts';
import { filledTemplate } from '../tests/world/filled.ts';
import { testPortal } from '../tests/world/portal.ts';
import { chromium as browserPath } from './chromium.mjs';
import { root } from './cluster/places.ts';
import { joinCluster } from './cluster.ts';

const folder = join(root, 'docs/pictures');
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 860 };
const { giulia } = cast;

const cluster = await joinCluster({ name: 'test-postgres', isForTests: true, say: console.log });
await filledTemplate(cluster.url('postgres'));
const portal = await testPortal(cluster.url('postgres'));
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
});
mkdirSync(folder, { recursive: true });

try {
  const signedIn = await browser.newContext({
    baseURL: portal.address,
    locale: 'it-IT',
    viewport: phone,
    deviceScaleFactor: 2,
  });
  await signIn(await signedIn.newPage());
  const state = await signedIn.storageState();
  for (const scheme of ['light', 'dark'] as const) {
    const small = await browser.newContext({
      baseURL: portal.address,
      storageState: state,
      viewport: phone,
      colorScheme: scheme,
      deviceScaleFactor: 1.5,
    });
    const large = await browser.newContext({
      baseURL: portal.address,
      storageState: state,
      viewport: desktop,
      colorScheme: scheme,
    });
    await take(small, '/', `home-phone-${scheme}`);
    await take(large, '/', `home-desktop-${scheme}`);
    await small.close();
    await large.close();
  }
  const large = await browser.newContext({ baseURL: portal.address, storageState: state, viewport: desktop });
  const page = await large.newPage();
  await page.goto('/polizze');
  await page.locator('main li a').first().click();
  await picture(page, 'policy-desktop');
  await large.close();
  const stranger = await browser.newContext({ baseURL: portal.address, viewport: desktop });
  await take(stranger, '/guide/pagare', 'guide-desktop');
  await stranger.close();
  await pay(signedIn);
} finally {
  await browser.close();
  await portal.close();
  await cluster.leave();
}

/** What the newest message to a contact says; the inbox waits for it, so nobody has to sleep. */
async function newest(to: string): Promise<string> {
  const answer = await fetch(`${portal.address}/demo/inbox.json?${new URLSearchParams({ to, wait: '8' })}`);
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  return messages[0]?.text ?? '';
}
function codeIn(text: string): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/accesso');
  await page.locator('[autocomplete="username"]').fill(giulia.username);
  await page.locator('[autocomplete="current-password"]').fill(demoPassword);
  await page.locator('main form button[type="submit"]').first().click();
  await page.locator('[autocomplete="one-time-code"]').fill(codeIn(await newest(giulia.confirmationContact)));
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL('**/');
}

async function take(context: BrowserContext, path: string, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await picture(page, name);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
}

/** The page of the code, the messages as they arrive, and the outcome. */
async function pay(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/');
  await page.locator('a[href*="/paga/"]').first().click();
  await fetch(`${portal.inbox.address}/control/clear`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  await page.locator('input[name="metodo"][value="card"]').check();
  await page.locator('main form button[type="submit"]').last().click();
  const code = codeIn(await newest(giulia.confirmationContact));
  await page.locator('[autocomplete="one-time-code"]').fill(code.slice(0, 4));
  await picture(page, 'code-phone');
  await page.locator('[autocomplete="one-time-code"]').fill(code);
  await page.locator('main form button[type="submit"]').first().click();
  await page.waitForURL('**/hosted/**');
  await picture(page, 'provider-phone');
  await page.locator('main form button').first().click();
  await page.locator('a[download], a[href*="/documenti/"]').first().waitFor();
  await picture(page, 'outcome-phone');
  await page.goto('/demo/inbox');
  await picture(page, 'inbox-phone');
}
