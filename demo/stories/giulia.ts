// Giulia: motor, home and life.
import { plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import { writeContract } from '../contracts/contract.ts';
import { benefitNames } from '../contracts/life.ts';
import type { Book } from '../rows.ts';
import { levelPayablesAround } from './payables.ts';
import { building, rolesOf, vehicle, writeYearly } from './story.ts';

export function writeGiulia(book: Book): void {
  const { today } = book;
  const { giulia } = cast;
  writeYearly(book, {
    key: giulia.policies.motor,
    number: '1234567890',
    product: 'guida-serena',
    holder: giulia,
    risk: { tier: 2, valueCents: 1_150_000 },
    goods: [
      vehicle('Fiat Panda', 'GB482KL', {
        registeredOn: plusMonths(today, -50).slice(0, 7),
        powerKw: '51',
        meritClass: '1',
      }),
    ],
    around: {
      key: giulia.payables.motor,
      dueOn: plusDays(today, 6),
      amountCents: 31_240,
      perYear: 2,
      paidBefore: 8,
      after: [giulia.payables.motorNext],
    },
  });
  writeYearly(book, {
    key: giulia.policies.home,
    number: '1234567916',
    product: 'tetto-saldo',
    holder: giulia,
    risk: { tier: 1, valueCents: 14_500_000 },
    goods: [building(giulia, { squareMetres: '84', builtIn: '1912' })],
    around: { key: giulia.payables.home, dueOn: plusMonths(today, 4), amountCents: 21_860, perYear: 1, paidBefore: 5 },
  });
  writeGiuliaLife(book);
}

/** Twelve years of premiums and what they have become. */
function writeGiuliaLife(book: Book): void {
  const { today } = book;
  const { giulia } = cast;
  const dueOn = plusMonths(today, 2);
  const valuedOn = plusDays(today, -4);
  const yearEnds = Array.from({ length: 12 }, (_, index) => plusMonths(valuedOn, -12 * (11 - index)));
  writeContract(book, {
    key: giulia.policies.life,
    number: '1234567924',
    product: 'domani-sereno',
    agency: giulia.agency,
    roles: rolesOf(giulia),
    startsOn: plusMonths(dueOn, -12 * 12),
    endsOn: plusMonths(dueOn, 13 * 12),
    renews: false,
    instalmentsPerYear: 2,
    annualPremiumCents: 140_000,
    risk: { tier: 1, valueCents: 4_000_000 },
    goods: [{ kind: 'person', name: 'Giulia Bianchi', details: { bornOn: giulia.birthDay } }],
    payables: levelPayablesAround({
      key: giulia.payables.life,
      dueOn,
      amountCents: 70_000,
      perYear: 2,
      paidBefore: 24,
    }),
    valuation: {
      on: valuedOn,
      surrenderCents: 1_824_000,
      paidInCents: 1_680_000,
      benefits: [
        { names: benefitNames.death, cents: 4_000_000 },
        { names: benefitNames.maturity, cents: 4_216_000 },
      ],
      // Each year 1,400.00 went in; the value passed what was paid in the sixth year.
      history: yearEnds.map((on, index) => ({
        on,
        paidInCents: 140_000 * (index + 1),
        valueCents: Math.round((140_000 * (index + 1) * (0.93 + 0.014156 * index)) / 1_000) * 1_000,
      })),
    },
  });
}
