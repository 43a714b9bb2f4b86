import { beforeEach, expect, test } from 'vitest';
import { capability as codes } from '#capabilities/codes/index.ts';
import { capability as contacts } from '#capabilities/contacts/index.ts';
import { capability as messages } from '#capabilities/messages/index.ts';
import { capability as parties } from '#capabilities/parties/index.ts';
import { capability as policies } from '#capabilities/policies/index.ts';
import { instant, plusSeconds } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import { type Customer, system, type Visitor } from '#kernel/viewer.ts';
import { testWorld } from '../../../tests/world/context.ts';
import {
  givenAccount,
  givenAgency,
  givenContact,
  givenParty,
  givenPolicy,
  givenViewer,
} from '../../../tests/world/rows.ts';
import {
  answer,
  askAgency,
  askCodeAgain,
  askForContact,
  capability,
  fileSupport,
  fileWithoutCode,
  listFor,
  listOfBrowser,
  readContact,
  settle,
  showFor,
  threadForDesk,
  verifyContact,
  waitingForDesks,
  write,
} from './index.ts';

const start = instant('2026-11-24T10:00:00Z');
const world = await testWorld({ now: start, capabilities: [messages, parties, codes, contacts, policies, capability] });
const { context, outbox } = world;
const desk = system('command');

let address = 0;
/** A visitor whose limits no other test has touched. */
const visitor = (over: Partial<Visitor> = {}): Visitor => ({
  kind: 'visitor',
  language: 'it',
  address: `192.0.2.${++address}`,
  browserId: newId(),
  ...over,
});
const agency = await givenAgency(context, { name: 'Firenze Rifredi', email: 'rifredi@esempio.example' });
async function customer(language: 'it' | 'de' = 'it'): Promise<Customer & { email: string }> {
  const party = await givenParty(context, {
    givenName: 'Giulia',
    familyName: 'Bianchi',
    language,
    agencyId: agency.id,
  });
  const username = await givenContact(context, party.id, { kind: 'email' });
  const account = await givenAccount(context, party.id, { username });
  return { ...(await givenViewer(context, account)), email: username.value };
}
const contact = (typed: string) => readContact(typed);
const asked = { category: 'codes', text: 'Non mi arriva il codice' } as const;
const codeIn = (text: string | undefined): string =>
  /\b\d{6}\b/.exec(text?.replace(/\d{4}-\d{6}/g, '') ?? '')?.[0] ?? '';
const toDesk = () => outbox.emails.filter((email) => email.to === 'assistenza@esempio.example');
async function filed(viewer: Visitor | Customer, typed?: string) {
  const answered = await fileSupport(context, viewer, { ...asked, contact: typed ? contact(typed) : undefined });
  if (!answered.ok) throw new Error(answered.reasons[0].code);
  await context.background.idle();
  return answered.value;
}
const numberOf = async (viewer: Visitor | Customer, publicId: string) =>
  (await showFor(context, viewer, { publicId }))?.number ?? '';

beforeEach(async () => {
  await context.background.idle();
  outbox.emails.length = 0;
  outbox.texts.length = 0;
  world.clock.set(start);
});

test('[REQ-1] a visitor with an e-mail gets a code, and nothing reaches the desk before it', async () => {
  const viewer = visitor();
  const { publicId, isAwaitingCode } = await filed(viewer, 'giulia@p.example');
  expect(isAwaitingCode).toBe(true);
  expect(toDesk()).toEqual([]);
  const wrong = await verifyContact(context, viewer, { publicId, code: '000000' });
  expect(!wrong.ok && wrong.reasons[0].code).toBe('codes.wrong');
  const [message] = outbox.emails;
  const code = codeIn(message?.subject);
  expect(message?.subject.startsWith(code)).toBe(true);
  const other = await verifyContact(context, visitor(), { publicId, code });
  expect(!other.ok && other.reasons[0].code).toBe('requests.not_found');
  expect(await verifyContact(context, viewer, { publicId, code })).toMatchObject({ ok: true });
  await context.background.idle();
  expect(toDesk()).toHaveLength(1);
  expect(toDesk()[0]?.subject).not.toContain('non verificato');
  expect(outbox.emails.filter((email) => email.to === 'giulia@p.example')).toHaveLength(2);
  const page = await showFor(context, viewer, { publicId });
  expect(page).toMatchObject({
    tag: { tone: 'info' },
    code: undefined,
    promise: 'L’Assistenza risponde entro giovedì 26 novembre.',
  });
});

