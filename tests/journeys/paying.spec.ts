// What happens to a payment that does not go straight through: wrong codes, Back and a second tab, a refused card, a way
// back, giving up, and the answer of the bank that lets itself be waited for.
import { cast } from '../../demo/cast.ts';
import { expect, test } from '../world/journey.ts';
import { decide, orders, sql } from './steps/behind.ts';
import { signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { anotherThan, codeIn, messageBroughtBy } from './steps/inbox.ts';
import {
  askToPay,
  cancelAtProvider,
  chooseMethod,
  confirmPayment,
  isPaid,
  type Method,
  openPolicy,
  payAtProvider,
  payButton,
  providerOf,
  typeCode,
} from './steps/paying.ts';
import { button, field, isOn, link, type Walk } from './steps/walk.ts';
import { any, part, wordsIn } from './steps/words.ts';

const words = wordsIn('it');
const say = words.payments;
const { giulia } = cast;
const phone = giulia.confirmationContact;

test.beforeEach(async ({ portal }) => portal.renew());

/** Signed in, with the instalment of the motor policy asked for; answers its code. */
async function withCode(walk: Walk): Promise<string> {
  await signIn(walk, giulia);
  await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
  return codeIn(await askToPay(walk, phone));
}

/** From Home, where a payment that is under way is the first thing to do. */
async function goToOutcome(walk: Walk, title: string): Promise<void> {
  await walk.page.goto('/');
  await pointer.press(link(walk, say('payments.see_outcome')));
  await isOn(walk, title);
}

test('[CNF-1] [CNF-2] [CNF-9] an empty code, a wrong one, one more too soon, and why none arrives', async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  const code = await withCode(walk);
  const typed = field(walk, words.confirmation('confirmation.code_label'));
  await pointer.press(button(walk, payButton(walk)));
  await expect(page.getByRole('alert')).toContainText(words.confirmation('confirmation.code_shape'));
  await typeCode(walk, anotherThan(code), payButton(walk));
  await expect(page.getByRole('alert')).toContainText(words.codes('codes.wrong', { triesLeft: 4 }));
  await expect(page).toHaveTitle(/^Errore: /);
  await expect(typed).toHaveValue('');
  await pointer.press(button(walk, words.confirmation('confirmation.resend')));
  await expect(page.getByText(part(words.codes('codes.just_sent', { time: any })))).toBeVisible();
  await pointer.press(link(walk, words.confirmation('confirmation.not_received')));
  await isOn(walk, words.confirmation('confirmation.missing_title'));
  await pointer.press(link(walk, words.confirmation('confirmation.missing_back')));
  await confirmPayment(walk, code);
});

