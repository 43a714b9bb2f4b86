// Every form of the program, filled in by somebody who means no good: a bounded list, the same in every run. Whatever comes,
// it is refused or taken as text; never a fault of ours, never markup, and what is too long is not shown again.
import { expect, test } from 'vitest';
import { castMembers } from '../../demo/cast.ts';
import { type Answer, type Browser, browser } from './browser.ts';
import { type Cover, cover, type Slot } from './cover.ts';
import { shortly, walkPortal } from './portal.ts';
import { addressOf, routesOfBuild } from './routes.ts';

const portal = await walkPortal({
  env: {
    SENDS_PER_CONTACT_HOUR: '100000',
    SENDS_PER_CONTACT_DAY: '100000',
    SENDS_PER_ADDRESS_HOUR: '100000',
    SIGN_IN_DELAY_FROM: '1000000',
    SIGN_IN_LOCK_AFTER: '1000000',
    SIGN_IN_WRONG_PER_ADDRESS_HOUR: '1000000',
    CONFIRMATION_SENDS_PER_ACCOUNT: '10000',
    REQUESTS_PER_BROWSER_HOUR: '100000',
  },
});
const routes = await routesOfBuild();
const usernameOf = (name: string): string => castMembers.find((one) => one.name === name)?.username ?? '';

const mark = 'zq9';
/** What is typed, with a mark by which it is found again; each ends differently where it is not taken as text. */
const texts = [
  '',
  `${mark}\u0000x`,
  `${mark}<script>alert(1)</script>"'><img src=x onerror=alert(1)>{{7*7}} \${7*7} %lang% %theme% %sveltekit.body%`,
  `${mark}'; drop table parties; --`,
  `${mark}\r\nset-cookie: session=x\r\nbcc: a@elsewhere.example`,
  `${mark}\u202Eevil\u2066\uFEFF\u0301\u{1F4A9}`,
  `${mark}../../../../etc/passwd`,
  '__proto__',
  'constructor',
  '-1',
  '9'.repeat(400),
  `${mark}${'x'.repeat(10_000)}`,
  `a@${'b.'.repeat(3_000)}example`,
  `${' '.repeat(10_000)}${'('.repeat(5_000)}`,
];

/** A form as bytes: what no encoder of ours would write. */
const bodies = (name: string): string[] => [
  `${name}=%ff%fe%80`,
  `${name}=%`,
  `${name}=%zz&${name}=%00`,
  `${name}=1&${name}=2&${name}=3`,
  `${name}[]=1&${name}[x]=2&${name}.y=3`,
  `__proto__=1&__proto__[x]=1&constructor=2&toString=3&${name}=x`,
  `&&&=&==&${name}`,
  '',
  Array.from({ length: 2_000 }, (_, at) => `f${at}=1`).join('&'),
];

/** Signed in and signed out, each with a thing of every kind, so that what is typed gets as far as it can. */
const customer = await portal.signedIn(usernameOf('franco'));
const stranger = browser(portal.address);
const [row] = await portal.rows<{ policy: string; payable: string }>(
  "select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = 'payable-franco-2000-00'",
);
const things: Record<string, string> = { policy: row?.policy ?? '', payable: row?.payable ?? '' };
const toConfirm = await customer.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' });
things.operation = toConfirm.location?.split('/').at(-1) ?? '';
const filed = await customer.post('/assistenza?/invia', { argomento: 'other', testo: 'Da provare.' });
things.request = filed.location?.split('/').at(-1) ?? '';
const anonymous = await stranger.post('/assistenza?/invia', {
  argomento: 'other',
  testo: 'Da provare.',
  recapito: 'chi.passa@posta.example',
});
await stranger.post('/registrati', { username: 'marta.leone@posta.example' });
await stranger.post('/recupera', { username: usernameOf('giulia') });

const fill = (slot: Slot, who: Browser): string => {
  if ('text' in slot) return slot.text;
  if (slot.id === 'request' && who === stranger) return anonymous.location?.split('/').at(-1) ?? '';
  return slot.id === 'address' ? '/' : (things[slot.id] ?? 'zzzzzzzzzzzz');
};
const filled = (slots: Record<string, Slot>, who: Browser): Record<string, string> =>
  Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, fill(slot, who)]));

type Place = { path: string; fields: Record<string, string>; isFor: 'customer' | 'stranger' };

/** Every place where something can be posted. Signing everybody out is tried elsewhere (headers.test.ts). */
const places: Place[] = routes.flatMap((route) => {
  const { params = {}, actions = {}, post }: Cover = cover[route.id] ?? {};
  const isFor = route.isForCustomers ? 'customer' : 'stranger';
  const who = isFor === 'customer' ? customer : stranger;
  const address = addressOf(route.id, filled(params, who));
  return [
    ...Object.entries(actions)
      .filter(([name]) => name !== 'ovunque' && route.id !== '/(pubblico)/esci')
      .map(([name, slots]) => ({
        path: name === 'default' ? address : `${address}?/${name}`,
        fields: filled(slots, who),
        isFor: isFor as Place['isFor'],
      })),
    ...(post ? [{ path: address, fields: filled(post, who), isFor: isFor as Place['isFor'] }] : []),
  ];
});

