// Every route and form action of the portal, walked by people who ask for what is somebody else's: the answer is that of a
// thing which does not exist, nothing of the other is said, and nothing of the other changes. design.md §10
import { expect, test } from 'vitest';
import { castMembers } from '../../demo/cast.ts';
import { control } from '../world/control.ts';
import { type Answer, type Browser, formsIn, readable, searchable } from './browser.ts';
import { type Cover, cover, everywhere, footFields, type Slot } from './cover.ts';
import { ownPages, type Person, personOf, readOwn, rowsAbout, secretsOf } from './people.ts';
import { shortly, until, walkPortal } from './portal.ts';
import { addressOf, queriesInSources, routesOfBuild } from './routes.ts';

const portal = await walkPortal();
const routes = await routesOfBuild();

/** `giulia` and so on, signed in, with a second device and something of every kind. */
const usernameOf = (name: string): string => castMembers.find((one) => one.name === name)?.username ?? '';
const browsers = new Map<string, Browser>();
const people = new Map<string, Person>();
const person = (name: string): Person => people.get(name) ?? expect.fail(`nobody is called ${name}`);

async function pay(who: Browser, payableKey: string, wanted: 'proposed' | 'confirmed' | 'paid'): Promise<void> {
  const [row] = await portal.rows<{ policy: string; payable: string }>(
    'select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = $1',
    [payableKey],
  );
  const proposed = await who.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' });
  const operation = /^\/conferma\/(\w+)$/.exec(proposed.location ?? '')?.[1] ?? expect.fail(shortly(proposed));
  if (wanted === 'proposed') return;
  const { code } = await portal.secrets('operation', operation);
  expect(shortly(await who.post(`/conferma/${operation}?/conferma`, { code }))).toBe(`303 → /esito/${operation}?vai`);
  if (wanted === 'confirmed') return;
  const [attempt] = await portal.rows<{ reference: string }>(
    'select a.reference from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
    [operation],
  );
  await control(portal.nexi.address, `orders/${attempt?.reference}/pay`);
  await until(async () => (await who.get(`/esito/${operation}`)).body.includes('/documenti/'));
}

