// A raw SMTP conversation, the SMS provider's protocol, and what the inbox shows of both.
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Started, startSimulator, type ToldByInbox } from '../start.ts';

let inbox: Started<ToldByInbox>;
beforeAll(async () => {
  inbox = await startSimulator('inbox');
});
afterAll(() => inbox.stop());
beforeEach(async () => {
  await control('/reset');
  await control('/clear');
});

type Shown = {
  id: string;
  channel: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
  attachments: { name: string; bytes: number; href: string }[];
};

const address = (path: string) => `${inbox.told.address}${path}`;
const post = (path: string, value: object) =>
  fetch(address(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
const control = (path: string, value: object = {}) => post(`/control${path}`, value);
const sms = (value: object) => post('/sms', value);
const shown = async (query = ''): Promise<Shown[]> =>
  ((await (await fetch(address(`/demo/inbox.json${query}`))).json()) as { messages: Shown[] }).messages;

/** Says each line and waits for the answer to it; the codes that came back, 0 where the connection was cut. */
async function conversation(lines: readonly string[]): Promise<number[]> {
  const socket = connect(inbox.told.smtpPort, '127.0.0.1');
  socket.on('error', () => {});
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answer = async (): Promise<number> => {
    for (;;) {
      const { done, value } = await answers.next();
      if (done) return 0;
      if (value[3] !== '-') return Number(value.slice(0, 3));
    }
  };
  const codes = [await answer()];
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    codes.push(await answer());
  }
  socket.destroy();
  return codes;
}

const letter = [
  'From: Sportello <no-reply@esempio.example>',
  'To: giulia.bianchi@posta.example',
  'Subject: =?utf-8?q?482913_=C3=A8_il_tuo_codice?=',
  'Message-ID: <one@esempio.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=outer',
  '',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Il codice: 482913. Vai a https://area.example.it/conferma/abc.',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>x</title></head><body><script>alert(1)</script><a href="https://area.example.it/accesso?a=1&amp;b=2">Entra</a></body></html>',
  '--inner--',
  '--outer',
  'Content-Type: application/pdf; name=ricevuta.pdf',
  'Content-Disposition: attachment; filename=ricevuta.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'JVBERi0xLjc=',
  '--outer--',
].join('\r\n');
const deliver = (recipient = 'Giulia.Bianchi@posta.example') =>
  conversation([
    'EHLO client',
    'MAIL FROM:<no-reply@esempio.example>',
    `RCPT TO:<${recipient}>`,
    'DATA',
    `${letter}\r\n.`,
    'QUIT',
  ]);

test('[INT-3] an e-mail handed over by SMTP is in the inbox of its recipient', async () => {
  expect(await deliver()).toEqual([220, 250, 250, 250, 354, 250, 221]);
  const [message] = await shown('?to=giulia.bianchi@posta.example');
  expect(message).toMatchObject({
    channel: 'email',
    to: 'giulia.bianchi@posta.example',
    from: 'no-reply@esempio.example',
    subject: '482913 è il tuo codice',
    text: expect.stringContaining('Il codice: 482913'),
    html: expect.stringContaining('Entra'),
    messageId: '<one@esempio.example>',
    links: ['https://area.example.it/conferma/abc', 'https://area.example.it/accesso?a=1&b=2'],
    attachments: [{ name: 'ricevuta.pdf', mediaType: 'application/pdf', bytes: 8 }],
  });
  expect(await shown('?to=somebody.else@posta.example')).toEqual([]);
  expect(await (await fetch(address(message?.attachments[0]?.href ?? ''))).text()).toBe('%PDF-1.7');
});

test.each([
  ['refuse', [220, 250, 250, 550], 0],
  ['later', [220, 250, 250, 451], 0],
  ['drop', [220, 250, 250, 0], 0],
  ['lost', [220, 250, 250, 250, 354, 0], 1],
])('[INT-3] switch mail %s', async (mail, codes, kept) => {
  await control('', { mail });
  expect((await deliver()).slice(0, codes.length)).toEqual(codes);
  expect(await shown()).toHaveLength(kept);
});

const text = 'Sportello: 482913 per pagare 312,40 € a Compagnia Esempio.\n@area.example.it #482913';

test('[INT-3] a text message is answered with an id and shown to its number', async () => {
  const answer = await sms({ to: '+393331234567', text, reference: 'r1' });
  expect(await answer.json()).toEqual({ id: expect.any(String) });
  expect(await shown('?to=%2B39 333 123 4567')).toMatchObject([{ channel: 'sms', to: '+393331234567', text }]);
});

test('[INT-3] posted twice with one reference it arrives once', async () => {
  const first = await (await sms({ to: '+393331234567', text, reference: 'r2' })).json();
  expect(await (await sms({ to: '+393331234567', text, reference: 'r2' })).json()).toEqual(first);
  expect(await shown()).toHaveLength(1);
});

test('[INT-3] a number that is none is refused', async () => {
  expect((await sms({ to: '333 123 4567', text })).status).toBe(400);
  expect((await sms({ to: '+393331234567', text: '' })).status).toBe(400);
});

test('[INT-3] switches sms refuse, outage, drop and lost', async () => {
  const send = (reference: string) => sms({ to: '+393331234567', text, reference });
  await control('', { sms: 'refuse' });
  expect((await send('a')).status).toBe(400);
  await control('', { sms: 'outage' });
  expect((await send('a')).status).toBe(503);
  await control('', { sms: 'drop' });
  await expect(send('a')).rejects.toThrow();
  expect(await shown()).toEqual([]);
  await control('', { sms: 'lost' });
  await expect(send('a')).rejects.toThrow();
  expect(await shown()).toHaveLength(1);
  expect((await control('', { sms: 'explode' })).status).toBe(400);
});

test('[INT-3] a script asks for what comes after, and is answered when it comes', async () => {
  await sms({ to: '+393331234567', text: 'first' });
  const [first] = await shown();
  const asked = shown(`?to=%2B393331234567&after=${first?.id}&wait=8`);
  await sms({ to: '+393339999999', text: 'to another' });
  await sms({ to: '+393331234567', text: 'second' });
  expect((await asked).map((message) => message.text)).toEqual(['second']);
  expect(await shown(`?after=${first?.id}`)).toHaveLength(2);
});

test('[INT-3] the page shows both as a phone would, without scripts, and escapes what was sent', async () => {
  await deliver();
  await sms({ to: '+393331234567', text: '<script>alert(1)</script> 482913' });
  const answer = await fetch(address('/demo/inbox'));
  const page = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('+39 333 123 4567');
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toContain('<script');
  expect(page).toMatch(/<iframe sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  const found = await (await fetch(address('/demo/inbox?q=giulia&lang=en'))).text();
  expect(found).toContain('giulia.bianchi@posta.example');
  expect(found).not.toContain('<b>+39 333');
  const mailbox = await (await fetch(address('/demo/inbox?to=giulia.bianchi@posta.example'))).text();
  expect(mailbox).toContain('https://area.example.it/accesso?a=1&amp;b=2');
});

test('[INT-3] the HTML of an e-mail is shown where it can run and load nothing', async () => {
  await deliver();
  const [message] = await shown();
  const answer = await fetch(address(`/demo/inbox/mail/${message?.id}`));
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
  expect(await answer.text()).toContain('<head><base target="_blank">');
});
