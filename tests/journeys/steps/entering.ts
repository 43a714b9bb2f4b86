// Registration, sign-in and sign-out, in the words of their pages.
import { expect } from '@playwright/test';
import { demoPassword } from '../../../demo/cast.ts';
import { codeIn, linkIn, messageBroughtBy } from './inbox.ts';
import { button, field, isOn, type Walk } from './walk.ts';
import { any } from './words.ts';

export type Newcomer = { username: string; codiceFiscale: string; password: string };

/** Asks for the message and types its code; with a code the codice fiscale is always asked (REG-5). */
export async function registerByCode(walk: Walk, who: Newcomer): Promise<void> {
  const { hand, words } = walk;
  const say = words.registration;
  const message = await messageBroughtBy(walk.portal, who.username, () => askToRegister(walk, who.username));
  await hand.write(field(walk, say('registration.code_field')), codeIn(message));
  await hand.press(button(walk, say('registration.code_submit')));
  await isOn(walk, say('registration.fiscal_title'));
  await hand.write(field(walk, say('registration.fiscal_field')), who.codiceFiscale);
  await hand.press(button(walk, say('registration.fiscal_submit')));
  await choosePassword(walk, who.password);
}

/**
 * Asks for the message here and opens its link `elsewhere`, in a browser that has asked nothing (REG-10): the registration
 * goes on there. Opening does nothing yet; the button of the page does.
 */
export async function registerByLink(walk: Walk, elsewhere: Walk, who: Newcomer): Promise<void> {
  const say = elsewhere.words.registration;
  const message = await messageBroughtBy(walk.portal, who.username, () => askToRegister(walk, who.username));
  await elsewhere.page.goto(linkIn(message, '/registrati/link/'));
  await isOn(elsewhere, say('registration.link_title'));
  await elsewhere.hand.press(button(elsewhere, say('registration.link_button')));
  await choosePassword(elsewhere, who.password);
}

async function askToRegister(walk: Walk, username: string): Promise<void> {
  const { page, hand, words } = walk;
  const say = words.registration;
  await page.goto(words.path('/registrati'));
  await isOn(walk, say('registration.title'));
  await hand.write(field(walk, say('registration.contact')), username);
  await hand.press(button(walk, say('registration.button')));
  await isOn(walk, say('registration.check_title'));
}

async function choosePassword(walk: Walk, password: string): Promise<void> {
  const { page, hand, words } = walk;
  await isOn(walk, words.registration('registration.password_title'));
  await hand.write(field(walk, words.registration('registration.password_field')), password);
  await hand.press(button(walk, words.registration('registration.password_submit')));
  await isHome(walk);
  await expect(page.getByRole('status').first()).toHaveText(words.web('web.notice_registered'));
}

export async function signOut(walk: Walk): Promise<void> {
  const { page, hand, words } = walk;
  await page.goto(words.path('/esci'));
  await hand.press(button(walk, words.access('access.leave_button')));
  await isOn(walk, words.access('access.sign_in_title'));
}

/** The username and the password on the page of sign-in that is open. */
export async function giveCredentials(walk: Walk, username: string, password: string = demoPassword): Promise<void> {
  const { hand, words } = walk;
  await hand.write(field(walk, words.access('access.username')), username);
  await hand.write(field(walk, words.access('access.password')), password);
  await hand.press(button(walk, words.access('access.sign_in_button')));
}

export type Person = { username: string; password?: string; confirmationContact?: string };

/** On a device that is known: nothing but the password. */
export async function signInAgain(walk: Walk, who: Person): Promise<void> {
  await walk.page.goto(walk.words.path('/accesso'));
  await giveCredentials(walk, who.username, who.password);
  await isHome(walk);
}

/** On a new device: the password, then the code that goes to the confirmation contact or else to the username (ACC-11). */
export async function signIn(walk: Walk, who: Person, back = '/'): Promise<void> {
  const { page, portal, hand, words } = walk;
  await page.goto(words.path(back === '/' ? '/accesso' : `/accesso?torna=${encodeURIComponent(back)}`));
  const message = await messageBroughtBy(portal, who.confirmationContact ?? who.username, () =>
    giveCredentials(walk, who.username, who.password),
  );
  await isOn(walk, words.access('access.code_title'));
  await hand.write(field(walk, words.access('access.code_field')), codeIn(message));
  await hand.press(button(walk, words.access('access.code_button')));
  await page.waitForURL((url) => url.pathname + url.search === words.path(back));
}

export async function isHome(walk: Walk): Promise<void> {
  await isOn(walk, walk.words.parts('parts.home_greeting', { name: any }));
}