async function cast(): Promise<void> {
  for (const name of ['giulia', 'franco', 'marco', 'ada']) {
    await portal.signedIn(usernameOf(name));
    const who = await portal.signedIn(usernameOf(name));
    browsers.set(name, who);
    const asked = await who.post('/assistenza?/invia', {
      argomento: 'other',
      testo: `Una domanda riservata di ${name}.`,
    });
    expect(shortly(asked)).toMatch(/^303 → \/richieste\//);
  }
  const [giulia, franco, marco, ada] = ['giulia', 'franco', 'marco', 'ada'].map(
    (name) => browsers.get(name) as Browser,
  );
  if (!giulia || !franco || !marco || !ada) return;
  await pay(giulia, 'payable-giulia-motor', 'paid');
  await pay(franco, 'payable-franco-2000-00', 'paid');
  await pay(franco, 'payable-franco-2000-01', 'proposed');
  await pay(franco, 'payable-franco-5000-00', 'confirmed');
  for (const [name, who] of [
    ['marco', marco],
    ['ada', ada],
  ] as const) {
    const page = await who.get('/profilo/recapiti/scegli');
    const contact =
      /name="recapito" value="(\w+)"/.exec(page.body)?.[1] ?? /value="(\w+)"[^>]*name="recapito"/.exec(page.body)?.[1];
    const chosen = await who.post('/profilo/recapiti/scegli?/scegli', { recapito: contact ?? '', torna: '' });
    expect(chosen.location, name).toMatch(/^\/conferma\//);
  }
  for (const name of ['giulia', 'franco', 'marco', 'ada', 'aurora']) {
    const key = name === 'aurora' ? await employerOfMarco() : `party-${name}`;
    people.set(name, await personOf(portal, key));
  }
}

/** The firm whose health plan Marco is in: he is insured, so the plan is his to see and its premiums are not. */
async function employerOfMarco(): Promise<string> {
  const [row] = await portal.rows<{ key: string }>(
    `select p.key from parties p join policy_roles r on r.party_id = p.id and r.role = 'policyholder'
     join policies y on y.id = r.policy_id where y.key = 'policy-marco-plan'`,
  );
  return row?.key ?? '';
}

const visitorsBrowser = portal.browser();
await cast();
// A stranger with a request of the own browser, so that there is something to compare the others' with.
await visitorsBrowser.post('/assistenza?/invia', {
  argomento: 'other',
  testo: 'Una domanda di chi passa.',
  recapito: '055 123 4567',
});

test('[POL-6] the table of the walk has every route, parameter, action and query of the program', () => {
  const missing: string[] = [];
  for (const route of routes) {
    const row: Cover | undefined = cover[route.id];
    if (!row) {
      missing.push(`${route.id} is new: add it to tests/walk/cover.ts, with what its address and forms name`);
      continue;
    }
    for (const name of route.params)
      if (!row.params?.[name]) missing.push(`${route.id}: say in cover.ts whose the parameter [${name}] is`);
    for (const name of route.actions)
      if (!row.actions?.[name]) missing.push(`${route.id}: the action ${name} is not walked; add it to cover.ts`);
    for (const method of route.methods)
      if (method !== 'GET' && !row.post) missing.push(`${route.id}: its ${method} is not walked; add it to cover.ts`);
  }
  const queries = new Set([...Object.values(cover).flatMap((row) => Object.keys(row.query ?? {})), ...everywhere]);
  for (const name of queriesInSources())
    if (!queries.has(name)) missing.push(`the query ?${name} is read somewhere and not walked; add it to cover.ts`);
  for (const id of Object.keys(cover))
    if (!routes.some((route) => route.id === id)) missing.push(`${id} is in cover.ts and not in the program`);
  expect(missing).toEqual([]);
});

/** An id of the same shape that nobody has. */
const unknown = 'zzzzzzzzzzzz';

type Asked = { method: 'GET' | 'POST'; path: string; form: Record<string, string> };

/** How many of the other's things of one kind are asked for; of operations one in each state. */
const eachMax = 2;
const operationsMax = 3;

/** Every request of a route with ids of `other` in some of its places and the asker's own in the rest; `ids` are the other's. */
function* requestsFor(
  routeId: string,
  row: Cover,
  asker: Person | undefined,
  other: Person,
): Generator<{ asked: Asked; twin: Asked; ids: string[] }> {
  const own = (slot: Slot): string =>
    'text' in slot ? slot.text : slot.id === 'address' ? '/' : (asker?.things[slot.id][0] ?? unknown);
  const theirs = (slot: Slot, at: number): string | undefined => {
    if ('text' in slot) return undefined;
    if (slot.id === 'address') return other.things.operation[at] && `/esito/${other.things.operation[at]}`;
    return other.things[slot.id][at];
  };
  const places: { group: 'params' | 'query' | 'form'; action?: string; slots: Record<string, Slot> }[] = [
    ...(row.query ? [{ group: 'query' as const, slots: row.query }] : []),
    ...Object.entries(row.actions ?? {}).map(([action, slots]) => ({ group: 'form' as const, action, slots })),
    ...(row.post ? [{ group: 'form' as const, slots: row.post }] : []),
    { group: 'params', slots: {} },
  ];
  for (const place of places) {
    const slots = [
      ...Object.entries(row.params ?? {}).map(([name, slot]) => ({ group: 'params' as const, name, slot })),
      ...Object.entries(place.slots).map(([name, slot]) => ({ group: place.group, name, slot })),
    ];
    const open = slots.filter(({ slot }) => 'id' in slot);
    // Each place alone, then all of them together.
    const choices = [...open.map((one) => [one]), ...(open.length > 1 ? [open] : [])];
    for (const chosen of choices) {
      const most = chosen.some(({ slot }) => 'id' in slot && slot.id === 'operation') ? operationsMax : eachMax;
      for (let at = 0; at < most; at++) {
        const ids = chosen.map(({ slot }) => theirs(slot, at));
        if (ids.some((one) => one === undefined)) break;
        const build = (value: (slot: Slot) => string | undefined): Asked => {
          const filled = slots.map(
            (one) => [one, chosen.includes(one) ? (value(one.slot) ?? '') : own(one.slot)] as const,
          );
          const of = (group: string) =>
            Object.fromEntries(filled.filter(([one]) => one.group === group).map(([one, text]) => [one.name, text]));
          const action = place.action === undefined ? '' : place.action === 'default' ? '' : `?/${place.action}`;
          const query = place.group === 'query' ? `?${new URLSearchParams(of('query'))}` : action;
          return {
            method: place.group === 'form' ? 'POST' : 'GET',
            path: addressOf(routeId, of('params')) + query,
            form: place.group === 'form' ? of('form') : {},
          };
        };
        yield {
          asked: build((slot) => theirs(slot, at)),
          twin: build((slot) => ('id' in slot && slot.id === 'address' ? `/esito/${unknown}` : unknown)),
          ids: ids.flatMap((one) => one?.split('/').at(-1) ?? []),
        };
      }
    }
  }
}

function send(who: Browser, { method, path, form }: Asked): Promise<Answer> {
  // What the last form left to be said once would stand on one of two pages.
  who.jar.delete('notice');
  return method === 'GET' ? who.get(path) : who.post(path, form);
}

/** What an answer says, with the ids that were asked for and the clock taken out. */
function said(answer: Answer, ids: readonly string[]): string {
  let text = readable(`${shortly(answer)}\n${answer.cookies.map((line) => line.split('=')[0]).join()}\n${answer.body}`);
  for (const id of [...ids, unknown]) text = text.replaceAll(id, '(id)').replaceAll(id.toUpperCase(), '(id)');
  return text.replace(/\d{2}[:.]\d{2}([:.]\d{2})?/g, '(time)').replace(/\d{4}-\d{2}-\d{2}T[^"<]*/g, '(moment)');
}

const pairs: [asker: string, other: string, because: string][] = [
  ['giulia', 'franco', 'of two agencies'],
  ['franco', 'giulia', 'of two agencies'],
  ['giulia', 'ada', 'of one agency'],
  ['ada', 'giulia', 'who represents a child, but not her'],
  ['ada', 'marco', 'of one agency'],
  ['marco', 'giulia', 'insured by his firm'],
  ['marco', 'aurora', 'insured by this very firm'],
  ['visitor', 'giulia', 'not signed in'],
  ['visitor', 'franco', 'not signed in'],
];

test.each(pairs)(
  '[POL-6] %s asks for what is of %s (%s) and learns and changes nothing',
  async (asker, other, because) => {
    const who = browsers.get(asker) ?? visitorsBrowser;
    const own = people.get(asker);
    const target = person(other);
    // What the asker's own pages say anyway is shared, and no secret.
    const before = who.seen.length;
    if (own) await readOwn(who, own);
    const shared = searchable(
      who.seen
        .slice(before)
        .map(({ body }) => body)
        .join('\n'),
    );
    const { identifying, amounts } = await secretsOf(portal, target);
    // Sums may be the same by chance, and a firm is known to those it insures; nothing else of the other is on one's own pages.
    if (other !== 'aurora') expect(identifying.filter((secret) => shared.includes(secret))).toEqual([]);
    const secrets = [...identifying, ...amounts].filter((secret) => !shared.includes(secret));
    const theirs = Object.fromEntries(
      Object.entries(target.things).map(([kind, ids]) => [kind, ids.filter((id) => !shared.includes(id))]),
    ) as Person['things'];
    expect(secrets.length, `nothing of ${other} to look for (${because})`).toBeGreaterThan(8);
    const rows = await rowsAbout(portal, { ...target, things: theirs });

    const faults: string[] = [];
    let asks = 0;
    for (const route of routes) {
      const row = cover[route.id] ?? {};
      for (const { asked, twin, ids } of requestsFor(route.id, row, own, { ...target, things: theirs })) {
        asks++;
        const answer = await send(who, asked);
        const label = `${asked.method} ${asked.path} ${JSON.stringify(asked.form)}`;
        if (said(answer, ids) !== said(await send(who, twin), ids))
          faults.push(`${label} (${shortly(answer)}) is not answered like ${twin.path}`);
        if (answer.status >= 500) faults.push(`${label} is a fault of ours: ${answer.status}`);
        const text = searchable(`${answer.location ?? ''}\n${answer.body}`);
        for (const secret of secrets)
          if (!ids.includes(secret.toLowerCase()) && text.includes(secret)) faults.push(`${label} tells ${secret}`);
        if (asked.method === 'GET' && route.methods.length === 0) {
          // What a page's components would be given, as JSON.
          const [path = '', query = ''] = asked.path.split('?');
          const data = await who.get(`${path === '/' ? '' : path}/__data.json${query && `?${query}`}`);
          for (const secret of secrets)
            if (!ids.includes(secret.toLowerCase()) && searchable(data.body).includes(secret))
              faults.push(`the data of ${asked.path} tell ${secret}`);
        }
      }
    }
    for (const [table, text] of await rowsAbout(portal, { ...target, things: theirs }))
      expect.soft(text, `rows of ${table} about ${other} have changed`).toBe(rows.get(table));
    expect(faults).toEqual([]);
    // Who had been signed out on the way would have asked as a visitor.
    for (const [name, one] of browsers) expect(shortly(await one.get('/profilo')), name).toBe('200');
    expect(asks).toBeGreaterThan(8);
  },
);

test('[POL-6] the walk knows every field of every form that people meet', () => {
  const fields = new Set<string>([...footFields]);
  for (const row of Object.values(cover)) {
    for (const action of Object.values(row.actions ?? {})) for (const name of Object.keys(action)) fields.add(name);
    for (const name of Object.keys({ ...row.post, ...row.query })) fields.add(name);
  }
  const pages = [...browsers.values(), visitorsBrowser].flatMap(({ seen }) => seen);
  const found = new Set(pages.flatMap(({ body }) => formsIn(body, '').flatMap((form) => Object.keys(form.fields))));
  expect(found.size).toBeGreaterThan(5);
  expect([...found].filter((name) => !fields.has(name)).map((name) => `the field ${name} is not in cover.ts`)).toEqual(
    [],
  );
  expect(ownPages.length).toBeGreaterThan(0);
});