function expectHarmless(answer: Answer, where: string): void {
  expect(answer.status, where).toBeLessThan(500);
  expect(answer.body, where).not.toMatch(
    /<script>alert|<img src=x|\n\s+at .*:\d+:\d+|node_modules|PostgresError|ZodError/,
  );
  // Whatever is shown again is shown whole as text, and the templates of the page are not filled in with it.
  expect(answer.body, where).not.toMatch(/zq9(?:49|\{\{49)/);
  expect(answer.cookies.join(), where).not.toContain('session=x');
  expect(answer.location ?? '', where).not.toMatch(/[\r\n]|elsewhere/);
}

test.each(places.map((place) => [place.path.replace(/\/[0-9a-z]{12}(?=[/?]|$)/g, '/(id)'), place] as const))(
  '[DUT-4] POST %s takes anything as text or refuses it',
  async (_name, { path, fields, isFor }) => {
    const who = isFor === 'customer' ? customer : stranger;
    const names = Object.keys(fields);
    // Slow hashes are not what is tried here: two texts are enough for a password.
    const ask = async (form: Record<string, string>) => {
      who.jar.delete('notice');
      const answer = await who.post(path, form);
      expectHarmless(answer, `${path} ${JSON.stringify(form).slice(0, 200)}`);
      return answer;
    };
    await ask({});
    for (const name of names) {
      const { [name]: _left, ...others } = fields;
      await ask(others);
      const isPassword = name === 'password';
      for (const text of isPassword ? [`${mark}${'x'.repeat(10_000)}`, `${mark}\u0000x`] : texts) {
        const answer = await ask({ ...fields, [name]: text });
        if (isPassword || /^codic?e$|^code$/.test(name))
          expect(answer.body, `${path} shows ${name} again`).not.toContain(mark);
      }
    }
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of bodies(names[0] ?? 'x')) {
      if (names.includes('password') && body.length > 100) continue;
      who.jar.delete('notice');
      expectHarmless(
        await who.ask(path, { method: 'POST', body, headers: { ...type, origin: portal.address } }),
        `${path} ${body.slice(0, 80)}`,
      );
    }
    // A file where a text is wanted, and a body that is not what it says.
    const part = `--b\r\ncontent-disposition: form-data; name="${names[0] ?? 'x'}"; filename="../../x.html"\r\ncontent-type: text/html\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n`;
    for (const [contentType, body] of [
      ['multipart/form-data; boundary=b', part],
      ['multipart/form-data', part],
      ['multipart/form-data; boundary=other', part],
      ['application/x-sveltekit-formdata', '[["__proto__",{}]]'],
      ['text/plain', 'x'],
      ['application/json', '{"__proto__":{"x":1}}'],
    ] as const) {
      who.jar.delete('notice');
      expectHarmless(
        await who.ask(path, { body, headers: { 'content-type': contentType } }),
        `${path} as ${contentType}`,
      );
    }
  },
);

test('[DUT-4] every address and query takes anything as text or is not there', async () => {
  for (const route of routes) {
    const { params = {}, query = {} } = cover[route.id] ?? {};
    const who = route.isForCustomers ? customer : stranger;
    for (const text of texts) {
      if (text.includes('\u0000') || text.length > 8_000 || text === '') continue;
      const where = `${route.id} with ${text.slice(0, 60)}`;
      for (const name of Object.keys(params)) {
        const address = addressOf(route.id, { ...filled(params, who), [name]: text });
        expectHarmless(await who.get(address), where);
        const action = Object.keys(cover[route.id]?.actions ?? {})[0];
        if (action)
          expectHarmless(
            await who.post(`${address}?/${action}`, filled(cover[route.id]?.actions?.[action] ?? {}, who)),
            `${where} ${action}`,
          );
      }
      for (const name of Object.keys(query)) {
        const address = addressOf(route.id, filled(params, who));
        expectHarmless(await who.get(`${address}?${new URLSearchParams({ [name]: text })}`), `${where} as ?${name}`);
      }
    }
  }
});

test('[DUT-4] after all that the portal is what it was', async () => {
  expect(shortly(await customer.get('/profilo'))).toBe('200');
  expect((await stranger.get('/readyz')).status).toBe(200);
  expect(portal.logs()).not.toMatch(/uncaught|unhandled/i);
  expect(portal.logs().match(/"msg":"page failed"/g) ?? []).toEqual([]);
  const parties = await portal.rows('select 1 from parties limit 1');
  expect(parties).toHaveLength(1);
});
