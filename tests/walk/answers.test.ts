// To a stranger everybody is the same: registration, recovery, sign-in and the support form answer with the same bytes for a
// contact that is known, unknown, used or shared. How long it takes is measured by `./sportello bench answers`.
import { expect, test } from 'vitest';
import { cast } from '../../demo/cast.ts';
import type { Answer, Browser } from './browser.ts';
import { shortly, until, walkPortal } from './portal.ts';

const portal = await walkPortal({
  env: { SENDS_PER_CONTACT_HOUR: '3', SENDS_PER_CONTACT_DAY: '3', SENDS_PER_ADDRESS_HOUR: '1000' },
});

const contacts = {
  known: 'marta.leone@posta.example',
  unknown: 'carla.neri@posta.example',
  'username of an account': 'giulia.bianchi@posta.example',
  'known, of who is registered with another': 'famiglia.conti@posta.example',
  'of a locked account': 'pietro.galli@posta.example',
  'of who has ended contracts only': 'irene.serra@posta.example',
};
const mobiles = { known: '330 100 1536', unknown: '330 100 9999', confirmation: '330 100 0482' };

/** An answer without what was typed, the clock, and what a second one in the same place would have too. */
const said = (answer: Answer, typed: string): string =>
  `${shortly(answer)}\n${answer.cookies.map((line) => line.replace(/=[^;]*/, '=(token)')).join('\n')}\n${answer.body}`
    .replaceAll(typed, '(typed)')
    .replaceAll(typed.replaceAll(' ', ''), '(typed)')
    .replace(/\d{2}:\d{2}(:\d{2})?/g, '(time)');

/** Everything that a stranger sees who asks and then guesses, as one text. */
type Story = (who: Browser, contact: string, decided: () => Promise<void>) => Promise<Answer[]>;

const stories: Record<string, Story> = {
  '[REG-6] registration': async (who, username, decided) => {
    const asked = await who.post('/registrati', { username });
    await decided();
    const page = await who.get('/registrati/codice');
    // Four digits are right by chance one time in ten thousand; whatever is typed is not shown again.
    const [asking] = await portal.rows<{ subject: string }>(
      "select subject from registrations where value = $1 and state = 'open'",
      [username],
    );
    const { code } = await portal.secrets('registration', asking?.subject ?? '');
    const wrong: Answer[] = [];
    for (let tries = 0; tries < 6; tries++)
      wrong.push(await who.post('/registrati/codice?/continua', { codice: code === '0000' ? '1111' : '0000' }));
    const again = await who.post('/registrati/codice?/ancora', {});
    // Somebody else has asked for the same contact meanwhile: only the newest message counts, whosever it is.
    const later = portal.browser();
    await later.post('/registrati', { username });
    await decided();
    const overtaken = await who.post('/registrati/codice?/continua', { codice: '0000' });
    return [
      asked,
      page,
      ...wrong,
      again,
      overtaken,
      await who.get('/registrati/dati'),
      await who.get('/registrati/password'),
    ];
  },
  '[ACC-2] recovery': async (who, username, decided) => {
    const asked = await who.post('/recupera', { username });
    await decided();
    return [
      asked,
      await who.get('/recupera/inviato'),
      await who.post('/recupera/inviato?/ancora', {}),
      await who.get('/recupera'),
    ];
  },
  '[ACC-4] sign-in with wrong passwords until it is locked': async (who, username) => {
    const answers: Answer[] = [];
    for (let tries = 0; tries < 5; tries++)
      answers.push(await who.post('/accesso', { username, password: `sbagliata ${tries}` }));
    return answers;
  },
  '[REQ-1] the support form': async (who, recapito) => {
    const asked = await who.post('/assistenza?/invia', {
      argomento: 'other',
      testo: `Domanda a ${recapito.length}.`,
      recapito,
    });
    const page = await who.get(asked.location ?? '');
    const answers = [asked, page, await who.post(`${asked.location}?/verifica`, { codice: '000000' })];
    const id = asked.location?.split('/').at(-1) ?? '';
    return answers.map((answer) => ({
      ...answer,
      location: answer.location?.replaceAll(id, '(id)'),
      body: answer.body.replaceAll(id, '(id)'),
    }));
  },
};

