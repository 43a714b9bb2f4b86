// How a party is reached and what it agreed to: contacts, consents, paperless choice.
import type { Day } from '#kernel/days.ts';
import { bareLetters } from '#kernel/italian/letters.ts';
import { plusDays } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Book, Rows } from '../rows.ts';
import type { Maker, Party, Person } from './persons.ts';

type Contact = Pick<Rows['contacts'], 'kind' | 'value'> & { origin?: 'employer' };

/** Writes contacts: the first is the preferred one; an e-mail takes the paperless mail when the party chose so. */
export function writeContacts(
  book: Book,
  party: string,
  contacts: readonly Contact[],
  since: Day,
  isPaperless: boolean,
): void {
  const paperless = isPaperless ? contacts.find((one) => one.kind === 'email') : undefined;
  contacts.forEach((one, index) => {
    book.write('contacts', `contact-${party.slice('party-'.length)}-${index + 1}`, {
      party,
      kind: one.kind,
      value: one.value,
      origin: one.origin ?? 'agency',
      ...(one.kind === 'landline' ? {} : { verifiedAt: `${since}T09:30:00.000Z` }),
      isPreferred: index === 0,
      isPaperless: one === paperless,
      isSignature: false,
    });
  });
}

const purposes = ['marketing', 'profiling', 'third_parties'];

/** Writes the consents of a natural person, as asked in the agency; a few were withdrawn later on the portal or by phone. */
export function writeConsents(book: Book, chance: Chance, party: string, since: Day): void {
  const name = party.slice('party-'.length);
  purposes.forEach((purpose, index) => {
    const isGiven = chance.is([0.55, 0.35, 0.15][index] ?? 0);
    const row = { party, purpose, textVersion: since < '2024-01-01' ? '2022-03' : '2024-01' };
    book.write('consents', `consent-${name}-${index + 1}-1`, {
      ...row,
      isGiven,
      decidedAt: `${since}T09:45:00.000Z`,
      channel: 'agency',
    });
    if (!isGiven || !chance.is(0.12)) return;
    const later = plusDays(since, chance.integer(30, 200));
    if (later >= book.today) return;
    book.write('consents', `consent-${name}-${index + 1}-2`, {
      ...row,
      isGiven: false,
      decidedAt: `${later}T14:10:00.000Z`,
      channel: 'support',
    });
  });
}

export function writePaperless(book: Book, party: string, isOn: boolean, since: Day): void {
  book.write('paperless', `paperless-${party.slice('party-'.length)}`, { party, isOn, since });
}

const mailDomains = ['posta.example', 'mail.example', 'lettere.example', 'casella.example'];

/** An address that nobody else has, since keys are given once. */
export function emailOf(chance: Chance, party: Party): string {
  const number = party.key.replace(/\D/g, '');
  const words = party.name
    .split(' ')
    .map((word) => bareLetters(word).toLowerCase())
    .filter((word) => word !== '');
  return `${words.slice(0, 3).join('.')}${number}@${chance.pick(mailDomains)}`;
}

/** Most people have an e-mail and a mobile; a landline is for the elder. Nobody is without any contact. */
export function contactsOf({ registry, chance }: Maker, person: Person, shared?: Contact): Contact[] {
  const contacts: Contact[] = [];
  const elder = person.age > 65;
  if (shared) contacts.push(shared);
  else if (chance.is(elder ? 0.6 : 0.93)) contacts.push({ kind: 'email', value: emailOf(chance, person) });
  if (chance.is(elder ? 0.75 : 0.95)) contacts.push({ kind: 'mobile', value: registry.mobile() });
  if (contacts.length === 0 || chance.is(elder ? 0.6 : 0.15)) {
    contacts.push({ kind: 'landline', value: registry.landline(person.home.place.prefix) });
  }
  return contacts;
}

/** Writes how a natural person is reached and what it agreed to. */
export function writeReach(maker: Maker, person: Person, contacts: Contact[], since: Day, isPaperless: boolean): void {
  const isOn = isPaperless && contacts.some((one) => one.kind === 'email');
  writeContacts(maker.book, person.key, contacts, since, isOn);
  writeConsents(maker.book, maker.chance, person.key, since);
  writePaperless(maker.book, person.key, isOn, since);
}
