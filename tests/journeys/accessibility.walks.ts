// Who looks at which pages, and how one gets there. The routes of a walk are declared, so that a page nobody lists is
// noticed without walking.
import { expect, type Page } from '@playwright/test';
import type { Language } from '#kernel/language.ts';
import { cast } from '../../demo/cast.ts';
import type { TestPortal } from '../world/portal.ts';
import { decide } from './steps/behind.ts';
import { giveCredentials, type Person, signIn } from './steps/entering.ts';
import { pointer } from './steps/hand.ts';
import { anotherThan, codeIn, linkIn, messageBroughtBy } from './steps/inbox.ts';
import { Looker } from './steps/look.ts';
import { askToPay, isPaid, openPolicy, payAtProvider, payButton, typeCode } from './steps/paying.ts';
import { button, field, isOn, link, type Walk } from './steps/walk.ts';
import { wordsIn } from './steps/words.ts';

/** A walk with somebody who looks at every page on the way. */
export type Sighted = Walk & { looker: Looker };
export type PageWalk = {
  name: string;
  language: Language;
  routes: readonly string[];
  go(sighted: Sighted): Promise<void>;
};

export function sighted(page: Page, portal: TestPortal, language: Language): Sighted {
  return { page, portal, words: wordsIn(language), hand: pointer, looker: new Looker(page, portal, language) };
}

/** Presses the button and looks at what was refused. */
async function refused(
  { looker, page, hand, words }: Sighted,
  press: Parameters<Walk['hand']['press']>[0],
  state = 'refused',
) {
  await hand.press(press);
  await expect(page).toHaveTitle(new RegExp(`^${words.web('web.error')}`));
  await looker.look(state);
}

const entering: PageWalk = {
  name: 'a visitor who wants to get in',
  language: 'it',
  routes: [
    '/accesso',
    '/accesso/codice',
    '/recupera',
    '/recupera/nome-utente',
    '/recupera/nome-utente/inviato',
    '/recupera/inviato',
    '/recupera/link',
  ],
  async go(walk) {
    const { looker, page, portal, hand, words } = walk;
    const say = words.access;
    const { giulia } = cast;
    await looker.open('/accesso');
    await refused(walk, button(walk, say('access.sign_in_button')));
    await giveCredentials(walk, giulia.username, 'non è questa');
    await expect(page.getByText(say('access.wrong'))).toBeVisible();
    await looker.look('wrong password');
    const message = await messageBroughtBy(portal, giulia.confirmationContact, () =>
      giveCredentials(walk, giulia.username),
    );
    await isOn(walk, say('access.code_title'));
    await looker.look();
    await hand.write(field(walk, say('access.code_field')), anotherThan(codeIn(message)));
    await refused(walk, button(walk, say('access.code_button')));

    await looker.open('/recupera/nome-utente');
    await refused(walk, button(walk, say('access.forgot_button')));
    await hand.write(field(walk, say('access.forgot_field')), giulia.codiceFiscale);
    await hand.write(page.getByLabel(say('access.forgot_policy')), '0');
    await hand.press(button(walk, say('access.forgot_button')));
    await isOn(walk, say('access.forgot_sent_title'));
    await expect(page.getByText(say('access.forgot_not_shown'))).toBeVisible();
    await looker.look();
    await looker.open('/recupera');
    await refused(walk, button(walk, say('access.recover_button')));
    await hand.write(field(walk, say('access.username')), giulia.username);
    const recovery = await messageBroughtBy(portal, giulia.username, () =>
      hand.press(button(walk, say('access.recover_button'))),
    );
    await isOn(walk, say('access.sent_title'));
    await looker.look();
    await page.goto('/recupera/link/nessuno');
    await isOn(walk, say('access.link_dead_title'));
    await looker.look('dead link');
    await page.goto(linkIn(recovery, '/recupera/link/'));
    await isOn(walk, say('access.new_title'));
    await looker.look();
    await hand.write(field(walk, say('access.new_field')), 'corta');
    await refused(walk, button(walk, say('access.new_button')));
  },
};

