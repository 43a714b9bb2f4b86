// What one browser or session has been given, used in another: codes, links, cookies, kept forms, ways back. And the answers
// to strangers, which are the same whoever they ask about.
import { expect, test } from 'vitest';
import { castMembers, demoPassword } from '../../demo/cast.ts';
import { type Browser, readable } from './browser.ts';
import { shortly, until, walkPortal } from './portal.ts';

const portal = await walkPortal({
  env: {
    // What is tested here asks more often than people do.
    SENDS_PER_CONTACT_HOUR: '1000',
    SENDS_PER_CONTACT_DAY: '1000',
    SENDS_PER_ADDRESS_HOUR: '1000',
    SIGN_IN_DELAY_FROM: '1000',
    SIGN_IN_LOCK_AFTER: '1000',
    SIGN_IN_WRONG_PER_ADDRESS_HOUR: '1000',
    DEVICE_CODES_PER_DAY: '1000',
  },
});
const usernameOf = (name: string): string => castMembers.find((one) => one.name === name)?.username ?? '';
const goodPassword = 'quattro parole messe insieme';

type Operation = { public_id: string; state: string; sends: number };
const operationOf = async (publicId: string): Promise<Operation | undefined> =>
  (
    await portal.rows<Operation>(
      `select public_id, state, (select min(tries_left) from code_sends s where s.subject = o.public_id) as sends
       from operations o where public_id = $1`,
      [publicId],
    )
  )[0];

async function proposed(who: Browser, payableKey: string): Promise<string> {
  const [row] = await portal.rows<{ policy: string; payable: string }>(
    'select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = $1',
    [payableKey],
  );
  const answer = await who.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' });
  return /^\/conferma\/(\w+)$/.exec(answer.location ?? '')?.[1] ?? expect.fail(shortly(answer));
}

test('[CNF-7] an operation is confirmed only in the session that proposed it, and the right code elsewhere is no try', async () => {
  const here = await portal.signedIn(usernameOf('franco'));
  const elsewhere = await portal.signedIn(usernameOf('franco'));
  const stranger = await portal.signedIn(usernameOf('giulia'));
  const operation = await proposed(here, 'payable-franco-2000-00');
  const { code } = await portal.secrets('operation', operation);
  for (const who of [elsewhere, stranger, portal.browser()]) {
    await who.post(`/conferma/${operation}?/conferma`, { code });
    await who.post(`/conferma/${operation}?/nuovo`, {});
    expect(await operationOf(operation)).toMatchObject({ state: 'proposed', sends: 5 });
  }
  // The other session of the same customer is told why; the stranger is told what everybody else is.
  expect((await elsewhere.get(`/conferma/${operation}`)).status).toBe(200);
  expect((await stranger.get(`/conferma/${operation}`)).status).toBe(404);
  expect(shortly(await here.post(`/conferma/${operation}?/conferma`, { code }))).toBe(`303 → /esito/${operation}?vai`);
  expect(await operationOf(operation)).toMatchObject({ state: 'executed' });
  // Replayed, by whomever: the first outcome, or nothing.
  expect(shortly(await here.post(`/conferma/${operation}?/conferma`, { code: '000000' }))).toBe(
    `303 → /esito/${operation}?vai`,
  );
  const payments = await portal.rows(
    'select 1 from payments p join operations o on o.id = p.operation_id where o.public_id = $1',
    [operation],
  );
  expect(payments).toHaveLength(1);
});

test('[CNF-3] the code of one operation confirms no other', async () => {
  const who = await portal.signedIn(usernameOf('franco'));
  const one = await proposed(who, 'payable-franco-2000-01');
  const other = await proposed(who, 'payable-franco-5000-00');
  const { code } = await portal.secrets('operation', one);
  expect((await who.post(`/conferma/${other}?/conferma`, { code })).status).toBe(422);
  expect(await operationOf(other)).toMatchObject({ state: 'proposed', sends: 4 });
});

test('[ACC-11] the code of a new device works only in the browser that gave the password', async () => {
  const username = usernameOf('giulia');
  const here = portal.browser();
  expect((await here.post('/accesso', { username, password: demoPassword })).location).toBe('/accesso/codice');
  const [challenge] = await portal.rows<{ id: string }>(
    'select id from device_challenges order by created_at desc limit 1',
  );
  const { code } = await portal.secrets('device', challenge?.id ?? '');
  const elsewhere = portal.browser();
  await elsewhere.post('/accesso', { username: usernameOf('franco'), password: demoPassword });
  const never = portal.browser();
  for (const who of [elsewhere, never]) {
    await who.post('/accesso/codice?/accedi', { codice: code });
    expect(who.jar.has('session')).toBe(false);
  }
  expect((await here.post('/accesso/codice?/accedi', { codice: code })).location).toBe('/');
  expect(here.jar.has('session')).toBe(true);
});

