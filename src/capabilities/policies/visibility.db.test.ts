import { expect, test } from 'vitest';
import { capability as parties } from '#capabilities/parties/index.ts';
import { transaction } from '#kernel/context.ts';
import { day, plusDays } from '#kernel/days.ts';
import { system } from '#kernel/viewer.ts';
import { testWorld } from '../../../tests/world/context.ts';
import {
  type GivenPolicy,
  givenAgency,
  givenCoverage,
  givenCustomer,
  givenGood,
  givenLink,
  givenParty,
  givenPayable,
  givenPolicy,
  givenRole,
  worldDay,
  worldNow,
} from '../../../tests/world/rows.ts';
import { capability, detailFor, listFor, payableById, payableFor, payablesFor } from './index.ts';

const world = await testWorld({ capabilities: [parties, capability] });
const { context } = world;

const numbersOf = async (viewer: Parameters<typeof listFor>[1]): Promise<string[]> =>
  (await listFor(context, viewer)).map((policy) => policy.number).sort();
const numbers = (...policies: GivenPolicy[]): string[] => policies.map((policy) => policy.number).sort();

test('[POL-6] nobody sees policies of others: not the spouse, the household, an adult child, an outsider or a visitor', async () => {
  const elena = await givenCustomer(context);
  const paolo = await givenCustomer(context);
  const daughter = await givenCustomer(context);
  const outsider = await givenCustomer(context);
  for (const member of [paolo, daughter]) {
    await givenLink(context, 'household', elena.party, member.party);
    await givenLink(context, 'household', member.party, elena.party);
  }
  const policy = await givenPolicy(context, elena.party);
  const payable = await givenPayable(context, policy.id);

  expect(await numbersOf(elena.viewer)).toEqual(numbers(policy));
  for (const other of [paolo.viewer, daughter.viewer, outsider.viewer]) {
    expect(await numbersOf(other)).toEqual([]);
    expect(await detailFor(context, other, policy.publicId)).toBeUndefined();
    expect(await payableFor(context, other, payable.publicId)).toBeUndefined();
    expect(await payablesFor(context, other, { policyIds: [policy.id] })).toEqual([]);
  }
  const visitor = { kind: 'visitor', language: 'it', address: '203.0.113.1' } as const;
  for (const nobody of [visitor, system('test')]) {
    expect(await numbersOf(nobody)).toEqual([]);
    expect(await detailFor(context, nobody, policy.publicId)).toBeUndefined();
    expect(await payableFor(context, nobody, payable.publicId)).toBeUndefined();
  }
});

test('[POL-6] a legal representative sees what the represented minor sees, from its first to its last day', async () => {
  const ada = await givenCustomer(context);
  const tommaso = await givenParty(context, { givenName: 'Tommaso', familyName: 'Ricci', birthDay: day('2015-05-05') });
  const grandfather = await givenParty(context);
  const policy = await givenPolicy(context, grandfather, { insured: [tommaso], line: 'accident' });
  expect(await numbersOf(ada.viewer)).toEqual([]);

  const later = await givenCustomer(context);
  await givenLink(context, 'represents', later.party, tommaso, { since: plusDays(worldDay, 1) });
  expect(await numbersOf(later.viewer)).toEqual([]);
  const over = await givenCustomer(context);
  await givenLink(context, 'represents', over.party, tommaso, { until: plusDays(worldDay, -1) });
  expect(await numbersOf(over.viewer)).toEqual([]);
  const removed = await givenCustomer(context);
  await givenLink(context, 'represents', removed.party, tommaso, { endedAt: worldNow });
  expect(await numbersOf(removed.viewer)).toEqual([]);
  // the link has a direction: the minor does not see through it
  const minor = await givenCustomer(context);
  const mother = await givenParty(context);
  await givenPolicy(context, mother);
  await givenLink(context, 'represents', mother, minor.party);
  expect(await numbersOf(minor.viewer)).toEqual([]);

  await givenLink(context, 'represents', ada.party, tommaso, { since: worldDay, until: worldDay });
  expect(await numbersOf(ada.viewer)).toEqual(numbers(policy));
  const detail = await detailFor(context, ada.viewer, policy.publicId);
  expect(detail?.representedNames).toEqual(['Tommaso Ricci']);
  expect(detail?.sections.has('payments')).toBe(false);
});

