// The main job after sign-in: what is to pay, the code, the provider's page, the outcome, the receipt. Scripts on and off.
import type { Page } from '@playwright/test';
import { demoPassword } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import type { TestPortal } from '../world/portal.ts';

type Shown = { to: string; subject: string; text: string };
/** Where pictures of every step go, when somebody wants to look at them. */
const pictures = process.env.PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

const messages = async (portal: TestPortal): Promise<Shown[]> =>
  ((await (await fetch(`${portal.inbox.address}/demo/inbox.json`)).json()) as { messages: Shown[] }).messages;

/** The newest code of six digits in the inbox that is not `not`. */
async function newestCode(portal: TestPortal, not = ''): Promise<string> {
  let code = '';
  await expect
    .poll(async () => {
      const [newest] = await messages(portal);
      code = /(?<!\d)\d{6}(?!\d)/.exec(`${newest?.subject ?? ''} ${newest?.text ?? ''}`)?.[0] ?? '';
      return code !== '' && code !== not;
    })
    .toBe(true);
  return code;
}

/** Signs in by password and the code of a new device. */
async function signIn(page: Page, portal: TestPortal, username: string): Promise<string> {
  await page.goto('/accesso');
  await page.getByLabel('E-mail o cellulare').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('main').getByRole('button', { name: 'Accedi' }).click();
  const code = await newestCode(portal);
  await page.getByLabel('Codice di sei cifre').fill(code);
  await page.getByRole('main').getByRole('button', { name: 'Accedi' }).click();
  await expect(page).toHaveURL(/\/$/);
  return code;
}

test.use({ actionTimeout: 8_000 });
test.beforeEach(async ({ portal }) => portal.renew());

test('[PAY-5] [PAY-7] [CNF-1] [DUT-3] pay an instalment by card, with the code, and keep the receipt', async ({
  page,
  portal,
}) => {
  if (!process.env.WIDE) await page.setViewportSize({ width: 390, height: 844 });
  const before = await signIn(page, portal, 'giulia.bianchi@posta.example');
  await page.getByRole('link', { name: /Paga/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Controlla e scegli come pagare');
  await picture(page, '1-summary');
  await page.getByRole('button', { name: 'Continua e ricevi il codice' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Inserisci il codice');
  await picture(page, '2-code');

  await page.getByRole('button', { name: /Conferma e paga/ }).click();
  await expect(page.getByRole('alert')).toContainText('Scrivi le sei cifre del codice');
  const code = await newestCode(portal, before);
  await page.getByLabel('Codice di conferma').fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: /Conferma e paga/ }).click();
  await expect(page.getByRole('alert')).toContainText('Il codice non è giusto. Ti restano 4 tentativi.');
  await expect(page.getByLabel('Codice di conferma')).toHaveValue('');
  await picture(page, '2-code-wrong');
  await page.getByLabel('Codice di conferma').fill(code);
  await page.getByRole('button', { name: /Conferma e paga/ }).click();

  // Our page leads on by itself; its link does the same.
  await expect(page).toHaveURL((url) => url.href.startsWith(new URL(portal.nexi.address).origin));
  await page.getByRole('button', { name: /^Paga/ }).click();
  await expect(page).toHaveURL(/\/esito\//);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pagamento riuscito');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name: 'Scarica la ricevuta' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await picture(page, '3-outcome');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Scarica la ricevuta' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^ricevuta-2026-\d{6}\.pdf$/);

  await page.goto('/documenti');
  await expect(page.getByRole('listitem').filter({ hasText: 'Ricevuta 2026-' })).toHaveCount(1);
  await picture(page, '4-documents');
  const mails = await messages(portal);
  expect(mails.some((one) => one.subject.startsWith('Pagamento ricevuto'))).toBe(true);
});

test('[PAY-12] a refused card, a way back, and giving up leave an honest page each', async ({ page, portal }) => {
  const before = await signIn(page, portal, 'giulia.bianchi@posta.example');
  await page.getByRole('link', { name: /Paga/ }).first().click();
  await page.getByRole('button', { name: 'Continua e ricevi il codice' }).click();
  await page.getByRole('link', { name: 'Non ricevo il codice' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non ricevo il codice');
  await picture(page, '5-missing');
  await page.getByRole('link', { name: 'Torna al codice' }).click();
  await page.getByRole('button', { name: 'Richiedi nuovo codice' }).click();
  await expect(page.getByText('Ne abbiamo appena mandato uno')).toBeVisible();
  await page.getByLabel('Codice di conferma').fill(await newestCode(portal, before));
  await page.getByRole('button', { name: /Conferma e paga/ }).click();
  await expect(page).toHaveURL((url) => url.href.startsWith(new URL(portal.nexi.address).origin));
  const provider = page.url();
  await page.goto('/');
  await page.getByRole('link', { name: 'Vedi a che punto è' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Manca solo il pagamento');
  await picture(page, '6-ready');
  await page.goto(provider);
  await page.getByLabel(/0002/).check();
  await page.getByRole('button', { name: /^Paga/ }).click();
  // The provider's notice is on its way: as soon as it has been handled, the instalment can be paid again.
  await expect(async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Paga la rata' }).first().click({ timeout: 1000 });
  }).toPass();
  await expect(page.getByRole('button', { name: 'Continua e ricevi il codice' })).toBeVisible();
});

test('[PAY-5] the return page without a session says only that the outcome waits', async ({ page }) => {
  await page.goto('/ritorno/abcdefgh1234');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’esito ti aspetta');
  await expect(page.getByRole('main')).not.toContainText('€');
});
