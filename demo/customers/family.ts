// Private customers: alone, a couple, a family, with one to four contracts that fit them.
import type { Day } from '#kernel/days.ts';
import { plusMonths } from '../calendar.ts';
import { businessOf } from '../contracts/business.ts';
import { type Contract, writeContract } from '../contracts/contract.ts';
import { homeOf } from '../contracts/home.ts';
import { endowmentOf, pensionOf, termLifeOf, unitLinkedOf } from '../contracts/life.ts';
import { motorOf } from '../contracts/motor.ts';
import { accidentOf, healthOf } from '../contracts/people.ts';
import { petOf } from '../contracts/pet.ts';
import { writeFirm } from '../people/firms.ts';
import { type Maker, type Person, someHome, writePerson } from '../people/persons.ts';
import { contactsOf, emailOf, writeContacts, writePaperless, writeReach } from '../people/reach.ts';
import type { Band } from '../people/registry.ts';

type Adult = Exclude<Band, 'child'>;
const ages: readonly (readonly [Adult, number])[] = [
  ['young', 15],
  ['adult', 25],
  ['grown', 27],
  ['ripe', 20],
  ['old', 13],
];

type Family = { person: Person; partner?: Person; children: Person[] };

/** Writes a private customer; some have a business of their own beside it. */
export function writeFamily(maker: Maker, number: number, kind: 'private' | 'sole_trader' | 'professional'): void {
  const { book, chance } = maker;
  const since = plusMonths(book.today, -chance.integer(8, 130));
  const family = someFamily(maker, number);
  const { person, partner, children } = family;
  const isPaperless = chance.is(0.6);
  const contacts = contactsOf(maker, person);
  writeReach(maker, person, contacts, since, isPaperless);
  if (partner) {
    // Spouses often give the agency one e-mail for both.
    const email = contacts.find((one) => one.kind === 'email');
    writeReach(
      maker,
      partner,
      contactsOf(maker, partner, email && chance.is(0.2) ? email : undefined),
      since,
      isPaperless,
    );
    book.write('links', `link-${number}-1`, { kind: 'household', from: person.key, to: partner.key, since });
  }
  children.forEach((child, index) => {
    book.write('links', `link-${number}-${index + 2}`, { kind: 'represents', from: person.key, to: child.key, since });
  });
  if (kind !== 'private') writeOwnFirm(maker, number, person, kind, since);
  privateContracts(maker, number, family).forEach((contract) => {
    writeContract(book, contract);
  });
}

function someFamily(maker: Maker, number: number): Family {
  const { chance } = maker;
  const home = someHome(chance);
  const band = chance.weighted(ages);
  const person = writePerson(maker, { key: `party-${number}`, home, band });
  const hasPartner = band !== 'young' && chance.is(0.35);
  const sex = person.sex === 'F' ? 'M' : 'F';
  const partner = hasPartner ? writePerson(maker, { key: `party-${number}-2`, home, band, sex }) : undefined;
  const isParent = (band === 'adult' || band === 'grown') && chance.is(hasPartner ? 0.5 : 0.1);
  const children = Array.from({ length: isParent ? chance.integer(1, 2) : 0 }, (_, index) =>
    writePerson(maker, { key: `party-${number}-${index + 3}`, home, band: 'child', familyName: person.familyName }),
  );
  return { person, children, ...(partner ? { partner } : {}) };
}

/** A person's own business: a second party, linked, with a contact or two of its own. */
function writeOwnFirm(
  maker: Maker,
  number: number,
  person: Person,
  kind: 'sole_trader' | 'professional',
  since: Day,
): void {
  const { book, chance, registry } = maker;
  const firm = writeFirm(maker, { key: `party-${number}-9`, kind, home: person.home, owner: person });
  book.write('links', `link-${number}-9`, { kind: 'trades_as', from: person.key, to: firm.key, since });
  writeContacts(
    book,
    firm.key,
    [
      { kind: 'email', value: emailOf(chance, firm) },
      { kind: 'mobile', value: registry.mobile() },
    ],
    since,
    true,
  );
  writePaperless(book, firm.key, true, since);
  writeContract(book, businessOf(maker, `policy-${number}-9`, firm));
}

/** One to four contracts of different lines, likelier the more they fit age and family. */
function privateContracts(maker: Maker, number: number, { person, partner, children }: Family): Contract[] {
  const { chance } = maker;
  const family = [...(partner ? [partner] : []), ...children];
  const working = person.age < 66;
  const makers: [number, (key: string) => Contract][] = [
    [0.68, (key) => motorOf(maker, key, person)],
    [0.45, (key) => homeOf(maker, key, person, partner ? [partner] : [])],
    [0.22, (key) => accidentOf(maker, key, person, chance.is(0.6) ? family : [])],
    [0.16, (key) => healthOf(maker, key, person, family)],
    [0.12, (key) => petOf(maker, key, person)],
    [!working ? 0 : family.length > 0 ? 0.25 : 0.04, (key) => termLifeOf(maker, key, person, partner ? [partner] : [])],
    [person.age < 72 ? 0.2 : 0, (key) => endowmentOf(maker, key, person, partner ? [partner] : [])],
    [person.age < 80 ? 0.1 : 0, (key) => unitLinkedOf(maker, key, person, partner ? [partner] : [])],
    [working ? 0.15 : 0, (key) => pensionOf(maker, key, person)],
    [partner ? 0.35 : 0, (key) => motorOf(maker, key, partner ?? person)],
  ];
  const contracts = makers.flatMap(([probability, make], index) =>
    chance.is(probability) ? [make(`policy-${number}-${index + 10}`)] : [],
  );
  return contracts.length > 0 ? contracts : [motorOf(maker, `policy-${number}-10`, person)];
}
