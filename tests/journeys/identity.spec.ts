// Identity beside the main job: shared contacts, forgotten passwords, lost devices and contacts, sessions that ended.
import type { Browser } from '@playwright/test';
import pg from 'pg';
import { cast, demoPassword } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import type { TestPortal } from '../world/portal.ts';
import { giveCredentials, isHome, signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { anotherThan, codeIn, linkIn, messageBroughtBy, messagesTo } from './steps/inbox.ts';
import { button, field, isOn, link, type Walk } from './steps/walk.ts';
import { any, like, part, wordsIn } from './steps/words.ts';

const { giulia, marco, elena, paolo, pietro } = cast;
const words = wordsIn('it');
const newPassword = 'cinque parole del tutto nuove';

test.beforeEach(({ portal }) => portal.renew());

const walkIn = (page: Walk['page'], portal: TestPortal): Walk => ({ page, portal, words, hand: pointer });

/** Another browser, which this portal has never seen. */
async function elsewhere(browser: Browser, portal: TestPortal): Promise<Walk> {
  const other = await browser.newContext({ baseURL: portal.address });
  return walkIn(await other.newPage(), portal);
}

async function askForPassword(walk: Walk, username: string): Promise<void> {
  await walk.page.goto('/recupera');
  await walk.hand.write(field(walk, words.access('access.username')), username);
  await walk.hand.press(button(walk, words.access('access.recover_button')));
  await isOn(walk, words.access('access.sent_title'));
}

async function chooseNewPassword(walk: Walk, href: string): Promise<void> {
  await walk.page.goto(href);
  await isOn(walk, words.access('access.new_title'));
  await walk.hand.write(field(walk, words.access('access.new_field')), newPassword);
  await walk.hand.press(button(walk, words.access('access.new_button')));
}

test('[REG-5] [REG-10] a link opened in another browser asks who registers when the contact is shared', async ({
  page,
  portal,
  browser,
}) => {
  const asking = walkIn(page, portal);
  const say = words.registration;
  const message = await messageBroughtBy(portal, paolo.email, async () => {
    await page.goto('/registrati');
    await asking.hand.write(field(asking, say('registration.contact')), paolo.email);
    await asking.hand.press(button(asking, say('registration.button')));
  });
  const other = await elsewhere(browser, portal);
  const answers: string[] = [];
  other.page.on('response', (answer) => answers.push(`${answer.headers()['referrer-policy']} ${answer.url()}`));
  const href = linkIn(message, '/registrati/link/');
  await other.page.goto(href);
  // The token is in no address any more, and went to nobody.
  expect(answers[0]).toBe(`no-referrer ${href}`);
  expect(new URL(other.page.url()).pathname).toBe('/registrati/link');
  await other.hand.press(button(other, say('registration.link_button')));
  await isOn(other, say('registration.fiscal_title'));
  for (const [typed, expected] of [
    ['CNTPLA72S08G2Z4T', words.parties('parties.fiscal_character', { position: 14, typed: 'Z', expected: 'digit' })],
    [giulia.codiceFiscale, say('registration.not_found', { triesLeft: 4 })],
  ] as const) {
    await other.hand.write(field(other, say('registration.fiscal_field')), typed);
    await other.hand.press(button(other, say('registration.fiscal_submit')));
    await expect(other.page.getByRole('alert')).toContainText(expected);
    await expect(field(other, say('registration.fiscal_field'))).toHaveValue(typed);
  }
  await other.hand.write(field(other, say('registration.fiscal_field')), paolo.codiceFiscale);
  await other.hand.press(button(other, say('registration.fiscal_submit')));
  await isOn(other, say('registration.password_title'));
  await other.hand.write(field(other, say('registration.password_field')), 'paolo conti 1972');
  await other.hand.press(button(other, say('registration.password_submit')));
  await expect(other.page.getByRole('alert')).toContainText(words.access('access.password_own'));
  await expect(field(other, say('registration.password_field'))).toHaveValue('');
  await other.hand.write(field(other, say('registration.password_field')), newPassword);
  await other.hand.press(button(other, say('registration.password_submit')));
  await isHome(other);
  await expect(other.page.getByText(paolo.familyName).first()).toBeAttached();

  // The browser that asked has gained nothing by it.
  await page.goto('/registrati/password');
  await isOn(asking, say('registration.gone_title'));
});

test('[REG-6] [REG-2] known, unknown and in use look the same; only the contact itself hears more', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = walkIn(page, portal);
  const say = words.registration;
  const pages = [];
  for (const contact of ['nessuno.mai@posta.example', giulia.email, paolo.email]) {
    await page.goto('/registrati');
    await walk.hand.write(field(walk, say('registration.contact')), contact);
    await walk.hand.press(button(walk, say('registration.button')));
    await isOn(walk, say('registration.check_title'));
    // Until the message has left, a code is not judged; then it is wrong, for all of them.
    await expect(async () => {
      await walk.hand.write(field(walk, say('registration.code_field')), '12');
      await walk.hand.press(button(walk, say('registration.code_submit')));
      await expect(page.getByRole('alert')).toContainText(words.codes('codes.wrong', { triesLeft: 4 }), {
        timeout: 500,
      });
    }).toPass();
    const text = (await page.getByRole('main').textContent()) ?? '';
    pages.push(text.replaceAll(contact, '(typed)').replace(/\d\d:\d\d/g, '(time)'));
  }
  expect(new Set(pages).size).toBe(1);
  const [inUse] = await messagesTo(portal, giulia.email);
  expect(inUse?.text).toMatch(part(say('registration.in_use_text', { role: 'username' })));
  expect(await messagesTo(portal, 'nessuno.mai@posta.example')).toEqual([]);
});