test('[POL-6] the profile decides: through a business only the business is seen, through the person not the business', async () => {
  const sara = await givenCustomer(context);
  const firm = await givenParty(context, { kind: 'sole_trader', businessName: 'Greco Impianti' });
  await givenLink(context, 'trades_as', sara.party, firm);
  const own = await givenPolicy(context, sara.party);
  const ofFirm = await givenPolicy(context, firm, { line: 'business' });
  expect(await numbersOf(sara.viewer)).toEqual(numbers(own));
  expect(await numbersOf({ ...sara.viewer, profileId: firm.id })).toEqual(numbers(ofFirm));
});

test('[POL-4] an insured who is not the policyholder gets coverages and people, no premium, payment or value', async () => {
  const employer = await givenParty(context, { businessName: 'Ferri Meccanica Srl' });
  const marco = await givenCustomer(context, { givenName: 'Marco', familyName: 'Ferri' });
  const policy = await givenPolicy(context, employer, {
    insured: [marco.party],
    line: 'health',
    valuation: { on: '2026-11-01', paidInCents: 100, benefits: [] },
  });
  await givenCoverage(context, policy.id, { sumInsuredCents: 500_000, deductiblePercent: '10.00' });
  const payable = await givenPayable(context, policy.id);

  const detail = await detailFor(context, marco.viewer, policy.publicId);
  expect(detail?.premium).toBeUndefined();
  expect(detail?.valuation).toBeUndefined();
  expect([...(detail?.sections ?? [])].sort()).toEqual(['agency', 'coverages', 'goods', 'people']);
  expect(detail?.coverages).toMatchObject([{ sumInsuredCents: 500_000, deductiblePercent: 10 }]);
  expect(await payableFor(context, marco.viewer, payable.publicId)).toBeUndefined();
  expect(await payablesFor(context, marco.viewer)).toEqual([]);
  // and nothing of it is hidden in what is loaded
  expect(JSON.stringify(detail)).not.toMatch(/62480|31240/);
});

test('[POL-6] names inside a policy: colleagues and other families are not shown, the own household is', async () => {
  const employer = await givenParty(context, { businessName: 'Ferri Meccanica Srl' });
  const marco = await givenCustomer(context, { givenName: 'Marco', familyName: 'Ferri' });
  const laura = await givenCustomer(context, { givenName: 'Laura', familyName: 'Ferri' });
  const colleague = await givenParty(context, { givenName: 'Dina', familyName: 'Collega' });
  const child = await givenParty(context, { givenName: 'Figlio', familyName: 'Di Dina' });
  const beneficiary = await givenParty(context, { givenName: 'Bea', familyName: 'Fici' });
  const policy = await givenPolicy(context, employer, { insured: [], line: 'health' });
  for (const employee of [marco.party, colleague]) await givenRole(context, policy.id, employee.id, 'employer_insured');
  for (const member of [laura.party, child]) await givenRole(context, policy.id, member.id, 'family_member');
  await givenRole(context, policy.id, beneficiary.id, 'beneficiary');
  await givenLink(context, 'household', marco.party, laura.party);
  for (const person of ['Marco Ferri', 'Dina Collega'])
    await givenGood(context, policy.id, { kind: 'person', name: person });

  expect((await detailFor(context, marco.viewer, policy.publicId))?.goods).toEqual([]);
  expect((await listFor(context, marco.viewer))[0]?.goods).toEqual([]);
  const names = async (viewer: typeof marco.viewer) =>
    (await detailFor(context, viewer, policy.publicId))?.people.map((person) => person.name);
  expect(await names(marco.viewer)).toEqual(['Ferri Meccanica Srl', 'Marco Ferri', 'Laura Ferri']);
  expect(await names(laura.viewer)).toEqual(['Ferri Meccanica Srl', 'Laura Ferri']);
  const company = { ...marco.viewer, partyId: employer.id, profileId: employer.id };
  expect((await names(company))?.sort()).toEqual(
    ['Ferri Meccanica Srl', 'Marco Ferri', 'Dina Collega', 'Laura Ferri', 'Figlio Di Dina', 'Bea Fici'].sort(),
  );
});

