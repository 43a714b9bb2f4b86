// Luca: amounts at the two sides of the life limit of PAY-3, both payable today.
import type { Day } from '#kernel/days.ts';
import { firstOfMonth, plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import { writeContract } from '../contracts/contract.ts';
import { benefitNames } from '../contracts/life.ts';
import type { Book } from '../rows.ts';
import { levelPayablesAround } from './payables.ts';
import { rolesOf } from './story.ts';

/** A life instalment is payable from the first day of its month: nine days ahead, but never in the next month. */
function dueThisMonth(today: Day): Day {
  const lastOfMonth = plusDays(plusMonths(firstOfMonth(today), 1), -1);
  return [plusDays(today, 9), lastOfMonth].sort()[0] ?? lastOfMonth;
}

export function writeLuca(book: Book): void {
  const { luca } = cast;
  const dueOn = dueThisMonth(book.today);
  const on = plusDays(book.today, -4);
  const shared = { agency: luca.agency, roles: rolesOf(luca), renews: false };
  const insured = { kind: 'person', name: 'Luca Romano', details: { bornOn: luca.birthDay } } as const;
  writeContract(book, {
    ...shared,
    key: luca.policies.life,
    number: '1000001021',
    product: 'mano-tesa',
    goods: [insured],
    startsOn: plusMonths(dueOn, -36),
    endsOn: plusMonths(dueOn, 12 * 17),
    instalmentsPerYear: 1,
    annualPremiumCents: 100_000,
    risk: { tier: 1, valueCents: 30_000_000 },
    payables: levelPayablesAround({
      key: luca.payables.exactly1000,
      dueOn,
      amountCents: 100_000,
      perYear: 1,
      paidBefore: 3,
    }),
  });
  writeContract(book, {
    ...shared,
    key: luca.policies.savings,
    number: '1000001039',
    product: 'vento-largo',
    goods: [insured],
    startsOn: plusMonths(dueOn, -30),
    endsOn: null,
    instalmentsPerYear: 2,
    annualPremiumCents: 200_002,
    risk: { tier: 0, valueCents: 1_000_000 },
    payables: levelPayablesAround({
      key: luca.payables.above1000,
      dueOn,
      amountCents: 100_001,
      perYear: 2,
      paidBefore: 5,
    }),
    valuation: {
      on,
      surrenderCents: 521_707,
      paidInCents: 500_005,
      benefits: [{ names: benefitNames.death, cents: 526_924 }],
      units: [
        { fund: 'Fondo Quiete', units: 198.412, priceCents: 1_054, on, cents: 209_126 },
        { fund: 'Fondo Orizzonte', units: 246.321, priceCents: 1_269, on, cents: 312_581 },
      ],
    },
  });
  writeLucaPension(book, on);
}

/** A hundred a month, the next one on the day of the month on which it began; the last was paid. */
function writeLucaPension(book: Book, on: Day): void {
  const { luca } = cast;
  // Not in this month, or it would be payable too.
  const dueOn = plusDays(plusMonths(firstOfMonth(book.today), 1), 4);
  writeContract(book, {
    key: luca.policies.pension,
    number: '1000001047',
    product: 'stagione-piena',
    agency: luca.agency,
    renews: false,
    roles: rolesOf(luca),
    startsOn: plusMonths(dueOn, -60),
    endsOn: null,
    instalmentsPerYear: 12,
    annualPremiumCents: 120_000,
    risk: { tier: 0, valueCents: 10_000_000 },
    goods: [{ kind: 'person', name: 'Luca Romano', details: { bornOn: luca.birthDay } }],
    payables: levelPayablesAround({
      key: 'payable-luca-pension',
      dueOn,
      amountCents: 10_000,
      perYear: 12,
      paidBefore: 60,
    }),
    valuation: {
      on,
      surrenderCents: 632_480,
      paidInCents: 600_000,
      benefits: [{ names: benefitNames.annuity, cents: 41_250 }],
      history: [48, 36, 24, 12, 0].map((months, index) => ({
        on: plusMonths(on, -months),
        paidInCents: 120_000 * (index + 1),
        valueCents: [114_900, 236_200, 362_700, 494_800, 632_480][index] ?? 0,
      })),
    },
  });
}
