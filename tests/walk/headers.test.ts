// What every answer says to a browser, on every route of the program: policies, cookies, methods, sizes, forms from elsewhere.
import { expect, test } from 'vitest';
import { castMembers, demoPassword } from '../../demo/cast.ts';
import { type Answer, type Browser, browser, formsIn } from './browser.ts';
import { cover } from './cover.ts';
import { shortly, until, walkPortal } from './portal.ts';
import { head, raw } from './raw.ts';
import { addressOf, type Route, routesOfBuild } from './routes.ts';

const portal = await walkPortal();
const routes = await routesOfBuild();
const giulia = castMembers.find((one) => one.name === 'giulia')?.username ?? '';

/** design.md §4, word for word; the order of directives means nothing to a browser. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
const directives = (header: unknown): string[] => String(header).split(/;\s*/).sort();

/** An address of every route with something in its parameters that exists, as far as everybody may know it. */
async function addresses(): Promise<{ route: Route; path: string }[]> {
  const [agency] = await portal.rows<{ id: string }>('select public_id as id from agencies limit 1');
  const own = async (statement: string) =>
    (await portal.rows<{ id: string }>(`${statement} limit 1`, [giulia]))[0]?.id ?? 'nothing';
  const of = '(select party_id from contacts where value = $1)';
  const params = {
    agenzia: agency?.id ?? '',
    voce: 'non-arriva',
    guida: 'pagare',
    motivo: 'codes-limit',
    file: 'stile.css',
    token: 'nessuno',
    polizza: await own(`select public_id as id from policies where key = 'policy-giulia-motor' and $1 <> ''`),
    rata: await own(`select public_id as id from payables where key = 'payable-giulia-motor' and $1 <> ''`),
    recapito: await own(`select public_id as id from contacts where party_id = ${of}`),
    richiesta: await own(`select public_id as id from requests where party_id = ${of}`),
    operazione: await own(`select public_id as id from operations where party_id = ${of}`),
    documento: await own(`select public_id as id from documents where party_id = ${of}`),
  };
  return routes.map((route) => ({ route, path: addressOf(route.id, params) }));
}

function expectGuarded(answer: Answer, path: string, isHttps = false): void {
  const { headers } = answer;
  const where = `${path} (${shortly(answer)})`;
  expect(headers['x-content-type-options'], where).toBe('nosniff');
  expect(headers['referrer-policy'], where).toBe(path.includes('/link/') ? 'no-referrer' : 'same-origin');
  expect(headers['cross-origin-opener-policy'], where).toBe('same-origin');
  expect(headers['cross-origin-resource-policy'], where).toBe('same-origin');
  expect(headers['permissions-policy'], where).toContain('camera=()');
  expect(headers['x-powered-by'], where).toBeUndefined();
  expect(headers.server, where).toBeUndefined();
  expect(headers['access-control-allow-origin'], where).toBeUndefined();
  expect(headers['strict-transport-security'], where).toBe(isHttps ? 'max-age=31536000; includeSubDomains' : undefined);
  const isFile = String(headers['content-disposition'] ?? '').startsWith('attachment');
  if (isFile) expect(headers['content-security-policy'], where).toBe("sandbox; default-src 'none'");
  else expect(directives(headers['content-security-policy']), where).toEqual(directives(policy));
  const isForAll = path.startsWith('/_app/') || (path.startsWith('/marca/') && answer.status === 200);
  expect(headers['cache-control'], where).toMatch(isForAll ? /^public,/ : /no-store/);
  // What is not a file of the build says how it is written; a refusal of the framework is a plain sentence.
  if (answer.body && !/^\/(_app|marca|robots|guasto)/.test(path)) {
    const isPlain = [400, 403, 405].includes(answer.status);
    expect(headers['content-type'] ?? 'text/plain', where).toMatch(
      isPlain ? /^text\/plain|charset=utf-8$/ : /charset=utf-8(;|$)|^application\/(json|pdf)/,
    );
  }
}

test('[DUT-4] every route says its policy, to who is signed in and to who is not, by every way in', async () => {
  const customer = await portal.signedIn(giulia);
  await customer.post('/assistenza?/invia', { argomento: 'other', testo: 'Una domanda.' });
  for (const { route, path } of await addresses()) {
    for (const who of [customer, browser(portal.address)]) {
      for (const prefix of ['', '/de']) {
        const answer = await who.get(prefix + (path === '/' && prefix ? '' : path));
        expect(answer.status, path).toBeLessThan(500);
        expectGuarded(answer, path);
      }
    }
    const visitor = await browser(portal.address).get(path);
    if (route.isForCustomers) expect(shortly(visitor), path).toMatch(/^303 → \/accesso/);
    else expect(visitor.location ?? '', path).not.toMatch(/^\/accesso\?torna/);
    const data = await customer.get(`${path === '/' ? '' : path}/__data.json`);
    expectGuarded(data, `${path}/__data.json`.replace('/link/', '/link /'));
  }
});