test('[POL-6] a beneficiary does not see the policy, nor does somebody whose role has ended', async () => {
  const holder = await givenParty(context);
  const named = await givenCustomer(context);
  const former = await givenCustomer(context);
  const policy = await givenPolicy(context, holder, { line: 'life' });
  await givenRole(context, policy.id, named.party.id, 'beneficiary');
  await givenRole(context, policy.id, former.party.id, 'insured', { endedAt: worldNow });
  for (const viewer of [named.viewer, former.viewer]) {
    expect(await numbersOf(viewer)).toEqual([]);
    expect(await detailFor(context, viewer, policy.publicId)).toBeUndefined();
  }
});

test('[POL-1] the list has policies in force only, a suspended one among them with since when and why', async () => {
  const { party, viewer } = await givenCustomer(context);
  const active = await givenPolicy(context, party);
  const because = { it: 'Richiesta tua', en: 'You asked for it', de: 'Von Ihnen gewünscht' };
  const suspended = await givenPolicy(context, party, {
    state: 'suspended',
    suspendedSince: day('2026-10-01'),
    suspendedBecause: because,
  });
  const ended = await givenPolicy(context, party, { state: 'ended' });
  const deleted = await givenPolicy(context, party, { endedAt: worldNow });
  const endedPayable = await givenPayable(context, ended.id);

  expect(await numbersOf(viewer)).toEqual(numbers(active, suspended));
  const found = (await listFor(context, viewer)).find((policy) => policy.number === suspended.number);
  expect(found?.suspended).toEqual({ since: '2026-10-01', because });
  for (const policy of [ended, deleted]) {
    expect((await detailFor(context, viewer, policy.publicId))?.state).toBe('ended');
  }
  expect(await payablesFor(context, viewer)).toEqual([]);
  expect((await payableFor(context, viewer, endedPayable.publicId))?.policy.state).toBe('ended');
});

test('[POL-2] [ACC-5] the detail holds coverages in their order, goods, people, dates, premium and agency', async () => {
  const agency = await givenAgency(context, { name: 'Firenze Rifredi' });
  const { party, viewer } = await givenCustomer(context, { givenName: 'Giulia', familyName: 'Bianchi' });
  const policy = await givenPolicy(context, party, { agencyId: agency.id, iotCents: 2_400 });
  await givenCoverage(context, policy.id, { position: 2, names: { it: 'Furto', en: 'Theft', de: 'Diebstahl' } });
  await givenCoverage(context, policy.id, {
    position: 1,
    names: { it: 'RC Auto', en: 'Liability', de: 'Haftpflicht' },
  });
  await givenGood(context, policy.id, { name: 'Fiat Panda', plate: 'GB482KL', details: { year: '2022' } });
  const detail = await detailFor(context, viewer, policy.publicId);
  expect(detail?.coverages.map((coverage) => coverage.names.en)).toEqual(['Liability', 'Theft']);
  expect(detail?.goods).toEqual([
    { kind: 'vehicle', name: 'Fiat Panda', plate: 'GB482KL', details: { year: '2022' }, asOf: worldDay },
  ]);
  expect(detail?.people.map((person) => [person.role, person.name, person.isOwn])).toEqual([
    ['policyholder', 'Giulia Bianchi', true],
    ['insured', 'Giulia Bianchi', true],
  ]);
  expect(detail?.premium).toEqual({ annualCents: 62_480, iotCents: 2_400, instalmentsPerYear: 2 });
  expect(detail?.agency).toMatchObject({ name: 'Firenze Rifredi', publicId: agency.publicId, asOf: worldDay });
  expect(detail?.customerCode).toBe(party.customerCode);
  expect(detail?.asOf).toBe(worldDay);
});

