import { expect, test } from 'vitest';
import type { PaymentProvider } from '#capabilities/payments/index.ts';
import { askForContact } from '#capabilities/requests/index.ts';
import { day, plusDays } from '#kernel/days.ts';
import type { Customer } from '#kernel/viewer.ts';
import { testWorld } from '../../../../tests/world/context.ts';
import {
  givenAccount,
  givenAgency,
  givenContact,
  givenCoverage,
  givenCustomer,
  givenGood,
  givenLink,
  givenParty,
  givenPayable,
  givenPolicy,
  givenRole,
  givenViewer,
  worldDay,
} from '../../../../tests/world/rows.ts';
import { load as home } from '../routes/(cliente)/+page.server.ts';
import { load as list } from '../routes/(cliente)/polizze/+page.server.ts';
import { load as detail } from '../routes/(cliente)/polizze/[polizza]/+page.server.ts';
import { load as missing } from '../routes/(cliente)/polizze/perche-non-vedo/+page.server.ts';
import { load as contacts } from '../routes/(cliente)/profilo/recapiti/+page.server.ts';
import { load as choose } from '../routes/(cliente)/profilo/recapiti/scegli/+page.server.ts';
import { load as agencies } from '../routes/(pubblico)/agenzie/+page.server.ts';
import { load as oneAgency } from '../routes/(pubblico)/agenzie/[agenzia]/+page.server.ts';
import type { agenciesPage } from './agencies-page.server.ts';
import type { AgencyWords } from './agency.server.ts';
import type { homePage } from './home.server.ts';
import { foundBy } from './payments-page.server.ts';
import type { policyPage } from './policy-detail.server.ts';
import type { policyList } from './policy-list.server.ts';
import type { MissingCase, missingPage } from './policy-missing.server.ts';

/** A provider that takes cards; no test here asks it anything. */
const cards: PaymentProvider = {
  name: 'cards',
  methods: ['card'],
  open: async () => ({ kind: 'unknown', why: 'timeout' }),
  read: async () => ({ kind: 'none' }),
  refund: async () => ({ kind: 'unknown', why: 'timeout' }),
  parseNotice: () => undefined,
};
const world = await testWorld({ ports: { payment: [cards] } });
const { context } = world;

/** What a load sees of a request; SvelteKit's own type holds much more than any load here uses. */
const event = (viewer: Customer, params = {}, name: object = { given: 'Giulia', display: 'Giulia Bianchi' }) =>
  ({
    locals: {
      context,
      viewer,
      language: viewer.language,
      session: { name },
    },
    params,
    url: new URL('http://localhost/'),
  }) as never;
const loadHome = async (viewer: Customer) => (await home(event(viewer))) as { home: ReturnType<typeof homePage> };
const loadList = async (viewer: Customer) => (await list(event(viewer))) as ReturnType<typeof policyList>;
const loadDetail = async (viewer: Customer, polizza: string) =>
  (await detail(event(viewer, { polizza }))) as { policy: ReturnType<typeof policyPage> };

async function giulia() {
  const agency = await givenAgency(context, { name: 'Firenze Rifredi' });
  const customer = await givenCustomer(context, { givenName: 'Giulia', familyName: 'Bianchi', agencyId: agency.id });
  await givenContact(context, customer.party.id);
  const policy = await givenPolicy(context, customer.party, { agencyId: agency.id });
  await givenGood(context, policy.id, { name: 'Fiat Panda', plate: 'GB482KL' });
  await givenCoverage(context, policy.id);
  const payable = await givenPayable(context, policy.id);
  return { ...customer, policy, payable };
}

