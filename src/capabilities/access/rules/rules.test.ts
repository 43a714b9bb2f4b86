import { expect, test } from 'vitest';
import { instant, plusSeconds } from '#kernel/days.ts';
import { isCommonPassword } from '../common-passwords.ts';
import { type Account, mayEnter, mayRecover } from './accounts.ts';
import { mayGoToUsername } from './devices.ts';
import { keepableFields } from './kept-forms.ts';
import { normalPassword, ownData, passwordProblem } from './passwords.ts';
import { returnTo } from './return-to.ts';
import { standingOf } from './sessions.ts';
import { mustWait, waitAfter, waitsBy } from './tries.ts';

const now = instant('2026-11-24T13:35:00Z');
const codeOf = (outcome: { ok: boolean; reasons?: { code: string }[] }) =>
  outcome.ok ? 'yes' : outcome.reasons?.[0]?.code;

const own = ownData({
  names: ['Giulia', 'Bianchi', undefined],
  numbers: ['BNCGLI85A41D612L', undefined],
  contacts: ['giulia.bianchi@posta.example', '+393330000482'],
  birthDay: '1985-01-01',
});

test.each([
  ['quattordici ca', 15, 'access.password_short'],
  ['quindici caratt', 15, undefined],
  ['dodici carat', 12, undefined],
  ['undici cara', 12, 'access.password_short'],
  // An emoji is one character, however many bytes it takes.
  ['💶💶💶💶💶💶💶💶💶💶💶', 12, 'access.password_short'],
  [`${'ab cd ef gh '.repeat(10)}quasi xx`, 15, undefined],
  [`${'ab cd ef gh '.repeat(10)}quasi xxx`, 15, 'access.password_long'],
  ['unbelievable', 12, 'access.password_common'],
  ['Unbelievable', 12, 'access.password_common'],
  ['aaaaaaaaaaaaaaaa', 15, 'access.password_pattern'],
  ['abcabcabcabcabc', 15, 'access.password_pattern'],
  ['1234567890123456', 15, 'access.password_pattern'],
  ['qwertyuiopasdfgh', 15, 'access.password_pattern'],
  ['abcdefghijklmnop!', 15, 'access.password_pattern'],
  ['9876543210987654', 15, 'access.password_pattern'],
  ['giulia.bianchi85', 15, 'access.password_own'],
  ['Bianchi01011985!', 15, 'access.password_own'],
  ['3330000482giulia', 15, 'access.password_own'],
  ['BNCGLI85A41D612L', 15, 'access.password_own'],
  ['giulia mangia le pesche', 15, undefined],
  ['quattro parole messe insieme', 15, undefined],
] as const)('[REG-7] the password %s with at least %i characters: %s', (password, min, expected) => {
  expect(passwordProblem(password, { min, own, isCommon: isCommonPassword })?.code).toBe(expected);
});

test('[REG-7] a password that is too short says by how much', () => {
  expect(passwordProblem('tredici carat', { min: 15, own: [], isCommon: () => false })?.values).toEqual({
    min: 15,
    missing: 2,
  });
});

test('[REG-7] a password far too long is refused before it costs anything', () => {
  const typed = `parola${'\u0301\u0323'.repeat(50_000)}`;
  const start = performance.now();
  expect(passwordProblem(typed, { min: 15, own: [], isCommon: () => false })?.code).toBe('access.password_long');
  expect(performance.now() - start).toBeLessThan(500);
});

test('[REG-7] the same password typed on another keyboard is the same password', () => {
  expect(normalPassword('perche\u0301 no')).toBe(normalPassword('perch\u00e9 no'));
  expect(normalPassword('ｐａｒｏｌｅ')).toBe('parole');
});

const slow = { delayFrom: 4, lockAfter: 10, lockSeconds: 1_800 };

test('[ACC-4] the first three wrong passwords cost nothing, then the wait doubles, the tenth locks half an hour', () => {
  const after = Array.from({ length: 11 }, (_, failures) => waitAfter(failures, slow));
  expect(after).toEqual([0, 0, 0, 0, 10, 20, 40, 80, 160, 320, 1_800]);
  expect(waitsBy(slow)).toEqual({ from: 4, waits: after.slice(4) });
  expect(waitsBy({ ...slow, lockAfter: 3 })).toEqual({ from: 3, waits: [1_800] });
  expect(waitsBy({ delayFrom: 1_000_000, lockAfter: 1_000_000, lockSeconds: 1_800 }).waits).toHaveLength(1);
  expect(waitsBy({ delayFrom: 2, lockAfter: 1_000_000, lockSeconds: 86_400 }).waits.at(-1)).toBe(86_400);
  expect(waitAfter(50, slow)).toBe(1_800);
  expect(mustWait(9, now, slow).code).toBe('access.wait');
  expect(mustWait(10, now, slow).code).toBe('access.locked');
});

