import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, day, plusDays } from '../days.ts';
import {
  birthDayOf,
  codiceFiscaleOf,
  doubtsAbout,
  factsOf,
  parseCodiceFiscale,
  withOmocodia,
  withoutOmocodia,
} from './codice-fiscale.ts';

const valid = (text: string) => {
  const checked = parseCodiceFiscale(text);
  if (!checked.ok) throw new Error(`${text}: ${checked.problem}`);
  return checked.value;
};

/** Rows of people, told apart by what each of them exercises in the rules of the code. */
const published: [string, string, 'F' | 'M', string, string, string][] = [
  ['Rossi', 'Mario', 'M', '1985-12-10', 'A562', 'RSSMRA85T10A562S'],
  ['Rossi', 'Mario', 'M', '1980-01-01', 'H501', 'RSSMRA80A01H501U'],
  ['Mario', 'Rossi', 'M', '1980-01-01', 'H501', 'MRARSS80A01H501T'],
];

/** Checked against another implementation, @marketto/codice-fiscale-utils 3.1.3. */
const crossChecked: [string, string, 'F' | 'M', string, string, string][] = [
  ['Fo', 'Ada', 'F', '2004-02-29', 'D612', 'FOXDAA04B69D612I'],
  ["D'Alò", 'Gianfranco', 'M', '1999-10-20', 'Z404', 'DLAGFR99R20Z404J'],
  ['Müller', 'Karl-Heinz', 'M', '2013-08-09', 'A952', 'MLLKLH13M09A952X'],
  ['Ng', 'Al', 'F', '1955-12-31', 'F839', 'NGXLAX55T71F839R'],
  ['Aiello', 'Anna Maria', 'F', '1980-01-01', 'H501', 'LLANMR80A41H501E'],
];

describe('making a codice fiscale', () => {
  it.each(published)(
    '[CON-8] %s %s, %s, %s, %s has the published code %s',
    (familyName, givenName, sex, born, belfiore, code) => {
      expect(codiceFiscaleOf({ familyName, givenName, sex, birthDay: day(born), belfiore })).toBe(code);
    },
  );

  it.each(crossChecked)(
    '[CON-8] %s %s, %s, %s, %s is %s to another implementation too',
    (familyName, givenName, sex, born, belfiore, code) => {
      expect(codiceFiscaleOf({ familyName, givenName, sex, birthDay: day(born), belfiore })).toBe(code);
    },
  );

  it('[CON-8] a place that is no Belfiore code is a bug of the caller', () => {
    const data = { familyName: 'Rossi', givenName: 'Mario', sex: 'M', birthDay: day('1980-01-01') } as const;
    expect(() => codiceFiscaleOf({ ...data, belfiore: 'Roma' })).toThrow('Belfiore');
  });
});

