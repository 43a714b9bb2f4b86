// The codice fiscale (DM 23-12-1976): how it is made and checked. That a code agrees with somebody's data proves
// nothing: only the register of the Agenzia delle Entrate does.
import { type Day, dayOrNothing } from '../days.ts';
import { accepted, type Checked, firstWrong, refused } from './checked.ts';
import { bareLetters, checkLetter } from './letters.ts';
import { digitsForLetters, lettersForDigits } from './omocodia.ts';
import { elevenDigitsCheck } from './partita-iva.ts';

declare const codiceFiscaleBrand: unique symbol;
/** Sixteen characters, or the eleven digits that organisations and some persons have. */
export type CodiceFiscale = string & { readonly [codiceFiscaleBrand]: true };

export type CodiceFiscaleProblem = 'empty' | 'characters' | 'length' | 'date' | 'check';
export type Sex = 'F' | 'M';
export type PersonalData = { familyName: string; givenName: string; birthDay: Day; sex: Sex; belfiore: string };

/** What may stand in each of the sixteen positions; N is a digit or the letter that omocodia puts in its place. */
const layout = 'AAAAAANNMNNANNNA';
const allowed: Record<string, RegExp> = { A: /[A-Z]/, N: /[0-9LMNPQRSTUV]/, M: /[ABCDEHLMPRST]/ };
const monthLetters = 'ABCDEHLMPRST';

/** Reads a codice fiscale in any case and spacing. The date must exist; omocodia is accepted and kept. */
export function parseCodiceFiscale(text: string): Checked<CodiceFiscale, CodiceFiscaleProblem> {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  if (bare === '') return refused('empty');
  if (/^\d+$/.test(bare)) return numeric(bare);
  const strange = firstWrong(bare, /[A-Z0-9]/);
  if (strange > 0) return refused('characters', strange);
  if (bare.length !== 16) return refused('length');
  const misplaced = [...layout].findIndex((kind, index) => !allowed[kind]?.test(bare.charAt(index)));
  if (misplaced >= 0) return refused('characters', misplaced + 1);
  if (birthDaysOf(bare).length === 0) return refused('date', 10);
  if (checkLetter(bare.slice(0, 15)) !== bare.charAt(15)) return refused('check', 16);
  return accepted(branded(bare));
}

function numeric(digits: string): Checked<CodiceFiscale, CodiceFiscaleProblem> {
  if (digits.length !== 11) return refused('length');
  if (/^0+$/.test(digits) || elevenDigitsCheck(digits.slice(0, 10)) !== digits.charAt(10)) return refused('check', 11);
  return accepted(branded(digits));
}

/** Makes the code from the data it is made of. Throws when `belfiore` is no such code: the caller's bug. */
export function codiceFiscaleOf(data: PersonalData): CodiceFiscale {
  if (!/^[A-Z]\d{3}$/.test(data.belfiore)) throw new RangeError(`not a Belfiore code: ${data.belfiore}`);
  const month = monthLetters.charAt(Number(data.birthDay.slice(5, 7)) - 1);
  const dayOfMonth = Number(data.birthDay.slice(8, 10)) + (data.sex === 'F' ? 40 : 0);
  const date = `${data.birthDay.slice(2, 4)}${month}${String(dayOfMonth).padStart(2, '0')}`;
  return sealed(`${familyPart(data.familyName)}${givenPart(data.givenName)}${date}${data.belfiore}`);
}

const consonants = (name: string): string => name.replace(/[AEIOU]/g, '');
const vowels = (name: string): string => name.replace(/[^AEIOU]/g, '');

/** Consonants in order, then vowels in order, then X. */
function familyPart(name: string): string {
  const bare = bareLetters(name);
  return `${consonants(bare)}${vowels(bare)}XXX`.slice(0, 3);
}

/** The same, but of four or more consonants the second one is left out. */
function givenPart(name: string): string {
  const found = consonants(bareLetters(name));
  return found.length >= 4 ? `${found.charAt(0)}${found.slice(2, 4)}` : familyPart(name);
}

/**
 * The variant in which the digits named by the bits of `mask` are letters (bit 0 is the rightmost digit), 0 to 127.
 * A numeric code has no variants.
 */
export const withOmocodia = (code: CodiceFiscale, mask: number): CodiceFiscale =>
  code.length === 16 ? sealed(lettersForDigits(digitsForLetters(code), mask).slice(0, 15)) : code;

/** The code as it would be without omocodia. */
export const withoutOmocodia = (code: CodiceFiscale): CodiceFiscale => withOmocodia(code, 0);

/** What a code tells. The century is not in it: `birthDays` holds every day it can mean, newest first. */
export type CodiceFiscaleFacts = { sex: Sex; birthDays: Day[]; belfiore: string };

/** What a sixteen-character code tells about a person; nothing for a numeric one. */
export function factsOf(code: CodiceFiscale): CodiceFiscaleFacts | undefined {
  if (code.length !== 16) return undefined;
  const plain = digitsForLetters(code);
  const sex = Number(plain.slice(9, 11)) > 40 ? 'F' : 'M';
  return { sex, birthDays: birthDaysOf(code), belfiore: plain.slice(11, 15) };
}

/** The birth day a code means for somebody who lives today: the newest one that is not in the future. */
export const birthDayOf = (code: CodiceFiscale, today: Day): Day | undefined =>
  factsOf(code)?.birthDays.find((birthDay) => birthDay <= today);

const centuries = ['20', '19', '18'];

function birthDaysOf(code: string): Day[] {
  const plain = digitsForLetters(code);
  const month = String(monthLetters.indexOf(plain.charAt(8)) + 1).padStart(2, '0');
  const number = Number(plain.slice(9, 11));
  const dayOfMonth = String(number > 40 ? number - 40 : number).padStart(2, '0');
  return centuries.flatMap((century) => dayOrNothing(`${century}${plain.slice(6, 8)}-${month}-${dayOfMonth}`) ?? []);
}

/** Which of the data a code does not agree with. A warning for people to look at, never a refusal. */
export function doubtsAbout(code: CodiceFiscale, data: Partial<PersonalData>): (keyof PersonalData)[] {
  const facts = factsOf(code);
  if (!facts) return [];
  const doubts: (keyof PersonalData)[] = [];
  if (data.familyName !== undefined && familyPart(data.familyName) !== code.slice(0, 3)) doubts.push('familyName');
  if (data.givenName !== undefined && givenPart(data.givenName) !== code.slice(3, 6)) doubts.push('givenName');
  if (data.birthDay !== undefined && !facts.birthDays.includes(data.birthDay)) doubts.push('birthDay');
  if (data.sex !== undefined && facts.sex !== data.sex) doubts.push('sex');
  if (data.belfiore !== undefined && facts.belfiore !== data.belfiore) doubts.push('belfiore');
  return doubts;
}

// The only two places that give the brand: after the checks of a text, and after computing the check letter.
const branded = (text: string) => text as CodiceFiscale;
const sealed = (head: string) => (head + checkLetter(head)) as CodiceFiscale;
