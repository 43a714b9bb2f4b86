// Bad luck with the database: gone, then silent, while every page is asked for. What is defined does not depend on how long
// it lasts: nothing counts tries or seconds. LUCK_SECONDS=30 keeps it away for half a minute.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { helpWords } from '#capabilities/help/index.ts';
import { brandOf } from '#kernel/brand.ts';
import { readSettings } from '#kernel/settings.ts';
import { castMembers } from '../../demo/cast.ts';
import { type Answer, type Browser, readable } from '../walk/browser.ts';
import { cover, type Slot } from '../walk/cover.ts';
import { type Person, personOf } from '../walk/people.ts';
import { shortly, until, walkPortal } from '../walk/portal.ts';
import { addressOf, routesOfBuild } from '../walk/routes.ts';
import { control } from '../world/control.ts';
import { wire } from './wire.ts';

const secondsAway = Number(process.env.LUCK_SECONDS ?? 1);
/** A page of a database that is cut answers at once; one whose database is silent within these. */
const patienceMs = { cut: 3_000, mute: 10_000 };

const line = await wire();
const portal = await walkPortal({ hasWorker: true, through: line.through });
afterAll(() => line.close());
const routes = await routesOfBuild();
const brand = brandOf({ settings: readSettings({}, []) });

const usernameOf = (name: string): string => castMembers.find((one) => one.name === name)?.username ?? '';
const giulia = await portal.signedIn(usernameOf('giulia'));
const franco = await portal.signedIn(usernameOf('franco'));
const person = await personOf(portal, 'party-franco');
const pids = () => portal.children().map((child) => `${child.name} ${child.pid}`);
const before = pids();

/** How pages say it, by the prefix of their address. */
const said = {
  '': 'In questo momento non riusciamo a leggere i tuoi dati',
  '/en': 'We cannot read your data at the moment',
  '/de': 'Im Moment können wir Ihre Daten nicht lesen',
} as const;
const stateTitles = Object.fromEntries(
  (['it', 'en', 'de'] as const).map((language) => [
    language === 'it' ? '' : `/${language}`,
    helpWords(language)('help.state_title'),
  ]),
) as Record<keyof typeof said, string>;
const prefixes = Object.keys(said) as (keyof typeof said)[];

const own = (slot: Slot): string =>
  'text' in slot ? slot.text : slot.id === 'address' ? '/' : ((person as Person).things[slot.id][0] ?? 'zzzzzzzzzzzz');
const filled = (slots: Record<string, Slot> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, own(slot)]));

/** Every page, form action and endpoint of the program, with what its owner would send. */
function* requests(): Generator<{ method: 'GET' | 'POST'; path: string; form: Record<string, string> }> {
  for (const route of routes) {
    // What is missing there fails the walk.
    const row = cover[route.id] ?? {};
    const path = addressOf(route.id, filled(row.params));
    yield { method: 'GET', path, form: {} };
    for (const [action, fields] of Object.entries(row.actions ?? {})) {
      const named = action === 'default' ? '' : `?/${action}`;
      yield { method: 'POST', path: path + named, form: filled(fields) };
    }
    if (row.post) yield { method: 'POST', path, form: filled(row.post) };
  }
}

async function timed(ask: Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const start = performance.now();
  const answer = await ask;
  return { answer, ms: performance.now() - start };
}

/** What is wrong with an answer given without a database. */
function faultsIn({ status, headers, body }: Answer, ms: number, prefix: keyof typeof said): string[] {
  const faults: string[] = [];
  if (ms > patienceMs.cut) faults.push(`took ${Math.round(ms)} ms`);
  if (status >= 500 && status !== 503) faults.push(`is answered ${status}`);
  if (status !== 503) return faults;
  if (!headers['retry-after']) faults.push('does not say when to come again');
  const text = readable(body);
  // The state page says itself what is away; an endpoint has the page of last resort, in every language.
  const isSaid = text.includes(said[prefix]) || text.includes(stateTitles[prefix]) || text.includes('lang="en"');
  if (headers['content-type']?.startsWith('text/html') && !isSaid) faults.push('does not say it in the language');
  return faults;
}

