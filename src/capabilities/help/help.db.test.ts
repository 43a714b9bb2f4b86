import { describe, expect, test } from 'vitest';
import { capabilities as all } from '#capabilities/all.ts';
import type { Method, PaymentProvider } from '#capabilities/payments/index.ts';
import type { Context } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { languages } from '#kernel/language.ts';
import type { NumberSetting } from '#kernel/settings.ts';
import { type Customer, system, type Visitor } from '#kernel/viewer.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { partsOf } from './answers.ts';
import { areas } from './content/catalogue.ts';
import { answers, entries, entriesWith } from './content/index.ts';
import { guides } from './guides/catalogue.ts';
import {
  answerPage,
  appPage,
  capability,
  centre,
  giveFeedback,
  giveWords,
  guideLinks,
  guidePage,
  helpFor,
  opinions,
  reasonPage,
  reasonPath,
} from './index.ts';
import { valuesFor } from './values.ts';

const world = await testWorld({ capabilities: [...all.filter((one) => one.name !== 'help'), capability] });
const { context } = world;
const visitor: Visitor = { kind: 'visitor', language: 'it', address: '192.0.2.1' };
const customer: Customer = {
  kind: 'customer',
  language: 'it',
  address: '192.0.2.1',
  browserId: 'b',
  sessionId: 's',
  accountId: 'a',
  partyId: 'p',
  profileId: 'p',
};

test('[HLP-1] every area has questions, and at least twenty-five in all', () => {
  for (const area of areas) expect(helpFor('it', area)).toHaveLength(2);
  expect(entries.length).toBeGreaterThanOrEqual(25);
});