test('[CNF-5] what was asked already is shown as what it is, on Home, in Recapiti digitali and in Scegli recapito', async () => {
  const { viewer } = await givenCustomer(context);
  const asking = async () => (await loadHome(viewer)).home.first;
  const choosing = async () => (await choose(event(viewer))) as { asked?: { href: string; text: string } };
  expect(await asking()).toMatchObject({ code: 'contacts.none_eligible', way: { href: '/profilo/recapiti/scegli' } });
  expect((await choosing()).asked).toBeUndefined();
  const { publicId, number } = await askForContact(context, viewer);
  const href = `/richieste/${publicId}`;
  expect(await asking()).toMatchObject({ way: { href } });
  expect((await choosing()).asked).toMatchObject({ href, text: expect.stringContaining(number) });
  expect(await contacts(event(viewer))).toMatchObject({ asked: { href } });
});

test('[PAY-4] the card of what is to pay names the line once', async () => {
  const { viewer } = await giulia();
  const card = (await loadHome(viewer)).home.first;
  expect(`${card?.card?.about} ${card?.text}`.match(/Auto/g)).toHaveLength(1);
  // The rows below the card have the title beside it.
  expect(`${card?.title} ${card?.card?.about}`.match(/Auto/g)).toHaveLength(1);
});

test('[CNF-5] [PAY-4] Home says what is to do, the most harmful to forget first', async () => {
  const { viewer, policy, payable } = await giulia();
  const { home: page } = await loadHome(viewer);
  expect(page.title).toBe('Ciao Giulia');
  expect(page.text).toBe('Martedì 24 novembre: hai 2 cose da fare.');
  expect(page.first).toMatchObject({
    code: 'payments.due',
    way: { href: `/polizze/${policy.publicId}/paga/${payable.publicId}` },
    card: { amountCents: 31_240, about: 'Auto, Fiat Panda GB 482 KL' },
  });
  expect(page.others.map((todo) => todo.code)).toEqual(['contacts.no_confirmation']);
  expect(page.policies).toMatchObject([
    { rows: [{ title: 'Auto', text: 'Fiat Panda GB 482 KL', tag: { text: 'Da pagare' } }] },
  ]);
  expect(page.year?.rows).toMatchObject([{ label: 'Auto', spans: [{ opens: '2026-10-21', closes: '2026-12-15' }] }]);
  expect(page.year?.conclusion).toBe('Auto: si paga dal 21 ottobre 2026 al 15 dicembre 2026.');
  expect(page.agency?.name).toBe('Firenze Rifredi');
});

test('[POL-1] the policies of a firm stand below their line on Home, those of a person in one list', async () => {
  const { party, viewer } = await givenCustomer(context);
  await givenPolicy(context, party, { line: 'home' });
  await givenPolicy(context, party, { line: 'motor' });
  expect((await loadHome(viewer)).home.policies).toHaveLength(1);
  const firm = event(viewer, {}, { display: 'Moretti Srl' });
  const { home: page } = (await home(firm)) as { home: ReturnType<typeof homePage> };
  expect(page.policies.map((group) => [group.title, group.rows.length])).toEqual(
    expect.arrayContaining([
      ['Auto', 1],
      ['Casa', 1],
    ]),
  );
});

test('[PAY-4] nothing to do: Home says so and names the next date', async () => {
  const { party, viewer, account } = await givenCustomer(context);
  const mobile = await givenContact(context, party.id);
  await context.database
    .insertInto('contact_claims')
    .values({
      value: mobile.value,
      account_id: account.id,
      role: 'confirmation',
      contact_id: mobile.id,
      claimed_at: context.clock.now(),
    })
    .execute();
  const policy = await givenPolicy(context, party, { line: 'home' });
  await givenPayable(context, policy.id, { dueOn: day('2027-03-01'), amountCents: 25_000 });
  const { home: page } = await loadHome(viewer);
  expect(page.text).toBe('Martedì 24 novembre: è tutto in regola.');
  expect(page.calm?.text).toBe('Prossima scadenza: 1° marzo 2027, Casa, 250,00\u00a0€.');
});