test('[REQ-1] the SMS of the code ends with the line bound to this site', async () => {
  await filed(visitor(), '333 123 4567');
  expect(outbox.texts[0]).toMatchObject({ to: '+393331234567' });
  expect(outbox.texts[0]?.text).toMatch(/\n\n@localhost #\d{6}$/);
});

test('[REQ-1] a landline is filed at once as unverified, and the desk is told to call', async () => {
  const viewer = visitor();
  const { publicId, isAwaitingCode } = await filed(viewer, '055 123456');
  expect(isAwaitingCode).toBe(false);
  expect(outbox.texts).toEqual([]);
  expect(toDesk()[0]?.subject).toContain('[contatto non verificato]');
  expect(toDesk()[0]?.text).toContain('non dire nulla di nessun cliente');
  expect((await showFor(context, viewer, { publicId }))?.facts.at(-1)?.value).toContain('ti chiamiamo');
});

test('[REQ-1] a mobile of another country gets no SMS: filed at once as unverified, and called', async () => {
  const viewer = visitor();
  const { publicId, isAwaitingCode } = await filed(viewer, '+371 21 234 567');
  expect(isAwaitingCode).toBe(false);
  expect(outbox.texts).toEqual([]);
  expect(toDesk()[0]?.subject).toContain('[contatto non verificato]');
  expect((await showFor(context, viewer, { publicId }))?.facts.at(-1)?.value).toContain('ti chiamiamo');
  const again = await askCodeAgain(context, viewer, { publicId });
  expect(!again.ok && again.reasons[0].code).toBe('requests.not_found');
  expect(outbox.texts).toEqual([]);
});

test('[REQ-1] whose code does not arrive sends without it; whoever does nothing is not lost either', async () => {
  const viewer = visitor();
  const first = await filed(viewer, 'giulia@p.example');
  await fileWithoutCode(context, viewer, first);
  await fileWithoutCode(context, viewer, first);
  await context.background.idle();
  expect(toDesk()).toHaveLength(1);

  const other = visitor();
  const second = await filed(other, 'paolo@p.example');
  world.clock.set(plusSeconds(start, 14 * 60));
  expect(await askCodeAgain(context, other, second)).toMatchObject({ ok: true });
  world.clock.set(plusSeconds(start, 15 * 60));
  // The task looks once more later, because of the second code; the recorded queue would run that at once.
  const waiting = world.waiting.filter((one) => one.task === 'requests.file_unverified');
  expect(waiting.every((one) => one.afterSeconds === 900)).toBe(true);
  world.clock.set(plusSeconds(start, 29 * 60));
  outbox.emails.length = 0;
  await world.runTasks('requests.file_unverified');
  await context.background.idle();
  const number = await numberOf(other, second.publicId);
  expect(toDesk().filter((email) => email.subject.includes(number))).toMatchObject([
    { subject: expect.stringContaining('[contatto non verificato]') },
  ]);
});

test('[REQ-1] to an unverified contact nothing is ever sent: it is answered on the phone, and the browser that asked sees it', async () => {
  const viewer = visitor();
  const { publicId } = await filed(viewer, 'giulia@p.example');
  await fileWithoutCode(context, viewer, { publicId });
  await context.background.idle();
  outbox.emails.length = 0;
  const number = await numberOf(viewer, publicId);
  const refused = await answer(context, desk, { number, text: 'Guarda nello spam.' });
  expect(!refused.ok && refused.reasons[0].code).toBe('requests.contact_unverified');
  expect(await answer(context, desk, { number, text: 'Guarda nello spam.', byPhone: true })).toEqual({
    ok: true,
    value: { toldAt: undefined },
  });
  await context.background.idle();
  expect(outbox.emails).toEqual([]);
  const page = await showFor(context, viewer, { publicId });
  expect(page?.thread.at(-1)).toMatchObject({
    text: 'Guarda nello spam.',
    author: 'Assistenza',
    remark: 'detto al telefono',
  });
  expect(await showFor(context, visitor(), { publicId })).toBeUndefined();
});

test('[REQ-1] a verified visitor gets the answer at that contact, in the language of the page', async () => {
  const viewer = visitor({ language: 'de' });
  const { publicId } = await filed(viewer, 'karin@p.example');
  await verifyContact(context, viewer, { publicId, code: codeIn(outbox.emails[0]?.subject) });
  const number = await numberOf(viewer, publicId);
  outbox.emails.length = 0;
  expect(await answer(context, desk, { number, text: 'Bitte im Spam nachsehen.' })).toEqual({
    ok: true,
    value: { toldAt: { kind: 'email', value: 'karin@p.example' } },
  });
  await context.background.idle();
  const message = outbox.emails.find((email) => email.to === 'karin@p.example');
  expect(message?.text).toContain('Bitte im Spam nachsehen.');
  expect(message?.html).toContain('<html lang="de"');
});

test('[REQ-1] a long answer by SMS is cut; the browser that asked has all of it', async () => {
  const viewer = visitor();
  const { publicId } = await filed(viewer, '333 123 4599');
  await verifyContact(context, viewer, { publicId, code: codeIn(outbox.texts[0]?.text) });
  await context.background.idle();
  outbox.texts.length = 0;
  const text = 'Riprova fra un’ora. '.repeat(40).trim();
  await answer(context, desk, { number: await numberOf(viewer, publicId), text });
  await context.background.idle();
  expect(outbox.texts[0]?.text.endsWith('…')).toBe(true);
  expect(outbox.texts[0]?.text.length).toBeLessThan(400);
  expect((await showFor(context, viewer, { publicId }))?.thread.at(-1)?.text).toBe(text);
});

test('[REQ-2] a customer asks without a contact, is told at the preferred one, and reads the answer only in Richieste', async () => {
  const giulia = await customer('de');
  const { publicId, isAwaitingCode } = await filed(giulia);
  expect(isAwaitingCode).toBe(false);
  expect(toDesk()[0]?.text).toContain('Giulia Bianchi');
  const number = await numberOf(giulia, publicId);
  outbox.emails.length = 0;
  await answer(context, desk, { number, text: 'Una cosa riservata.', asksBack: true });
  await context.background.idle();
  expect(outbox.emails).toHaveLength(1);
  expect(outbox.emails[0]).toMatchObject({ to: giulia.email });
  expect(outbox.emails[0]?.text).not.toContain('riservata');
  expect(outbox.emails[0]?.text).toContain(`/de/richieste/${publicId}`);
  expect((await showFor(context, giulia, { publicId }))?.thread.at(-1)?.text).toBe('Una cosa riservata.');
  const todo = await capability.todo?.(context, giulia, 'it');
  expect(todo).toMatchObject([{ code: 'requests.asks', way: { href: `/richieste/${publicId}` } }]);
});

test('[REQ-2] a line after the answer opens the request again with a new promise, and the desk hears of it', async () => {
  const giulia = await customer();
  const { publicId } = await filed(giulia);
  const number = await numberOf(giulia, publicId);
  await answer(context, desk, { number, text: 'Fatto.' });
  world.clock.set(instant('2026-11-27T10:00:00Z'));
  outbox.emails.length = 0;
  expect(await write(context, giulia, { publicId, text: 'Ancora no.' })).toMatchObject({ ok: true });
  await context.background.idle();
  expect(toDesk()[0]?.text).toContain('Ancora no.');
  const page = await showFor(context, giulia, { publicId });
  expect(page).toMatchObject({ tag: { tone: 'info' }, promise: 'L’Assistenza risponde entro martedì 1° dicembre.' });
  expect(page?.thread.map((line) => line.isOwn)).toEqual([true, false, true]);
});

test('[REQ-2] a line before the answer does not put the promise off; a broken promise is said', async () => {
  const giulia = await customer();
  const { publicId } = await filed(giulia);
  world.clock.set(instant('2026-11-25T10:00:00Z'));
  await write(context, giulia, { publicId, text: 'Ancora una cosa.' });
  expect((await showFor(context, giulia, { publicId }))?.promise).toContain('giovedì 26 novembre');
  world.clock.set(instant('2026-11-27T10:00:00Z'));
  expect((await showFor(context, giulia, { publicId }))?.promise).toContain('siamo in ritardo');
});

test('[REQ-2] whoever asked closes the request, once and for all presses, and opens it again by writing', async () => {
  const giulia = await customer();
  const { publicId } = await filed(giulia);
  await settle(context, giulia, { publicId });
  expect(await settle(context, giulia, { publicId })).toMatchObject({ ok: true });
  expect(await showFor(context, giulia, { publicId })).toMatchObject({
    tag: { tone: 'plain' },
    maySettle: false,
    mayWrite: true,
  });
  await write(context, giulia, { publicId, text: 'Non ancora.' });
  expect(await showFor(context, giulia, { publicId })).toMatchObject({ tag: { tone: 'info' } });
});

test('[POL-6] nobody sees, continues or closes another customer’s request', async () => {
  const giulia = await customer();
  const paolo = await customer();
  const { publicId } = await filed(giulia);
  expect(await showFor(context, paolo, { publicId })).toBeUndefined();
  expect(await listFor(context, paolo)).toEqual([]);
  const results = [
    await write(context, paolo, { publicId, text: 'x' }),
    await settle(context, paolo, { publicId }),
    await verifyContact(context, paolo, { publicId, code: '000000' }),
  ];
  expect(results.map((one) => !one.ok && one.reasons[0].code)).toEqual(Array(3).fill('requests.not_found'));
  expect(await showFor(context, visitor({ browserId: giulia.browserId }), { publicId })).toBeUndefined();
});

test('[REQ-1] the browser that asked sees its requests listed for thirty days', async () => {
  const viewer = visitor();
  await filed(viewer, '055 123456');
  expect(await listOfBrowser(context, viewer)).toMatchObject([{ excerpt: 'Non mi arriva il codice' }]);
  expect(await listOfBrowser(context, visitor())).toEqual([]);
  world.clock.set(plusSeconds(start, 31 * 86_400));
  expect(await listOfBrowser(context, viewer)).toEqual([]);
});

test('[REQ-1] pressed twice is filed once', async () => {
  const viewer = visitor();
  const pressed = await Promise.all([1, 2, 3].map(() => filed(viewer, '055 123456')));
  expect(new Set(pressed.map((one) => one.publicId)).size).toBe(1);
  expect(toDesk()).toHaveLength(1);
});

test('[REQ-1] a browser files so many requests in an hour, then is told from when and whom to call', async () => {
  const viewer = visitor();
  for (let one = 0; one < 5; one++) {
    expect(
      (await fileSupport(context, viewer, { ...asked, text: `n ${one}`, contact: contact('055 123456') })).ok,
    ).toBe(true);
  }
  const sixth = await fileSupport(context, viewer, { ...asked, text: 'n 6', contact: contact('055 123456') });
  expect(!sixth.ok && sixth.reasons[0]).toMatchObject({
    code: 'requests.limit',
    values: { freeAt: plusSeconds(start, 3_600) },
  });
  world.clock.set(plusSeconds(start, 3_601));
  expect((await fileSupport(context, viewer, { ...asked, text: 'n 7', contact: contact('055 123456') })).ok).toBe(true);
});

test('[REQ-1] above the limit of messages to one contact the page is the same and no code leaves', async () => {
  const pages = [];
  for (let one = 0; one < 6; one++) {
    const viewer = visitor();
    const { publicId } = await filed(viewer, 'flooded@p.example');
    pages.push(await showFor(context, viewer, { publicId }));
  }
  expect(outbox.emails.filter((email) => email.to === 'flooded@p.example')).toHaveLength(5);
  const withoutReference = pages.map((page) => page?.code?.sent.replace(/\b[B-Z]{2}\b/, 'XX'));
  expect(new Set(withoutReference).size).toBe(1);
  expect(pages.at(-1)?.code?.isOver).toBe(false);
});

test('[CNF-5] one click asks the agency for a contact; more clicks, tabs and hours lead to the same request', async () => {
  const giulia = await customer();
  const clicks = await Promise.all(Array.from({ length: 5 }, () => askForContact(context, giulia)));
  await context.background.idle();
  expect(new Set(clicks.map((one) => one.number)).size).toBe(1);
  expect(clicks.filter((one) => one.isNew)).toHaveLength(1);
  const toAgency = outbox.emails.filter((email) => email.to === 'rifredi@esempio.example');
  expect(toAgency).toHaveLength(1);
  expect(toAgency[0]?.text).toContain(giulia.email);
  expect(await listFor(context, giulia)).toMatchObject([{ category: 'Nuovo recapito per le conferme' }]);
});

test('[CNF-5] after the agency has answered, the page leads on and a new click is a new request', async () => {
  const giulia = await customer();
  const { publicId, number } = await askForContact(context, giulia);
  await answer(context, desk, { number, text: 'Numero aggiunto.' });
  const page = await showFor(context, giulia, { publicId });
  expect(page?.way?.href).toBe('/profilo/recapiti/scegli');
  expect(page?.thread.map((line) => line.author)).toEqual(['Tu', 'Agenzia']);
  expect((await askForContact(context, giulia)).isNew).toBe(true);
});

test('[REQ-10] a customer asks the own agency: it is told, promises a day, and its answer is in Richieste', async () => {
  const giulia = await customer();
  const asking = { category: 'policies', text: 'Posso aggiungere i cristalli?' } as const;
  const presses = await Promise.all(Array.from({ length: 3 }, () => askAgency(context, giulia, asking)));
  await context.background.idle();
  const ids = presses.map((one) => one.ok && one.value.publicId);
  expect(new Set(ids).size).toBe(1);
  const toAgency = outbox.emails.filter((email) => email.to === 'rifredi@esempio.example');
  expect(toAgency).toHaveLength(1);
  expect(toAgency[0]?.text).toContain('Posso aggiungere i cristalli?');
  expect(toDesk()).toEqual([]);
  const [line] = await listFor(context, giulia);
  expect(line).toMatchObject({ category: 'Polizze e coperture', tag: { text: 'Risponde l’agenzia' } });
  expect(line?.promise).toMatch(/^L’agenzia risponde entro /);
  await answer(context, desk, { number: line?.number ?? '', text: 'Sì, dal rinnovo.' });
  const page = await showFor(context, giulia, { publicId: line?.publicId ?? '' });
  expect(page?.thread.map(({ author, text }) => [author, text])).toEqual([
    ['Tu', 'Posso aggiungere i cristalli?'],
    ['Agenzia', 'Sì, dal rinnovo.'],
  ]);
});

test('[REQ-10] a question about a policy goes to the agency that looks after it; somebody else’s policy is none', async () => {
  const [giulia, other] = [await customer(), await customer()];
  const padova = await givenAgency(context, { name: 'Padova Facciolati', email: 'padova@esempio.example' });
  const own = await givenPolicy(context, { id: giulia.partyId }, { agencyId: padova.id });
  const foreign = await givenPolicy(context, { id: other.partyId }, { agencyId: padova.id });
  const ask = (text: string, policy: string) => askAgency(context, giulia, { category: 'other', text, policy });
  await ask('Della mia', own.publicId);
  await ask('Di quella di un altro', foreign.publicId);
  await context.background.idle();
  const sent = Object.fromEntries(outbox.emails.map((email) => [email.to, email.text]));
  expect(sent['padova@esempio.example']).toContain(own.number);
  expect(sent['rifredi@esempio.example']).toContain('Di quella di un altro');
  expect(sent['rifredi@esempio.example']).not.toContain(foreign.number);
});

test('[REQ-2] the command line sees what waits and what became of each message', async () => {
  const giulia = await customer();
  const { publicId } = await filed(giulia);
  const number = await numberOf(giulia, publicId);
  expect((await waitingForDesks(context, desk)).map((one) => one.number)).toContain(number);
  await answer(context, desk, { number, text: 'Fatto.' });
  await context.background.idle();
  expect((await waitingForDesks(context, desk)).map((one) => one.number)).not.toContain(number);
  const thread = await threadForDesk(context, desk, { number });
  expect(thread).toMatchObject({ state: 'answered', customer: { name: 'Giulia Bianchi' } });
  expect(thread?.thread.at(-1)?.message).toBe('sent');
  expect(await threadForDesk(context, desk, { number: '2026-999999' })).toBeUndefined();
});