test('[CNF-7] Back, and the same page in a second tab, show what has become of it and pay nothing twice', async ({
  page,
  context,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  const code = await withCode(walk);
  const codePage = page.url();
  const second = { ...walk, page: await context.newPage() };
  await second.page.goto(codePage);
  await isOn(second, words.confirmation('confirmation.page_title'));
  await confirmPayment(walk, code);
  // The second tab still shows the form; what it sends changes nothing and leads to the first one's outcome.
  await pointer.write(field(second, words.confirmation('confirmation.code_label')), code);
  await pointer.press(button(second, payButton(second)));
  await expect(second.page).toHaveURL((url) => url.pathname.startsWith('/esito/') || url.origin === providerOf(walk));
  await payAtProvider(walk, 'paid');
  await page.waitForURL(/\/esito\//);
  await page.goto(codePage);
  await isOn(walk, say('payments.paid_title'));
  await page.goBack();
  await expect(page.getByRole('button', { name: say('payments.pay_button', { amount: any }) })).toHaveCount(0);
  const taken = (await orders(portal)).filter((order) => order.takenCents > 0);
  expect(taken).toHaveLength(1);
});

test('[PAY-5] [PAY-12] a card that is refused may be followed by another one on the same order', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await confirmPayment(walk, await withCode(walk));
  await payAtProvider(walk, 'refused');
  await expect(page.locator('input[name="outcome"]').first()).toBeVisible();
  await payAtProvider(walk, 'paid');
  await page.waitForURL(/\/esito\//);
  await isOn(walk, say('payments.paid_title'));
});

test('[PAY-5] a card that was refused: nothing was taken, what to do about it, and the way to try again', {
  tag: '@scripts-on',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  const code = await withCode(walk);
  const outcome = new URL(page.url()).pathname.replace('/conferma/', '/esito/');
  await confirmPayment(walk, code);
  await payAtProvider(walk, 'refused');
  await expect(page.locator('input[name="outcome"]').first()).toBeVisible();
  await page.goto(outcome);
  await isOn(walk, say('payments.refused_title'));
  await expect(page.getByText(say('payments.refused_text', { method: 'card', kind: 'instalment' }))).toBeVisible();
  await pointer.press(link(walk, say('payments.again')));
  await isOn(walk, say('payments.summary_title'));
  await page.goto('/');
  await expect(link(walk, say('payments.pay_title', { kind: 'instalment' }))).toBeVisible();
});

test(
  '[PAY-12] who leaves the provider’s page finds the payment on Home and goes on with it',
  { tag: '@scripts-off' },
  async ({ page, portal }, info) => {
    const walk = { page, portal, words, hand: pointer };
    await confirmPayment(walk, await withCode(walk));
    await goToOutcome(walk, say('payments.ready_title'));
    await pointer.press(link(walk, say('payments.go')));
    await page.waitForURL((url) => url.origin === providerOf(walk));
    await payAtProvider(walk, 'paid');
    await isPaid(walk, info.project.name === 'scripts on');
    expect(await orders(portal)).toHaveLength(1);
  },
);

test('[PAY-12] a payment that is given up leaves the instalment to be paid, and a second one pays it', async ({
  page,
  portal,
}, info) => {
  const walk = { page, portal, words, hand: pointer };
  await confirmPayment(walk, await withCode(walk));
  await goToOutcome(walk, say('payments.ready_title'));
  await pointer.press(button(walk, say('payments.give_up')));
  await isOn(walk, say('payments.given_up_title'));
  await pointer.press(link(walk, say('payments.again')));
  await isOn(walk, say('payments.summary_title'));
  await chooseMethod(walk, 'card');
  const message = await messageBroughtBy(portal, phone, () => pointer.press(button(walk, say('payments.get_code'))));
  await confirmPayment(walk, codeIn(message));
  await payAtProvider(walk, 'paid');
  await isPaid(walk, info.project.name === 'scripts on');
  expect((await orders(portal)).filter((order) => order.takenCents > 0)).toHaveLength(1);
});

test('[PAY-5] [PAY-12] who cancels at the provider is told that nothing was taken, and may begin again', {
  tag: '@scripts-on',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await confirmPayment(walk, await withCode(walk));
  await cancelAtProvider(walk);
  await page.waitForURL(/\/esito\//);
  await isOn(walk, say('payments.given_up_title'));
  await page.goto('/');
  await expect(link(walk, say('payments.pay_title', { kind: 'instalment' }))).toBeVisible();
});

test('[PAY-12] [PAY-5] a pending payment: the page looks by itself with scripts, and by the reader’s choice without', async ({
  page,
  portal,
}, info) => {
  const walk = { page, portal, words, hand: pointer };
  await confirmPayment(walk, await withCode(walk));
  await payAtProvider(walk, 'pending');
  await page.waitForURL(/\/esito\//);
  await isOn(walk, say('payments.pending_title'));
  await expect(button(walk, say('payments.give_up'))).toBeHidden();
  const follow = link(walk, say('payments.follow'));
  if (info.project.name === 'scripts on') await expect(follow).toBeHidden();
  else {
    await follow.click();
    await expect(page).toHaveURL(/\?segui=1$/);
    await expect(page.getByText(say('payments.following', { seconds: 5 }))).toBeVisible();
  }
  await decide(portal, 'paid');
  // Nobody touches the page.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('payments.paid_title'), { timeout: 30_000 });
});

test('[PAY-5] a pending payment that the bank refuses says so, and the instalment may be paid again', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await confirmPayment(walk, await withCode(walk));
  await payAtProvider(walk, 'pending');
  await page.waitForURL(/\/esito\//);
  await decide(portal, 'refused');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('payments.refused_title'), { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await pointer.press(link(walk, say('payments.again')));
  await isOn(walk, say('payments.summary_title'));
});

/** Where a payable of the cast is paid. */
async function payPathOf(portal: Walk['portal'], key: string): Promise<string> {
  const [row] = await sql<{ policy: string; payable: string }>(
    portal,
    `select l.public_id as policy, p.public_id as payable from payables p join policies l on l.id = p.policy_id where p.key = '${key}'`,
  );
  return `/polizze/${row?.policy}/paga/${row?.payable}`;
}

test('[PAY-3] [PAY-4] above the limits only MyBank can be chosen, and the server takes nothing else', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  const radio = (method: Method) => page.getByRole('radio', { name: say('payments.method', { method }) });
  const sent = (path: string, metodo: string) =>
    page.request.post(`${path}?/paga`, { form: { metodo }, headers: { origin: portal.address, accept: 'text/html' } });
  await signIn(walk, cast.franco);
  const above5000 = await payPathOf(portal, cast.franco.payables.above5000);
  await page.goto(above5000);
  await expect(radio('card')).toBeDisabled();
  await expect(radio('satispay')).toBeDisabled();
  await expect(radio('mybank')).toBeChecked();
  await expect(page.getByText(part(say('payments.above_limit', { method: 'satispay', limit: any })))).toBeVisible();
  for (const method of ['card', 'satispay'] as const) {
    const answer = await sent(above5000, method);
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain(
      say('payments.above_limit', { method, limit: '5.000,00\u00a0€' }).slice(0, 20),
    );
  }
  expect((await sent(above5000, 'bonifico')).status()).toBe(422);
  expect((await sent(above5000, '')).status()).toBe(422);
  // Between the limits a card will do and Satispay will not.
  const above2000 = await payPathOf(portal, cast.franco.payables.above2000);
  await page.goto(above2000);
  await expect(radio('card')).toBeEnabled();
  await expect(radio('satispay')).toBeDisabled();
  expect((await sent(above2000, 'satispay')).status()).toBe(422);
  // Somebody else's, and one whose time has not come.
  const luca = await payPathOf(portal, cast.luca.payables.above1000);
  expect((await page.request.get(luca)).status()).toBe(404);
  expect((await sent(luca, 'mybank')).status()).not.toBe(303);
  await sql(portal, `update payables set due_on = due_on + 60 where key = '${cast.franco.payables.above2000}'`);
  const early = await sent(above2000, 'card');
  expect(early.status()).toBe(422);
  expect(await early.text()).toContain(
    say('payments.window_not_open', { kind: 'instalment', day: any }).split(any)[0] ?? '',
  );
});

test('[PAY-14] with MyBank the own bank is looked up before starting, and the way leads back to the payment', {
  tag: '@scripts-off',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, cast.franco);
  const pay = await payPathOf(portal, cast.franco.payables.above5000);
  await page.goto(pay);
  await pointer.press(link(walk, say('payments.banks_link')));
  await isOn(walk, say('payments.banks_title'));
  await expect(page.getByText(say('payments.banks_day', { total: 18, day: '3 novembre 2026' }))).toBeVisible();
  const search = async (text: string) => {
    await pointer.write(field(walk, say('payments.banks_label')), text);
    await pointer.press(button(walk, say('payments.banks_search')));
  };
  await search('BANCA CITTA');
  await expect(
    page.getByRole('heading', { name: part(say('payments.banks_found', { count: 1, text: any })) }),
  ).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Banca di Città Perduta' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Banca Valdombra' })).toBeHidden();
  await search('zxqwv');
  await expect(page.getByText(say('payments.banks_ask'))).toBeVisible();
  await pointer.press(link(walk, say('payments.banks_back')));
  await expect(page).toHaveURL((url) => url.pathname === pay);
});

