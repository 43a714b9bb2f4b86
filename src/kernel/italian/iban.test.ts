import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { italianIban, parseIban } from './iban.ts';
import { checkLetter } from './letters.ts';

/** The same check written another way, with one big number. */
const modulo97 = (iban: string): bigint =>
  BigInt([...iban.slice(4), ...iban.slice(0, 4)].map((one) => Number.parseInt(one, 36)).join('')) % 97n;

/** An IBAN whose outer check passes and whose inner letter is the given one. */
const withCin = (cin: string): string => {
  const bban = `${cin}0542811101000000123456`;
  const digits = 98n - modulo97(`IT00${bban}`);
  return `IT${String(digits).padStart(2, '0')}${bban}`;
};

describe('IBAN', () => {
  it.each([
    ['', 'empty', undefined],
    ['IT60X054281110100000012345', 'length', undefined],
    ['IT60X05428111010000001234567', 'length', undefined],
    ['IT60X0542811101000000123457', 'check', 3],
    ['IT61X0542811101000000123456', 'check', 3],
    ['IT6OX0542811101000000123456', 'characters', 4],
    ['IT60X05428111010000001234_6', 'characters', 26],
    ['IT60X05428A1101000000123456', 'characters', 11],
    ['IT6010542811101000000123456', 'characters', 5],
    ['6IT0X0542811101000000123456', 'characters', 1],
    ['XX60X0542811101000000123456', 'country', 1],
    ['DE89370400440532013001', 'check', 3],
    ['DE8937040044053201300', 'length', undefined],
  ] as const)('[CON-8] %j is refused: %s at %s', (text, problem, position) => {
    expect(parseIban(text)).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it('[CON-8] an Italian IBAN whose inner check letter is wrong is refused though the outer check passes', () => {
    expect(parseIban(withCin('X'))).toEqual({ ok: true, value: 'IT60X0542811101000000123456' });
    for (const cin of 'ABCDEFGHIJKLMNOPQRSTUVWYZ') {
      expect(modulo97(withCin(cin))).toBe(1n);
      expect(parseIban(withCin(cin))).toEqual({ ok: false, problem: 'cin', position: 5 });
    }
  });

  // The examples of the registry of IBAN formats.
  it.each([
    'IT60X0542811101000000123456',
    'SM86U0322509800000000270100',
    'DE89370400440532013000',
    'AT611904300234573201',
    'CH9300762011623852957',
    'FR1420041010050500013M02606',
    'GB29NWBK60161331926819',
    'NL91ABNA0417164300',
    'MT84MALT011000012345MTLCAST001S',
  ])('[CON-8] the published example %s is accepted', (iban) => {
    expect(parseIban(iban)).toEqual({ ok: true, value: iban });
  });

  it('[CON-8] case and spacing of a typed IBAN do not matter', () => {
    expect(parseIban(' it60 x054 2811 1010 0000 0123 456 ')).toEqual({
      ok: true,
      value: 'IT60X0542811101000000123456',
    });
  });

  it('[CON-8] one made from bank, branch and account passes both checks, also by an independent formula', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{5}$/),
        fc.stringMatching(/^\d{5}$/),
        fc.stringMatching(/^[A-Z0-9]{1,12}$/),
        (abi, cab, account) => {
          const iban = italianIban(abi, cab, account);
          expect(modulo97(iban)).toBe(1n);
          expect(checkLetter(iban.slice(5))).toBe(iban.charAt(4));
          expect(parseIban(iban)).toEqual({ ok: true, value: iban });
        },
      ),
    );
  });

  it('[CON-8] one wrong digit is always found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 26 }), fc.nat(9), (index, digit) => {
        const iban = 'IT60X0542811101000000123456';
        fc.pre(iban.charAt(index) !== String(digit));
        expect(parseIban(iban.slice(0, index) + digit + iban.slice(index + 1)).ok).toBe(false);
      }),
    );
  });

  it('[CON-8] making one from other shapes is a bug of the caller', () => {
    expect(() => italianIban('123', '45678', '1')).toThrow('ABI');
    expect(() => italianIban('12345', '45678', '1234567890123')).toThrow('ABI');
  });
});