test('[POL-4] who is only insured has no year, no payments and no premium on Home and in the policy', async () => {
  const firm = await givenParty(context, { businessName: 'Filatura Aurora Srl' });
  const { party, viewer } = await givenCustomer(context);
  const policy = await givenPolicy(context, firm, { insured: [party], line: 'health' });
  await givenPayable(context, policy.id, { dueOn: plusDays(worldDay, -20) });
  const { home: page } = await loadHome(viewer);
  expect(page.year).toBeUndefined();
  expect(page.policies).toMatchObject([{ rows: [{ tag: { text: 'Attiva' } }] }]);
  const { policy: shown } = await loadDetail(viewer, policy.publicId);
  expect(shown.payments).toBeUndefined();
  expect(shown.documents).toBeUndefined();
  expect(shown.facts.map((fact) => fact.label)).toEqual(['Durata', 'Alla scadenza', 'Il tuo codice cliente']);
  expect(shown.notices[0]?.lines[0]).toContain('Filatura Aurora Srl');
});

test('[POL-10] the list is grouped by area, in one order; one area needs no heading', async () => {
  const { viewer, party } = await givenCustomer(context);
  await givenPolicy(context, party, { line: 'savings' });
  expect((await loadList(viewer)).groups.map((group) => group.title)).toEqual([undefined]);
  for (const line of ['business', 'pet', 'life', 'health', 'motor', 'accident', 'home', 'pension'] as const)
    await givenPolicy(context, party, { line });
  const { groups } = await loadList(viewer);
  expect(groups.map((group) => [group.title, group.rows.map((row) => row.line)])).toEqual([
    ['Veicoli', ['motor']],
    ['Casa', ['home', 'pet']],
    ['Persone e salute', ['accident', 'health']],
    ['Vita e risparmio', ['life', 'savings', 'pension']],
    ['Impresa', ['business']],
  ]);
});

const whyMissing = async (viewer: Customer) => {
  const page = (await missing(event(viewer))) as ReturnType<typeof missingPage>;
  return Object.fromEntries(page.cases.map((one) => [one.name, one])) as Record<MissingCase['name'], MissingCase>;
};

test('[POL-10] why a policy is not in the list: every case has an answer and a way on', async () => {
  const { viewer } = await givenCustomer(context);
  const cases = await whyMissing(viewer);
  expect(Object.keys(cases)).toEqual(['ended', 'profile', 'beneficiary', 'data', 'received', 'kind']);
  for (const one of Object.values(cases)) {
    expect(one.text.length).toBeGreaterThan(40);
    expect(one.way.href).toMatch(/^\/\w/);
  }
  expect(cases.ended.lead).toBe('Non abbiamo polizze terminate a tuo nome.');
  expect(cases.received.text).toContain('novembre 2026');
});

test('[POL-10] ended policies of the viewer are named, those of others are not', async () => {
  const { viewer, party } = await givenCustomer(context);
  const other = await givenCustomer(context);
  const old = await givenPolicy(context, party, {
    state: 'ended',
    startsOn: day('2024-03-01'),
    endsOn: day('2025-03-01'),
  });
  await givenPolicy(context, other.party, { state: 'ended', line: 'home', endsOn: day('2025-04-01') });
  await givenPolicy(context, party);
  const { ended } = await whyMissing(viewer);
  expect(ended.items).toEqual([
    { text: expect.stringMatching(/^Auto — .+, terminata il 1° marzo 2025$/), path: `/polizze/${old.publicId}` },
  ]);
});

