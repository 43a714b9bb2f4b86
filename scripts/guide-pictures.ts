// The pictures of the guides, taken from the running program: a telephone, in each language, light and dark. A fixed day and
// a fixed insurer, so that they change only when the pages do. Codes and references differ each time, as they must.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { cast, demoPassword } from '../demo/cast.ts';
import { pictures } from '../src/capabilities/help/guides/catalogue.ts';
import { type Language, languages } from '../src/kernel/language.ts';
import { giveCredentials, isHome, signIn } from '../tests/journeys/steps/entering.ts';
import { pointer } from '../tests/journeys/steps/hand.ts';
import { codeIn, messageBroughtBy } from '../tests/journeys/steps/inbox.ts';
import { isPaid, openPolicy, payAtProvider, payButton, typeCode } from '../tests/journeys/steps/paying.ts';
import { button, field, isOn, link, type Walk } from '../tests/journeys/steps/walk.ts';
import { wordsIn } from '../tests/journeys/steps/words.ts';
import { filledTemplate } from '../tests/world/filled.ts';
import { testPortal } from '../tests/world/portal.ts';
import { chromium as browserPath } from './chromium.mjs';
import { root } from './cluster/places.ts';
import { joinCluster } from './cluster.ts';

const folder = join(root, 'src/doors/web/guide-pictures');
const size = { width: 390, height: 700 };
const scale = 1.25;
/** What WebP keeps of a picture; text stays sharp. */
const quality = 0.8;
const bytesMax = 60_000;
const password = 'quattro parole messe insieme';

const only = process.argv[2] as Language | undefined;
const cluster = await joinCluster({ name: 'test-postgres', isForTests: true, say: console.log });
await filledTemplate(cluster.url('postgres'));
const portal = await testPortal(cluster.url('postgres'));
const browser = await chromium.launch({
  executablePath: await browserPath(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
});
const darkroom = await browser.newPage();

try {
  for (const language of only ? [only] : languages) {
    rmSync(join(folder, language), { recursive: true, force: true });
    mkdirSync(join(folder, language), { recursive: true });
    const taken = new Set<string>();
    for (const shoot of [register, signingIn, confirmAndPay]) {
      await portal.renew();
      await shoot(language, taken);
    }
    const missing = pictures.filter((name) => !taken.has(name));
    if (missing.length > 0) throw new Error(`not taken: ${missing.join(', ')}`);
  }
} finally {
  await browser.close();
  await portal.close();
  await cluster.leave();
}

type Shot = (name: (typeof pictures)[number], from?: 'top' | 'here') => Promise<void>;

/** Somebody with a telephone in their hand, and their camera. */
async function somebody(
  language: Language,
  taken: Set<string>,
): Promise<{ walk: Walk; shot: Shot; context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: portal.address,
    viewport: size,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    locale: language,
  });
  const page = await context.newPage();
  const walk = { page, portal, words: wordsIn(language), hand: pointer };
  const shot: Shot = async (name, from = 'top') => {
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    if (from === 'top') await page.evaluate(() => scrollTo(0, 0));
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const content = await developed(await page.screenshot());
      if (content.byteLength > bytesMax) throw new Error(`${name} has ${content.byteLength} bytes`);
      writeFileSync(join(folder, language, `${name}-${theme}.webp`), content);
    }
    taken.add(name);
    console.log(`${language}/${name}`);
  };
  return { walk, shot, context };
}

/** A PNG as WebP, by the browser itself. */
async function developed(png: Buffer): Promise<Buffer> {
  const content = await darkroom.evaluate(
    async ([source, level]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', level).split(',')[1] ?? '';
    },
    [png.toString('base64'), quality] as const,
  );
  return Buffer.from(content, 'base64');
}

/** Marta registers, then a company and a sole trader whose accounts are new too. */
async function register(language: Language, taken: Set<string>): Promise<void> {
  await registering(language, taken, { who: cast.marta.email ?? '', id: cast.marta.codiceFiscale ?? '' }, [
    'registrati',
    'registrati-codice',
    'registrati-dati',
    'registrati-password',
    'prima-home',
  ]);
  const { moretti, saraBusiness } = cast;
  freed(moretti.username);
  await registering(language, taken, { who: moretti.username, id: moretti.partitaIva }, [
    undefined,
    undefined,
    'azienda-dati',
    undefined,
    'azienda-home',
  ]);
  await registering(language, taken, { who: saraBusiness.email, id: saraBusiness.partitaIva }, [
    undefined,
    undefined,
    'ditta-dati',
    undefined,
    'ditta-home',
  ]);
}