test('[DUT-4] so does everything else: files, machine doors, what is not there, what is refused', async () => {
  const who = browser(portal.address);
  const page = await who.get('/accesso');
  const files = [...page.body.matchAll(/(?:href|src)="(\/(?:_app|marca)\/[^"]+)"/g)].map(([, path = '']) =>
    path.replaceAll('&amp;', '&'),
  );
  expect(files.length).toBeGreaterThan(3);
  for (const path of [
    ...files,
    '/robots.txt',
    '/guasto.css',
    '/livez',
    '/readyz',
    '/version',
    '/niente',
    '/%ff',
    '/_app/niente.js',
    '/favicon.ico',
    '/aiuto/',
  ])
    expectGuarded(await who.get(path), path.split('?')[0] ?? '');
  expectGuarded(await who.ask('/notices/nexi-xpay', { body: '{}' }), '/notices/nexi-xpay');
  expectGuarded(await who.post('/aspetto', { aspetto: 'dark' }, { origin: 'https://elsewhere.example' }), '/aspetto');
  expectGuarded(
    await who.ask('/aspetto', {
      body: 'x'.repeat(600_000),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    '/aspetto',
  );
});

test('[DUT-4] no page has a script, a style or a handler of its own inside, and nothing from elsewhere', async () => {
  const customer = await portal.signedIn(giulia);
  for (const { path } of await addresses()) {
    const { body, headers } = await customer.get(path);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) expect(tag, path).toMatch(/\ssrc="\/(?!\/)/);
    expect(body, path).not.toMatch(/<style\b|\sstyle="|\son\w+="|javascript:/i);
    for (const [, address = ''] of body.matchAll(
      /<(?:link|script|img|iframe|form|source)\b[^>]*\s(?:href|src|action)="([^"]*)"/g,
    ))
      expect(address, path).toMatch(/^((\.{1,2})*\/(?!\/)|\?|data:image)/);
    for (const form of formsIn(body, path)) expect(form.action, path).toMatch(/^[/?]/);
  }
});

const cookieLine = (answer: Answer, name: string): string =>
  answer.cookies.find((line) => line.startsWith(`${name}=`)) ?? '';

/** Every cookie that a person gets on the way in, by name, as it was set. */
async function cookiesOfDay(address: string, who: Browser): Promise<Map<string, string>> {
  const before = who.seen.length;
  await who.post('/aspetto', { aspetto: 'dark' });
  await who.get('/recupera/link/nessuno');
  await who.get('/registrati/link/nessuno');
  await who.post('/accesso', { username: giulia, password: demoPassword });
  const [challenge] = await portal.rows<{ id: string }>(
    'select id from device_challenges order by created_at desc limit 1',
  );
  await who.post('/accesso/codice?/accedi', { codice: (await portal.secrets('device', challenge?.id ?? '')).code });
  await who.post('/profilo/accessi?/chiudi', { accesso: 'nessuno' });
  expect(address).toBeTruthy();
  const lines = who.seen.slice(before).flatMap(({ cookies }) => cookies);
  return new Map(lines.map((line) => [line.split('=')[0] ?? '', line]));
}

test('[DUT-4] cookies are out of reach of scripts and of other sites, and hold nothing that can be read', async () => {
  const cookies = await cookiesOfDay(portal.address, browser(portal.address));
  expect([...cookies.keys()].sort()).toEqual([
    'browser',
    'link-recovery',
    'link-registration',
    'notice',
    'session',
    'theme',
  ]);
  for (const [name, line] of cookies) {
    expect(line, name).toMatch(/; Path=\/(;|$)/);
    expect(line, name).toContain('HttpOnly');
    expect(line, name).toContain('SameSite=Lax');
    expect(line, name).not.toMatch(/Domain=/i);
    expect(line, name).not.toMatch(/giulia|bianchi/i);
  }
  // A session ends with the browser; nothing on disk signs anybody in.
  expect(cookies.get('session')).not.toMatch(/Max-Age|Expires/);
});

