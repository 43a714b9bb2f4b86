// Guides, the page of the app, what works now, and what operators tell everybody.
import { sportello } from '../world/command.ts';
import { expect, test } from '../world/journey.ts';
import type { TestPortal } from '../world/portal.ts';

/** Runs a command of the program beside the portal; what it says. */
async function told(portal: TestPortal, ...given: string[]): Promise<string> {
  const { code, out, err } = await sportello(given, portal.environment);
  expect(err).toBe('');
  expect(code).toBe(0);
  return out;
}

for (const [prefix, title] of [
  ['', 'Pagare una rata'],
  ['/en', 'Paying an instalment'],
  ['/de', 'Eine Rate bezahlen'],
] as const) {
  test(`[HLP-4] [HLP-2] a guide below "${prefix}/" is found, shows its pictures, and prints without the shell`, async ({
    page,
  }) => {
    await page.goto(`${prefix}/guide`);
    await page.getByRole('main').getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const pictures = page.getByRole('main').getByRole('img');
    expect(await pictures.count()).toBeGreaterThan(3);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(400);
      expect((await picture.getAttribute('alt'))?.length).toBeGreaterThan(20);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('header').first()).toBeHidden();
    await expect(page.locator('main a[href$="/registrati"]').first()).toBeHidden();
  });
}

test('[HLP-4] a guide that is none is not found, and the pictures follow the chosen appearance', async ({ page }) => {
  expect((await page.goto('/guide/nessuna'))?.status()).toBe(404);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/guide/accedere');
  const shown = () =>
    page
      .locator('main img')
      .first()
      .evaluate((image: HTMLImageElement) => image.currentSrc);
  expect(await shown()).toContain('dark');
  await page.getByRole('button', { name: 'Chiaro' }).click();
  expect(await shown()).toContain('light');
});

test('[APP-2] the page of the app says how on each system, and every language names its own manifest', async ({
  page,
  portal,
}) => {
  for (const [prefix, language] of [
    ['', 'it'],
    ['/en', 'en'],
    ['/de', 'de'],
  ] as const) {
    await page.goto(`${prefix}/app`);
    await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(6);
    await expect(page.getByRole('img')).toBeVisible();
    const href = (await page.locator('link[rel="manifest"]').getAttribute('href')) ?? '';
    const manifest = await (await page.request.get(portal.address + href)).json();
    expect(manifest).toMatchObject({ id: '/', lang: language, start_url: prefix || '/', display: 'standalone' });
    for (const { src, type } of manifest.icons) {
      const icon = await page.request.get(portal.address + src);
      expect([src, icon.status(), icon.headers()['content-type']]).toEqual([src, 200, type]);
    }
  }
});

test('[HLP-1] what works now is said to a stranger, line by line and without naming a machine', async ({
  page,
  portal,
}) => {
  const answer = await page.goto('/stato');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('main').getByText('Pagamenti con carta')).toBeVisible();
  await expect(page.getByRole('main').getByText('SMS: codici e avvisi')).toBeVisible();
  const text = (await page.getByRole('main').textContent()) ?? '';
  expect(text).not.toMatch(/postgres|nexi|smtp|localhost|127\.0/i);
  expect(text).not.toContain(new URL(portal.databaseUrl).pathname.slice(1));
});

test('[CNF-8] what operators tell stands on every page until it is cleared', async ({ page, portal }) => {
  const title = 'Stiamo aggiornando i sistemi della compagnia';
  await told(portal, 'notice', 'set', 'core', '--until', '2027-01-01T06:00');
  const isTold = (path: string) =>
    expect(async () => {
      await page.goto(path);
      await expect(page.getByText(title)).toBeVisible({ timeout: 200 });
    }).toPass({ timeout: 15_000 });
  await isTold('/accesso');
  await isTold('/stato');
  await expect(page.getByRole('main').getByText('1° gennaio 2027, 06:00')).toBeVisible();
  expect(await told(portal, 'notice', 'show')).toContain('The insurer’s systems are being updated');
  await told(portal, 'notice', 'clear');
  await expect(async () => {
    await page.goto('/accesso');
    await expect(page.getByText(title)).toBeHidden({ timeout: 200 });
  }).toPass({ timeout: 15_000 });
});

test('[HLP-1] who found no answer says what was missing; operators read it without an address in it', async ({
  page,
  portal,
}) => {
  await page.goto('/aiuto/come-pagare');
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByLabel('Che cosa mancava?').fill('Manca il costo, scrivetemi a anna@posta.example');
  await page.getByRole('button', { name: 'Manda' }).click();
  await expect(page.getByRole('status')).toContainText('riscriviamo');
  const opinions = await told(portal, 'opinions');
  expect(opinions).toContain('Manca il costo, scrivetemi a …');
  expect(opinions).not.toContain('anna');
});