const registering: PageWalk = {
  name: 'a visitor who registers',
  language: 'it',
  routes: ['/registrati', '/registrati/codice', '/registrati/dati', '/registrati/link', '/registrati/password'],
  async go(walk) {
    const { looker, page, portal, hand, words } = walk;
    const say = words.registration;
    const { marta } = cast;
    await page.goto('/registrati/dati');
    await isOn(walk, say('registration.gone_title'));
    await looker.look('nothing begun');
    await looker.open('/registrati');
    await refused(walk, button(walk, say('registration.button')));
    await hand.write(field(walk, say('registration.contact')), marta.email);
    const message = await messageBroughtBy(portal, marta.email, () =>
      hand.press(button(walk, say('registration.button'))),
    );
    await isOn(walk, say('registration.check_title'));
    await looker.look();
    await hand.write(field(walk, say('registration.code_field')), anotherThan(codeIn(message)));
    await refused(walk, button(walk, say('registration.code_submit')));
    await hand.write(field(walk, say('registration.code_field')), codeIn(message));
    await hand.press(button(walk, say('registration.code_submit')));
    await isOn(walk, say('registration.fiscal_title'));
    await looker.look();
    await hand.write(field(walk, say('registration.fiscal_field')), cast.giulia.codiceFiscale);
    await refused(walk, button(walk, say('registration.fiscal_submit')));
    await hand.write(field(walk, say('registration.fiscal_field')), marta.codiceFiscale);
    await hand.press(button(walk, say('registration.fiscal_submit')));
    await isOn(walk, say('registration.password_title'));
    await looker.look();
    await hand.write(field(walk, say('registration.password_field')), 'corta');
    await refused(walk, button(walk, say('registration.password_submit')));
    await page.goto(linkIn(message, '/registrati/link/'));
    await isOn(walk, say('registration.link_title'));
    await looker.look();
    await page.goto('/registrati/link/nessuno');
    await isOn(walk, say('registration.link_dead_title'));
    await looker.look('dead link');
  },
};

const asking: PageWalk = {
  name: 'a visitor who looks around and asks',
  language: 'it',
  routes: [
    '/agenzie',
    '/agenzie/[agenzia]',
    '/aiuto',
    '/aiuto/[voce]',
    '/aiuto/perche/[motivo]',
    '/app',
    '/assistenza',
    '/assistenza/[richiesta]',
    '/banche-mybank',
    '/guide',
    '/guide/[guida]',
    '/menu',
    '/metodi-di-pagamento',
    '/ritorno/[operazione]',
    '/stato',
  ],
  async go(walk) {
    const { looker, page, portal, hand, words } = walk;
    const say = words.requests;
    await looker.open('/agenzie');
    await looker.open('/agenzie?luogo=Firenze');
    await looker.open('/agenzie?luogo=Frienze');
    await looker.open('/agenzie?luogo=zxqwv');
    await looker.open('/metodi-di-pagamento');
    await looker.open('/banche-mybank');
    await looker.open('/banche-mybank?banca=perduta');
    await looker.open('/banche-mybank?banca=zxqwv');
    await page.goto('/agenzie');
    await hand.press(
      page
        .getByRole('main')
        .getByRole('link', { name: /Rifredi/ })
        .first(),
    );
    await looker.look();
    await looker.open('/aiuto');
    await looker.open('/aiuto?cerca=codice');
    await looker.open('/aiuto?cerca=zxqwv');
    await looker.open('/aiuto/il-codice-non-arriva');
    await hand.press(page.getByRole('main').locator('button[name="utile"][value="no"]'));
    await looker.look('words to an opinion');
    await looker.open('/aiuto/perche/payments-window_not_open');
    await looker.open('/guide');
    await looker.open('/guide/registrarsi');
    await looker.open('/guide/pagare');
    await looker.open('/app');
    await looker.open('/stato');
    await looker.open('/menu');
    await looker.open('/ritorno/abcdefgh1234');
    await page.goto('/niente');
    await looker.look('not found');

    await looker.open('/assistenza');
    await refused(walk, button(walk, say('requests.support_button')));
    await hand.write(field(walk, say('requests.support_text')), 'Prova 1.');
    await page.getByLabel(say('requests.support_category')).selectOption('access');
    const contact = 'visitatore@posta.example';
    await hand.write(field(walk, say('requests.support_contact')), contact);
    const message = await messageBroughtBy(portal, contact, () =>
      hand.press(button(walk, say('requests.support_button'))),
    );
    await isOn(walk, say('requests.code_page_title'));
    await looker.look();
    await hand.write(field(walk, say('requests.code_page_label')), anotherThan(codeIn(message)));
    await refused(walk, button(walk, say('requests.code_page_button')));
    await hand.write(field(walk, say('requests.code_page_label')), codeIn(message));
    await hand.press(button(walk, say('requests.code_page_button')));
    await expect(page.getByText(say('requests.page_browser'))).toBeVisible();
    await looker.look();
  },
};

const customersPages = [
  '/',
  '/documenti',
  '/esci',
  '/pagamenti',
  '/polizze',
  '/polizze/perche-non-vedo',
  '/polizze/[polizza]',
  '/profilo',
  '/profilo/accessi',
  '/profilo/dati-account',
  '/profilo/recapiti',
  '/profilo/recapiti/[recapito]',
  '/profilo/recapiti/scegli',
  '/richieste',
  '/richieste/agenzia',
] as const;

/** The pages of customers that need nothing to have happened before. */
async function seeAll(walk: Sighted, who: Person, { hasPolicies = true } = {}): Promise<void> {
  const { looker, page, words } = walk;
  await signIn(walk, who);
  for (const route of customersPages) {
    if (!route.includes('[')) await looker.open(words.path(route));
  }
  await page.goto(words.path('/profilo/recapiti'));
  await page.locator('main a[href*="/recapiti/"]').last().click();
  await looker.look();
  if (!hasPolicies) return;
  await page.goto(words.path('/polizze'));
  await page.locator('main li a[href*="/polizze/"]').first().click();
  await looker.look();
}

