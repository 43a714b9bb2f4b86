import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePartitaIva, partitaIvaFrom } from './partita-iva.ts';

/** The same check written another way: Luhn's formula from the right over all eleven digits must end in zero. */
const passesLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = index % 2 === 1 ? String(Number(digit) * 2) : digit;
    return sum + [...value].reduce((total, one) => total + Number(one), 0);
  }, 0) %
    10 ===
  0;

describe('partita IVA', () => {
  it.each([
    ['', 'empty', undefined],
    ['IT', 'empty', undefined],
    ['0074311015', 'length', undefined],
    ['007431101577', 'length', undefined],
    ['0074311O157', 'characters', 8],
    ['00000000000', 'zeros', undefined],
    ['00743110156', 'check', 11],
    ['00743110158', 'check', 11],
  ] as const)('[CON-8] %j is refused: %s at %s', (text, problem, position) => {
    expect(parsePartitaIva(text)).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it.each(['00743110157', 'IT00743110157', 'it 0074 3110 157'])('[CON-8] %s is accepted without its prefix', (text) => {
    expect(parsePartitaIva(text)).toEqual({ ok: true, value: '00743110157' });
  });

  it('[CON-8] one made from ten digits is valid, also by an independent formula; every other last digit is not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}[1-9]$/), (tenDigits) => {
        const made = partitaIvaFrom(tenDigits);
        expect(passesLuhn(made)).toBe(true);
        for (let last = 0; last < 10; last += 1) {
          expect(parsePartitaIva(`${tenDigits}${last}`).ok).toBe(made.endsWith(String(last)));
        }
      }),
    );
  });

  it('[CON-8] making one from anything but ten digits is a bug of the caller', () => {
    expect(() => partitaIvaFrom('123')).toThrow('ten digits');
  });
});
