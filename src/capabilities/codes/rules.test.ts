import { expect, test } from 'vitest';
import { instant, plusSeconds } from '#kernel/days.ts';
import { keysFrom } from '#kernel/secrets.ts';
import { isCodeOf, isLinkOf, readToken, secretsFrom } from './derivation.ts';
import { afterWrong, type Derivable, mayFollow, mayResend, mayTry, type SendState } from './rules.ts';

const now = instant('2026-11-24T13:35:00Z');
const send: SendState = {
  purpose: 'registration',
  subject: 'abc123def456',
  sendNumber: 2,
  digits: 4,
  statementHash: '',
  reference: 'BC',
  sentAt: now,
  expiresAt: plusSeconds(now, 900),
  linkExpiresAt: plusSeconds(now, 172_800),
  triesLeft: 5,
  usedAt: undefined,
  linkUsedAt: undefined,
};
const codeOf = (outcome: { ok: boolean; reasons?: { code: string }[] }) =>
  outcome.ok ? 'yes' : outcome.reasons?.[0]?.code;

test.each([
  ['nothing was sent', undefined, now, 'codes.none'],
  ['it has been used', { ...send, usedAt: now }, now, 'codes.used'],
  ['no try is left', { ...send, triesLeft: 0 }, now, 'codes.no_tries'],
  ['one try is left', { ...send, triesLeft: 1 }, now, 'yes'],
  ['its time is over', send, plusSeconds(now, 900), 'codes.expired'],
  ['a millisecond is left', send, plusSeconds(now, 899.999), 'yes'],
] as const)('[REG-3] [CNF-2] a code may be compared when %s: %#', (_why, state, at, expected) => {
  expect(codeOf(mayTry(state, at))).toBe(expected);
});

test('[CNF-2] [CNF-9] a wrong code says how many tries are left, an older one says so, the last one ends it', () => {
  expect(afterWrong(1, false)).toMatchObject({ code: 'codes.wrong', values: { triesLeft: 1 } });
  expect(afterWrong(1, true).code).toBe('codes.older');
  expect(afterWrong(0, true).code).toBe('codes.no_tries');
  expect(afterWrong(0, false).code).toBe('codes.no_tries');
});

test.each([
  ['an older message', { sendNumber: 1 }, send, now, 'codes.link_older'],
  ['a used link', { sendNumber: 2 }, { ...send, linkUsedAt: now }, now, 'codes.link_used'],
  ['the end of its time', { sendNumber: 2 }, send, plusSeconds(now, 172_800), 'codes.link_expired'],
  ['no link', { sendNumber: 2 }, { ...send, linkExpiresAt: undefined }, now, 'codes.link_none'],
  [
    'an expired, tried and used code',
    { sendNumber: 2 },
    { ...send, triesLeft: 0, usedAt: now },
    plusSeconds(now, 172_799),
    'yes',
  ],
] as const)('[REG-3] [REG-10] a link after %s', (_what, link, newest, at, expected) => {
  expect(codeOf(mayFollow(link, newest, at))).toBe(expected);
});

test('a new code may be asked for from half a minute after the last one', () => {
  expect(codeOf(mayResend(now, plusSeconds(now, 29.999)))).toBe('codes.just_sent');
  expect(codeOf(mayResend(now, plusSeconds(now, 30)))).toBe('yes');
  expect(codeOf(mayResend(undefined, now))).toBe('yes');
});

const keys = keysFrom('one secret of the tests, 32 bytes and more');
const derivable: Derivable = send;

test('[CNF-2] a code is derived: the same each time, another one for anything else', () => {
  const { code, reference } = secretsFrom(keys, derivable);
  expect(code).toMatch(/^\d{4}$/);
  expect(reference).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{2}$/);
  expect(secretsFrom(keys, derivable).code).toBe(code);
  const others: Derivable[] = [
    { ...derivable, sendNumber: 3 },
    { ...derivable, subject: 'abc123def457' },
    { ...derivable, purpose: 'contact' },
    { ...derivable, statementHash: 'ff' },
  ];
  const six = (one: Derivable) => secretsFrom(keys, { ...one, digits: 6 }).code;
  expect(new Set([derivable, ...others].map(six)).size).toBe(5);
  expect(new Set([derivable, ...others].map((one) => secretsFrom(keys, one).linkToken)).size).toBe(5);
  expect(six(derivable)).toMatch(/^\d{6}$/);
});

test('[CNF-2] codes keep their leading zeros and use the whole range', () => {
  const codes = Array.from({ length: 3_000 }, (_, at) => secretsFrom(keys, { ...derivable, sendNumber: at + 1 }).code);
  expect(codes.every((code) => code.length === 4)).toBe(true);
  expect(codes.filter((code) => code.startsWith('0')).length).toBeGreaterThan(200);
  expect(new Set(codes.map((code) => code.charAt(0))).size).toBe(10);
});

test('[CNF-2] while the secret is being rotated, the codes and links of both are right', () => {
  const before = keysFrom('the secret before this one, 32 bytes and more');
  const rotating = keysFrom(
    'one secret of the tests, 32 bytes and more',
    'the secret before this one, 32 bytes and more',
  );
  const old = secretsFrom(before, derivable);
  expect(isCodeOf(keys, derivable, old.code)).toBe(false);
  expect(isCodeOf(rotating, derivable, old.code)).toBe(true);
  expect(isLinkOf(rotating, derivable, old.linkToken)).toBe(true);
  expect(isLinkOf(keys, derivable, old.linkToken)).toBe(false);
  expect(isCodeOf(rotating, derivable, secretsFrom(keys, derivable).code)).toBe(true);
});

test('[REG-10] the token of a link names its subject and send, and nothing else has its shape', () => {
  const { linkToken } = secretsFrom(keys, derivable);
  expect(readToken(linkToken)).toEqual({ subject: 'abc123def456', sendNumber: 2 });
  for (const wrong of [
    '',
    'abc',
    `${linkToken}0`,
    linkToken.replace('-2-', '-0-'),
    linkToken.toUpperCase(),
    `../${linkToken}`,
  ]) {
    expect(readToken(wrong)).toBeUndefined();
  }
});