test('[REG-4] the four digits work only in the browser that asked; a link asked for by a stranger gains the stranger nothing', async () => {
  const marta = castMembers.find((one) => one.name === 'marta');
  const username = marta?.email ?? '';
  const stranger = portal.browser();
  await stranger.post('/registrati', { username });
  const subjectOf = async () =>
    (
      await portal.rows<{ subject: string }>("select subject from registrations where state = 'open' and value = $1", [
        username,
      ])
    )[0]?.subject;
  await until(async () => (await subjectOf()) !== undefined);
  const subject = (await subjectOf()) ?? '';
  const { code, linkToken } = await portal.secrets('registration', subject);
  const elsewhere = portal.browser();
  // One that never asked, and one that asked for somebody else.
  expect((await elsewhere.post('/registrati/codice?/continua', { codice: code })).location).toBe('/registrati');
  await elsewhere.post('/registrati', { username: 'qualcun.altro@posta.example' });
  expect((await elsewhere.post('/registrati/codice?/continua', { codice: code })).location).toBeUndefined();
  // Opening the link does nothing, however often and by whatever method; its button proves the contact in this browser.
  const owner = portal.browser();
  for (const method of ['GET', 'HEAD', 'GET']) {
    const opened = await owner.ask(`/registrati/link/${linkToken}`, { method });
    expect(shortly(opened)).toBe('303 → /registrati/link');
    await owner.ask('/registrati/link', { method });
  }
  const stateOf = async () =>
    (await portal.rows<{ state: string }>('select state from registrations where subject = $1', [subject]))[0]?.state;
  expect(await stateOf()).toBe('open');
  expect((await owner.post('/registrati/link', {})).location).toBe('/registrati/password');
  // The stranger who asked stands where everybody stands who asked.
  for (const path of ['/registrati/password', '/registrati/dati']) {
    const page = await stranger.get(path);
    expect(page.body, path).not.toContain(username);
    expect(
      (await stranger.post(path, { password: goodPassword, codiceFiscale: marta?.codiceFiscale ?? '' })).status,
    ).toBe(422);
  }
  expect((await owner.post('/registrati/password', { password: goodPassword })).location).toBe('/');
  expect(await stateOf()).toBe('completed');
  // Used once: neither the link nor the code leads anywhere now.
  const late = portal.browser();
  await late.get(`/registrati/link/${linkToken}`);
  expect((await late.post('/registrati/link', {})).status).toBe(422);
  expect((await stranger.post('/registrati/codice?/continua', { codice: code })).status).toBe(422);
});

test('[ACC-2] a recovery link acts on its button only, once, whole, and ends what was open', async () => {
  const username = usernameOf('ada');
  const before = await portal.signedIn(username);
  const stranger = portal.browser();
  await stranger.post('/recupera', { username });
  const subjectOf = async () =>
    (
      await portal.rows<{ subject: string }>(
        'select subject from recoveries where value = $1 and subject is not null order by created_at desc',
        [username],
      )
    )[0]?.subject;
  await until(async () => (await subjectOf()) !== undefined);
  const { linkToken } = await portal.secrets('recovery', (await subjectOf()) ?? '');
  const hashOf = async () =>
    (
      await portal.rows<{ password_hash: string }>(
        "select password_hash from accounts a join contact_claims c on c.account_id = a.id where c.value = $1 and c.role = 'username'",
        [username],
      )
    )[0]?.password_hash;
  const old = await hashOf();

  const [subject = '', number = '', mac = ''] = linkToken.split('-');
  const forged = [
    `${subject}-${number}-${'0'.repeat(32)}`,
    `${subject}-${Number(number) + 1}-${mac}`,
    `${subject}-0-${mac}`,
    `zzzzzzzzzzzz-${number}-${mac}`,
    linkToken.toUpperCase(),
    `${linkToken}0`,
    linkToken.slice(0, -1),
    '',
  ];
  const answers = new Set<string>();
  for (const token of forged) {
    const who = portal.browser();
    if (token) await who.get(`/recupera/link/${token}`);
    const answer = await who.post('/recupera/link', { password: goodPassword });
    answers.add(`${answer.status} ${readable(answer.body).replace(/\d\d:\d\d/g, '')}`);
  }
  // A made-up token is never "older" or "expired": all of them are nothing.
  expect([...answers]).toHaveLength(1);
  // A link for a password is none for a registration.
  const wrongDoor = portal.browser();
  await wrongDoor.get(`/registrati/link/${linkToken}`);
  expect((await wrongDoor.post('/registrati/link', {})).status).toBe(422);
  const owner = portal.browser();
  for (const method of ['GET', 'HEAD', 'GET']) {
    expect(shortly(await owner.ask(`/recupera/link/${linkToken}`, { method }))).toBe('303 → /recupera/link');
    await owner.ask('/recupera/link', { method });
  }
  expect(await hashOf()).toBe(old);
  expect((await before.get('/polizze')).status).toBe(200);

  expect((await owner.post('/recupera/link', { password: goodPassword })).location).toBe('/accesso/codice');
  expect(await hashOf()).not.toBe(old);
  expect(shortly(await before.get('/polizze'))).toMatch(/^303 → \/accesso/);
  const again = portal.browser();
  await again.get(`/recupera/link/${linkToken}`);
  expect((await again.post('/recupera/link', { password: goodPassword })).status).toBe(422);
  // The old device has to give a code again.
  expect((await before.post('/accesso', { username, password: goodPassword })).location).toBe('/accesso/codice');
});

