// Moretti Srl, Sara's workshop, and the health plan of Marco's employer.
import type { Day } from '#kernel/days.ts';
import { plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import { type Contract, writeContract } from '../contracts/contract.ts';
import type { Book } from '../rows.ts';
import { minor, others } from './parties.ts';
import { payablesAround } from './payables.ts';
import { building, rolesOf, vehicle, writeYearly } from './story.ts';

export function writeMoretti(book: Book): void {
  const { today } = book;
  const { moretti } = cast;
  const dueOn = plusDays(today, 11);
  const startsOn = plusMonths(dueOn, -6);
  writeContract(book, {
    key: moretti.policies.business,
    number: '1000000867',
    product: 'impresa-salda',
    agency: moretti.agency,
    roles: rolesOf(moretti),
    startsOn,
    endsOn: plusMonths(dueOn, 6),
    renews: true,
    instalmentsPerYear: 2,
    annualPremiumCents: 368_000,
    risk: { tier: 2, valueCents: 90_000_000 },
    goods: [
      { kind: 'activity', name: 'Serramenti in legno e alluminio', details: { employees: '14', turnover: '1620000' } },
      building(moretti, { squareMetres: '740', builtIn: '1989' }),
    ],
    payables: [
      ...payablesAround({ key: moretti.payables.business, dueOn, amountCents: 184_000, perYear: 2, paidBefore: 7 }),
      ...adjustments(book, startsOn),
    ],
  });
  writeYearly(book, {
    key: moretti.policies.fleet,
    number: '1000000875',
    product: 'flotta-serena',
    holder: moretti,
    risk: { tier: 1, valueCents: 2_600_000 },
    goods: [
      vehicle('Furgone 2.2', 'GD318MV', {
        registeredOn: plusMonths(today, -40).slice(0, 7),
        powerKw: '103',
        meritClass: '1',
      }),
      vehicle('Furgone 1.6', 'FY907LC', {
        registeredOn: plusMonths(today, -79).slice(0, 7),
        powerKw: '77',
        meritClass: '2',
      }),
      vehicle('Berlina 1.2', 'GK152ZA', {
        registeredOn: plusMonths(today, -22).slice(0, 7),
        powerKw: '74',
        meritClass: '1',
      }),
    ],
    around: {
      key: moretti.payables.fleet,
      dueOn: plusDays(today, 13),
      amountCents: 142_560,
      perYear: 2,
      paidBefore: 6,
    },
  });
}

/** Last year's turnover, payable online, and a machine added since, which the agency settles. */
const adjustments = (book: Book, startsOn: Day): Contract['payables'] => [
  {
    key: cast.moretti.payables.regularisation,
    kind: 'regularisation',
    amountCents: 27_430,
    iotCents: 0,
    dueOn: plusDays(book.today, -5),
    coversFrom: plusMonths(startsOn, -12),
    coversUntil: startsOn,
    isPayableOnline: true,
    state: 'due',
  },
  {
    key: cast.moretti.payables.completion,
    kind: 'completion',
    amountCents: 9_800,
    iotCents: 0,
    dueOn: plusDays(book.today, 16),
    isPayableOnline: false,
    state: 'due',
  },
];

export function writeSaraBusiness(book: Book): void {
  const { saraBusiness } = cast;
  writeYearly(book, {
    key: saraBusiness.policies.shop,
    number: '1000000791',
    product: 'bottega-salda',
    holder: saraBusiness,
    risk: { tier: 1, valueCents: 6_000_000 },
    goods: [
      { kind: 'activity', name: 'Laboratorio di ceramica', details: { employees: '1', turnover: '78000' } },
      building(saraBusiness, { squareMetres: '65', builtIn: '1934' }),
    ],
    around: {
      key: saraBusiness.payables.shop,
      dueOn: plusDays(book.today, 10),
      amountCents: 19_870,
      perYear: 2,
      paidBefore: 5,
    },
  });
}

/** The employer pays; Marco, his wife and his daughter are covered. */
export function writeMarcosPlan(book: Book): void {
  const { marco } = cast;
  writeYearly(book, {
    key: marco.policies.plan,
    number: '1000000516',
    product: 'respiro-impresa',
    holder: marco,
    roles: [
      { party: others.employer, role: 'policyholder' },
      { party: marco.key, role: 'employer_insured' },
      { party: others.laura, role: 'family_member' },
      { party: others.nina, role: 'family_member' },
    ],
    risk: { tier: 2, valueCents: 0 },
    goods: [
      { kind: 'person', name: 'Marco Ferri', details: { bornOn: marco.birthDay } },
      { kind: 'person', name: 'Laura Pieri', details: { bornOn: '1983-10-19' } },
      { kind: 'person', name: 'Nina Ferri', details: { bornOn: minor('nina', book.today).birthDay } },
    ],
    around: {
      key: marco.payables.plan,
      dueOn: plusDays(book.today, 15),
      amountCents: 186_400,
      perYear: 1,
      paidBefore: 3,
    },
  });
}