const owning: PageWalk = {
  name: 'Giulia',
  language: 'it',
  routes: [...customersPages, '/assistenza', '/menu', '/polizze/[polizza]/versamento', '/richieste/[richiesta]'],
  async go(walk) {
    const { looker, page, hand, words } = walk;
    await seeAll(walk, cast.giulia);
    await openPolicy(walk, words.policies('policies.line', { line: 'life' }));
    await looker.look();
    await hand.press(link(walk, words.payments('payments.contribution_do')));
    await isOn(walk, words.payments('payments.contribution_title'));
    await looker.look();
    await refused(walk, button(walk, words.payments('payments.contribution_next')));
    await hand.write(field(walk, words.payments('payments.contribution_label')), '1500,00');
    await hand.press(button(walk, words.payments('payments.contribution_next')));
    await isOn(walk, words.payments('payments.summary_title'));
    await looker.look('how to pay');
    await looker.open('/pagamenti?anno=2025&ramo=motor');
    await looker.open('/pagamenti?anno=2009');
    await openPolicy(walk, words.policies('policies.line', { line: 'home' }));
    await looker.look();
    await looker.open('/menu');
    await looker.open('/assistenza?da=home');
    await page.getByLabel(words.requests('requests.support_category')).selectOption('policies');
    await refused(walk, button(walk, words.requests('requests.support_button')));
    await hand.write(field(walk, words.requests('requests.support_text')), 'Prova 2.');
    await hand.press(button(walk, words.requests('requests.support_button')));
    await page.waitForURL(/\/richieste\/./);
    await looker.look();
    await refused(walk, button(walk, words.requests('requests.page_write_button')));
    await page.goto('/polizze/nessuna');
    await looker.look('not found');
  },
};

const paying: PageWalk = {
  name: 'Giulia, who pays',
  language: 'it',
  routes: [
    '/',
    '/conferma/[operazione]',
    '/conferma/[operazione]/non-arriva',
    '/documenti',
    '/esito/[operazione]',
    '/polizze/[polizza]/paga/[rata]',
    '/polizze/[polizza]',
  ],
  async go(walk) {
    const { looker, page, portal, hand, words } = walk;
    await signIn(walk, cast.giulia);
    await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
    await hand.press(link(walk, words.policies('policies.pay', { kind: 'instalment' })));
    await isOn(walk, words.payments('payments.summary_title'));
    await looker.look();
    await refused(walk, button(walk, words.payments('payments.get_code')), 'no method');
    await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
    const message = await askToPay(walk, cast.giulia.confirmationContact);
    await isOn(walk, words.confirmation('confirmation.page_title'));
    await looker.look();
    await hand.write(field(walk, words.confirmation('confirmation.code_label')), anotherThan(codeIn(message)));
    await refused(walk, button(walk, payButton(walk)));
    await hand.press(link(walk, words.confirmation('confirmation.not_received')));
    await looker.look();
    await hand.press(link(walk, words.confirmation('confirmation.missing_back')));
    await typeCode(walk, codeIn(message), payButton(walk));
    await page.waitForURL((url) => url.origin !== portal.address);
    const provider = page.url();
    await page.goto('/');
    await hand.press(link(walk, words.payments('payments.see_outcome')));
    await isOn(walk, words.payments('payments.ready_title'));
    await looker.look();
    await looker.open(`${new URL(page.url()).pathname}?segui=1`);
    const outcome = new URL(page.url()).pathname;
    await looker.open('/');
    await page.goto(provider);
    await payAtProvider(walk, 'pending');
    await isOn(walk, words.payments('payments.pending_title'));
    await looker.look();
    await decide(portal, 'paid');
    await page.goto(outcome);
    await isPaid(walk, true);
    await looker.look();
    await looker.open('/documenti');
    await looker.open('/documenti?anno=2026');
    await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
    await looker.look();
  },
};

const insured: PageWalk = {
  name: 'Marco, insured only',
  language: 'it',
  routes: [...customersPages],
  go: (walk) => seeAll(walk, cast.marco),
};

const ended: PageWalk = {
  name: 'Irene, whose contracts have ended',
  language: 'it',
  routes: customersPages.filter((route) => route !== '/polizze/[polizza]'),
  go: (walk) => seeAll(walk, cast.irene, { hasPolicies: false }),
};

const german: PageWalk = {
  name: 'Karin, in German',
  language: 'de',
  routes: [...customersPages, '/conferma/[operazione]'],
  async go(walk) {
    await seeAll(walk, cast.karin);
    await walk.page.goto(walk.words.path('/profilo/recapiti/scegli'));
    await walk.hand.press(button(walk, walk.words.contacts('contacts.choose_submit')));
    await isOn(walk, walk.words.confirmation('confirmation.page_title'));
    await walk.looker.look();
    await refused(walk, button(walk, walk.words.contacts('contacts.choose_button')));
  },
};

export const walks: readonly PageWalk[] = [entering, registering, asking, owning, paying, insured, ended, german];