test('[ACC-2] [ACC-11] a forgotten password: link, new password, and the code of the unknown browser', async ({
  page,
  portal,
  browser,
}) => {
  const asking = walkIn(page, portal);
  const message = await messageBroughtBy(portal, giulia.email, () => askForPassword(asking, giulia.email));
  const other = await elsewhere(browser, portal);
  const code = await messageBroughtBy(portal, giulia.mobile, () =>
    chooseNewPassword(other, linkIn(message, '/recupera/link/')),
  );
  await isOn(other, words.access('access.code_title'));
  await expect(other.page.getByRole('status').first()).toHaveText(words.web('web.notice_password_changed'));
  await other.hand.press(other.page.getByText(words.access('access.code_lost')));
  await other.hand.press(button(other, words.access('access.code_lost_button')));
  await expect(other.page.getByRole('main')).toContainText(
    part(words.access('access.recovered_recently', { time: any, day: any })),
  );
  await other.hand.write(field(other, words.access('access.code_field')), codeIn(code));
  await other.hand.press(button(other, words.access('access.code_button')));
  await isHome(other);

  // The link has worked once; the old password no more.
  await page.goto(linkIn(message, '/recupera/link/'));
  await isOn(asking, words.access('access.link_dead_title'));
  await page.goto('/accesso');
  await giveCredentials(asking, giulia.email, demoPassword);
  await expect(page.getByRole('main')).toContainText(words.access('access.wrong'));
});

test('[ACC-4] a year away: said only after the right password, opened by recovery', { tag: '@scripts-on' }, async ({
  page,
  portal,
}) => {
  const walk = walkIn(page, portal);
  await page.goto('/accesso');
  await giveCredentials(walk, pietro.email, 'sbagliata');
  await expect(page.getByRole('main')).toContainText(words.access('access.wrong'));
  await giveCredentials(walk, pietro.email);
  await expect(page.getByRole('main')).toContainText(part(words.access('access.unused', { day: any })));
  await walk.hand.press(link(walk, words.access('access.way_recover')));
  const message = await messageBroughtBy(portal, pietro.email, () => askForPassword(walk, pietro.email));
  const code = await messageBroughtBy(portal, pietro.email, () =>
    chooseNewPassword(walk, linkIn(message, '/recupera/link/')),
  );
  await walk.hand.write(field(walk, words.access('access.code_field')), codeIn(code));
  await walk.hand.press(button(walk, words.access('access.code_button')));
  await isHome(walk);
});

test('[ACC-11] who has lost the confirmation contact gets the code at the username', async ({ page, portal }) => {
  const walk = walkIn(page, portal);
  await page.goto('/accesso');
  const first = await messageBroughtBy(portal, giulia.mobile, () => giveCredentials(walk, giulia.email));
  await isOn(walk, words.access('access.code_title'));
  await walk.hand.press(page.getByText(words.access('access.code_lost')));
  const told = messageBroughtBy(portal, giulia.mobile, async () => {});
  const second = await messageBroughtBy(portal, giulia.email, () =>
    walk.hand.press(button(walk, words.access('access.code_lost_button'))),
  );
  expect((await told).text).toContain('***@posta.example');
  await expect(page.getByText(words.access('access.code_lost'))).toHaveCount(0);
  for (const [code, expected] of [
    [codeIn(first), words.codes('codes.older')],
    [anotherThan(codeIn(second)), words.codes('codes.wrong', { triesLeft: 3 })],
  ] as const) {
    await walk.hand.write(field(walk, words.access('access.code_field')), code);
    await walk.hand.press(button(walk, words.access('access.code_button')));
    await expect(page.getByRole('alert')).toContainText(expected);
    await expect(field(walk, words.access('access.code_field'))).toHaveValue('');
  }
  await walk.hand.write(field(walk, words.access('access.code_field')), codeIn(second));
  await walk.hand.press(button(walk, words.access('access.code_button')));
  await isHome(walk);
});