describe('reading a codice fiscale', () => {
  it.each([
    ['', 'empty', undefined],
    [' - ', 'empty', undefined],
    ['RSSMRA85T10A562', 'length', undefined],
    ['RSSMRA85T10A562SS', 'length', undefined],
    ['RSSMRA85T10A56£S', 'characters', 15],
    ['R5SMRA85T10A562S', 'characters', 2],
    ['RSSMRA8AT10A562S', 'characters', 8],
    ['RSSMRA85F10A562S', 'characters', 9],
    ['RSSMRA85T1KA562S', 'characters', 11],
    ['RSSMRA85T101562S', 'characters', 12],
    ['RSSMRA85T10A5621', 'characters', 16],
    ['RSSMRA85T10A562T', 'check', 16],
    ['RSSMRA85T10A563S', 'check', 16],
    ['RSSMRA85B30A562S', 'date', 10],
    ['RSSMRA85T00A562S', 'date', 10],
    ['RSSMRA85T32A562S', 'date', 10],
    ['RSSMRA85T40A562S', 'date', 10],
    ['RSSMRA85T72A562S', 'date', 10],
    ['RSSMRA85B29A562S', 'date', 10],
  ] as const)('[CON-8] %j is refused: %s at %s', (text, problem, position) => {
    expect(parseCodiceFiscale(text)).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it.each([
    ['first', '1980-01-01', 'M'],
    ['last', '1980-12-31', 'M'],
    ['first', '1980-01-01', 'F'],
    ['last', '1980-12-31', 'F'],
    ['leap', '2000-02-29', 'F'],
  ] as const)('[CON-8] the %s day %s of %s is accepted', (_which, born, sex) => {
    const code = codiceFiscaleOf({
      familyName: 'Rossi',
      givenName: 'Mario',
      sex,
      birthDay: day(born),
      belfiore: 'H501',
    });
    expect(parseCodiceFiscale(code)).toEqual({ ok: true, value: code });
  });

  it('[CON-8] case, spaces and hyphens of a typed code do not matter', () => {
    expect(valid(' rss mra 85t10 a562-s ')).toBe('RSSMRA85T10A562S');
  });

  it.each([
    ['00743110157', true],
    ['00743110158', false],
    ['00000000000', false],
    ['0074311015', false],
    ['007431101570', false],
  ])('[CON-8] the numeric code %s is valid: %s', (text, ok) => {
    expect(parseCodiceFiscale(text).ok).toBe(ok);
  });
});

describe('omocodia', () => {
  it('[CON-8] the rightmost digit becomes a letter first, and the check letter follows', () => {
    expect(withOmocodia(valid('RSSMRA80A01H501U'), 1)).toBe('RSSMRA80A01H50MM');
    expect(withoutOmocodia(valid('RSSMRA80A01H50MM'))).toBe('RSSMRA80A01H501U');
  });

  it('[CON-8] all 127 variants are different, valid, and go back to the same code', () => {
    const code = valid('RSSMRA85T10A562S');
    const variants = Array.from({ length: 127 }, (_, index) => withOmocodia(code, index + 1));
    expect(new Set([code, ...variants]).size).toBe(128);
    for (const variant of variants) {
      expect(parseCodiceFiscale(variant)).toEqual({ ok: true, value: variant });
      expect(withoutOmocodia(variant)).toBe(code);
      expect(factsOf(variant)).toEqual(factsOf(code));
    }
  });

  it('[CON-8] a variant with the check letter of the code without omocodia is refused', () => {
    expect(parseCodiceFiscale('RSSMRA80A01H50MU')).toEqual({ ok: false, problem: 'check', position: 16 });
  });

  it('[CON-8] a numeric code has no variants', () => {
    expect(withOmocodia(valid('00743110157'), 127)).toBe('00743110157');
    expect(factsOf(valid('00743110157'))).toBeUndefined();
  });
});

describe('what a code tells', () => {
  it('[CON-8] the century is not in the code: every day it can mean is told, newest first', () => {
    expect(factsOf(valid('RSSMRA85T10A562S'))).toEqual({
      sex: 'M',
      birthDays: ['2085-12-10', '1985-12-10', '1885-12-10'],
      belfiore: 'A562',
    });
  });

  it('[CON-8] 29 February of the year 00 can only be that of 2000', () => {
    const code = codiceFiscaleOf({
      familyName: 'A',
      givenName: 'B',
      sex: 'F',
      birthDay: day('2000-02-29'),
      belfiore: 'A001',
    });
    expect(factsOf(code)?.birthDays).toEqual(['2000-02-29']);
  });

  it('[CON-8] somebody alive was born on the newest day that is not in the future', () => {
    const code = codiceFiscaleOf({
      familyName: 'A',
      givenName: 'B',
      sex: 'M',
      birthDay: day('2026-11-24'),
      belfiore: 'A001',
    });
    expect(birthDayOf(code, day('2026-11-23'))).toBe('1926-11-24');
    expect(birthDayOf(code, day('2026-11-24'))).toBe('2026-11-24');
  });

  it('[CON-8] data that do not agree with the code raise a doubt each, and nothing is refused', () => {
    const code = valid('RSSMRA80A01H50MM');
    const right = {
      familyName: 'Rossi',
      givenName: 'Mario',
      sex: 'M',
      birthDay: day('1980-01-01'),
      belfiore: 'H501',
    } as const;
    const wrong = {
      familyName: 'Verdi',
      givenName: 'Marta',
      sex: 'F',
      birthDay: day('1980-01-02'),
      belfiore: 'H502',
    } as const;
    expect(doubtsAbout(code, right)).toEqual([]);
    expect(doubtsAbout(code, {})).toEqual([]);
    expect(doubtsAbout(code, wrong)).toEqual(['familyName', 'givenName', 'birthDay', 'sex', 'belfiore']);
    for (const field of ['familyName', 'givenName', 'birthDay', 'sex', 'belfiore'] as const) {
      expect(doubtsAbout(code, { ...right, [field]: wrong[field] })).toEqual([field]);
    }
  });

  it('[CON-8] names with accents, apostrophes and several words agree with the code made of their letters', () => {
    const code = codiceFiscaleOf({
      familyName: 'DALO',
      givenName: 'ANNAMARIA',
      sex: 'F',
      birthDay: day('1990-05-06'),
      belfiore: 'A001',
    });
    expect(doubtsAbout(code, { familyName: "D'Alò", givenName: 'Anna-Maria' })).toEqual([]);
  });
});

const person = fc.record({
  familyName: fc.stringMatching(/^[A-Za-zàèéìòùÄÖÜ' -]{1,20}$/),
  givenName: fc.stringMatching(/^[A-Za-zàèéìòùÄÖÜ' -]{1,20}$/),
  sex: fc.constantFrom('F' as const, 'M' as const),
  birthDay: fc.integer({ min: 0, max: 45_000 }).map((days): Day => plusDays(day('1901-01-01'), days)),
  belfiore: fc.stringMatching(/^[A-MZ]\d{3}$/),
});

describe('for everybody', () => {
  it('[CON-8] a code made from data is valid in every variant, agrees with the data and tells them again', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 0, max: 127 }), (data, mask) => {
        const code = withOmocodia(codiceFiscaleOf(data), mask);
        expect(parseCodiceFiscale(code)).toEqual({ ok: true, value: code });
        expect(doubtsAbout(code, data)).toEqual([]);
        expect(factsOf(code)?.birthDays).toContain(data.birthDay);
      }),
    );
  });

  it('[CON-8] one wrong letter or digit is always found', () => {
    fc.assert(
      fc.property(
        person,
        fc.nat(14),
        fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
        (data, index, other) => {
          const code = codiceFiscaleOf(data);
          const isLetter = /[A-Z]/.test(code.charAt(index));
          // A digit and a letter of the same weight are told apart by their place, so only alike characters are swapped.
          fc.pre(code.charAt(index) !== other && isLetter === /[A-Z]/.test(other));
          const changed = code.slice(0, index) + other + code.slice(index + 1);
          expect(parseCodiceFiscale(changed).ok).toBe(false);
        },
      ),
    );
  });
});
