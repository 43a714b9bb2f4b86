// The main job with nothing but the keyboard: every stop shows that it has the focus, nothing is out of reach.
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { registerByCode, signIn, signInAgain, signOut } from './steps/entering.ts';
import { keyboard, pointer } from './steps/hand.ts';
import { codeIn } from './steps/inbox.ts';
import { barriers } from './steps/look.ts';
import {
  askToPay,
  chooseContact,
  confirmPayment,
  downloadReceipt,
  isPaid,
  openPolicy,
  payAtProvider,
} from './steps/paying.ts';
import { wordsIn } from './steps/words.ts';

const words = wordsIn('it');

test('[DUT-3] the main job with the keyboard alone', { tag: '@scripts-on' }, async ({ page, portal }) => {
  test.slow();
  await portal.renew();
  const { marta } = cast;
  const who = { username: marta.email, codiceFiscale: marta.codiceFiscale, password: 'quattro gatti sul tetto' };
  const walk = { page, portal, words, hand: keyboard(page) };
  await registerByCode(walk, who);
  await signOut(walk);
  await signInAgain(walk, who);
  await chooseContact(walk, marta.mobile, '330 ••• •536');
  await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
  const message = await askToPay(walk, marta.mobile);
  await confirmPayment(walk, codeIn(message));
  await payAtProvider(walk, 'paid');
  await isPaid(walk, true);
  expect((await downloadReceipt(walk)).suggestedFilename()).toMatch(/\.pdf$/);
});

test('[DUT-3] on a phone the menu opens, keeps the focus, and gives it back', { tag: '@scripts-on' }, async ({
  page,
  portal,
}) => {
  await portal.renew();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn({ page, portal, words, hand: pointer }, cast.giulia);
  const opener = page.getByRole('button', { name: words.web('web.menu'), exact: true });
  await keyboard(page).press(opener);
  const menu = page.getByRole('dialog', { name: words.web('web.menu') });
  await expect(menu).toBeVisible();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  expect(await barriers(page)).toEqual([]);
  for (let stop = 0; stop < 20; stop += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(/DIALOG|BODY/);
    expect(await page.evaluate(() => document.activeElement?.closest('main, footer')?.tagName)).toBeUndefined();
  }
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
});

test('[DUT-3] a refused form has the focus on what is wrong, and its links lead to the fields', async ({ page }) => {
  await page.goto('/accesso');
  await page.getByRole('button', { name: words.access('access.sign_in_button'), exact: true }).press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('link').first().press('Enter');
  const username = page.getByLabel(words.access('access.username'), { exact: true });
  await expect(username).toBeFocused();
  await expect(username).toHaveAttribute('aria-invalid', 'true');
  await expect(username).toHaveAccessibleDescription(new RegExp(words.access('access.username_missing')));
});