test('[ACC-1] the list of devices: another one is signed out and forgotten, then all at once', {
  tag: '@scripts-on',
}, async ({ page, portal, browser }) => {
  const here = walkIn(page, portal);
  const phone = await elsewhere(browser, portal);
  const person = { username: giulia.email, confirmationContact: giulia.mobile };
  await signIn(phone, person);
  await signIn(here, person, '/profilo/accessi');
  await isOn(here, words.access('access.security_title'));
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.filter({ hasText: words.access('access.security_in_use') })).toHaveCount(1);
  const others = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ hasText: words.access('access.security_others') });
  await others
    .getByRole('button', { name: part(words.access('access.security_close')) })
    .first()
    .click();
  await expect(page.getByRole('status').first()).toHaveText(words.web('web.notice_session_closed'));
  await phone.page.goto('/polizze');
  await isOn(phone, words.access('access.sign_in_title'));
  // Known still: the password is enough.
  await giveCredentials(phone, giulia.email);
  await expect(phone.page).toHaveURL(/\/polizze$/);

  await page.reload();
  await others
    .getByRole('button', { name: part(words.access('access.security_forget')) })
    .first()
    .click();
  await expect(page.getByRole('status').first()).toHaveText(words.web('web.notice_device_forgotten'));
  await phone.page.goto('/accesso');
  await giveCredentials(phone, giulia.email);
  await isOn(phone, words.access('access.code_title'));

  await here.hand.press(button(here, words.access('access.security_everywhere')));
  await isOn(here, words.access('access.sign_in_title'));
  await expect(page.getByRole('status').first()).toHaveText(words.web('web.notice_signed_out_everywhere'));
  await page.goto('/polizze');
  await isOn(here, words.access('access.sign_in_title'));
});

test('[ACC-1] [ACC-12] a session that ended leads back to the page that was wanted', async ({ page, portal }) => {
  const walk = walkIn(page, portal);
  await signIn(walk, { username: marco.email });
  await endSessions(portal);
  await page.goto('/documenti');
  await isOn(walk, words.access('access.sign_in_title'));
  await expect(page.getByRole('main')).toContainText(words.access('access.session_over'));
  await giveCredentials(walk, marco.email);
  await expect(page).toHaveURL(/\/documenti$/);
});

test('[ACC-12] what was chosen in a form whose session had ended is there again after signing in', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = walkIn(page, portal);
  await signIn(walk, { username: marco.email }, '/profilo/recapiti/scegli');
  const choice = page.getByRole('radio').first();
  await walk.hand.choose(choice);
  await endSessions(portal);
  await walk.hand.press(page.getByRole('main').getByRole('button').first());
  await isOn(walk, words.access('access.sign_in_title'));
  await giveCredentials(walk, marco.email);
  await expect(page).toHaveURL(/\/profilo\/recapiti\/scegli\?ripreso$/);
  await expect(choice).toBeChecked();
});

test('[ACC-4] nobody is told whether a username exists, however often it is tried', { tag: '@scripts-off' }, async ({
  page,
  portal,
}) => {
  const walk = walkIn(page, portal);
  const stories = [];
  for (const username of ['nessuno.mai@posta.example', elena.mobile]) {
    const story = [];
    for (let at = 0; at < 5; at += 1) {
      await page.goto('/accesso');
      await giveCredentials(walk, username, 'sbagliata');
      story.push(((await page.getByRole('main').textContent()) ?? '').replace(/\d\d:\d\d(:\d\d)?/g, '(time)'));
    }
    stories.push(story);
  }
  expect(stories[1]).toEqual(stories[0]);
  expect(stories[0]?.at(-1)).toMatch(part(words.access('access.wait', { time: '(time)' })));
});

test('a signed-in customer is not shown the doors again', async ({ page, portal }) => {
  const walk = walkIn(page, portal);
  await signIn(walk, { username: marco.email });
  for (const door of ['/accesso', '/registrati', '/accesso/codice']) {
    await page.goto(door);
    await isHome(walk);
  }
  await page.goto('/esci');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(like(words.access('access.leave_title')));
  await page.goto('/polizze');
  await expect(page).toHaveURL(/\/polizze$/);
});

/** As if nobody had used them for 16 minutes. */
async function endSessions(portal: TestPortal): Promise<void> {
  const client = new pg.Client({ connectionString: portal.databaseUrl });
  await client.connect();
  await client.query("update sessions set last_seen_at = last_seen_at - interval '16 minutes'");
  await client.end();
}
