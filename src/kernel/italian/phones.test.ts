import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePhone, phoneKind } from './phones.ts';

describe('phones', () => {
  it.each([
    ['', 'empty', undefined],
    ['   ', 'empty', undefined],
    ['+39', 'short', undefined],
    ['chiamami', 'characters', 1],
    ['330 10a0482', 'characters', 7],
    ['330 1000482 int. 3', 'characters', 13],
    ['33010', 'plan', undefined],
    ['33010004829', 'plan', undefined],
    ['+39 55 0000000', 'plan', undefined],
    ['112', 'plan', undefined],
    ['0039 0039 330 1000482 0000000', 'long', undefined],
    ['800 123456', 'kind', undefined],
    ['899 123456', 'kind', undefined],
  ] as const)('[CON-8] %j is refused: %s at %s', (text, problem, position) => {
    expect(parsePhone(text)).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it.each([
    ['330 100 0482', '+393301000482', 'mobile'],
    ['+39 330 100 0482', '+393301000482', 'mobile'],
    ['0039330.1000482', '+393301000482', 'mobile'],
    ['39 330 1000482', '+393301000482', 'mobile'],
    ['330/1000482', '+393301000482', 'mobile'],
    ['＋39 330 1000482', '+393301000482', 'mobile'],
    ['055 000 0000', '+390550000000', 'landline'],
    ['(055) 000-0000', '+390550000000', 'landline'],
    ['+390550000000', '+390550000000', 'landline'],
    ['0471 000101', '+390471000101', 'landline'],
    ['+43 1 58800', '+43158800', 'landline'],
    ['+49 151 23456789', '+4915123456789', 'mobile'],
  ])('[CON-8] %s is %s, a %s', (text, phone, kind) => {
    const checked = parsePhone(text);
    if (!checked.ok) throw new Error(checked.problem);
    expect(checked.value).toBe(phone);
    expect(phoneKind(checked.value)).toBe(kind);
  });

  it('[ACC-1] [CON-8] a text longer than any number is refused before it costs anything: anybody may send one', () => {
    const start = performance.now();
    expect(parsePhone(`3${'\u0301\u0323'.repeat(50_000)}`)).toEqual({ ok: false, problem: 'long' });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('[CON-8] the normal form of a phone is read as itself, however the digits are spaced', () => {
    const seven = fc.stringMatching(/^\d{7}$/);
    fc.assert(
      fc.property(seven, fc.constantFrom(' ', '.', '-', '/', ''), (digits, gap) => {
        const typed = `330${gap}${digits.slice(0, 3)}${gap}${digits.slice(3)}`;
        expect(parsePhone(typed)).toEqual({ ok: true, value: `+39330${digits}` });
        expect(parsePhone(`+39330${digits}`)).toEqual({ ok: true, value: `+39330${digits}` });
      }),
    );
  });
});