const account: Account = {
  id: 'a',
  partyId: 'p',
  state: 'active',
  because: undefined,
  passwordHash: '',
  credentialVersion: 1,
  createdAt: now,
  lastUsedAt: now,
  recoveredAt: undefined,
};
const year = 365 * 86_400;

test.each([
  ['used a year ago to the second', account, plusSeconds(now, year), 'yes'],
  ['used a year and a second ago', account, plusSeconds(now, year + 1), 'access.unused'],
  ['locked because unused', { ...account, state: 'locked', because: 'unused' }, now, 'access.unused'],
  ['locked by support', { ...account, state: 'locked', because: 'desk' }, now, 'access.blocked'],
  ['frozen', { ...account, state: 'frozen' }, now, 'access.frozen'],
  ['cancelled', { ...account, state: 'cancelled' }, now, 'access.blocked'],
] as const)('[ACC-4] an account %s', (_how, one, at, expected) => {
  expect(codeOf(mayEnter(one, 365, at))).toBe(expected);
});

test('[ACC-4] recovery opens what lay unused, not what support or an objection has closed', () => {
  expect(codeOf(mayRecover({ ...account, state: 'locked', because: 'desk' }))).toBe('access.blocked');
  expect(codeOf(mayRecover({ ...account, state: 'frozen' }))).toBe('access.frozen');
  expect(codeOf(mayRecover({ ...account, state: 'cancelled' }))).toBe('access.blocked');
  expect(codeOf(mayRecover({ ...account, state: 'locked', because: 'unused' }))).toBe('yes');
  expect(codeOf(mayRecover(account))).toBe('yes');
});

test('[ACC-11] the code may go to the username, but not within a day of a recovery through it', () => {
  expect(codeOf(mayGoToUsername(now, true, 24, plusSeconds(now, 86_399)))).toBe('access.recovered_recently');
  expect(codeOf(mayGoToUsername(now, true, 24, plusSeconds(now, 86_400)))).toBe('yes');
  expect(codeOf(mayGoToUsername(undefined, true, 24, now))).toBe('yes');
  expect(codeOf(mayGoToUsername(undefined, false, 24, now))).toBe('access.no_other_contact');
});

const lengths = { idleSeconds: 900, absoluteSeconds: 43_200 };
const session = { createdAt: now, lastSeenAt: now, endedAt: undefined, isValid: true };

test.each([
  ['idle for just under 15 minutes', session, 899, 'active'],
  ['idle for 15 minutes', session, 900, 'ended'],
  ['used until just before 12 hours', { ...session, lastSeenAt: plusSeconds(now, 43_000) }, 43_199, 'active'],
  ['used for 12 hours', { ...session, lastSeenAt: plusSeconds(now, 43_000) }, 43_200, 'ended'],
  ['signed out', { ...session, endedAt: now }, 1, 'ended'],
  ['of credentials that have changed', { ...session, isValid: false }, 1, 'ended'],
  ['that ended a day ago', { ...session, endedAt: now }, 86_400, 'gone'],
] as const)('[ACC-1] a session %s', (_how, one, seconds, expected) => {
  expect(standingOf(one, lengths, plusSeconds(now, seconds)).kind).toBe(expected);
});

test('[ACC-1] the end of a session is told: by idleness, or by age when that comes first', () => {
  expect(standingOf(session, lengths, now)).toEqual({ kind: 'active', idleEndsAt: plusSeconds(now, 900) });
  const late = { ...session, lastSeenAt: plusSeconds(now, 43_000) };
  expect(standingOf(late, lengths, plusSeconds(now, 43_100))).toEqual({
    kind: 'active',
    idleEndsAt: plusSeconds(now, 43_200),
  });
  expect(standingOf(session, lengths, plusSeconds(now, 5_000))).toEqual({
    kind: 'ended',
    endedAt: plusSeconds(now, 900),
  });
});

test('[ACC-12] of a form its text is kept, never passwords, codes and files', () => {
  const form: [string, unknown][] = [
    ['codiceFiscale', 'BNCGLI85A41D612L'],
    ['testo', 'Ciao'],
    ['password', 'segreta'],
    ['nuovaPassword', 'segreta'],
    ['codice', '123456'],
    ['code', '123456'],
    ['allegato', new Blob(['x'])],
    ['/paga', ''],
  ];
  expect(keepableFields(form)).toEqual({ codiceFiscale: 'BNCGLI85A41D612L', testo: 'Ciao' });
});

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/polizze/abc?vista=rate', '/polizze/abc?vista=rate'],
  ['/richieste?ripreso', '/richieste?ripreso'],
  ['//altrove.example', '/'],
  ['/\\altrove.example', '/'],
  ['https://altrove.example', '/'],
  ['/polizze\n', '/'],
  ['/accesso', '/'],
  ['/accesso?torna=/accesso', '/'],
  ['/esci', '/'],
  ['/accessori', '/accessori'],
  [`/${'a'.repeat(300)}`, '/'],
])('[ACC-12] sign-in leads back to %s as %s', (wanted, expected) => {
  expect(returnTo(wanted)).toBe(expected);
});
