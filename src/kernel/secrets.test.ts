import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, hmac, keysFrom, sameText } from './secrets.ts';

const secret = 'x'.repeat(32);
const other = 'y'.repeat(32);

test('a purpose has a key of its own, and a rotated secret is accepted for checking only', () => {
  const keys = keysFrom(other, secret);
  const before = keysFrom(secret);
  expect(keys.current('codes')).not.toEqual(keys.current('links'));
  expect(keys.current('codes')).not.toEqual(before.current('codes'));
  expect(keys.accepted('codes')).toEqual([keys.current('codes'), before.current('codes')]);
  expect(before.accepted('codes')).toHaveLength(1);
});

test('HMAC-SHA-256 by RFC 4231, test case 2', () => {
  expect(hmac(Buffer.from('Jefe'), 'what do ya want for nothing?').toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('equal facts have equal bytes, whatever the order of their names', () => {
  expect(canonicalJson({ b: 1, a: [true, null, { d: 'x', c: undefined }] })).toBe('{"a":[true,null,{"d":"x"}],"b":1}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
      const backwards = Object.fromEntries(Object.entries(facts).reverse());
      expect(canonicalJson(backwards)).toBe(canonicalJson(facts));
      expect(JSON.parse(canonicalJson(facts))).toEqual(JSON.parse(JSON.stringify(facts)));
    }),
  );
});

test('texts of different lengths compare too', () => {
  expect(sameText('abc', 'abc')).toBe(true);
  expect(sameText('abc', 'abcd')).toBe(false);
  expect(sameText('', 'a')).toBe(false);
});
