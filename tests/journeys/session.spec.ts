// A session that ends: the warning, the extension, and what was typed when it was over.
import type { Page } from '@playwright/test';
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { idleFor, sql } from './steps/behind.ts';
import { giveCredentials, signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { barriers } from './steps/look.ts';
import { chooseMethod } from './steps/paying.ts';
import { button, field, isOn, type Walk } from './steps/walk.ts';
import { any, like, wordsIn } from './steps/words.ts';

const words = wordsIn('it');
const say = words.requests;
const text = 'Prova di quello che stavo scrivendo: 1, 2, 3.';

test.beforeEach(async ({ portal }) => portal.renew());

/** A request of Giulia's, open on its page. */
async function withRequest(walk: Walk): Promise<void> {
  const { page, hand } = walk;
  await page.goto('/assistenza');
  await page.getByLabel(say('requests.support_category')).selectOption('policies');
  await hand.write(field(walk, say('requests.support_text')), 'Prova.');
  await hand.press(button(walk, say('requests.support_button')));
  await isOn(walk, say('requests.page_title', { number: any }));
}

/** The session has ended; the page of sign-in says so, and the password of this device is enough to go on. */
async function signInAfterTheEnd(walk: Walk): Promise<void> {
  await isOn(walk, words.access('access.sign_in_title'));
  await expect(walk.page.getByText(words.access('access.session_over'))).toBeVisible();
  await giveCredentials(walk, cast.giulia.username);
}

test('[ACC-12] an answer that was being written is there again after signing in, and goes out', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.giulia);
  await withRequest(walk);
  const address = new URL(page.url()).pathname;
  await walk.hand.write(field(walk, say('requests.page_write_label')), text);
  await idleFor(portal, 20);
  await walk.hand.press(button(walk, say('requests.page_write_button')));
  await signInAfterTheEnd(walk);
  await expect(page).toHaveURL((url) => url.pathname === address);
  await expect(page.getByText(words.web('web.notice_kept_form'))).toBeVisible();
  await expect(field(walk, say('requests.page_write_label'))).toHaveValue(text);
  expect(await sql(portal, `select 1 from request_entries where text like 'Prova di quello%'`)).toEqual([]);
  await walk.hand.press(button(walk, say('requests.page_write_button')));
  await expect(page.getByText(text)).toBeVisible();
});

test('[ACC-12] another tab that notices the end first takes nothing away', async ({ page, context, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.giulia);
  await withRequest(walk);
  await walk.hand.write(field(walk, say('requests.page_write_label')), text);
  await idleFor(portal, 20);
  const other = await context.newPage();
  await other.goto('/polizze');
  await expect(other).toHaveURL(/\/accesso/);
  await walk.hand.press(button(walk, say('requests.page_write_button')));
  await signInAfterTheEnd(walk);
  await expect(field(walk, say('requests.page_write_label'))).toHaveValue(text);
});

test('[ACC-12] a question to support survives the end of the session too', async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.giulia);
  await page.goto('/assistenza');
  await page.getByLabel(say('requests.support_category')).selectOption('payments');
  await walk.hand.write(field(walk, say('requests.support_text')), text);
  await idleFor(portal, 20);
  await walk.hand.press(button(walk, say('requests.support_button')));
  await signInAfterTheEnd(walk);
  await isOn(walk, say('requests.support_title'));
  await expect(field(walk, say('requests.support_text'))).toHaveValue(text);
  await expect(page.getByLabel(say('requests.support_category'))).toHaveValue('payments');
  expect(await sql(portal, `select 1 from requests`)).toEqual([]);
});

test('[ACC-12] a code that was being typed is not kept; the operation begins again', async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.giulia);
  await page.getByRole('link', { name: words.payments('payments.pay_title', { kind: 'instalment' }) }).click();
  await chooseMethod(walk, 'card');
  await walk.hand.press(button(walk, words.payments('payments.get_code')));
  await walk.hand.write(field(walk, words.confirmation('confirmation.code_label')), '123456');
  await idleFor(portal, 20);
  await walk.hand.press(button(walk, words.payments('payments.pay_button', { amount: any })));
  await signInAfterTheEnd(walk);
  await isOn(walk, words.confirmation('confirmation.over_title'));
  await expect(page.getByText(words.confirmation('confirmation.other_session'))).toBeVisible();
});

/** The enhancers are there: they have begun to count. Then time passes. */
async function wait(page: Page, time: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.clock.fastForward(time);
}

test.describe('the warning', { tag: '@scripts-on' }, () => {
  test('[ACC-1] [DUT-3] two minutes before the end the page warns, and one press keeps the session and the text', async ({
    page,
    portal,
  }) => {
    await page.clock.install();
    const walk = { page, portal, words, hand: pointer };
    await signIn(walk, cast.giulia);
    await withRequest(walk);
    await walk.hand.write(field(walk, say('requests.page_write_label')), text);
    const warning = page.getByRole('alert').filter({ hasText: words.web('web.session_title') });
    await wait(page, '12:50');
    await expect(warning).toBeHidden();
    await wait(page, '00:15');
    await expect(warning).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await idleFor(portal, 13);
    await warning.getByRole('link', { name: words.web('web.session_stay') }).click();
    await expect(warning).toBeHidden();
    await expect(field(walk, say('requests.page_write_label'))).toHaveValue(text);
    const [session] = await sql<{ isFresh: boolean }>(
      portal,
      `select max(last_seen_at) > max(created_at) - interval '1 minute' as "isFresh" from sessions where ended_at is null`,
    );
    expect(session?.isFresh).toBe(true);
    await wait(page, '13:05');
    await expect(warning).toBeVisible();
  });

  test('[ACC-12] after the end the notice takes nothing away: what is being written can be sent', async ({
    page,
    portal,
  }) => {
    await page.clock.install();
    const walk = { page, portal, words, hand: pointer };
    await signIn(walk, cast.giulia);
    await withRequest(walk);
    await walk.hand.write(field(walk, say('requests.page_write_label')), text);
    await wait(page, '15:05');
    await idleFor(portal, 16);
    const over = page.getByRole('alert').filter({ hasText: words.web('web.session_over_writing') });
    await expect(over).toBeVisible();
    await expect(over.getByRole('link')).toBeHidden();
    await walk.hand.press(button(walk, say('requests.page_write_button')));
    await signInAfterTheEnd(walk);
    await expect(field(walk, say('requests.page_write_label'))).toHaveValue(text);
  });

  test('[ACC-1] where nothing is being written the notice leads to sign-in and back', async ({ page, portal }) => {
    await page.clock.install();
    const walk = { page, portal, words, hand: pointer };
    await signIn(walk, cast.giulia);
    await page.goto('/aiuto');
    await wait(page, '15:05');
    await idleFor(portal, 16);
    const over = page.getByRole('alert').filter({ hasText: words.web('web.session_over') });
    await over.getByRole('link', { name: words.web('web.sign_in') }).click();
    await giveCredentials(walk, cast.giulia.username);
    await expect(page).toHaveURL(/\/aiuto$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(like('Aiuto'));
  });

  test('[ACC-1] a session that was ended from elsewhere is not pretended to go on', async ({ page, portal }) => {
    await page.clock.install();
    const walk = { page, portal, words, hand: pointer };
    await signIn(walk, cast.giulia);
    await page.goto('/polizze');
    await wait(page, '13:05');
    await sql(portal, 'update sessions set ended_at = last_seen_at');
    await page.getByRole('link', { name: words.web('web.session_stay') }).click();
    await expect(page).toHaveURL(/\/accesso\?/);
  });
});