describe.each(languages)('%s', (language) => {
  test.each(entries.map((entry) => entry.question))(
    `[HLP-2] ${language}: %s is whole, with its numbers`,
    (question) => {
      const answer = answers[language][question];
      expect(answer.question).toMatch(/[?.]$/);
      const text = JSON.stringify(partsOf(question, language, valuesFor(context, language)));
      expect(text).not.toMatch(/[{}]{2}|undefined|NaN/);
      expect(answer.parts.length).toBeGreaterThan(0);
      expect(text.replace(/"(steps|points)":/g, '').match(/\{[A-Za-z]/)).toBeNull();
    },
  );
});

test('[HLP-2] no answer is left in another language', () => {
  for (const { question } of entries) {
    const texts = languages.map((language) => JSON.stringify(answers[language][question].parts));
    expect(new Set(texts).size).toBe(languages.length);
  }
});

test('[HLP-1] the numbers are those of the settings', async () => {
  const page = answerPage(context, visitor, { name: 'codice-sbagliato' });
  expect(JSON.stringify(page?.parts)).toContain('Hai 5 tentativi');
  const lock = answerPage(context, visitor, { name: 'accesso-bloccato' });
  expect(JSON.stringify(lock?.parts)).toContain('più di un anno');
});

test.each([
  ['codice non arriva', '/aiuto/il-codice-non-arriva'],
  ['CODICE NON ARIVA', '/aiuto/il-codice-non-arriva'],
  ['dov’è la ricevuta', '/aiuto/dov-e-la-ricevuta'],
  ['quietanza', '/aiuto/dov-e-la-ricevuta'],
  ['pagato due volte', '/aiuto/pagato-due-volte'],
  ['dimenticato password', '/aiuto/password-dimenticata'],
  ['truffa', '/aiuto/messaggio-vero-o-truffa'],
  ['Profilo e contatti', '/aiuto/a-che-cosa-servono-i-recapiti'],
  ['profillo e contati', '/aiuto/a-che-cosa-servono-i-recapiti'],
  ['Area Personale', '/guide/accedere'],
  ['regitsrazone', '/aiuto/ricominciare-la-registrazione'],
  ['username dimenticato', '/aiuto/nome-utente-dimenticato'],
  ['installare app', '/aiuto/avere-l-app'],
  ['sito lento', '/aiuto/che-cosa-funziona'],
])('[HLP-1] searching "%s" finds %s among the first three', (text, href) => {
  const found = centre(context, visitor, { text }).found ?? [];
  expect(found.slice(0, 3).map((one) => one.href)).toContain(href);
});

test.each([
  ['en', 'forgot my password', '/aiuto/password-dimenticata'],
  ['de', 'Quittung', '/aiuto/dov-e-la-ricevuta'],
  ['de', 'Zahlung zweimal abgebucht', '/aiuto/pagato-due-volte'],
  ['de', 'Handy gewechselt', '/aiuto/cellulare-cambiato'],
  ['de', 'einloggen', '/guide/accedere'],
  ['en', 'log in', '/guide/accedere'],
  ['en', 'paperless', '/aiuto/documenti-solo-digitali'],
] as const)('[HLP-1] in %s "%s" finds %s', (language, text, href) => {
  const found = centre(context, { ...visitor, language }, { text }).found ?? [];
  expect(found.slice(0, 3).map((one) => one.href)).toContain(href);
});

test('[HLP-1] what nobody wrote about is found nowhere, and said with the words searched for', () => {
  const page = centre(context, visitor, { text: '  zxqw  ' });
  expect(page).toMatchObject({ text: 'zxqw', found: [] });
  expect(centre(context, visitor, { text: '' }).found).toBeUndefined();
});

test('[HLP-1] a topic narrows both the list and the search; an unknown one is none', () => {
  const page = centre(context, visitor, { text: 'codice', area: 'registration' });
  expect(page.found?.map((one) => one.href)).toContain('/aiuto/codice-o-link');
  expect(page.found?.map((one) => one.href)).not.toContain('/aiuto/codice-scaduto');
  expect(centre(context, visitor, { area: 'payments' }).groups).toHaveLength(1);
  expect(centre(context, visitor, { area: 'nothing' }).groups).toHaveLength(areas.length);
});

test('[HLP-3] reasons are found by the search too', () => {
  const questions = centre(context, visitor, { text: 'troppi tentativi' }).found ?? [];
  expect(questions.some((one) => one.href.startsWith('/aiuto/perche/'))).toBe(true);
});

test('[HLP-1] each answer leads on: signed out to signing in and registering, signed in to the thing itself, always to support', () => {
  for (const { question } of entriesWith(new Set())) {
    const out = answerPage(context, visitor, { name: question })?.ways.map((way) => way.href) ?? [];
    expect(out).toEqual(
      expect.arrayContaining(['/accesso', '/registrati', '/app', `/assistenza?da=aiuto/${question}`]),
    );
    const inside = answerPage(context, customer, { name: question })?.ways.map((way) => way.href) ?? [];
    expect(inside).not.toContain('/registrati');
    expect(inside.at(-1)).toBe(`/assistenza?da=aiuto/${question}`);
  }
  expect(answerPage(context, customer, { name: 'dov-e-la-ricevuta' })?.ways[0]?.href).toBe('/documenti');
});

test('[HLP-1] a question that is none has no page', () => {
  expect(answerPage(context, visitor, { name: 'toString' })).toBeUndefined();
  expect(reasonPage(context, visitor, { name: 'toString' })).toBeUndefined();
});

test('[HLP-3] a reason’s page says the question, why, who can change it and the way, and nothing of anybody', () => {
  const page = reasonPage(context, visitor, { name: 'requests-limit' });
  expect(page).toMatchObject({ code: 'requests.limit', who: 'Il tempo: basta aspettare, poi si può.' });
  expect(page?.ways.map((way) => way.href)).toEqual([
    '/agenzie',
    '/accesso',
    '/registrati',
    '/app',
    '/assistenza?da=requests.limit',
  ]);
  expect(reasonPath('requests.limit')).toBe('/aiuto/perche/requests-limit');
});

test('[HLP-1] whether an answer was useful is kept without a name, up to a limit, and only for answers that exist', async () => {
  const kept = () => world.database.database.selectFrom('help_feedback').selectAll().execute();
  await giveFeedback(context, visitor, { page: 'no-such-answer', isUseful: true });
  expect(await kept()).toEqual([]);
  await giveFeedback(context, visitor, { page: 'come-pagare', isUseful: false });
  await giveFeedback(context, visitor, { page: 'requests.limit', isUseful: true });
  expect(await kept()).toMatchObject([
    { answer: 'come-pagare', is_useful: false, language: 'it' },
    { answer: 'requests.limit' },
  ]);
  for (let one = 0; one < 60; one++) await giveFeedback(context, visitor, { page: 'come-pagare', isUseful: true });
  expect(await kept()).toHaveLength(60);
});

test('[HLP-1] words about an answer are kept as a row of their own, without what says who wrote them', async () => {
  const there = await testFeedback();
  await giveWords(context, writer, { page: 'no-such-answer', text: 'Niente.' });
  await giveWords(context, writer, { page: 'come-pagare', text: ' ' });
  expect(await testFeedback()).toEqual(there);
  await giveWords(context, writer, {
    page: 'come-pagare',
    text: 'Non va: scrivetemi a anna@posta.example, polizza 1234567890',
  });
  const [row] = (await testFeedback()).filter((one) => one.words !== null);
  expect(row).toMatchObject({ answer: 'come-pagare', is_useful: null, words: 'Non va: scrivetemi a … polizza …' });
  expect(Object.keys(row ?? {}).sort()).toEqual(['answer', 'at', 'id', 'is_useful', 'language', 'words']);
  const told = await opinions(context, system('test'), { days: 1 });
  expect(told.find((one) => one.answer === 'come-pagare')?.words).toEqual(['Non va: scrivetemi a … polizza …']);
});

test('[HLP-1] words are forgotten after the days of the setting, opinions stay', async () => {
  const before = await testFeedback();
  const days = context.settings.value(capability.settings?.feedbackWordsDays as NumberSetting);
  world.clock.set(plusSeconds(context.clock.now(), days * 86_400 + 1));
  await world.runSchedule('help.sweep_words');
  expect(await testFeedback()).toEqual(before.filter((one) => one.words === null));
});

const writer: Visitor = { ...visitor, address: '192.0.2.9' };
const testFeedback = () => world.database.database.selectFrom('help_feedback').selectAll().orderBy('id').execute();

describe.each(languages)('guides in %s', (language) => {
  const reader = { ...visitor, language };
  test.each(Object.keys(guides))(
    `[HLP-4] ${language}: %s is whole: steps in order, pictures with words, a way on`,
    (name) => {
      const page = guidePage(context, reader, { name });
      expect(page?.steps.length).toBeGreaterThanOrEqual(4);
      expect(JSON.stringify(page)).not.toMatch(/\{[A-Za-z]|undefined|NaN/);
      for (const step of page?.steps ?? []) {
        expect(step.text.length).toBeGreaterThan(20);
        if (step.picture) expect(step.picture.alt.length).toBeGreaterThan(20);
      }
      expect(page?.steps.some((step) => step.picture)).toBe(true);
      expect(page?.ways.map((way) => way.href)).toEqual(
        expect.arrayContaining(['/accesso', `/assistenza?da=guide/${name}`]),
      );
      expect(page?.others).toHaveLength(Object.keys(guides).length - 1);
    },
  );
  test(`[APP-2] ${language}: how to install it, for each system`, () => {
    const page = appPage(context, reader);
    expect(page.systems.map((one) => one.steps.length > 1)).toEqual(page.systems.map(() => true));
    expect(page.code.text).toContain(new URL(context.settings.text.publicAddress).host);
  });
});

test('[HLP-4] no guide is left in another language; a name that is none has no page', () => {
  for (const [index, { title, about }] of guideLinks('it').entries()) {
    const others = (['en', 'de'] as const).map((language) => guideLinks(language)[index]);
    expect(new Set([title, ...others.map((one) => one?.title)]).size).toBe(3);
    expect(new Set([about, ...others.map((one) => one?.about)]).size).toBe(3);
  }
  expect(guidePage(context, visitor, { name: 'toString' })).toBeUndefined();
});

test('[HLP-4] [PAY-3] only ways to pay that this portal offers are described', () => {
  const offering = (methods: readonly Method[]) =>
    ({
      ...context,
      ports: { ...context.ports, payment: [{ ...({} as PaymentProvider), name: 'one', methods }] },
    }) as Context;
  const titles = (there: Context) =>
    guidePage(there, visitor, { name: 'pagare' })
      ?.steps.map((step) => step.title)
      .join();
  expect(titles(offering(['card']))).toMatch(/carta/);
  expect(titles(offering(['card']))).not.toMatch(/MyBank|Satispay/);
  expect(titles(offering(['card', 'mybank', 'satispay']))).toMatch(/carta.*MyBank.*Satispay/);
  expect(answerPage(offering(['card']), visitor, { name: 'che-cos-e-mybank' })).toBeUndefined();
  expect(answerPage(offering(['card', 'mybank']), visitor, { name: 'che-cos-e-mybank' })?.question).toContain('MyBank');
});
