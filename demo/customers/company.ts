// Companies: an owner in most cases, business contracts, vehicles, employees with a plan.
import type { Day } from '#kernel/days.ts';
import { plusMonths } from '../calendar.ts';
import { businessOf } from '../contracts/business.ts';
import { writeContract } from '../contracts/contract.ts';
import { fleetOf } from '../contracts/motor.ts';
import { planOf } from '../contracts/people.ts';
import { type Firm, writeFirm } from '../people/firms.ts';
import { homeIn, type Maker, someHome, writePerson } from '../people/persons.ts';
import { contactsOf, emailOf, writeContacts, writePaperless, writeReach } from '../people/reach.ts';

/** Writes a company: half have a fleet, and four of ten a health plan for their employees. */
export function writeCompany(maker: Maker, number: number): void {
  const { book, chance, registry } = maker;
  const since = plusMonths(book.today, -chance.integer(8, 130));
  const home = someHome(chance);
  const owner = chance.is(0.6)
    ? writePerson(maker, { key: `party-${number}-2`, home, band: chance.pick(['grown', 'ripe'] as const) })
    : undefined;
  const firm = writeFirm(maker, { key: `party-${number}`, kind: 'company', home, owner });
  writeContacts(
    book,
    firm.key,
    [
      { kind: 'email', value: emailOf(chance, firm) },
      { kind: 'landline', value: registry.landline(home.place.prefix) },
    ],
    since,
    true,
  );
  writePaperless(book, firm.key, true, since);
  if (owner) {
    writeReach(maker, owner, contactsOf(maker, owner), since, chance.is(0.6));
    book.write('links', `link-${number}-1`, { kind: 'owns', from: owner.key, to: firm.key, since });
  }
  writeContract(book, businessOf(maker, `policy-${number}-1`, firm));
  if (chance.is(0.5)) writeContract(book, fleetOf(maker, `policy-${number}-2`, firm));
  if (chance.is(0.4)) writePlan(maker, number, firm, since);
}

/** Employees live near the firm, and it was the employer who told us how to reach them. */
function writePlan(maker: Maker, number: number, firm: Firm, since: Day): void {
  const { book, chance, registry } = maker;
  const employees = Array.from({ length: chance.integer(2, 6) }, (_, index) => {
    const band = chance.pick(['young', 'adult', 'grown'] as const);
    const person = writePerson(maker, {
      key: `party-${number}-${index + 11}`,
      home: homeIn(chance, firm.home.place),
      band,
    });
    const email = { kind: 'email', value: emailOf(chance, person), origin: 'employer' } as const;
    writeContacts(
      book,
      person.key,
      chance.is(0.7) ? [email, { kind: 'mobile', value: registry.mobile(), origin: 'employer' }] : [email],
      since,
      false,
    );
    return person;
  });
  writeContract(book, planOf(maker, `policy-${number}-3`, firm, employees));
}
