// The parties of the cast, those around them, and how they hang together.
import { type Day, plusYears } from '#kernel/days.ts';
import { codiceFiscaleOf } from '#kernel/italian/codice-fiscale.ts';
import { plusDays } from '../calendar.ts';
import { type CastMember, cast, castMembers } from '../cast.ts';
import { chanceOf } from '../chance.ts';
import { writeConsents, writeContacts, writePaperless } from '../people/reach.ts';
import type { Book, Rows } from '../rows.ts';

/** How long ago the agencies recorded the contacts: before the oldest account. */
const knownDays = 900;

/** Parties that no test signs in as. */
export const others = {
  employer: 'party-filatura-aurora',
  laura: 'party-laura',
  nina: 'party-nina',
} as const;

type Minor = { birthDay: Day; codiceFiscale: string };

/** Children are always the same age, so their birth day and code move with today. */
export function minor(name: 'tommaso' | 'nina', today: Day): Minor {
  const birthDay = plusDays(plusYears(today, name === 'tommaso' ? -11 : -9), -40);
  const codiceFiscale =
    name === 'tommaso'
      ? codiceFiscaleOf({ givenName: 'Tommaso', familyName: 'Ricci', sex: 'M', birthDay, belfiore: 'D612' })
      : codiceFiscaleOf({ givenName: 'Nina', familyName: 'Ferri', sex: 'F', birthDay, belfiore: 'D612' });
  return { birthDay, codiceFiscale };
}

export function writeParties(book: Book): void {
  const since = plusDays(book.today, -knownDays);
  for (const member of castMembers) {
    book.write('parties', member.key, rowOf(member, book.today));
    writeContacts(book, member.key, member.contacts, since, member.isPaperless);
    if (member.kind === 'person') writeConsents(book, chanceOf('consents', member.name), member.key, since);
    if (member.contacts.length > 0) writePaperless(book, member.key, member.isPaperless, since);
  }
  writeOthers(book, since);
  writeLinks(book, since);
}

function rowOf(member: CastMember, today: Day): Rows['parties'] {
  const { kind, language, customerCode, street, postcode, municipality, province } = member;
  const { givenName, familyName, businessName, codiceFiscale, partitaIva, birthDay } = member;
  return {
    kind,
    language,
    customerCode,
    agency: `agency-${member.agency}`,
    street,
    postcode,
    municipality,
    province,
    ...(givenName && familyName ? { givenName, familyName } : {}),
    ...(businessName ? { businessName } : {}),
    ...(partitaIva ? { partitaIva } : {}),
    ...(codiceFiscale ? { codiceFiscale } : minor('tommaso', today)),
    ...(birthDay ? { birthDay: birthDay as Day } : {}),
  };
}

/** Marco's employer, his wife and his daughter. */
function writeOthers(book: Book, since: Day): void {
  const { agency, street, postcode, municipality, province } = cast.marco;
  const home = { agency: `agency-${agency}`, street, postcode, municipality, province };
  book.write('parties', others.employer, {
    kind: 'company',
    businessName: 'Filatura Aurora Srl',
    partitaIva: '80001030487',
    codiceFiscale: '80001030487',
    ...home,
    language: 'it',
    customerCode: '10005109',
    street: 'Viale dei Mille 102',
    postcode: '50131',
  });
  writeContacts(
    book,
    others.employer,
    [
      { kind: 'email', value: 'personale@filatura-aurora.example' },
      { kind: 'landline', value: '+390550001005' },
    ],
    since,
    false,
  );
  book.write('parties', others.laura, {
    kind: 'person',
    givenName: 'Laura',
    familyName: 'Pieri',
    birthDay: '1983-10-19' as Day,
    codiceFiscale: 'PRILRA83R59D612I',
    language: 'it',
    customerCode: '10005141',
    ...home,
  });
  book.write('parties', others.nina, {
    kind: 'person',
    givenName: 'Nina',
    familyName: 'Ferri',
    ...minor('nina', book.today),
    language: 'it',
    customerCode: '10005158',
    ...home,
  });
}

function writeLinks(book: Book, since: Day): void {
  const link = (name: string, kind: Rows['links']['kind'], from: string, to: string) =>
    book.write('links', `link-${name}`, { kind, from, to, since });
  link('elena-paolo', 'household', cast.elena.key, cast.paolo.key);
  link('marco-laura', 'household', cast.marco.key, others.laura);
  link('marco-nina', 'household', cast.marco.key, others.nina);
  link('sara', 'trades_as', cast.sara.key, cast.saraBusiness.key);
  link('bruno', 'owns', cast.bruno.key, cast.moretti.key);
  link('ada-tommaso', 'represents', cast.ada.key, cast.tommaso.key);
}