test('[PAY-14] what each method is and needs stands on a page that anybody may read', { tag: '@scripts-off' }, async ({
  page,
  portal,
}) => {
  const walk = { page, portal, words, hand: pointer };
  await page.goto('/metodi-di-pagamento');
  await isOn(walk, say('payments.methods_title'));
  for (const method of ['card', 'mybank', 'satispay'] as const) {
    await expect(page.getByRole('heading', { name: say('payments.method', { method }) })).toBeVisible();
    await expect(page.getByText(say('payments.method_detail', { method }))).toBeVisible();
  }
  await pointer.press(link(walk, say('payments.banks_link')));
  await isOn(walk, say('payments.banks_title'));
});

test('[PAY-12] a Satispay payment is resumed on the same page, and giving it up closes it at the provider too', {
  tag: '@scripts-on',
}, async ({ page, portal }) => {
  const walk = { page, portal, words, hand: pointer };
  await signIn(walk, giulia);
  await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
  const code = codeIn(await askToPay(walk, phone, 'satispay'));
  await confirmPayment(walk, code, 'satispay');
  const provider = page.url();
  await goToOutcome(walk, say('payments.ready_title'));
  await pointer.press(link(walk, say('payments.go')));
  await page.waitForURL(provider);
  await goToOutcome(walk, say('payments.ready_title'));
  await pointer.press(button(walk, say('payments.give_up')));
  await isOn(walk, say('payments.given_up_title'));
  expect((await orders(portal, 'satispay')).map((order) => order.state)).toEqual(['cancelled']);
});

test('[PAY-5] the return page without a session says only that the outcome waits', { tag: '@scripts-off' }, async ({
  page,
}) => {
  await page.goto('/ritorno/abcdefgh1234');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('payments.return_page_title'));
  await expect(page.getByRole('main')).not.toContainText('€');
});