test('[POL-10] [POL-7] the own firm is named with how many policies it has; from the firm the person is not', async () => {
  const person = await givenCustomer(context);
  const firm = await givenParty(context, { kind: 'sole_trader', businessName: 'Fiori di Sara' });
  await givenLink(context, 'trades_as', person.party, firm);
  expect((await whyMissing(person.viewer)).profile.items).toEqual([]);
  await givenPolicy(context, firm, { line: 'business' });
  await givenPolicy(context, firm, { line: 'business', state: 'ended' });
  expect((await whyMissing(person.viewer)).profile.items).toEqual([
    { text: 'Fiori di Sara: una polizza attiva', path: undefined },
  ]);
  const account = await givenAccount(context, firm.id);
  await givenPolicy(context, person.party);
  expect((await whyMissing(await givenViewer(context, account))).profile.items).toEqual([]);
});

test('[POL-10] a policy that names the viewer only as beneficiary is never told, in force or ended', async () => {
  const { viewer, party } = await givenCustomer(context);
  const before = JSON.stringify(await whyMissing(viewer));
  const holder = await givenParty(context);
  const life = await givenPolicy(context, holder, { line: 'life' });
  const ended = await givenPolicy(context, holder, { line: 'life', state: 'ended', endsOn: day('2025-05-01') });
  for (const { id } of [life, ended]) await givenRole(context, id, party.id, 'beneficiary');
  expect(JSON.stringify(await whyMissing(viewer))).toBe(before);
});

test('[POL-10] under which data we know the viewer is said, to compare with the contract', async () => {
  const { viewer, party } = await givenCustomer(context);
  const { facts } = (await whyMissing(viewer)).data;
  expect(facts.map((fact) => fact.value)).toEqual([party.name, party.codiceFiscale, party.customerCode]);
});

test('[POL-6] a representative is told through whom a policy is seen', async () => {
  const ada = await givenCustomer(context);
  const tommaso = await givenParty(context, { givenName: 'Tommaso', familyName: 'Ricci' });
  await givenLink(context, 'represents', ada.party, tommaso);
  const holder = await givenParty(context, { givenName: 'Nonno', familyName: 'Ricci' });
  const policy = await givenPolicy(context, holder, { insured: [tommaso], line: 'accident' });
  const { policy: shown } = await loadDetail(ada.viewer, policy.publicId);
  expect(shown.notices).toEqual([
    {
      tone: 'info',
      lines: [
        'Vedi questa polizza perché rappresenti Tommaso Ricci. Premi, pagamenti e documenti del contratto li vede solo chi l’ha firmata: Nonno Ricci.',
      ],
    },
  ]);
});

test('[POL-13] a suspended cover says since when and why, and every figure its day', async () => {
  const { party, viewer } = await givenCustomer(context);
  const policy = await givenPolicy(context, party, {
    state: 'suspended',
    suspendedSince: day('2026-10-01'),
    suspendedBecause: { it: 'L’hai chiesto tu.', en: 'You asked.', de: 'Auf Ihren Wunsch.' },
    asOf: day('2026-11-20'),
  });
  await givenPayable(context, policy.id, { asOf: day('2026-11-22'), dueOn: day('2027-11-01') });
  const { policy: shown } = await loadDetail(viewer, policy.publicId);
  expect(shown.tag.text).toBe('Sospesa');
  expect(shown.notices[0]?.lines[0]).toBe('La copertura è sospesa dal 1° ottobre 2026. L’hai chiesto tu.');
  expect(shown.asOf).toContain('20 novembre 2026');
  expect(shown.payments?.asOf).toContain('22 novembre 2026');
});

test.each([
  ['2026-11-08', '2026-11-23', undefined],
  ['2026-11-08', '2026-11-24', 'Era passato il 15° giorno: la copertura è ripresa dalle 24:00 del 24 novembre 2026.'],
])('[POL-13] a motor instalment due %s and paid %s says from when cover runs again: %s', async (due, paid, said) => {
  const { party, viewer } = await givenCustomer(context);
  const policy = await givenPolicy(context, party);
  await givenPayable(context, policy.id, { dueOn: day(due), paidOn: day(paid), state: 'paid' });
  const { policy: shown } = await loadDetail(viewer, policy.publicId);
  expect(shown.payments?.years[0]?.rows[0]?.lines[1]).toBe(said);
});

