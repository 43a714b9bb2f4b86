import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day } from '../days.ts';
import { places, readPlaces } from './places.server.ts';
import { parsePostcode } from './postcodes.ts';
import { provinceOf, provinces } from './provinces.ts';

describe('municipalities', () => {
  it.each([
    ['Firenze', 'PO', 'province', 'Firenze'],
    ['Firenze', 'XX', 'province', 'Firenze'],
    ['Firenze', '', 'province', 'Firenze'],
    ['Firence', 'FI', 'municipality', 'Firenze'],
    ['Sesto Fiorentno', 'FI', 'municipality', 'Sesto Fiorentino'],
    ['Atlantide', 'RM', 'municipality', undefined],
    ['', 'RM', 'municipality', undefined],
    // Three municipalities bear this name, so no one of them is meant more than another.
    ['Castro', 'RM', 'province', undefined],
  ])('[CON-8] %s (%s) is refused: %s; suggested: %s', (name, province, problem, suggested) => {
    const answer = places().municipality(name, province);
    expect(answer).toMatchObject({ ok: false, problem });
    expect(answer.ok ? undefined : answer.suggestion?.name).toBe(suggested);
  });

  it.each([
    ['Firenze', 'FI', 'D612'],
    [' firenze ', 'fi', 'D612'],
    ['Napoli', 'NA', 'F839'],
    ['Bolzano', 'BZ', 'A952'],
    ['Bozen', 'BZ', 'A952'],
    ['Bolzano/Bozen', 'BZ', 'A952'],
    ["Forli'", 'FC', 'D704'],
    ['Forlì', 'FC', 'D704'],
    ['Cortina d’Ampezzo', 'BL', 'A266'],
    ['Reggio Emilia', 'RE', 'H223'],
    ['Castro', 'LE', 'M261'],
    ['Castro', 'BG', 'C337'],
    ['Bardello con Malgesso e Bregano', 'VA', undefined],
  ])('[CON-8] %s (%s) is the municipality %s', (name, province, belfiore) => {
    const answer = places().municipality(name, province);
    if (!answer.ok) throw new Error(answer.problem);
    expect(answer.value.belfiore).toBe(belfiore);
  });

  it('[CON-8] every municipality of the list lies in a known province, and every province has one; NA is Napoli', () => {
    const lines = readFileSync('data/comuni/municipalities.csv', 'utf8').trimEnd().split('\n').slice(1);
    expect(new Set(lines.map((line) => line.split(',')[1]))).toEqual(new Set(Object.keys(provinces)));
    expect(lines).toHaveLength(7_901);
    expect(provinceOf(' na ')).toBe('NA');
    expect(provinceOf('toString')).toBeUndefined();
  });

  it('reads any folder laid out the same way', () => {
    const folder = mkdtempSync(join(tmpdir(), 'places-'));
    try {
      writeFileSync(join(folder, 'municipalities.csv'), 'name,province,belfiore\nIsola Nuova,FI,\n');
      writeFileSync(join(folder, 'belfiore-codes.csv'), 'belfiore,name,province,founded,ended\n');
      writeFileSync(join(folder, 'foreign-states.csv'), 'belfiore,name,iso3\n');
      const own = readPlaces(folder);
      expect(own.municipality('Isola Nuova', 'FI')).toEqual({
        ok: true,
        value: { name: 'Isola Nuova', province: 'FI' },
      });
      expect(own.municipality('Firenze', 'FI').ok).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('birthplaces', () => {
  it('[CON-8] a code is looked up as it was on the birth day', () => {
    expect(places().birthplace('A002', day('1928-03-06'))).toMatchObject({
      name: 'ABBADIA SOPRA ADDA',
      province: 'CO',
    });
    expect(places().birthplace('A002', day('1928-03-07'))).toBeUndefined();
    expect(places().birthplace('A002', day('1863-02-23'))).toBeDefined();
    expect(places().birthplace('A002', day('1863-02-22'))).toBeUndefined();
    expect(places().birthplace('A002')).toMatchObject({ name: 'ABBADIA SOPRA ADDA' });
  });

  it('[CON-8] foreign states have codes of their own', () => {
    expect(places().birthplace('Z102', day('1980-01-01'))).toMatchObject({
      kind: 'state',
      name: 'AUSTRIA',
      iso3: 'AUT',
    });
  });

  it('[CON-8] a code founded after the newest table is known too; an unknown one is not', () => {
    expect(places().birthplace('M430', day('2021-01-01'))).toMatchObject({ name: 'NOVELLA' });
    expect(places().birthplace('Q999')).toBeUndefined();
  });
});

describe('postcodes', () => {
  it.each([
    ['', 'empty', undefined],
    ['5012', 'length', undefined],
    ['501211', 'length', undefined],
    ['5O121', 'characters', 2],
    ['00012', 'characters', 3],
  ] as const)('[CON-8] %j is refused: %s at %s', (text, problem, position) => {
    expect(parsePostcode(text)).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it.each(['50141', '00118', ' 39100 '])('[CON-8] %j has the shape of a postcode', (text) => {
    expect(parsePostcode(text)).toEqual({ ok: true, value: text.trim() });
  });
});