/** Nothing is left to be decided: what a stranger sees next is the end of it. */
const decided = () =>
  until(
    async () =>
      (
        await portal.rows(
          "select 1 from registrations where state = 'asked' union all select 1 from recoveries where decided_at is null union all select 1 from username_questions where decided_at is null",
        )
      ).length === 0,
  );

/** References and numbers differ for everybody. */
const comparable = (text: string): string =>
  text
    .replace(/\b[BCDFGHJKLMNPQRSTVWXZ]{2}\b/g, '(letters)')
    .replace(/\b2026-\d{6}\b/g, '(number)')
    .replace(/[a-z]•••/g, '(masked)');

test.each(Object.entries(stories))('%s says the same about every contact', async (name, story) => {
  // Each password is hashed on purpose slowly: the kinds that differ to sign-in are enough there.
  const asked = Object.entries(contacts).filter(([kind]) => !name.startsWith('[ACC-4]') || !kind.startsWith('of who'));
  const answers = await Promise.all(
    asked.map(async ([kind, contact]) => {
      const shown = await story(portal.browser(), contact, decided);
      return [kind, comparable(shown.map((answer) => said(answer, contact)).join('\n'))] as const;
    }),
  );
  const [, unknown] = answers.find(([kind]) => kind === 'unknown') ?? expect.fail('nobody asked about who is unknown');
  for (const [kind, answer] of answers) expect(answer, kind).toBe(unknown);
});

const fiscalIds = {
  'known, without an account': cast.marta.codiceFiscale,
  unknown: 'RSSMRA85M01H501Q',
  'of an account': cast.giulia.codiceFiscale,
  'of a person and a firm': cast.sara.codiceFiscale,
  'of a locked account': cast.pietro.codiceFiscale,
};

test('[ACC-3] a forgotten username says the same about every codice fiscale, also with a policy number that is wrong', async () => {
  for (const polizza of ['', '12345']) {
    const answers = await Promise.all(
      Object.entries(fiscalIds).map(async ([kind, codiceFiscale]) => {
        const who = portal.browser();
        const asked = await who.post('/recupera/nome-utente', { codiceFiscale, polizza });
        await decided();
        const shown = [
          asked,
          await who.get('/recupera/nome-utente/inviato'),
          await who.post('/recupera/nome-utente/inviato?/ancora', {}),
          await who.get('/recupera/nome-utente'),
        ];
        return [kind, comparable(shown.map((answer) => said(answer, codiceFiscale)).join('\n'))] as const;
      }),
    );
    const [, unknown] =
      answers.find(([kind]) => kind === 'unknown') ?? expect.fail('nobody asked about who is unknown');
    for (const [kind, answer] of answers) expect(answer, kind).toBe(unknown);
  }
});

test('[REG-6] and about every mobile number', async () => {
  const answers = await Promise.all(
    Object.values(mobiles).map(async (contact) => {
      const who = portal.browser();
      const asked = await who.post('/registrati', { username: contact });
      await decided();
      return [shortly(asked), (await who.get('/registrati/codice')).status].join();
    }),
  );
  expect(new Set(answers).size).toBe(1);
});

test('[REG-6] and above the limits: the same pages, and no message', async () => {
  const seen = new Set<string>();
  for (let times = 0; times < 5; times++) {
    await Promise.all(
      Object.values(contacts).map(async (contact) => {
        const who = portal.browser();
        const asked = await who.post('/registrati', { username: contact });
        await decided();
        seen.add(said(asked, contact) + said(await who.get('/registrati/codice'), contact));
      }),
    );
  }
  expect([...seen]).toHaveLength(1);
  const sent = await portal.rows<{ most: number }>(
    'select count(*)::int as most from messages group by destination order by 1 desc limit 1',
  );
  expect(sent[0]?.most).toBeLessThanOrEqual(3);
});
