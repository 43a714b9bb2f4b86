// Irene: contracts that have ended.
import { plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import { writeContract } from '../contracts/contract.ts';
import type { Book } from '../rows.ts';
import { paidUntil } from './payables.ts';
import { rolesOf, vehicle } from './story.ts';

export function writeIrene(book: Book): void {
  const { today } = book;
  const { irene } = cast;
  const shared = { agency: irene.agency, roles: rolesOf(irene), renews: false, state: 'ended' as const };
  const soldOn = plusMonths(today, -8);
  writeContract(book, {
    ...shared,
    key: irene.policies.motor,
    number: '1000001294',
    product: 'guida-serena',
    startsOn: plusMonths(soldOn, -12),
    endsOn: soldOn,
    instalmentsPerYear: 2,
    annualPremiumCents: 92_480,
    risk: { tier: 1, valueCents: 720_000 },
    goods: [
      vehicle('Utilitaria 1.2', 'FK640HB', {
        registeredOn: plusMonths(today, -98).slice(0, 7),
        powerKw: '62',
        meritClass: '6',
      }),
    ],
    payables: paidUntil({ dueOn: soldOn, amountCents: 46_240, perYear: 2, paidBefore: 6 }),
  });
  const diedOn = plusMonths(today, -14);
  writeContract(book, {
    ...shared,
    key: irene.policies.pet,
    number: '1000001302',
    product: 'zampa-felice',
    startsOn: plusMonths(diedOn, -12),
    endsOn: diedOn,
    instalmentsPerYear: 1,
    annualPremiumCents: 16_200,
    risk: { tier: 0, valueCents: 0 },
    goods: [
      {
        kind: 'pet',
        name: 'Mirtillo, europeo',
        details: { species: 'cat', breed: 'europeo', bornOn: plusMonths(today, -190).slice(0, 7) },
      },
    ],
    payables: paidUntil({ dueOn: diedOn, amountCents: 16_200, perYear: 1, paidBefore: 3 }),
  });
}