test('[DUT-4] a cookie that somebody else wrote is nothing: no notice, no theme, no browser, no session', async () => {
  const who = browser(portal.address);
  for (const [name, value] of [
    ['notice', 'ok.signed_out.AAAAAAAAAAAAAAAAAAAAAA'],
    ['notice', '__proto__.constructor.x'],
    ['theme', '"><script>'],
    ['session', '%00'],
    ['session', 'x'.repeat(3_000)],
    ['browser', '%ff%fe'],
    ['link-recovery', "' or 1=1 --"],
  ] as const) {
    who.jar.clear();
    who.jar.set(name, value);
    for (const path of ['/accesso', '/recupera/link', '/polizze', '/assistenza']) {
      const answer = await who.get(path);
      expect(answer.status, `${path} with ${name}=${value}`).toBeLessThan(500);
      expect(answer.body, path).not.toMatch(/role="status"|<script>/);
    }
  }
});

test('[DUT-4] a form from another site, or from nobody, is refused before anything is looked at', async () => {
  const customer = await portal.signedIn(giulia);
  const before = await portal.rows(
    'select count(*) from requests union all select count(*) from browsers union all select count(*) from sessions where ended_at is null',
  );
  const origins = [
    'https://elsewhere.example',
    'null',
    undefined,
    '',
    `${portal.address}.elsewhere.example`,
    portal.address.replace('http:', 'https:'),
    portal.address.replace(/\d+$/, '1'),
  ];
  const forms: [string, Record<string, string>][] = [
    ['/assistenza?/invia', { argomento: 'other', testo: 'Forgiata.' }],
    ['/profilo/accessi?/ovunque', {}],
    ['/esci', {}],
    ['/aspetto', { aspetto: 'dark' }],
    ['/accesso', { username: giulia, password: demoPassword }],
    ['/registrati', { username: giulia }],
  ];
  for (const origin of origins) {
    for (const [path, form] of forms) {
      for (const type of [
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'text/plain',
        'application/x-sveltekit-formdata',
      ]) {
        const answer = await customer.ask(path, { form, headers: { origin, 'content-type': type } });
        expect(answer.status, `${path} from ${origin} as ${type}`).toBe(403);
        expect(answer.cookies, path).toEqual([]);
      }
    }
  }
  // Without a type that a form can have, only a script can have sent it: of another site it would have asked first.
  const odd = await customer.ask('/esci', {
    body: '{}',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
  });
  expect(odd.status).toBeGreaterThanOrEqual(400);
  expect(
    await portal.rows(
      'select count(*) from requests union all select count(*) from browsers union all select count(*) from sessions where ended_at is null',
    ),
  ).toEqual(before);
  expect((await customer.get('/polizze')).status).toBe(200);
});

test('[DUT-4] methods: HEAD is a GET without a body, everything else that is not meant is refused', async () => {
  const customer = await portal.signedIn(giulia);
  for (const { route, path } of await addresses()) {
    if (path.includes('/esci')) continue;
    const get = await customer.get(path);
    const bare = await customer.ask(path, { method: 'HEAD' });
    if (!route.methods.includes('POST')) expect(shortly(bare), path).toBe(shortly(get));
    expect(bare.body, path).toBe('');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      const answer = await customer.ask(path, { method, headers: { origin: portal.address } });
      expect([400, 404, 405], `${method} ${path}: ${answer.status}`).toContain(answer.status);
    }
    expect(
      (await customer.ask(path, { method: 'TRACE', headers: { origin: portal.address, 'x-echo': 'echo' } })).body,
      path,
    ).not.toContain('echo');
    // A method in a header or a field is only a header or a field.
    const tricked = await customer.ask(path, {
      headers: { 'x-http-method-override': 'DELETE', 'x-method-override': 'POST' },
    });
    expect(shortly(tricked), path).toBe(shortly(get));
  }
  // A GET of an action's address is a page; it acts on nothing.
  expect((await customer.get('/profilo/accessi?/ovunque')).status).toBe(200);
  expect((await customer.get('/esci?/default')).status).toBe(200);
  expect((await customer.get('/polizze')).status).toBe(200);
});

test('[DUT-4] addresses: no slash, dot or percent sign leads around a door', async () => {
  const who = browser(portal.address);
  for (const path of [
    '/polizze/',
    '/polizze//',
    '/en/polizze/',
    '/%70olizze',
    '/en/%70olizze',
    '/polizze;x=1',
    '/./polizze',
    '/aiuto/../polizze',
    '/polizze%3f',
    '/POLIZZE',
    '//polizze',
    '/en//polizze',
    '/polizze%2f',
    '/polizze/__data.json',
    '/polizze%2f__data.json',
    '/(cliente)/polizze',
    '/it/polizze',
    '/en/en/polizze',
    '/polizze.html__data.json',
    '/polizze/__route.js',
  ]) {
    const answer = await who.get(path);
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.body, path).not.toMatch(/Giulia|policy|Le tue polizze/);
    if (answer.status === 200) expect(answer.body, path).toContain('/accesso');
  }
  for (const path of [
    '/marca/..%2f..%2fpackage.json',
    '/marca/%2e%2e/package.json',
    '/marca/..%5cpackage.json',
    '/_app/../../package.json',
    '/_app/%2e%2e/%2e%2e/server/main.js',
    '/marca/brand.json',
    '/documenti/..%2f..%2fsecret',
  ])
    expect((await who.get(path)).body, path).not.toMatch(/"dependencies"|import |colours|brand"/);
});