test('[POL-13] a life contract carries its value with the day it refers to', async () => {
  const { party, viewer } = await givenCustomer(context);
  const valuation = { on: '2026-11-20', surrenderCents: 1_824_000, paidInCents: 1_500_000, benefits: [] };
  const policy = await givenPolicy(context, party, { line: 'life', valuation: { ...valuation, history: [1, 2, 3] } });
  expect((await detailFor(context, viewer, policy.publicId))?.valuation).toEqual(valuation);
  expect((await listFor(context, viewer))[0]?.valuation).toEqual(valuation);
});

test('[PAY-4] payables come with their policy, due and paid, withdrawn ones only when asked for by id', async () => {
  const { party, viewer } = await givenCustomer(context, { givenName: 'Giulia', familyName: 'Bianchi' });
  const policy = await givenPolicy(context, party);
  const other = await givenPolicy(context, party, { line: 'home' });
  await givenGood(context, policy.id, { name: 'Fiat Panda', plate: 'GB482KL' });
  const paid = await givenPayable(context, policy.id, { dueOn: day('2026-05-30'), state: 'paid' });
  const due = await givenPayable(context, policy.id);
  const withdrawn = await givenPayable(context, policy.id, { state: 'withdrawn' });
  await givenPayable(context, other.id);

  const found = await payablesFor(context, viewer, { policyIds: [policy.id] });
  expect(found.map((payable) => payable.publicId)).toEqual([paid.publicId, due.publicId]);
  expect(found[1]).toMatchObject({
    amountCents: 31_240,
    dueOn: '2026-11-30',
    asOf: worldDay,
    policy: {
      publicId: policy.publicId,
      goodName: 'Fiat Panda',
      goodPlate: 'GB482KL',
      policyholderId: party.id,
      policyholderName: 'Giulia Bianchi',
      line: 'motor',
    },
  });
  expect(await payablesFor(context, viewer)).toHaveLength(3);
  expect(await payablesFor(context, viewer, { isDueOnly: true })).toHaveLength(2);
  expect(await payablesFor(context, viewer, { policyIds: [] })).toEqual([]);
  expect((await payableFor(context, viewer, withdrawn.publicId))?.state).toBe('withdrawn');
});

test('[PAY-6] a payable that is locked waits for whoever holds it', async () => {
  const { party } = await givenCustomer(context);
  const policy = await givenPolicy(context, party);
  const payable = await givenPayable(context, policy.id);
  const order: string[] = [];
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = (): void => {};
  const taken = new Promise<void>((resolve) => {
    isHeld = resolve;
  });
  const first = transaction(context, async (tx) => {
    expect((await payableById(tx, payable.id, { lock: true }))?.publicId).toBe(payable.publicId);
    isHeld();
    await held;
    order.push('first');
  });
  await taken;
  const second = transaction(context, async (tx) => {
    await payableById(tx, payable.id, { lock: true });
    order.push('second');
  });
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

test('[POL-2] list, detail and payables are one query each, whatever the number of policies', async () => {
  const { party, viewer } = await givenCustomer(context);
  const first = await givenPolicy(context, party);
  const count = async () => [
    await world.database.countStatements(() => listFor(context, viewer)),
    await world.database.countStatements(() => detailFor(context, viewer, first.publicId)),
    await world.database.countStatements(() => payablesFor(context, viewer)),
  ];
  expect(await count()).toEqual([1, 1, 1]);
  for (let more = 0; more < 8; more++) {
    const policy = await givenPolicy(context, party);
    for (let row = 0; row < 3; row++) {
      await givenCoverage(context, policy.id);
      await givenPayable(context, policy.id);
      await givenGood(context, policy.id);
    }
  }
  expect(await count()).toEqual([1, 1, 1]);
});
