import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#kernel/days.ts';
import { doubtsAbout, factsOf, parseCodiceFiscale } from '#kernel/italian/codice-fiscale.ts';
import { parseEmail } from '#kernel/italian/emails.ts';
import { parsePartitaIva } from '#kernel/italian/partita-iva.ts';
import { parsePhone, phoneKind } from '#kernel/italian/phones.ts';
import { places } from '#kernel/italian/places.server.ts';
import { parsePlate } from '#kernel/italian/plates.ts';
import { parsePostcode } from '#kernel/italian/postcodes.ts';
import { generateDelivery } from './generate.ts';
import { type ReadDelivery, readDelivery } from './read.ts';

const today = day('2026-11-24');
let folder: string;
let delivery: ReadDelivery;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'everybody-'));
  await generateDelivery({ customers: 1_000, seed: 7, today, folder });
  delivery = await readDelivery(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const valuesOf = <T, V>(list: readonly T[], value: (one: T) => V | undefined): V[] =>
  list.flatMap((one) => value(one) ?? []);

describe('what must be right for everybody', () => {
  it('[CON-8] every codice fiscale passes the check, agrees with the person, and names a place that existed', () => {
    for (const party of delivery.rows('parties')) {
      if (!party.codiceFiscale) continue;
      const checked = parseCodiceFiscale(party.codiceFiscale);
      expect(checked).toEqual({ ok: true, value: party.codiceFiscale });
      if (!checked.ok || party.kind !== 'person') continue;
      const { familyName = '', givenName = '', birthDay } = party;
      expect(birthDay).toBeDefined();
      expect(doubtsAbout(checked.value, { familyName, givenName, ...(birthDay ? { birthDay } : {}) })).toEqual([]);
      expect(places().birthplace(factsOf(checked.value)?.belfiore ?? '', birthDay)).toBeDefined();
    }
  });

  it('[CON-8] nobody has the codice fiscale, partita IVA, plate, number or customer code of somebody else', () => {
    const people = delivery.rows('parties').filter((party) => party.kind === 'person');
    const lists: string[][] = [
      valuesOf(people, (party) => party.codiceFiscale),
      valuesOf(delivery.rows('parties'), (party) => party.partitaIva),
      valuesOf(delivery.rows('parties'), (party) => party.customerCode),
      valuesOf(delivery.rows('goods'), (good) => good.plate),
      valuesOf(delivery.rows('policies'), (policy) => policy.number),
    ];
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it('[CON-8] every partita IVA, plate, phone and e-mail passes the check and is in its normal form', () => {
    for (const value of valuesOf(delivery.rows('parties'), (party) => party.partitaIva)) {
      expect(parsePartitaIva(value)).toEqual({ ok: true, value });
    }
    for (const value of valuesOf(delivery.rows('goods'), (good) => good.plate)) {
      expect(parsePlate(value)).toEqual({ ok: true, value });
    }
    for (const { kind, value } of delivery.rows('contacts')) {
      if (kind === 'email') {
        expect(parseEmail(value)).toEqual({ ok: true, value });
        continue;
      }
      const phone = parsePhone(value);
      expect(phone).toEqual({ ok: true, value });
      expect(phone.ok && phoneKind(phone.value)).toBe(kind);
    }
    for (const { phone, email } of delivery.rows('agencies')) {
      expect(parsePhone(phone)).toEqual({ ok: true, value: phone });
      expect(parseEmail(email)).toEqual({ ok: true, value: email });
    }
  });

  it('e-mails end in .example and mobiles come from the block kept for the demo', () => {
    for (const { kind, value } of delivery.rows('contacts')) {
      if (kind === 'email') expect(value).toMatch(/\.example$/);
      if (kind === 'mobile') expect(value).toMatch(/^\+393301\d{6}$/);
    }
  });

  it('[CON-8] everybody lives in a municipality of the province, about forty of them, with a postcode of the right shape', () => {
    const everywhere = [...delivery.rows('parties'), ...delivery.rows('agencies')];
    for (const { municipality, province, postcode } of everywhere) {
      expect(places().municipality(municipality, province).ok).toBe(true);
      expect(parsePostcode(postcode).ok).toBe(true);
    }
    const found = new Set(everywhere.map((one) => one.municipality));
    expect(found.size).toBeGreaterThanOrEqual(38);
    expect(found.size).toBeLessThanOrEqual(46);
  });

  it('contacts: at most one preferred, a paperless one is an e-mail, no value twice for a party', () => {
    for (const [, contacts] of Map.groupBy(delivery.rows('contacts'), (contact) => contact.party)) {
      expect(contacts.filter((contact) => contact.isPreferred)).toHaveLength(1);
      expect(contacts.filter((contact) => contact.isPaperless && contact.kind !== 'email')).toEqual([]);
      expect(new Set(contacts.map((contact) => contact.value)).size).toBe(contacts.length);
    }
  });

  it('coverages, goods and a policyholder are there for every contract, texts in the three languages', () => {
    const roles = Map.groupBy(delivery.rows('roles'), (role) => role.policy);
    const coverages = Map.groupBy(delivery.rows('coverages'), (coverage) => coverage.policy);
    const goods = Map.groupBy(delivery.rows('goods'), (good) => good.policy);
    for (const { key } of delivery.rows('policies')) {
      expect(roles.get(key)?.filter((role) => role.role === 'policyholder')).toHaveLength(1);
      expect(coverages.get(key)?.length).toBeGreaterThanOrEqual(2);
      expect(goods.get(key)?.length).toBeGreaterThanOrEqual(1);
    }
    for (const { names, summaries, exclusions } of delivery.rows('coverages')) {
      for (const language of ['it', 'en', 'de'] as const) {
        expect(names[language]).not.toBe('');
        expect(summaries[language]).toMatch(/[.]$/);
        expect(exclusions?.[language].length).toBe(exclusions?.it.length);
      }
    }
  });

  it('amounts are whole cents, the device is part of its premium, paid payables say when', () => {
    for (const payable of delivery.rows('payables')) {
      expect(Number.isSafeInteger(payable.amountCents) && payable.amountCents > 0).toBe(true);
      expect(Number.isSafeInteger(payable.iotCents) && payable.iotCents < payable.amountCents).toBe(true);
      expect(payable.paidOn !== undefined).toBe(payable.state === 'paid');
      if (payable.paidOn) expect(payable.paidOn <= today).toBe(true);
      if (payable.kind === 'first') expect(payable).toMatchObject({ state: 'paid', isPayableOnline: false });
    }
    for (const { annualPremiumCents, iotCents } of delivery.rows('policies')) {
      expect(Number.isSafeInteger(annualPremiumCents) && annualPremiumCents > 0).toBe(true);
      expect(Number.isSafeInteger(iotCents) && iotCents < annualPremiumCents).toBe(true);
    }
  });

  it('a contract runs on the day of the delivery unless it ended, and an ended one asks for nothing', () => {
    const payables = Map.groupBy(delivery.rows('payables'), (payable) => payable.policy);
    for (const { key, state, startsOn, endsOn } of delivery.rows('policies')) {
      expect(startsOn <= today).toBe(true);
      if (state === 'ended') {
        expect(endsOn !== null && endsOn <= today).toBe(true);
        expect(payables.get(key)?.filter((payable) => payable.state === 'due') ?? []).toEqual([]);
      } else expect(endsOn === null || endsOn >= today).toBe(true);
    }
  });

  it('life contracts with a value tell it with its day, and units add up to it', () => {
    const valued = valuesOf(delivery.rows('policies'), (policy) => policy.valuation);
    expect(valued.length).toBeGreaterThan(80);
    for (const { on, surrenderCents, paidInCents, units, history } of valued) {
      expect(on <= today).toBe(true);
      expect(surrenderCents > 0 && paidInCents > 0).toBe(true);
      if (units) expect(units.reduce((sum, one) => sum + one.cents, 0)).toBe(surrenderCents);
      for (const one of units ?? []) expect(one.cents).toBe(Math.round(one.units * one.priceCents));
      for (const one of history ?? []) expect(one.on <= on && Number.isSafeInteger(one.valueCents)).toBe(true);
    }
  });

  it('premiums differ by risk, and there is always something to pay in every line', () => {
    const lines = new Map(delivery.rows('products').map((product) => [product.key, product.line]));
    const policies = delivery.rows('policies').filter((policy) => policy.state === 'active');
    const byLine = Map.groupBy(policies, (policy) => lines.get(policy.product));
    expect(byLine.size).toBe(9);
    const due = new Set(
      delivery
        .rows('payables')
        .filter((one) => one.state === 'due')
        .map((one) => one.policy),
    );
    for (const [, found] of byLine) {
      expect(new Set(found.map((policy) => policy.annualPremiumCents)).size).toBeGreaterThan(5);
      expect(found.some((policy) => due.has(policy.key))).toBe(true);
    }
  });
});
