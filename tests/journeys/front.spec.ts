// The front door as it is built and served: what everybody may see, and what the demo may not do.
import { expect, test } from '../world/journey.ts';

test('the list of agencies opens in three languages from one address', async ({ page }) => {
  for (const [prefix, language] of [
    ['', 'it'],
    ['/en', 'en'],
    ['/de', 'de'],
  ]) {
    await page.goto(`${prefix}/agenzie`);
    await expect(page.locator('html')).toHaveAttribute('lang', language ?? '');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByText('Firenze Rifredi').first()).toBeVisible();
  }
});

test('no page asks anything of another origin, and none runs a script that was not meant', async ({ page, portal }) => {
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await page.goto('/agenzie');
  await page.goto('/menu');
  expect([...new Set(asked)]).toEqual([portal.address]);
  expect(refused).toEqual([]);
});

test('the inbox of the demo gets no cookie of the portal and can set none', async ({ request, portal }) => {
  const answer = await request.get('/demo/inbox', { headers: { cookie: 'session=x; browser=y' } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['set-cookie']).toBeUndefined();
  const inbox = await request.get(`${portal.inbox.address}/demo/inbox.json`);
  expect(inbox.status()).toBe(200);
});

test('a form sent from another site is refused', async ({ request }) => {
  const headers = { origin: 'https://elsewhere.example', accept: 'text/html' };
  const answer = await request.post('/aspetto', { form: { tema: 'scuro' }, headers });
  expect(answer.status()).toBe(403);
});

test('[DUT-3] a chosen appearance holds on every page, whatever the device prefers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/agenzie?cerca=Firenze');
  await page.getByRole('button', { name: 'Scuro' }).click();
  await expect(page).toHaveURL(/\/agenzie\?cerca=Firenze$/);
  await page.goto('/en/aiuto');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(ground);
  await page.getByRole('button', { name: 'Same as device' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});
