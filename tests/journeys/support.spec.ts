// Support and help for somebody who is not signed in: the pages that must work when nothing else does.
import type { Page } from '@playwright/test';
import { expect, test } from '../world/journey.ts';
import type { TestPortal } from '../world/portal.ts';

type Shown = { to: string; subject: string; text: string };
const inbox = async (portal: TestPortal): Promise<Shown[]> =>
  ((await (await fetch(`${portal.inbox.address}/demo/inbox.json`)).json()) as { messages: Shown[] }).messages;
const codeFor = async (portal: TestPortal, to: string): Promise<string> => {
  let code = '';
  await expect
    .poll(async () => {
      const message = (await inbox(portal)).find((one) => one.to === to && /^\d{6}:/.test(one.subject));
      code = message?.subject.slice(0, 6) ?? '';
      return code;
    })
    .not.toBe('');
  return code;
};

async function fill(page: Page, contact: string, text: string): Promise<void> {
  await page.getByLabel('Che cosa succede?').fill(text);
  await page.getByLabel('Dove ti rispondiamo?').fill(contact);
  await page.getByRole('button', { name: 'Invia la richiesta' }).click();
}

test('[REQ-1] a wrong form says what is missing beside each field and keeps what was typed', async ({ page }) => {
  await page.goto('/assistenza');
  await fill(page, 'giulia@', 'Non riesco a entrare.');
  await expect(page).toHaveTitle(/^Errore: /);
  await expect(page.getByRole('alert').getByRole('link')).toHaveCount(2);
  await expect(page.getByLabel('Che cosa succede?')).toHaveValue('Non riesco a entrare.');
  await expect(page.getByLabel('Dove ti rispondiamo?')).toHaveValue('giulia@');
  await expect(page.getByLabel('Dove ti rispondiamo?')).toHaveAttribute('aria-invalid', 'true');
});

test('[REQ-1] from a page that refused, with an e-mail, by code, to the number of the request', async ({
  page,
  portal,
}) => {
  const contact = `visitatore.${Date.now()}@posta.example`;
  await page.goto('/assistenza?da=codes.limit');
  await expect(page.getByLabel('Di che cosa si tratta?')).toHaveValue('codes');
  await fill(page, contact, 'Il codice non arriva.');
  await page.getByLabel('Codice', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Conferma e invia la richiesta' }).click();
  await expect(page.getByLabel('Codice', { exact: true })).toHaveValue('');
  await expect(page.getByRole('alert')).toContainText('Il codice non è giusto');
  await page.getByLabel('Codice', { exact: true }).fill(await codeFor(portal, contact));
  await page.getByRole('button', { name: 'Conferma e invia la richiesta' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Richiesta \d{4}-\d{6}$/);
  await expect(page.getByText('L’Assistenza risponde entro')).toBeVisible();
  const number = (await page.title()).split(' ')[1] ?? '';
  await expect
    .poll(async () =>
      (await inbox(portal)).some((one) => one.subject === `Richiesta ${number}: Codici e messaggi che non arrivano`),
    )
    .toBe(true);
  await page.goto('/assistenza');
  await expect(page.getByRole('link', { name: number })).toBeVisible();
});

test('[REQ-1] whose code does not arrive sends without it; another browser never sees the request', async ({
  page,
  browser,
  portal,
}) => {
  await page.goto('/assistenza');
  await page.getByLabel('Di che cosa si tratta?').selectOption('registration');
  await fill(page, '333 100 0999', 'Non ricevo l’SMS.');
  await page.getByRole('button', { name: 'Manda senza codice' }).click();
  await expect(page.getByText('non verificato: ti chiamiamo')).toBeVisible();
  const stranger = await browser.newPage({ baseURL: portal.address });
  const answer = await stranger.goto(new URL(page.url()).pathname);
  expect(answer?.status()).toBe(404);
  await stranger.close();
});

test('[HLP-1] a question is found by words with slips, read, and found useful; each page leads on', async ({
  page,
}) => {
  await page.goto('/aiuto');
  await page.getByLabel('Cerca nell’aiuto').fill('codice non ariva');
  await page.getByRole('button', { name: 'Cerca' }).click();
  await page.getByRole('link', { name: 'Il codice o il messaggio non arriva.' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Il codice o il messaggio non arriva.');
  await expect(page.getByRole('main').getByRole('link', { name: 'Registrati' })).toBeVisible();
  await page.getByRole('button', { name: 'No' }).click();
  await expect(page.getByRole('status')).toContainText('Grazie');
});

test('[HLP-1] a search without an answer repeats the words and leads to support', async ({ page }) => {
  await page.goto('/aiuto?cerca=zxqwv');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Nessuna risposta per «zxqwv»');
  await page.getByRole('main').getByRole('link', { name: 'Scrivi all’Assistenza' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Assistenza');
});

for (const [prefix, title] of [
  ['', 'Perché non posso mandare un’altra richiesta adesso?'],
  ['/en', 'Why can’t I send another request now?'],
  ['/de', 'Warum kann ich jetzt keine weitere Anfrage senden?'],
] as const) {
  test(`[HLP-2] [HLP-3] the page of a reason, below "${prefix}/"`, async ({ page }) => {
    await page.goto(`${prefix}/aiuto/perche/requests-limit`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const unknown = await page.goto(`${prefix}/aiuto/perche/requests-nothing`);
    expect(unknown?.status()).toBe(404);
  });
}
