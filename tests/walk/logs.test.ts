// A whole day at the most talkative level, with faults in it: the logs of web and worker hold no code, link, token, password,
// name, contact, number or address of anybody.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { secretsFrom } from '#capabilities/codes/derivation.ts';
import type { Purpose } from '#capabilities/codes/index.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { castMembers, demoPassword } from '../../demo/cast.ts';
import { control } from '../world/control.ts';
import { type Browser, browser } from './browser.ts';
import { until, walkPortal } from './portal.ts';

const portal = await walkPortal({ hasWorker: true, env: { LOG_LEVEL: 'debug' } });
const member = (name: string) =>
  castMembers.find((one) => one.name === name) ?? expect.fail(`nobody is called ${name}`);
const typed = {
  wrongPassword: 'Sbagliata-di-proposito-1',
  newPassword: 'quattro parole messe insieme',
  question: 'Una domanda che non deve stare in nessun registro.',
  visitor: 'chi.scrive.qui@posta.example',
};
const browsers: Browser[] = [];
const someone = (): Browser => {
  const who = browser(portal.address);
  browsers.push(who);
  return who;
};

async function pay(who: Browser, payableKey: string): Promise<void> {
  const [row] = await portal.rows<{ policy: string; payable: string }>(
    'select p.public_id as policy, y.public_id as payable from payables y join policies p on p.id = y.policy_id where y.key = $1',
    [payableKey],
  );
  const proposed = await who.post(`/polizze/${row?.policy}/paga/${row?.payable}?/paga`, { metodo: 'card' });
  const operation = proposed.location?.split('/').at(-1) ?? '';
  await who.post(`/conferma/${operation}?/conferma`, { code: '000000' });
  await who.post(`/conferma/${operation}?/conferma`, { code: (await portal.secrets('operation', operation)).code });
  const [attempt] = await portal.rows<{ reference: string }>(
    'select a.reference from payment_attempts a join payments p on p.id = a.payment_id where p.public_id = $1',
    [operation],
  );
  await control(portal.nexi.address, `orders/${attempt?.reference}/pay`, { wrongToken: true, notify: 'twice' });
  await until(async () => (await who.get(`/esito/${operation}`)).body.includes('/documenti/'));
  const document = /\/documenti\/(\w+)/.exec((await who.get(`/esito/${operation}`)).body)?.[1];
  expect((await who.get(`/documenti/${document}`)).status).toBe(200);
}

