import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probablyMeant } from './email-typos.ts';
import { parseEmail } from './emails.ts';
import { slips } from './slips.ts';

const valid = (text: string) => {
  const checked = parseEmail(text);
  if (!checked.ok) throw new Error(`${text}: ${checked.problem}`);
  return checked.value;
};
const longDomain = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}`;

describe('e-mail addresses', () => {
  it.each([
    ['', 'empty', undefined],
    ['mario.posta.example', 'at', undefined],
    ['mario@@posta.example', 'at', 7],
    ['mario@posta@example', 'at', 12],
    ['mario rossi@posta.example', 'characters', 6],
    ['nicolò@posta.example', 'characters', 6],
    ['mario@posta,example', 'characters', 12],
    ['mario@[10.0.0.1]', 'characters', 7],
    ['@posta.example', 'name', undefined],
    ['.mario@posta.example', 'name', undefined],
    ['mario.@posta.example', 'name', undefined],
    ['mario..rossi@posta.example', 'name', undefined],
    ['mario@', 'domain', 7],
    ['mario@posta', 'domain', 7],
    ['mario@posta..example', 'domain', 7],
    ['mario@posta.example.', 'domain', 7],
    ['mario@-posta.example', 'domain', 7],
    ['mario@posta_sicura.example', 'domain', 7],
    ['mario@posta.example/x', 'domain', 7],
    ['mario@10.0.0.1', 'domain', 7],
    ['mario@posta.e', 'domain', 7],
    [`${'m'.repeat(65)}@posta.example`, 'length', undefined],
    [`${'m'.repeat(60)}@${longDomain}.${'d'.repeat(11)}`, 'length', undefined],
  ] as const)('[CON-8] %j is refused: %s at %s', (text, problem, position) => {
    expect(parseEmail(text)).toEqual(position ? { ok: false, problem, position } : { ok: false, problem });
  });

  it('[CON-8] the longest name and the longest address are accepted', () => {
    expect(valid(`${'m'.repeat(64)}@posta.example`)).toHaveLength(78);
    expect(valid(`${'m'.repeat(60)}@${longDomain}.${'d'.repeat(10)}`)).toHaveLength(254);
  });

  it.each([
    [' Mario.Rossi@Posta.EXAMPLE ', 'mario.rossi@posta.example'],
    ["o'neil+polizze@posta.example", "o'neil+polizze@posta.example"],
    ['mario@CITTÀ.example', 'mario@xn--citt-3na.example'],
    ['mario@xn--citt-3na.example', 'mario@xn--citt-3na.example'],
    ['mario@straße.example', 'mario@xn--strae-oqa.example'],
  ])('[CON-8] %s is %s', (text, email) => {
    expect(valid(text)).toBe(email);
  });

  it('[ACC-1] [CON-8] a text longer than any address is refused before it costs anything: anybody may send one', () => {
    // Putting so many marks in their order takes seconds.
    const text = `mario@citta${'\u0301\u0323'.repeat(50_000)}.example`;
    const start = performance.now();
    expect(parseEmail(text)).toEqual({ ok: false, problem: 'length' });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('[CON-8] composed and decomposed accents are the same address', () => {
    expect(valid('mario@citta\u0300.example')).toBe(valid('mario@citt\u00e0.example'));
  });

  it('[CON-8] the normal form of an address is read as itself', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const checked = parseEmail(text);
        if (checked.ok) expect(parseEmail(checked.value)).toEqual(checked);
      }),
    );
  });
});

describe('typing slips', () => {
  it.each([
    ['mario@gmail.con', 'mario@gmail.com'],
    ['mario@gmial.com', 'mario@gmail.com'],
    ['mario@gmail.it', 'mario@gmail.com'],
    ['mario@libero.ti', 'mario@libero.it'],
    ['mario@hotmial.it', 'mario@hotmail.it'],
    ['mario@yahooo.it', 'mario@yahoo.it'],
  ])('[CON-8] %s was probably meant to be %s', (typed, meant) => {
    expect(probablyMeant(valid(typed))).toBe(meant);
  });

  it.each([
    'mario@gmail.com',
    'mario@mail.com',
    'mario@email.com',
    'mario@outlook.at',
    'mario@posta.example',
    'mario@hotmail.fr',
  ])('[CON-8] %s raises no doubt', (typed) => {
    expect(probablyMeant(valid(typed))).toBeUndefined();
  });

  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'ab', 1],
    ['ab', 'abc', 1],
    ['abc', 'adc', 1],
    ['abcd', 'acbd', 1],
    ['', 'abc', 3],
    ['abc', 'cab', 2],
  ])('from %j to %j is %d slips', (one, other, count) => {
    expect(slips(one, other)).toBe(count);
    expect(slips(other, one)).toBe(count);
  });
});
