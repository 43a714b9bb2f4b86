// Finding what is lost: a username, a policy that is not in the list, the agency.
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { messageBroughtBy, messagesTo } from './steps/inbox.ts';
import { button, field, isOn, link } from './steps/walk.ts';
import { like, part, wordsIn } from './steps/words.ts';

const words = wordsIn('it');
const say = words.access;
const { giulia, sara } = cast;

test.beforeEach(async ({ portal }) => portal.renew());

test('[ACC-3] a forgotten username arrives at the username, and the page says the same to whoever asks', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  await page.goto('/accesso');
  await pointer.press(link(walk, say('access.forgotten')));
  await isOn(walk, say('access.recover_title'));
  await pointer.press(link(walk, say('access.recover_username_link')));
  await isOn(walk, say('access.forgot_title'));

  await pointer.write(field(walk, say('access.forgot_field')), `${giulia.codiceFiscale.slice(0, -1)}X`);
  await pointer.press(button(walk, say('access.forgot_button')));
  await expect(page.getByRole('alert')).toContainText(words.parties('parties.fiscal_check', { typed: 'X' }));

  await pointer.write(field(walk, say('access.forgot_field')), giulia.codiceFiscale.toLowerCase());
  const message = await messageBroughtBy(portal, giulia.username, () =>
    pointer.press(button(walk, say('access.forgot_button'))),
  );
  await isOn(walk, say('access.forgot_sent_title'));
  expect(message.text).toContain(giulia.username);
  expect(await messagesTo(portal, giulia.confirmationContact)).toEqual([]);
  const known = ((await page.getByRole('main').textContent()) ?? '').replaceAll(/[A-Z]{6}\w{10}/gi, '');

  await pointer.press(link(walk, say('access.forgot_other')));
  await pointer.write(field(walk, say('access.forgot_field')), 'RSSMRA85M01H501Q');
  await pointer.press(button(walk, say('access.forgot_button')));
  await isOn(walk, say('access.forgot_sent_title'));
  expect(((await page.getByRole('main').textContent()) ?? '').replaceAll(/[A-Z]{6}\w{10}/gi, '')).toBe(known);
});

test('[ACC-3] with the number of a policy the page shows the username masked', async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, giulia);
  await page.goto('/polizze');
  await page.locator('main li a[href*="/polizze/"]').first().click();
  const number = ((await page.getByRole('main').textContent()) ?? '').match(/\b\d{4} ?\d{4} ?\d{2}\b/)?.[0] ?? '';
  expect(number).not.toBe('');
  await page.context().clearCookies();

  await page.goto('/recupera/nome-utente');
  await pointer.write(field(walk, say('access.forgot_field')), giulia.codiceFiscale);
  await pointer.write(page.getByLabel(say('access.forgot_policy')), number);
  await pointer.press(button(walk, say('access.forgot_button')));
  // The answer is decided after the page: it refreshes by itself, without scripts too.
  await expect(page.getByRole('main').getByText(/^Il nome utente è .*•/)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(giulia.username);
});

test('[POL-10] the policies stand by area, and the page says why one is missing', async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  const policies = words.policies;
  await signIn(walk, sara);
  await page.goto('/polizze');
  await pointer.press(link(walk, policies('policies.missing_title')));
  await isOn(walk, policies('policies.missing_title'));
  for (const name of ['ended', 'profile', 'beneficiary', 'data', 'received', 'kind'] as const)
    await expect(page.getByRole('heading', { level: 2, name: policies(`policies.missing_${name}`) })).toBeVisible();
  await expect(page.locator('#profile li').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText(sara.codiceFiscale);

  await page.context().clearCookies();
  await signIn(walk, giulia);
  await page.goto('/polizze');
  for (const area of ['vehicles', 'home', 'life'])
    await expect(page.getByRole('heading', { level: 2, name: policies('policies.area', { area }) })).toBeVisible();
});

test('[REQ-10] an agency is found by place, also with a slip, with its hours, telephone and a map of one’s choice', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  const parties = words.parties;
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(portal.address)) outside.push(request.url());
  });
  await page.goto('/agenzie');
  const search = async (text: string) => {
    await pointer.write(field(walk, parties('parties.search_label')), text);
    await pointer.press(button(walk, parties('parties.search_button')));
  };
  await search('Bolzanno');
  await expect(page.getByText(part(parties('parties.found_almost', { count: 1, text: 'Bolzanno' })))).toBeVisible();
  await search('Sesto Fiorentino');
  await expect(
    page.getByRole('heading', { name: like(parties('parties.found_near', { count: 1, place: 'Sesto Fiorentino' })) }),
  ).toBeVisible();
  await search('provincia di Firenze');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Rifredi/ })
    .first()
    .click();
  await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible();
  await expect(page.locator('main a[href^="mailto:"]').first()).toBeVisible();
  await expect(page.getByText(/(Aperta fino|Chiusa, riapre)/).first()).toBeVisible();
  const maps = page.locator('#mappa li a');
  await expect(maps).toHaveCount(4);
  for (const map of await maps.all()) expect(await map.getAttribute('rel')).toBe('noreferrer');
  expect(outside).toEqual([]);
});