test('[DUT-4] what people are, type and are sent is in no log', async () => {
  const marta = member('marta');
  const giulia = member('giulia');
  const ada = member('ada');
  // Registration by the code, with a wrong one first.
  const new_ = someone();
  await new_.post('/registrati', { username: marta.email ?? '' });
  const subject = async (table: string, value: string) =>
    (
      await portal.rows<{ subject: string | null }>(
        `select subject from ${table} where value = $1 order by created_at desc limit 1`,
        [value],
      )
    )[0]?.subject ?? undefined;
  await until(async () => (await subject('registrations', marta.email ?? '')) !== undefined);
  const registration = await portal.secrets('registration', (await subject('registrations', marta.email ?? '')) ?? '');
  await new_.post('/registrati/codice?/continua', { codice: registration.code });
  await new_.post('/registrati/dati', { codiceFiscale: ada.codiceFiscale ?? '' });
  await new_.post('/registrati/dati', { codiceFiscale: marta.codiceFiscale ?? '' });
  await new_.post('/registrati/password', { password: typed.newPassword });
  expect(new_.jar.has('session')).toBe(true);
  // Sign-in, wrong and right, and a payment with its receipt.
  const payer = someone();
  await payer.post('/accesso', { username: giulia.username ?? '', password: typed.wrongPassword });
  await portal.signedIn(giulia.username ?? '', payer);
  await pay(payer, 'payable-giulia-motor');
  // A recovery by the link.
  const forgetful = someone();
  await forgetful.post('/recupera', { username: ada.username ?? '' });
  await until(async () => (await subject('recoveries', ada.username ?? '')) !== undefined);
  const recovery = await portal.secrets('recovery', (await subject('recoveries', ada.username ?? '')) ?? '');
  await forgetful.get(`/recupera/link/${recovery.linkToken}`);
  await forgetful.post('/recupera/link', { password: typed.newPassword });
  // Support, from outside and from inside.
  const visitor = someone();
  await visitor.post('/assistenza?/invia', { argomento: 'other', testo: typed.question, recapito: typed.visitor });
  await payer.post('/assistenza?/invia', { argomento: 'other', testo: typed.question });
  // Faults: a table away under a form that names somebody, a mail server that refuses, a body that is no notice.
  await control(portal.inbox.address, '', { mail: 'refuse', sms: 'outage' });
  await someone().post('/recupera', { username: giulia.username ?? '' });
  await portal.rows('alter table password_failures rename to password_failures_away');
  expect(
    (await someone().post('/accesso', { username: giulia.username ?? '', password: typed.wrongPassword })).status,
  ).toBe(500);
  await portal.rows('alter table password_failures_away rename to password_failures');
  await someone().ask('/notices/nexi-xpay', {
    body: JSON.stringify({ eventId: giulia.email, securityToken: 'x', operation: { orderId: 'zz', operationId: 'y' } }),
  });
  await until(async () => portal.logs().includes('message not sent'));

  const keys = keysFrom(readFileSync(portal.environment.SPORTELLO_SECRET_FILE ?? '', 'utf8').trim());
  const sends = await portal.rows<{
    purpose: Purpose;
    subject: string;
    send_number: number;
    digits: 4 | 6;
    statement_hash: string;
  }>('select * from code_sends');
  expect(new Set(sends.map((send) => send.purpose))).toEqual(
    new Set(['registration', 'device', 'operation', 'recovery', 'request']),
  );
  const secret = new Map<string, string>();
  const keep = (what: string, values: readonly (string | null | undefined)[]) => {
    for (const value of values) if (value && value.length >= 5) secret.set(value, what);
  };
  for (const send of sends) {
    const { code, linkToken } = secretsFrom(keys, {
      purpose: send.purpose,
      subject: send.subject,
      sendNumber: send.send_number,
      digits: send.digits,
      statementHash: send.statement_hash,
    });
    // Four digits are in every time stamp; their link is not.
    keep(`a code of ${send.purpose}`, [code]);
    keep(`a link of ${send.purpose}`, [linkToken]);
    keep('a subject of links', [send.subject]);
  }
  for (const one of castMembers) {
    keep('a name', [one.familyName, one.businessName]);
    keep('a number of somebody', [one.codiceFiscale, one.partitaIva, one.customerCode]);
    keep(
      'a contact',
      one.contacts.map(({ value }) => value),
    );
  }
  keep('what was typed', [...Object.values(typed), demoPassword]);
  keep(
    'a cookie',
    browsers.flatMap(({ jar }) => [...jar.values()]),
  );
  keep(
    'a policy number',
    (await portal.rows<{ number: string }>('select number from policies')).map(({ number }) => number),
  );
  keep(
    'a reference of a payment',
    (
      await portal.rows<{ reference: string; token: string | null }>(
        'select reference, security_token as token from payment_attempts',
      )
    ).flatMap(({ reference, token }) => [reference, token]),
  );
  keep(
    'an address of a page',
    (
      await portal.rows<{ id: string }>(
        'select public_id as id from operations union select public_id from policies union select public_id from payables union select public_id from requests',
      )
    ).map(({ id }) => id),
  );
  keep('a key', [
    portal.environment.NEXI_API_KEY,
    readFileSync(portal.environment.SPORTELLO_SECRET_FILE ?? '', 'utf8').trim(),
    /:([^@:]+)@/.exec(portal.databaseUrl)?.[1],
  ]);
  secret.delete('simulator');

  const lines = ['web.log', 'worker.log'].flatMap((file) =>
    readFileSync(join(portal.folder, 'logs', file), 'utf8')
      .split('\n')
      .filter(Boolean),
  );
  expect(lines.length).toBeGreaterThan(5);
  const told: string[] = [];
  for (const line of lines) {
    // One object a line, nothing else: what escapes the logger is not allowed for either.
    const { time: _time, stack: _stack, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const text = `${JSON.stringify(rest)} ${JSON.stringify(_stack ?? '').replace(/file:\/\/[^)"]*|\/[^)"]*node_modules[^)"]*/g, '')}`;
    for (const [value, what] of secret)
      if (text.includes(value)) told.push(`${what} (${value}) in: ${text.slice(0, 300)}`);
  }
  expect(told).toEqual([]);
  // Nothing that opens something is in the database either.
  const dump = (
    await portal.rows<{ text: string }>(
      "select string_agg(t::text, ' ') as text from sessions t union all select string_agg(t::text, ' ') from browsers t union all select string_agg(t::text, ' ') from messages t union all select string_agg(t::text, ' ') from code_sends t union all select string_agg(t::text, ' ') from operations t union all select string_agg(t::text, ' ') from accounts t union all select string_agg(t::text, ' ') from audit_lines t",
    )
  )
    .map(({ text }) => text)
    .join('\n');
  const opens = [...secret].filter(([, what]) => /cookie|link of|typed/.test(what)).map(([value]) => value);
  expect(
    opens.filter(
      (value) => value.length > 12 && value !== typed.question && value !== typed.visitor && dump.includes(value),
    ),
  ).toEqual([]);
});
