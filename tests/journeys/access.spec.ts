// Getting in: wrong passwords, a new device, the same page in another language. More of it is in identity.spec.ts.
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import type { TestPortal } from '../world/portal.ts';
import { sql } from './steps/behind.ts';
import { giveCredentials, isHome, signIn, signInAgain } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { anotherThan, codeIn, linkIn, messageBroughtBy } from './steps/inbox.ts';
import { button, field, isOn } from './steps/walk.ts';
import { any, part, wordsIn } from './steps/words.ts';

const words = wordsIn('it');
const say = words.access;
const { giulia } = cast;

test.beforeEach(async ({ portal }) => portal.renew());

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