test.each([
  ['2026-11-09', 'Scadeva il 9 novembre 2026', 1],
  [
    '2026-11-08',
    'La copertura è sospesa dalle 24:00 del 23 novembre 2026. Riparte dalle 24:00 del giorno in cui paghi.',
    2,
  ],
])('[POL-13] a motor instalment due %s and unpaid says where the cover stands: %s', async (due, said, count) => {
  const { party, viewer } = await givenCustomer(context);
  const policy = await givenPolicy(context, party);
  await givenPayable(context, policy.id, { dueOn: day(due) });
  const { policy: shown } = await loadDetail(viewer, policy.publicId);
  const [row] = shown.payments?.due ?? [];
  expect(row?.lines).toContain(said);
  expect(row?.lines.filter((line) => line.startsWith('Scad') || line.startsWith('La copertura'))).toHaveLength(count);
});

test('[PAY-4] each instalment says when and how it can be paid, or why not', async () => {
  const { party, viewer } = await givenCustomer(context);
  const policy = await givenPolicy(context, party);
  await givenPayable(context, policy.id);
  await givenPayable(context, policy.id, { dueOn: day('2027-05-30') });
  await givenPayable(context, policy.id, { dueOn: day('2027-06-30'), isPayableOnline: false });
  const { policy: shown } = await loadDetail(viewer, policy.publicId);
  const rows = shown.payments?.due ?? [];
  expect(rows.map((row) => row.reason?.code)).toEqual([undefined, 'payments.window_not_open', 'payments.not_online']);
  expect(rows[0]?.lines[1]).toBe('Si paga qui fino al 15 dicembre 2026. Metodi: Carta.');
  expect(rows[0]?.pay?.path).toContain(`/polizze/${policy.publicId}/paga/`);
  expect(rows[1]?.reason?.text).toContain('20 aprile 2027');
});

test('[POL-1] the list has no ended policy; the page of one says that it has ended', async () => {
  const { party, viewer } = await givenCustomer(context);
  const ended = await givenPolicy(context, party, { state: 'ended' });
  expect((await loadList(viewer)).groups).toEqual([]);
  expect((await loadDetail(viewer, ended.publicId)).policy.tag.text).toBe('Terminata');
});

test('[POL-6] a policy of somebody else is a page that does not exist', async () => {
  const { policy } = await giulia();
  const { viewer } = await givenCustomer(context);
  await expect(loadDetail(viewer, policy.publicId)).rejects.toMatchObject({ status: 404 });
  await expect(loadDetail(viewer, 'unknown')).rejects.toMatchObject({ status: 404 });
});

test('[REQ-10] agencies are found by place, and say nothing about customers', async () => {
  await givenAgency(context, { name: 'Bolzano Centro', municipality: 'Bolzano', province: 'BZ', postcode: '39100' });
  const visit = async (text: string) =>
    (await agencies({
      locals: { context, language: 'it', viewer: { kind: 'visitor', language: 'it', address: '203.0.113.9' } },
      url: new URL(`http://localhost/agenzie?luogo=${encodeURIComponent(text)}`),
    } as never)) as { agencies: AgencyWords[]; own: AgencyWords | undefined; words: { found: string } };
  expect((await visit('bolzano')).agencies.map((agency) => agency.name)).toEqual(['Bolzano Centro']);
  expect((await visit('39100')).words.found).toBe('Un’agenzia per «39100»');
  expect((await visit('bolzanno')).words.found).toBe('Nessuna agenzia per «bolzanno». Ce n’è una con un nome simile');
  expect((await visit('Merano')).words.found).toBe('A Merano non c’è un’agenzia. Ce n’è una nella provincia');
  expect((await visit('nowhere')).agencies).toEqual([]);
  expect((await visit('')).own).toBeUndefined();
});