test('[ACC-1] a session is made at sign-in, never taken from a cookie, and ends with sign-out', async () => {
  const who = portal.browser();
  who.jar.set('session', 'planted-by-somebody-else');
  who.jar.set('browser', 'planted-too');
  await portal.signedIn(usernameOf('giulia'), who);
  const token = who.jar.get('session') ?? '';
  expect(token).not.toBe('planted-by-somebody-else');
  expect(who.jar.get('browser')).not.toBe('planted-too');
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  // The next one in the same browser ends it.
  await who.post('/accesso', { username: usernameOf('giulia'), password: demoPassword });
  await portal.signedIn(usernameOf('giulia'), Object.assign(who, { jar: withoutSession(who) }));
  const second = who.jar.get('session') ?? '';
  const old = portal.browser();
  old.jar.set('session', token);
  expect((await old.get('/polizze')).status).toBe(303);
  await who.post('/esci', {});
  old.jar.set('session', second);
  expect((await old.get('/polizze')).status).toBe(303);
  // Nothing that signs in is in the database.
  const found = await portal.rows(
    "select 1 from sessions where encode(token_hash, 'base64') = $1 or token_hash::text = $1",
    [second],
  );
  expect(found).toEqual([]);
});

function withoutSession(who: Browser): Browser['jar'] {
  who.jar.delete('session');
  return who.jar;
}

test('[ACC-12] what was typed when a session had ended is shown to its own account only, once, and the database cannot read it', async () => {
  const who = await portal.signedIn(usernameOf('giulia'));
  const asked = await who.post('/assistenza?/invia', { argomento: 'other', testo: 'Prima riga.' });
  const path = asked.location ?? '';
  await portal.rows(
    "update sessions set ended_at = now() + ($1 || ' seconds')::interval where ended_at is null and account_id = (select account_id from contact_claims where value = $2 and role = 'username')",
    [portal.environment.SPORTELLO_CLOCK_OFFSET, usernameOf('giulia')],
  );
  const kept = await who.post(`${path}?/scrivi`, {
    testo: 'Le mie parole segrete.',
    password: 'una-password',
    codice: '123456',
  });
  expect(kept.location).toMatch(/^\/accesso\?torna=/);
  const [row] = await portal.rows<{ content: Buffer }>('select content from kept_forms');
  expect(row?.content.toString('latin1')).not.toContain('segrete');
  // Somebody else at the same browser.
  await portal.signedIn(usernameOf('franco'), who);
  for (const place of ['/', '/polizze', '/assistenza', path]) {
    expect((await who.get(`${place}?ripreso`)).body).not.toContain('segrete');
  }
  await who.post('/esci', {});
  await portal.signedIn(usernameOf('giulia'), who);
  const back = await who.get(`${path}?ripreso`);
  expect(back.body).toContain('Le mie parole segrete.');
  expect(back.body).not.toContain('una-password');
  expect((await who.get(`${path}?ripreso`)).body).not.toContain('segrete');
});

