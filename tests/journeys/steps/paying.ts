// The contact that confirms, the instalment, the provider's page, the outcome and the receipt, in the words of their pages.
import { type Download, expect } from '@playwright/test';
import { codeIn, type Message, messageBroughtBy } from './inbox.ts';
import { button, field, isOn, link, type Walk } from './walk.ts';
import { any, part } from './words.ts';

/** From *Da fare* on Home: the contact that will confirm, proven by a code that goes to it (CNF-5). */
export async function chooseContact(walk: Walk, contact: string, masked: string): Promise<void> {
  const { page, portal, hand, words } = walk;
  const say = words.contacts;
  await page.goto(words.path('/'));
  await hand.press(link(walk, say('contacts.way_choose')));
  await isOn(walk, say('contacts.choose_legend'));
  await hand.choose(page.getByRole('radio', { name: masked }));
  const message = await messageBroughtBy(portal, contact, () =>
    hand.press(button(walk, say('contacts.choose_submit'))),
  );
  await typeCode(walk, codeIn(message), say('contacts.choose_button'));
  await expect(page.getByRole('status').first()).toHaveText(part(say('contacts.list_chosen', { contact: any })));
}

/** From the list to the policy of this name; what can be paid there now is one press away. */
export async function openPolicy(walk: Walk, name: string): Promise<void> {
  const { page, hand, words } = walk;
  await page.goto(words.path('/polizze'));
  await isOn(walk, words.policies('policies.list_title'));
  await hand.press(page.getByRole('main').getByRole('link', { name }));
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** The check page of what can be paid on the policy that is open; answers the message with the code. */
export async function askToPay(walk: Walk, contact: string, method: Method = 'card'): Promise<Message> {
  const { portal, hand, words } = walk;
  await hand.press(link(walk, words.policies('policies.pay', { kind: 'instalment' })));
  await isOn(walk, words.payments('payments.summary_title'));
  await chooseMethod(walk, method);
  return messageBroughtBy(portal, contact, () => hand.press(button(walk, words.payments('payments.get_code'))));
}

export type Method = 'card' | 'mybank' | 'satispay';
export async function chooseMethod({ page, hand, words }: Walk, method: Method): Promise<void> {
  await hand.choose(page.getByRole('radio', { name: words.payments('payments.method', { method }) }));
}

/** The code and the button that says what it does. */
export async function typeCode(walk: Walk, code: string, act: string): Promise<void> {
  const say = walk.words.confirmation;
  await isOn(walk, say('confirmation.page_title'));
  await walk.hand.write(field(walk, say('confirmation.code_label')), code);
  await walk.hand.press(button(walk, act));
}

export const payButton = ({ words }: Walk): string => words.payments('payments.pay_button', { amount: any });

/** The code of a payment; our page leads on to the provider's by itself, with scripts and without. */
export async function confirmPayment(walk: Walk, code: string, method: Method = 'card'): Promise<void> {
  await typeCode(walk, code, payButton(walk));
  await walk.page.waitForURL((url) => url.origin === providerOf(walk, method));
}

export const providerOf = ({ portal }: Pick<Walk, 'portal'>, method: Method = 'card'): string =>
  new URL(method === 'satispay' ? portal.satispay.address : portal.nexi.address).origin;

/** The provider's page is another site with words of its own: what is chosen there is named by what it does. */
export type CardOutcome = 'paid' | 'refused' | 'failed-authentication' | 'pending';
export async function payAtProvider(
  { page, hand }: Walk,
  outcome: CardOutcome,
  method: Method = 'card',
): Promise<void> {
  // What is done in the app of the payer is a button on its simulated page.
  if (method === 'satispay') return hand.press(page.locator(`button[name="outcome"][value="${outcome}"]`));
  if (method === 'mybank') await page.locator('select[name="bank"]').selectOption({ index: 1 });
  const card = page.locator(`input[name="outcome"][value="${outcome}"]`);
  if (outcome !== 'paid') await hand.choose(card);
  await hand.press(page.locator('form button:not([name])'));
}

export async function cancelAtProvider({ page, hand }: Walk): Promise<void> {
  await hand.press(page.locator('form button[name="cancel"]'));
}

/**
 * The outcome is paid and the receipt is there. With scripts the page looks by itself; without them the reader presses
 * *Controlla ora*, or opens the page again.
 */
export async function isPaid(walk: Walk, hasScripts: boolean): Promise<void> {
  const { page, words } = walk;
  await page.waitForURL((url) => url.pathname.includes('/esito/'));
  const receipt = link(walk, words.payments('payments.receipt_download'));
  if (hasScripts) await expect(receipt).toBeVisible({ timeout: 20_000 });
  else {
    await expect(async () => {
      if (!(await receipt.isVisible())) await page.reload();
      await expect(receipt).toBeVisible({ timeout: 300 });
    }).toPass({ timeout: 20_000 });
  }
  await isOn(walk, words.payments('payments.paid_title'));
}

export async function downloadReceipt(walk: Walk): Promise<Download> {
  const [download] = await Promise.all([
    walk.page.waitForEvent('download'),
    walk.hand.press(link(walk, walk.words.payments('payments.receipt_download'))),
  ]);
  return download;
}
