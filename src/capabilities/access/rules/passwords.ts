// What a new password must and must not be. [REG-7]
// After NIST SP 800-63B rev. 4: length, common values, the customer's own data; no composition rules, no forced change.
import type { Reason } from '#kernel/outcome.ts';
import { passwordMax, typedPasswordMax } from '../settings.ts';

export type PasswordReason =
  | Reason<'access.password_short', { min: number; missing: number }>
  | Reason<'access.password_long', { max: number }>
  | Reason<'access.password_common', Record<never, never>>
  | Reason<'access.password_pattern', Record<never, never>>
  | Reason<'access.password_own', Record<never, never>>;

/** One form for equal text however it was typed (NIST SP 800-63B: NFKC before hashing); each code point is a character. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC');

/** A stretch of own data shorter than this is chance: `ada` is in `cascada`. */
const ownLengthMin = 4;
/** What is left of a password without the customer's own data must still be hard to guess. */
const besidesOwnMin = 8;
/** A password of fewer different characters repeats itself, whatever their order is. */
const differentMin = 5;

type Given = { min: number; own: readonly string[]; isCommon(password: string): boolean };

/** The first thing that is wrong with a password, or nothing. `own` are names, contacts, days, numbers of the customer. */
export function passwordProblem(typed: string, { min, own, isCommon }: Given): PasswordReason | undefined {
  // Nobody types so much: not even its one form, which takes seconds of a hundred thousand marks, is worth making.
  if (typed.length > typedPasswordMax)
    return { code: 'access.password_long', values: { max: passwordMax }, changes: 'you' };
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length < min) {
    return { code: 'access.password_short', values: { min, missing: min - length }, changes: 'you' };
  }
  if (length > passwordMax) return { code: 'access.password_long', values: { max: passwordMax }, changes: 'you' };
  const bare = bareText(password);
  if (isCommon(password.toLowerCase()) || isCommon(bare)) {
    return { code: 'access.password_common', values: {}, changes: 'you' };
  }
  if (isPattern(password.toLowerCase())) return { code: 'access.password_pattern', values: {}, changes: 'you' };
  if (isMadeOf(bare, own)) return { code: 'access.password_own', values: {}, changes: 'you' };
  return undefined;
}

/** Lower case without accents and signs, so that `Ada.Ricci` and `adaricci` are the same. */
const bareText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A piece repeated, the keyboard or the alphabet in order, or very few characters. */
function isPattern(password: string): boolean {
  if (new Set(password).size < differentMin) return true;
  if (/^(.{1,6})\1+.{0,5}$/u.test(password)) return true;
  return isMadeOfRuns(password);
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890123456789'];
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))];
/** A stretch that long in the order of a row is a run. */
const runMin = 4;

/** Is it nothing but runs, give or take a few characters? */
function isMadeOfRuns(password: string): boolean {
  let rest = password;
  for (let length = Math.min(rest.length, 20); length >= runMin; length -= 1) {
    for (let at = 0; at + length <= rest.length; at += 1) {
      if (runs.some((run) => run.includes(rest.slice(at, at + length)))) {
        rest = rest.slice(0, at) + rest.slice(at + length);
        at -= 1;
      }
    }
  }
  return rest.length <= 2;
}

/** Is what remains without the own data, longest first, too little? */
function isMadeOf(bare: string, own: readonly string[]): boolean {
  const pieces = [...new Set(own.map(bareText))].filter((piece) => piece.length >= ownLengthMin);
  let rest = bare;
  for (const piece of pieces.sort((one, other) => other.length - one.length)) rest = rest.replaceAll(piece, '');
  return rest.length < bare.length && [...rest].length < besidesOwnMin;
}

/** What of a customer must not make a password: names, contacts, numbers, the day of birth in the orders people write it. */
export function ownData(about: {
  names: readonly (string | undefined)[];
  numbers: readonly (string | undefined)[];
  contacts: readonly string[];
  birthDay: string | undefined;
}): string[] {
  const [year = '', month = '', dayOfMonth = ''] = about.birthDay?.split('-') ?? [];
  const days = about.birthDay
    ? [dayOfMonth + month + year, year + month + dayOfMonth, dayOfMonth + month + year.slice(2), year]
    : [];
  return [
    ...about.names.flatMap((name) => (name ? [name, ...name.split(/\s+/)] : [])),
    ...about.numbers.flatMap((number) => number ?? []),
    // The name of an e-mail and its domain are guessed apart; a mobile with and without its prefix.
    ...about.contacts.flatMap((contact) => [contact, ...contact.split(/[@.]/), contact.replace(/^\+39/, '')]),
    ...days,
  ];
}
