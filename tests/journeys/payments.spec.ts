// Pagamenti, the files it gives away, and a contribution to a life contract, with scripts and without.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { orders, sql } from './steps/behind.ts';
import { signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { codeIn, messageBroughtBy } from './steps/inbox.ts';
import { chooseMethod, confirmPayment, isPaid, openPolicy, payAtProvider } from './steps/paying.ts';
import { button, field, isOn, link, type Walk } from './steps/walk.ts';
import { part, wordsIn } from './steps/words.ts';

const words = wordsIn('it');
const say = words.payments;

test.beforeEach(async ({ portal }) => portal.renew());

async function savedFile(walk: Walk, name: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([walk.page.waitForEvent('download'), walk.hand.press(link(walk, name))]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('[PAY-4] [PAY-7] what is to pay and was paid, a year before, one line, and the file of what is seen', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.giulia);
  await page.goto('/');
  await pointer.press(link(walk, say('payments.page_to_all')));
  await isOn(walk, say('payments.page_title'));
  await expect(page.getByRole('heading', { name: say('payments.page_paid_so_far', { year: '2026' }) })).toBeVisible();
  await pointer.press(link(walk, '2025'));
  await expect(page).toHaveURL(/\?anno=2025#pagato$/);
  await expect(page.getByRole('heading', { name: say('payments.page_paid_year', { year: '2025' }) })).toBeVisible();
  await page.getByLabel(say('payments.page_filter_line')).selectOption('motor');
  await pointer.press(button(walk, say('payments.page_filter')));
  await expect(page.getByRole('status')).toContainText(
    say('payments.page_filtered', { what: words.policies('policies.line', { line: 'motor' }) }),
  );
  const file = await savedFile(walk, say('payments.page_export_year', { year: '2025' }));
  expect(file.name).toBe('pagamenti-2025.csv');
  const records = parse(file.text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
  expect(records.length).toBeGreaterThan(0);
  const [lineName, paidName] = [say('payments.export_line'), say('payments.export_paid_on')];
  for (const record of records) {
    expect(record[lineName]).toBe(words.policies('policies.line', { line: 'motor' }));
    expect(record[paidName]).toMatch(/^\d{2}\/\d{2}\/2025$/);
  }
  await pointer.press(link(walk, say('payments.page_clear')));
  await expect(page).toHaveURL(/\/pagamenti$/);
});

test('[PAY-4] a due day for the calendar from Home, from the policy and from Pagamenti: the same event', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.giulia);
  const add = say('payments.calendar_add');
  await page.goto('/');
  const fromHome = await savedFile(walk, add);
  expect(fromHome.name).toMatch(/^scadenza-2026-\d{2}-\d{2}\.ics$/);
  expect(fromHome.text).toContain('BEGIN:VALARM');
  const uid = /UID:(.*)/.exec(fromHome.text)?.[1];
  await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
  expect((await savedFile(walk, add)).text).toContain(`UID:${uid}`);
  await page.goto('/pagamenti');
  const row = page
    .getByRole('main')
    .getByRole('link', { name: part(add) })
    .first();
  const [download] = await Promise.all([page.waitForEvent('download'), row.click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain(`UID:${uid}`);
});

test('[PAY-1] [PAY-3] [PAY-7] a contribution: bad amounts in clear words, then paid, with its receipt among what was paid', async ({
  page,
  portal,
}, info) => {
  const walk = { page, portal, words, hand: pointer };
  const { luca } = cast;
  await signIn(walk, luca);
  await page.goto('/pagamenti');
  await pointer.press(
    page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: '1000001039' })
      .getByRole('link', { name: say('payments.contribution_do') }),
  );
  await isOn(walk, say('payments.contribution_title'));
  const amount = field(walk, say('payments.contribution_label'));
  await pointer.press(button(walk, say('payments.contribution_next')));
  await expect(page.getByRole('alert')).toContainText(say('payments.contribution_missing'));
  await pointer.write(amount, 'cento');
  await pointer.press(button(walk, say('payments.contribution_next')));
  await expect(page.getByRole('alert')).toContainText(say('payments.contribution_unreadable'));
  await expect(amount).toHaveValue('cento');
  await expect(page).toHaveTitle(/^Errore: /);
  await pointer.write(amount, '49,99');
  await pointer.press(button(walk, say('payments.contribution_next')));
  await expect(page.getByRole('alert')).toContainText('50,00');
  await pointer.write(amount, '1.000,01');
  await pointer.press(button(walk, say('payments.contribution_next')));
  await isOn(walk, say('payments.summary_title'));
  await expect(page.getByRole('radio', { name: say('payments.method', { method: 'card' }) })).toBeDisabled();
  await pointer.press(link(walk, say('payments.contribution_change')));
  await isOn(walk, say('payments.contribution_title'));
  await expect(amount).toHaveValue('1000.01');
  await pointer.write(amount, '250.50');
  await pointer.press(button(walk, say('payments.contribution_next')));
  await isOn(walk, say('payments.summary_title'));
  await pointer.press(button(walk, say('payments.get_code')));
  await expect(page.getByRole('alert')).toContainText(say('payments.choose_method'));
  await chooseMethod(walk, 'card');
  const message = await messageBroughtBy(portal, luca.confirmationContact ?? '', () =>
    pointer.press(button(walk, say('payments.get_code'))),
  );
  expect(message.text).toContain('250,50');
  await confirmPayment(walk, codeIn(message));
  await payAtProvider(walk, 'paid');
  await isPaid(walk, info.project.name === 'scripts on');
  await page.goto('/pagamenti');
  await expect(page.getByRole('main')).toContainText('Versamento aggiuntivo del 24 novembre 2026');
  await expect(page.getByRole('main')).toContainText('250,50');
});

test(
  '[PAY-1] a contribution that is given up leaves nothing to pay; tried again it is the same one',
  { tag: '@scripts-off' },
  async ({ page, portal }, info) => {
    const walk = { page, portal, words, hand: pointer };
    const { luca } = cast;
    await signIn(walk, luca);
    await openPolicy(walk, words.policies('policies.line', { line: 'savings' }));
    await pointer.press(link(walk, say('payments.contribution_do')));
    await pointer.write(field(walk, say('payments.contribution_label')), '60');
    await pointer.press(button(walk, say('payments.contribution_next')));
    await chooseMethod(walk, 'card');
    const phone = luca.confirmationContact ?? '';
    const message = await messageBroughtBy(portal, phone, () => pointer.press(button(walk, say('payments.get_code'))));
    await confirmPayment(walk, codeIn(message));
    await page.goto('/');
    await pointer.press(link(walk, say('payments.see_outcome')));
    await isOn(walk, say('payments.ready_title'));
    const outcome = new URL(page.url()).pathname;
    await pointer.press(button(walk, say('payments.give_up')));
    await isOn(walk, say('payments.given_up_title'));
    await expect(page.getByText(part(say('payments.given_up_text', { kind: 'contribution' })))).toBeVisible();
    await page.goto('/pagamenti');
    await expect(page.getByRole('main')).not.toContainText('Versamento aggiuntivo del');
    await page.goto(outcome);
    await pointer.press(link(walk, say('payments.again')));
    await isOn(walk, say('payments.summary_title'));
    await chooseMethod(walk, 'card');
    const second = await messageBroughtBy(portal, phone, () => pointer.press(button(walk, say('payments.get_code'))));
    await confirmPayment(walk, codeIn(second));
    await payAtProvider(walk, 'paid');
    await isPaid(walk, info.project.name === 'scripts on');
    const rows = await sql(portal, 'select count(*)::int as count from payables where key is null');
    expect(rows).toEqual([{ count: 1 }]);
    expect((await orders(portal)).filter((order) => order.takenCents > 0)).toHaveLength(1);
  },
);

test('[PAY-1] [PAY-2] a regularisation that the core system lets be paid here is paid, by its own name', {
  tag: '@scripts-on',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.moretti);
  await page.goto('/pagamenti');
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /^\s*Regolazione del/ });
  await pointer.press(row.getByRole('link', { name: /^Paga/ }));
  await isOn(walk, say('payments.summary_title'));
  await expect(page.locator('header')).toContainText(say('payments.pay_title', { kind: 'regularisation' }));
  await page.goto('/pagamenti');
  const completion = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /^\s*Perfezionamento del/ });
  await expect(completion).toContainText(say('payments.not_online'));
  await expect(completion.getByRole('link', { name: /^Paga/ })).toHaveCount(0);
});

test('[POL-4] who is insured and pays for nothing is told who sees the payments', { tag: '@scripts-off' }, async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.marco);
  await page.goto('/pagamenti');
  await expect(page.getByRole('main')).toContainText(say('payments.page_empty_insured'));
  await expect(page.getByRole('main').getByRole('link', { name: part('CSV') })).toHaveCount(0);
});