test('with the database gone every page answers at once, in words, and no process ends', async () => {
  const start = performance.now();
  const [toPay] = await portal.rows<{ policy: string; payable: string }>(
    "select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = 'payable-giulia-motor'",
  );
  const operation =
    (await giulia.post(`/polizze/${toPay?.policy}/paga/${toPay?.payable}?/paga`, { metodo: 'card' })).location?.split(
      '/',
    )[2] ?? '';
  const { code } = await portal.secrets('operation', operation);
  expect(shortly(await giulia.post(`/conferma/${operation}?/conferma`, { code }))).toBe(
    `303 → /esito/${operation}?vai`,
  );
  const [attempt] = await portal.rows<{ reference: string }>(
    'select a.reference from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
    [operation],
  );

  line.become('cut');
  // The payer pays now; the provider tells us, and tells us again until we can write it down.
  const paid = control(portal.nexi.address, `orders/${attempt?.reference}/pay`);
  const faults: string[] = [];
  let away = 0;
  for (const [at, { method, path, form }] of [...requests()].entries()) {
    for (const [name, who] of [
      ['signed in', franco],
      ['visitor', portal.browser()],
    ] as const) {
      const prefix = prefixes[(at + (name === 'visitor' ? 1 : 0)) % 3] ?? '';
      const target = prefix + (path === '/' && prefix ? '' : path);
      const { answer, ms } = await timed(method === 'GET' ? who.get(target) : who.post(target, form));
      if (answer.status === 503) away++;
      faults.push(...faultsIn(answer, ms, prefix).map((fault) => `${name}: ${method} ${target} ${fault}`));
      if (
        answer.cookies.some(
          (cookie) => /^(__Host-)?session=;/.test(cookie) && name === 'signed in' && !path.includes('esci'),
        )
      )
        faults.push(`${name}: ${method} ${target} signs out`);
    }
  }
  expect(faults).toEqual([]);
  expect(away).toBeGreaterThan(40);

  for (const prefix of prefixes) {
    const page = await franco.get(`${prefix}/polizze`);
    const text = readable(page.body);
    expect(page.status).toBe(503);
    expect(text).toContain(said[prefix]);
    expect(text).toContain(brand.supportPhone);
    expect(text).toContain(brand.supportMail);
    expect(text).toMatch(/\b[0-9A-HJKMNP-TV-Z]{6}\b/);
  }
  expect((await portal.browser().get('/livez')).status).toBe(200);
  const ready = await portal.browser().get('/readyz');
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.body)).toMatchObject({ checks: { process: 'ok', database: 'failed' } });
  const notice = JSON.stringify({
    eventId: 'e1',
    securityToken: 's1',
    operation: { orderId: attempt?.reference, operationId: 'o1' },
  });
  expect((await portal.browser().ask('/notices/nexi-xpay', { body: notice })).status).toBe(503);

  await pause(Math.max(0, secondsAway * 1000 - (performance.now() - start)));
  await paid;
  line.become('whole');
  const back = new Date();
  expect(pids()).toEqual(before);
  expect((await portal.browser().get('/readyz')).status).toBe(200);
  expect((await franco.get('/polizze')).status).toBe(200);
  // Who paid meanwhile sees it, with the receipt that the worker made; one e-mail tells it.
  await until(async () => (await giulia.get(`/esito/${operation}`)).body.includes('/documenti/'));
  const mails = async () => portal.rows("select 1 from messages where kind = 'payments.received' and state = 'sent'");
  await until(async () => (await mails()).length > 0);
  expect(await mails()).toHaveLength(1);
  expect(
    await portal.rows(
      "select 1 from ledger_transactions where key like 'received:%' and payment_id = (select id from payments where public_id = $1)",
      [operation],
    ),
  ).toHaveLength(1);
  // The net that was recorded with the confirmation is taken by the worker, which nobody has started again.
  const taken = "select 1 from queue.job where name = 'tasks' and state = 'completed' and completed_on > $1";
  await until(async () => (await portal.rows(taken, [back])).length > 0);
});

const question = 'Una domanda lunga, scritta con calma.\nCon una seconda riga & un <segno> che non deve perdersi.';
const requestsSaying = () =>
  portal.rows("select 1 from request_entries where text like 'Una domanda lunga, scritta con calma.%'");

test('[ACC-12] what was typed is given back to be sent again, and is taken once', async () => {
  line.become('cut');
  const typed = { argomento: 'other', testo: question };
  const refused = await giulia.post('/assistenza?/invia', typed);
  expect(refused.status).toBe(503);
  const again = againIn(refused);
  expect(again).toEqual({ action: '/assistenza?/invia', fields: typed });
  // A password and a code are not given back; the way back to their page is.
  const secret = await giulia.post('/accesso', {
    username: usernameOf('giulia'),
    password: 'una password che resta qui',
  });
  expect(secret.status).toBe(503);
  expect(secret.body).not.toContain('resta qui');
  expect(readable(secret.body)).toContain('href="/accesso"');
  line.become('whole');
  expect(shortly(await giulia.post(again.action, again.fields))).toMatch(/^303 → \/richieste\//);
  expect(await requestsSaying()).toHaveLength(1);
});

/** The form on the page of a fault, as its button would send it. */
function againIn({ body }: Answer): { action: string; fields: Record<string, string> } {
  const [, action = '', inside = ''] =
    /<form method="post" action="([^"]*)" class="narrow[^"]*">([\s\S]*?)<\/form>/.exec(body) ?? [];
  const hidden = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const long = [...inside.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)];
  const fields = [...hidden, ...long].map(([, name = '', value = '']) => [name, readable(value).replace(/^\n/, '')]);
  return { action: readable(action), fields: Object.fromEntries(fields) };
}

test('with the database silent nobody waits longer than a few seconds, and afterwards all is as before', async () => {
  line.become('mute');
  const waiting: [Browser, string][] = [
    [franco, '/'],
    [franco, '/polizze'],
    [giulia, '/de/documenti'],
    [giulia, '/aiuto'],
    [portal.browser(), '/en/agenzie'],
    [portal.browser(), '/accesso'],
  ];
  const answers = await Promise.all(waiting.map(async ([who, path]) => ({ path, ...(await timed(who.get(path))) })));
  for (const { path, answer, ms } of answers) {
    expect([200, 503], `${path} ${answer.status}`).toContain(answer.status);
    expect(ms, path).toBeLessThan(patienceMs.mute);
  }
  expect((await timed(portal.browser().get('/livez'))).ms).toBeLessThan(1_000);
  const ready = await timed(portal.browser().get('/readyz'));
  expect(ready.answer.status).toBe(503);
  expect(ready.ms).toBeLessThan(patienceMs.cut);
  line.become('whole');
  await until(async () => (await franco.get('/')).status === 200);
  expect(pids()).toEqual(before);
});
