// Getting in: wrong passwords, new devices, the list of devices, the same page in another language.
import type { Browser } from '@playwright/test';
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import type { TestPortal } from '../world/portal.ts';
import { sql } from './steps/behind.ts';
import { giveCredentials, isHome, signIn, signInAgain } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { anotherThan, codeIn, linkIn, messageBroughtBy } from './steps/inbox.ts';
import { button, field, isOn, type Walk } from './steps/walk.ts';
import { any, part, wordsIn } from './steps/words.ts';

const words = wordsIn('it');
const say = words.access;
const { giulia } = cast;

test.beforeEach(async ({ portal }) => portal.renew());

/** Somebody at another device. */
async function elsewhere(browser: Browser, portal: TestPortal): Promise<Walk> {
  const context = await browser.newContext({ baseURL: portal.address });
  return { page: await context.newPage(), portal, words, hand: pointer };
}

/** An hour goes by for whoever has to wait. */
const anHourLater = (portal: TestPortal) =>
  sql(
    portal,
    "update password_failures set last_at = last_at - interval '1 hour', locked_until = locked_until - interval '1 hour'",
  );

test('[ACC-4] [ACC-2] wrong passwords are slowed down, then lock; a new password opens again', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  const wrong = () => giveCredentials(walk, giulia.username, 'non è questa');
  const said = (sentence: string) => page.getByRole('status').getByText(part(sentence));
  await page.goto('/accesso');
  for (let tries = 1; tries <= 4; tries += 1) {
    await wrong();
    await expect(said(say('access.wrong'))).toBeVisible();
    await expect(field(walk, say('access.username'))).toHaveValue(giulia.username);
    await expect(field(walk, say('access.password'))).toHaveValue('');
  }
  // Even the right one has to wait now.
  await giveCredentials(walk, giulia.username);
  await expect(said(say('access.wait', { time: any }))).toBeVisible();
  for (let tries = 5; tries <= 10; tries += 1) {
    await anHourLater(portal);
    await page.goto('/accesso');
    await wrong();
    await expect(said(say('access.wrong'))).toBeVisible();
  }
  await giveCredentials(walk, giulia.username);
  await expect(said(say('access.locked', { time: any }))).toBeVisible();

  await page
    .getByRole('status')
    .getByRole('link', { name: say('access.way_recover') })
    .click();
  await isOn(walk, say('access.recover_title'));
  await pointer.write(field(walk, say('access.username')), giulia.username);
  const message = await messageBroughtBy(portal, giulia.username, () =>
    pointer.press(button(walk, say('access.recover_button'))),
  );
  await page.goto(linkIn(message, '/recupera/link/'));
  await isOn(walk, say('access.new_title'));
  await pointer.write(field(walk, say('access.new_field')), 'cinque lepri nel granturco');
  const code = await messageBroughtBy(portal, giulia.confirmationContact, () =>
    pointer.press(button(walk, say('access.new_button'))),
  );
  await isOn(walk, say('access.code_title'));
  await pointer.write(field(walk, say('access.code_field')), codeIn(code));
  await pointer.press(button(walk, say('access.code_button')));
  await isHome(walk);
});

test('[ACC-4] somebody who is not known hears the same', async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await page.goto('/accesso');
  for (let tries = 1; tries <= 5; tries += 1) await giveCredentials(walk, 'nessuno@posta.example', 'non è questa');
  await expect(page.getByRole('status').getByText(part(say('access.wait', { time: any })))).toBeVisible();
});

test('[ACC-11] a new device asks a code once; a wrong one is said, another may be asked for', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  await page.goto('/accesso?torna=/profilo');
  const message = await messageBroughtBy(portal, giulia.confirmationContact, () =>
    giveCredentials(walk, giulia.username),
  );
  await isOn(walk, say('access.code_title'));
  await pointer.write(field(walk, say('access.code_field')), anotherThan(codeIn(message)));
  await pointer.press(button(walk, say('access.code_button')));
  await expect(page.getByRole('alert')).toContainText(words.codes('codes.wrong', { triesLeft: 4 }));
  await expect(field(walk, say('access.code_field'))).toHaveValue('');
  await pointer.press(button(walk, say('access.code_resend')));
  await expect(page.getByText(part(words.codes('codes.just_sent', { time: any })))).toBeVisible();
  await pointer.write(field(walk, say('access.code_field')), codeIn(message));
  await pointer.press(button(walk, say('access.code_button')));
  await expect(page).toHaveURL(/\/profilo$/);
  await page.goto('/esci');
  await pointer.press(button(walk, say('access.leave_button')));
  await signInAgain(walk, giulia);
});

test('[ACC-1] [ACC-11] one device ends the session of another, forgets it, and signs out everywhere', async ({
  page,
  portal,
  browser,
}) => {
  const here = { page, portal, words, hand: pointer };
  const there = await elsewhere(browser, portal);
  await signIn(here, giulia);
  await signIn(there, giulia);
  const press = async (name: RegExp) => {
    await page.goto('/profilo/accessi');
    await isOn(here, say('access.security_title'));
    await page.getByRole('button', { name }).last().click();
  };
  await press(part(say('access.security_close')));
  await expect(page.getByText(words.web('web.notice_session_closed'))).toBeVisible();
  await there.page.goto('/polizze');
  await expect(there.page).toHaveURL(/\/accesso\?/);
  // The device is still known: the password is enough.
  await signInAgain(there, giulia);
  await press(part(say('access.security_forget')));
  await expect(page.getByText(words.web('web.notice_device_forgotten'))).toBeVisible();
  // Forgotten, and out: the next time it asks for a code again.
  await there.page.goto('/polizze');
  await expect(there.page).toHaveURL(/\/accesso\?/);
  await signIn(there, giulia);

  await press(part(say('access.security_everywhere')));
  await isOn(here, say('access.sign_in_title'));
  await expect(page.getByText(words.web('web.notice_signed_out_everywhere'))).toBeVisible();
  for (const one of [here, there]) {
    await one.page.goto('/');
    await expect(one.page).toHaveURL(/\/accesso/);
  }
});

test('[HLP-2] the language is changed on the page that is open, signed in and not', async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await page.goto('/agenzie?cerca=Firenze');
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(/\/de\/agenzie\?cerca=Firenze$/);
  await expect(page.getByText('Firenze Rifredi').first()).toBeVisible();
  await signIn(walk, giulia);
  await page.goto('/polizze');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  const { pathname } = new URL(page.url());
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL((url) => url.pathname === `/en${pathname}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page).toHaveURL((url) => url.pathname === pathname);
});
