// Franco: amounts at the two sides of every non-life limit of PAY-3, all payable today, and a suspended motor cover.
import { plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import { writeContract } from '../contracts/contract.ts';
import { suspendedOnRequest } from '../contracts/motor.ts';
import type { Book } from '../rows.ts';
import { paidUntil } from './payables.ts';
import { building, rolesOf, vehicle, writeYearly } from './story.ts';

export function writeFranco(book: Book): void {
  const { today } = book;
  const { franco } = cast;
  const holder = franco;
  const once = { perYear: 1, paidBefore: 4 };
  writeYearly(book, {
    key: franco.policies.flat,
    number: '1000001459',
    product: 'tetto-saldo',
    holder,
    risk: { tier: 2, valueCents: 98_000_000 },
    goods: [building(franco, { squareMetres: '240', builtIn: '1905' })],
    around: { key: franco.payables.exactly2000, dueOn: plusDays(today, 12), amountCents: 200_000, ...once },
  });
  writeYearly(book, {
    key: franco.policies.motor,
    number: '1000001467',
    product: 'guida-serena',
    holder,
    risk: { tier: 2, valueCents: 6_900_000 },
    goods: [
      vehicle('Fuoristrada 3.0', 'GF846SW', {
        registeredOn: plusMonths(today, -19).slice(0, 7),
        powerKw: '210',
        meritClass: '1',
      }),
    ],
    around: { key: franco.payables.above2000, dueOn: plusDays(today, 15), amountCents: 200_001, ...once },
  });
  writeYearly(book, {
    key: franco.policies.health,
    number: '1000001475',
    product: 'respiro',
    holder,
    risk: { tier: 2, valueCents: 0 },
    goods: [{ kind: 'person', name: 'Franco Villa', details: { bornOn: franco.birthDay } }],
    around: { key: franco.payables.exactly5000, dueOn: plusDays(today, 18), amountCents: 500_000, ...once },
  });
  writeYearly(book, {
    key: franco.policies.villa,
    number: '1000001483',
    product: 'tetto-saldo',
    holder,
    risk: { tier: 2, valueCents: 240_000_000 },
    goods: [
      building(
        { street: 'Via Regina 30', postcode: '22100', municipality: 'Como', province: 'CO' },
        { squareMetres: '520', builtIn: '1897' },
      ),
    ],
    around: { key: franco.payables.above5000, dueOn: plusDays(today, 21), amountCents: 500_001, ...once },
  });
  writeSuspended(book);
}

/** A motorcycle laid up for the winter: paid for, suspended, nothing due. */
function writeSuspended(book: Book): void {
  const { today } = book;
  const { franco } = cast;
  const endsOn = plusMonths(today, 7);
  writeContract(book, {
    key: franco.policies.suspended,
    number: '1000001491',
    product: 'sella-serena',
    agency: franco.agency,
    roles: rolesOf(franco),
    state: 'suspended',
    suspendedSince: plusDays(today, -45),
    suspendedBecause: suspendedOnRequest,
    startsOn: plusMonths(endsOn, -12),
    endsOn,
    renews: true,
    instalmentsPerYear: 1,
    annualPremiumCents: 41_900,
    risk: { tier: 1, valueCents: 820_000 },
    goods: [
      vehicle('Moto 650', 'EX70518', {
        registeredOn: plusMonths(today, -64).slice(0, 7),
        powerKw: '49',
        meritClass: '1',
      }),
    ],
    payables: paidUntil({ dueOn: endsOn, amountCents: 41_900, perYear: 1, paidBefore: 4 }),
  });
}