test('[REQ-10] many agencies come page by page, and a page that does not exist is the last one', async () => {
  for (let at = 0; at < 45; at++)
    await givenAgency(context, {
      name: `Matera ${String(at).padStart(2, '0')}`,
      municipality: 'Matera',
      province: 'MT',
    });
  const visit = async (search: string) =>
    (await agencies({
      locals: { context, language: 'it', viewer: { kind: 'visitor', language: 'it', address: '203.0.113.9' } },
      url: new URL(`http://localhost/agenzie?${search}`),
    } as never)) as ReturnType<typeof agenciesPage>;
  const first = await visit('luogo=matera');
  expect(first.agencies).toHaveLength(20);
  expect(first.words.found).toBe('45 agenzie per «matera»');
  expect(first.pages).toMatchObject({ text: 'Pagina 1 di 3', previous: undefined });
  expect(first.pages?.next?.href).toBe('/agenzie?luogo=matera&pagina=2');
  const last = await visit('luogo=matera&pagina=99');
  expect(last.agencies).toHaveLength(5);
  expect(last.pages).toMatchObject({ text: 'Pagina 3 di 3', next: undefined });
  expect((await visit('luogo=matera&pagina=-4')).agencies[0]?.name).toBe(first.agencies[0]?.name);
  expect((await visit('luogo=matera&pagina=boh')).agencies[0]?.name).toBe(first.agencies[0]?.name);
});

test('[REQ-10] the way to a map is chosen by the reader: plain links, none of which is followed by itself', async () => {
  const agency = await givenAgency(context, { name: 'Lucca', street: 'Via Fillungo 1', municipality: 'Lucca' });
  const { agency: shown } = (await oneAgency({
    locals: { context, language: 'it', viewer: { kind: 'visitor', language: 'it', address: '203.0.113.9' } },
    params: { agenzia: agency.publicId },
  } as never)) as { agency: AgencyWords };
  expect(shown.maps.map((one) => new URL(one.href).host || new URL(one.href).protocol)).toEqual([
    'geo:',
    'www.openstreetmap.org',
    'www.google.com',
    'maps.apple.com',
  ]);
  for (const { href } of shown.maps)
    expect(decodeURIComponent(href).replaceAll('+', ' ')).toMatch(/Via Fillungo 1|\d,\d/);
});

test('[POL-2] Home, list and detail send the same statements whatever the number of policies', async () => {
  const { viewer, party, policy } = await giulia();
  const count = async () => ({
    home: await world.database.countStatements(() => loadHome(viewer)),
    list: await world.database.countStatements(() => loadList(viewer)),
    detail: await world.database.countStatements(() => loadDetail(viewer, policy.publicId)),
  });
  const before = await count();
  for (let more = 0; more < 7; more++) {
    const another = await givenPolicy(context, party, { line: 'home' });
    await givenGood(context, another.id, { kind: 'building', name: `Via Prova ${more}` });
    for (let row = 0; row < 3; row++) await givenPayable(context, another.id, { dueOn: plusDays(worldDay, 20 + row) });
  }
  expect(await count()).toEqual(before);
  // Home asks once for what is to pay, for itself and for *Da fare*. Who has no contact for codes yet costs one more.
  expect(before).toEqual({ home: 7, list: 2, detail: 3 });
});

test('[PAY-4] the filter of Pagamenti offers lines as lists have them, and policies with ended ones last', async () => {
  const { party, viewer } = await givenCustomer(context);
  const life = await givenPolicy(context, party, { line: 'life' });
  const home = await givenPolicy(context, party, { line: 'home', state: 'ended' });
  const accident = await givenPolicy(context, party, { line: 'accident' });
  const { choice } = await foundBy(context, viewer, new URLSearchParams(), async () => undefined);
  expect(choice.lines).toEqual(['home', 'accident', 'life']);
  expect(choice.policies.map((one) => one.id)).toEqual([accident.id, life.id, home.id]);
});