/** The account of a company is cancelled first: the demo has one for every company (PRO-4). */
function freed(username: string): void {
  const { status, stderr } = spawnSync(join(root, 'sportello'), ['account', 'cancel', username, '--yes'], {
    env: { ...process.env, ...portal.environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

type Names = readonly [
  Parameters<Shot>[0] | undefined,
  Parameters<Shot>[0] | undefined,
  Parameters<Shot>[0] | undefined,
  Parameters<Shot>[0] | undefined,
  Parameters<Shot>[0] | undefined,
];

async function registering(
  language: Language,
  taken: Set<string>,
  { who, id }: { who: string; id: string },
  [asked, code, data, chosen, home]: Names,
): Promise<void> {
  const { walk, shot, context } = await somebody(language, taken);
  const { page, words, hand } = walk;
  const say = words.registration;
  await page.goto(words.path('/registrati'));
  await hand.write(field(walk, say('registration.contact')), who);
  if (asked) await shot(asked);
  const message = await messageBroughtBy(portal, who, () => hand.press(button(walk, say('registration.button'))));
  await isOn(walk, say('registration.check_title'));
  await hand.write(field(walk, say('registration.code_field')), codeIn(message));
  if (code) await shot(code);
  await hand.press(button(walk, say('registration.code_submit')));
  await isOn(walk, say('registration.fiscal_title'));
  await hand.write(field(walk, say('registration.fiscal_field')), id);
  if (data) await shot(data);
  await hand.press(button(walk, say('registration.fiscal_submit')));
  await isOn(walk, say('registration.password_title'));
  await hand.write(field(walk, say('registration.password_field')), password);
  if (chosen) await shot(chosen);
  await hand.press(button(walk, say('registration.password_submit')));
  await isHome(walk);
  if (home) await shot(home);
  await context.close();
}

async function signingIn(language: Language, taken: Set<string>): Promise<void> {
  const { walk, shot, context } = await somebody(language, taken);
  const { page, words, hand } = walk;
  const say = words.access;
  const { giulia } = cast;
  await page.goto(words.path('/recupera'));
  await hand.write(field(walk, say('access.username')), giulia.username);
  await shot('recupera');
  await page.goto(words.path('/accesso'));
  await hand.write(field(walk, say('access.username')), giulia.username);
  await hand.write(field(walk, say('access.password')), demoPassword);
  await shot('accesso');
  const message = await messageBroughtBy(portal, giulia.confirmationContact, () =>
    giveCredentials(walk, giulia.username),
  );
  await isOn(walk, say('access.code_title'));
  await hand.write(field(walk, say('access.code_field')), codeIn(message));
  await shot('accesso-codice');
  await context.close();
}

/** Sara has not chosen her contact yet: she chooses it; Giulia pays. */
async function confirmAndPay(language: Language, taken: Set<string>): Promise<void> {
  const { sara, giulia } = cast;
  const one = await somebody(language, taken);
  await signIn(one.walk, sara);
  await one.walk.page.goto(one.walk.words.path('/profilo/recapiti/scegli'));
  await isOn(one.walk, one.walk.words.contacts('contacts.choose_legend'));
  await one.shot('scegli-recapito');
  const proof = await messageBroughtBy(portal, sara.mobile, () =>
    pointer.press(button(one.walk, one.walk.words.contacts('contacts.choose_submit'))),
  );
  await field(one.walk, one.walk.words.confirmation('confirmation.code_label')).fill(codeIn(proof));
  await one.shot('scegli-codice');
  await one.context.close();

  const { walk, shot, context } = await somebody(language, taken);
  const { page, words } = walk;
  await signIn(walk, giulia);
  await openPolicy(walk, words.policies('policies.line', { line: 'motor' }));
  await shot('polizza');
  await pointer.press(link(walk, words.policies('policies.pay', { kind: 'instalment' })));
  await isOn(walk, words.payments('payments.summary_title'));
  await page.locator('input[type="radio"][value="card"]').check();
  const ask = button(walk, words.payments('payments.get_code'));
  await ask.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  await shot('paga', 'here');
  const message = await messageBroughtBy(portal, giulia.confirmationContact, () => pointer.press(ask));
  await isOn(walk, words.confirmation('confirmation.page_title'));
  await field(walk, words.confirmation('confirmation.code_label')).fill(codeIn(message));
  await shot('conferma');
  await pointer.press(link(walk, words.confirmation('confirmation.not_received')));
  await isOn(walk, words.confirmation('confirmation.missing_title'));
  await shot('non-arriva');
  await pointer.press(link(walk, words.confirmation('confirmation.missing_back')));
  await typeCode(walk, codeIn(message), payButton(walk));
  await page.waitForURL((url) => url.origin !== portal.address);
  const provider = page.url();
  await page.goto(words.path('/'));
  await pointer.press(link(walk, words.payments('payments.see_outcome')));
  await isOn(walk, words.payments('payments.ready_title'));
  await shot('vai');
  await page.goto(provider);
  await payAtProvider(walk, 'paid');
  await isPaid(walk, true);
  await shot('esito');
  await context.close();
}