const elsewhere = [
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/%5celsewhere.example',
  '/%2f%2felsewhere.example',
  '/\t/elsewhere.example',
  '/en//elsewhere.example',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  'javascript:alert(1)',
  '/accesso?torna=//elsewhere.example',
  '/esci',
  '/polizze\r\nset-cookie: session=x',
  '/polizze%0d%0aset-cookie:%20session=x',
  'x'.repeat(5_000),
];

/** Where a browser at `at` would go; its origin must be ours. */
const goesTo = (location: string | undefined, at: string): string =>
  location === undefined ? portal.address : new URL(location, new URL(at, portal.address)).origin;

test('[ACC-12] no address that came with a request leads to another site', async () => {
  const who = await portal.signedIn(usernameOf('giulia'));
  for (const wanted of elsewhere) {
    const torna = encodeURIComponent(wanted);
    for (const [at, answer] of [
      ['/aspetto', await who.post('/aspetto', { aspetto: 'dark', torna: wanted })],
      ['/en/aspetto', await who.post('/en/aspetto', { aspetto: '', torna: wanted })],
      ['/accesso', await who.get(`/accesso?torna=${torna}`)],
      ['/de/accesso', await who.get(`/de/accesso?torna=${torna}`)],
      ['/registrati', await who.get(`/registrati?torna=${torna}`)],
    ] as const) {
      expect(answer.status, `${at} with ${wanted}`).toBeLessThan(500);
      expect(goesTo(answer.location, at), `${at} with ${wanted}`).toBe(portal.address);
      expect(answer.cookies.join(), `${at} with ${wanted}`).not.toContain('session=x');
    }
  }
  // Signing in leads back to where somebody wanted to go, if that is ours.
  for (const wanted of elsewhere.slice(1, 9)) {
    const entered = await who.post(`/accesso?torna=${encodeURIComponent(wanted)}`, {
      username: usernameOf('giulia'),
      password: demoPassword,
    });
    expect(goesTo(entered.location, '/accesso'), wanted).toBe(portal.address);
  }
  for (const [wanted, reached] of [
    ['/polizze?a=1', '/polizze?a=1'],
    ['/esci', '/'],
    ['/accesso?torna=//elsewhere.example', '/'],
  ] as const) {
    const form = { username: usernameOf('giulia'), password: demoPassword };
    expect((await who.post(`/accesso?torna=${encodeURIComponent(wanted)}`, form)).location).toBe(reached);
  }
});

test('[PAY-6] a notice for an order is taken with its own token only; the way back from the provider says nothing to a stranger', async () => {
  const who = await portal.signedIn(usernameOf('franco'));
  const operation = await proposed(who, 'payable-franco-2000-01');
  const { code } = await portal.secrets('operation', operation);
  await who.post(`/conferma/${operation}?/conferma`, { code });
  const [attempt] = await portal.rows<{ reference: string; security_token: string }>(
    'select a.* from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
    [operation],
  );
  const notice = (orderId: string, securityToken: string) =>
    who.ask('/notices/nexi-xpay', {
      body: JSON.stringify({
        eventId: 'e-1',
        securityToken,
        eventTime: '1',
        operation: { orderId, operationId: 'o-1', operationResult: 'EXECUTED', operationAmount: '1' },
      }),
      headers: { 'content-type': 'application/json' },
    });
  const { reference = '', security_token: token = '' } = attempt ?? {};
  const nobody = await notice('zzzzzzzzzzzzzzzzzz', token);
  expect(nobody.status).toBe(404);
  for (const wrong of ['', token.slice(1), `${token}x`, token.toUpperCase(), 'x'.repeat(200)]) {
    const answer = await notice(reference, wrong);
    if (wrong !== token)
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 404, body: nobody.body });
  }
  expect(await portal.rows('select 1 from payment_notices where reference = $1', [reference])).toEqual([]);
  expect(await portal.rows("select 1 from payments where public_id = $1 and state = 'open'", [operation])).toHaveLength(
    1,
  );
  // What a true notice claims is not believed either: only what the provider lists.
  expect((await notice(reference, token)).status).toBe(200);
  await until(async () => (await portal.rows('select 1 from payment_notices where handled_at is not null')).length > 0);
  expect(await portal.rows("select 1 from payments where public_id = $1 and state = 'open'", [operation])).toHaveLength(
    1,
  );

  const stranger = portal.browser();
  const [known, unknown] = [await stranger.get(`/ritorno/${operation}`), await stranger.get('/ritorno/zzzzzzzzzzzz')];
  expect(known.body.replaceAll(operation, '(id)')).toBe(unknown.body.replaceAll('zzzzzzzzzzzz', '(id)'));
  expect(known.body).not.toContain('€');
});