test('[DUT-4] sizes: a body that is too large is refused, a long address and long headers end nothing', async () => {
  const who = browser(portal.address);
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await who.ask('/accesso', { body: `username=${'x'.repeat(600_000)}`, headers: type })).status).toBe(413);
  expect((await who.ask('/notices/nexi-xpay', { body: `"${'x'.repeat(70_000)}"` })).status).toBe(413);
  expect((await who.get(`/aiuto?cerca=${'x'.repeat(8_000)}`)).status).toBe(200);
  expect((await who.get(`/agenzie?luogo=${'%20x'.repeat(2_000)}`)).status).toBe(200);
  expect(
    (await raw(portal.port, head('/accesso', { host: `localhost:${portal.port}`, cookie: 'x'.repeat(20_000) }))).status,
  ).toBe(431);
  // Said to be long and short, chunked and counted: one answer, and the connection goes.
  const twice = {
    host: `localhost:${portal.port}`,
    origin: portal.address,
    'content-length': '5',
    'transfer-encoding': 'chunked',
    ...type,
  };
  expect((await raw(portal.port, `${head('/aspetto', twice, 'POST')}0\r\n\r\n`)).status).toBe(400);
  expect((await who.get('/livez')).status).toBe(200);
});

test('[DUT-4] the page of a fault says a reference and nothing else; the log has the same reference', async () => {
  const who = browser(portal.address);
  await portal.rows('alter table agencies rename to agencies_away');
  try {
    const answer = await who.get('/agenzie');
    expect(answer.status).toBe(500);
    expectGuarded(answer, '/agenzie');
    expect(answer.body).not.toMatch(/relation|agencies_away|select |\.ts|\.js:|node_modules|Error:|at \w+ \(/);
    const reference = /data-value="([0-9A-HJKMNP-TV-Z]{6})"/.exec(answer.body)?.[1] ?? expect.fail('no reference');
    await until(async () => portal.logs().includes(reference));
    const data = await who.get('/agenzie/__data.json');
    expect(data.body).not.toMatch(/relation|agencies_away|\.ts|node_modules/);
  } finally {
    await portal.rows('alter table agencies_away rename to agencies');
  }
});

test('[DUT-4] behind https: the prefix of cookies, Secure, and the order to come back by https only', async () => {
  // The last test of the file: from here on the portal believes that it is behind https.
  const address = portal.address.replace('http:', 'https:');
  await portal.restart('web', { PUBLIC_ADDRESS: address });
  const plain = browser(portal.address);
  const who: Browser = {
    ...plain,
    post: (path, form, headers = {}) => plain.post(path, form, { origin: address, ...headers }),
  };
  const cookies = await cookiesOfDay(address, who);
  expect([...cookies.keys()].sort()).toEqual([
    '__Host-browser',
    '__Host-link-recovery',
    '__Host-link-registration',
    '__Host-notice',
    '__Host-session',
    '__Host-theme',
  ]);
  for (const [name, line] of cookies) {
    expect(line, name).toContain('Secure');
    expect(line, name).toContain('HttpOnly');
    expect(line, name).toMatch(/; Path=\/(;|$)/);
    expect(line, name).not.toMatch(/Domain=/i);
  }
  for (const path of ['/accesso', '/polizze', '/livez', '/robots.txt', '/niente'])
    expectGuarded(await plain.get(path), path, true);
  // Names without the prefix are anybody's who can write a cookie for a name below ours.
  const planted = browser(portal.address);
  planted.jar.set('session', plain.jar.get('__Host-session') ?? '');
  expect(shortly(await planted.get('/polizze'))).toMatch(/^303/);
  expect((await plain.get('/polizze')).status).toBe(200);
  // A form by plain http is another site's now.
  expect((await plain.post('/aspetto', { aspetto: 'dark' })).status).toBe(403);
  expect(cookieLine(await who.post('/esci', {}), '__Host-session')).toMatch(/Max-Age=0/i);
  expect(Object.keys(cover).length).toBe(routes.length);
});
