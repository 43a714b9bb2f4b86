import { describe, expect, test } from 'vitest';
import { capabilities as all } from '#capabilities/all.ts';
import { languages } from '#kernel/language.ts';
import type { Customer, Visitor } from '#kernel/viewer.ts';
import { testWorld } from '../../../tests/world/context.ts';
import { partsOf } from './answers.ts';
import { areas } from './content/catalogue.ts';
import { answers, entries } from './content/index.ts';
import { answerPage, capability, centre, giveFeedback, helpFor, reasonPage, reasonPath } from './index.ts';
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
])('[HLP-1] searching "%s" finds %s among the first three', (text, href) => {
  const found = centre(context, visitor, { text }).found ?? [];
  expect(found.slice(0, 3).map((one) => one.href)).toContain(href);
});

test.each([
  ['en', 'forgot my password', '/aiuto/password-dimenticata'],
  ['de', 'Quittung', '/aiuto/dov-e-la-ricevuta'],
  ['de', 'Zahlung zweimal abgebucht', '/aiuto/pagato-due-volte'],
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
  for (const { question } of entries) {
    const out = answerPage(context, visitor, { name: question })?.ways.map((way) => way.href) ?? [];
    expect(out).toEqual(expect.arrayContaining(['/accesso', '/registrati', `/assistenza?da=aiuto/${question}`]));
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
