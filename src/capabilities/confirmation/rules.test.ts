import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { instant, plusSeconds } from '#kernel/days.ts';
import { leafOf, saltedLeaf } from './attestation.ts';
import { changesBetween, mayConfirm, statementHashOf } from './rules.ts';

const statement = { amountCents: 31_240, payee: 'Compagnia Esempio S.p.A.', payable: 'p1' };

test('[CNF-3] the code is bound to kind, amount, payee and every other fact', () => {
  const hash = statementHashOf('payments.pay', statement);
  expect(statementHashOf('payments.pay', { ...statement, amountCents: 31_241 })).not.toBe(hash);
  expect(statementHashOf('payments.pay', { ...statement, payee: 'Altra S.p.A.' })).not.toBe(hash);
  expect(statementHashOf('payments.add', statement)).not.toBe(hash);
  const { amountCents, payee, payable } = statement;
  expect(statementHashOf('payments.pay', { payable, payee, amountCents })).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

const expiresAt = instant('2026-11-24T14:05:00Z');
test.each([
  ['another', 0, 'confirmation.other_session'],
  ['same', 0, 'confirmation.expired'],
  ['same', 1, 'confirmation.expired'],
  ['same', -1, 'yes'],
] as const)('[CNF-1] %s session, %i seconds from the end: %s', (session, seconds, expected) => {
  const answer = mayConfirm({ sessionId: 'same', expiresAt }, session, plusSeconds(expiresAt, seconds));
  expect(answer.ok ? 'yes' : answer.reasons[0].code).toBe(expected);
});

test('[CNF-3] what changed is told line by line', () => {
  const line = (label: string, value: string) => ({ label, value });
  const before = [line('Paghi', '312,40 €'), line('A', 'Compagnia'), line('Con', 'Carta')];
  const after = [line('Paghi', '320,00 €'), line('A', 'Compagnia')];
  expect(changesBetween(before, after)).toEqual([
    { label: 'Paghi', before: '312,40 €', after: '320,00 €' },
    { label: 'Con', before: 'Carta', after: '–' },
  ]);
  expect(changesBetween(before, before)).toEqual([]);
});

test('[CNF-10] the leaf is SHA-256 of a zero byte, the salt and the canonical facts', () => {
  const salt = Buffer.alloc(32, 7);
  const expected = createHash('sha256').update(Buffer.of(0)).update(salt).update('{"a":1,"b":["x"]}').digest('hex');
  expect(leafOf(salt, { b: ['x'], a: 1 }).toString('hex')).toBe(expected);
  const one = saltedLeaf({ a: 1 });
  const other = saltedLeaf({ a: 1 });
  expect(one.leaf.equals(other.leaf)).toBe(false);
  expect(leafOf(one.salt, { a: 1 }).equals(one.leaf)).toBe(true);
});
