// Giulia, Elena and Paolo, Sara, Bruno, Ada, Nadia, Pietro, Karin, Marta, Irene: private contracts.
import { plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import { writeContract } from '../contracts/contract.ts';
import { benefitNames } from '../contracts/life.ts';
import type { Book } from '../rows.ts';
import { minor } from './parties.ts';
import { paidUntil, payablesAround } from './payables.ts';
import { building, rolesOf, vehicle, writeYearly } from './story.ts';

export function writeGiulia(book: Book): void {
  const { today } = book;
  const { giulia } = cast;
  writeYearly(book, {
    ...{ key: giulia.policies.motor, number: '1234567890', product: 'guida-serena', holder: giulia },
    risk: { tier: 2, valueCents: 1_150_000 },
    goods: [
      vehicle('Fiat Panda', 'GB482KL', {
        registeredOn: plusMonths(today, -50).slice(0, 7),
        powerKw: '51',
        meritClass: '1',
      }),
    ],
    around: {
      ...{ key: giulia.payables.motor, dueOn: plusDays(today, 6), amountCents: 31_240, perYear: 2, paidBefore: 8 },
      after: [giulia.payables.motorNext],
    },
  });
  writeYearly(book, {
    ...{ key: giulia.policies.home, number: '1234567916', product: 'tetto-saldo', holder: giulia },
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
    ...{ key: giulia.policies.life, number: '1234567924', product: 'domani-sereno', agency: giulia.agency },
    ...{
      roles: rolesOf(giulia),
      startsOn: plusMonths(dueOn, -12 * 12),
      endsOn: plusMonths(dueOn, 13 * 12),
      renews: false,
    },
    ...{ instalmentsPerYear: 2, annualPremiumCents: 140_000, risk: { tier: 1, valueCents: 4_000_000 } },
    goods: [{ kind: 'person', name: 'Giulia Bianchi', details: { bornOn: giulia.birthDay } }],
    payables: payablesAround({ key: giulia.payables.life, dueOn, amountCents: 70_000, perYear: 2, paidBefore: 10 }),
    valuation: {
      ...{ on: valuedOn, surrenderCents: 1_824_000, paidInCents: 1_680_000 },
      benefits: [
        { names: benefitNames.death, cents: 4_000_000 },
        { names: benefitNames.maturity, cents: 4_216_000 },
      ],
      // Each year 1,400.00 went in; the value passed what was paid in the seventh year.
      history: yearEnds.map((on, index) => ({
        on,
        paidInCents: 140_000 * (index + 1),
        valueCents: Math.round((140_000 * (index + 1) * (0.93 + 0.0142 * index)) / 1_000) * 1_000,
      })),
    },
  });
}

export function writeElenaAndPaolo(book: Book): void {
  const { today } = book;
  const { elena, paolo } = cast;
  writeYearly(book, {
    ...{ key: elena.policies.home, number: '1000000627', product: 'tetto-saldo', holder: elena },
    roles: [...rolesOf(elena), { party: paolo.key, role: 'insured' }],
    risk: { tier: 2, valueCents: 23_000_000 },
    goods: [building(elena, { squareMetres: '128', builtIn: '1968' })],
    around: { key: elena.payables.home, dueOn: plusDays(today, 20), amountCents: 34_150, perYear: 1, paidBefore: 4 },
  });
  writeYearly(book, {
    ...{ key: paolo.policies.motor, number: '1000000635', product: 'guida-serena', holder: paolo },
    risk: { tier: 1, valueCents: 1_640_000 },
    goods: [
      vehicle('Familiare 1.5', 'FZ731PD', {
        registeredOn: plusMonths(today, -74).slice(0, 7),
        powerKw: '96',
        meritClass: '1',
      }),
    ],
    around: { key: paolo.payables.motor, dueOn: plusDays(today, 27), amountCents: 41_370, perYear: 1, paidBefore: 4 },
  });
}

export function writeSara(book: Book): void {
  const { today } = book;
  const { sara } = cast;
  // Fifty days ahead: the window of a motor instalment opens on the fortieth.
  writeYearly(book, {
    ...{ key: sara.policies.motor, number: '1000000783', product: 'sella-serena', holder: sara },
    risk: { tier: 1, valueCents: 380_000 },
    goods: [
      vehicle('Scooter 125', 'EW31947', {
        registeredOn: plusMonths(today, -31).slice(0, 7),
        powerKw: '9',
        meritClass: '4',
      }),
    ],
    around: { key: sara.payables.motor, dueOn: plusDays(today, 50), amountCents: 28_430, perYear: 1, paidBefore: 2 },
  });
}

export function writeBruno(book: Book): void {
  const { bruno } = cast;
  writeYearly(book, {
    ...{ key: bruno.policies.accident, number: '1000000841', product: 'passo-lieve', holder: bruno },
    risk: { tier: 2, valueCents: 20_000_000 },
    goods: [{ kind: 'person', name: 'Bruno Moretti', details: { bornOn: bruno.birthDay } }],
    around: {
      key: bruno.payables.accident,
      dueOn: plusMonths(book.today, 2),
      amountCents: 26_800,
      perYear: 1,
      paidBefore: 5,
    },
  });
}

export function writeAdaAndTommaso(book: Book): void {
  const { ada, tommaso } = cast;
  writeYearly(book, {
    ...{ key: ada.policies.accident, number: '1000000932', product: 'passo-lieve-famiglia', holder: ada },
    roles: [...rolesOf(ada), { party: tommaso.key, role: 'insured' }],
    risk: { tier: 1, valueCents: 10_000_000 },
    goods: [
      { kind: 'person', name: 'Ada Ricci', details: { bornOn: ada.birthDay } },
      { kind: 'person', name: 'Tommaso Ricci', details: { bornOn: minor('tommaso', book.today).birthDay } },
    ],
    around: {
      key: ada.payables.accident,
      dueOn: plusDays(book.today, 25),
      amountCents: 15_940,
      perYear: 1,
      paidBefore: 3,
    },
  });
}

export function writeNadia(book: Book): void {
  const { nadia } = cast;
  writeYearly(book, {
    ...{ key: nadia.policies.home, number: '1000001112', product: 'tetto-saldo', holder: nadia },
    risk: { tier: 0, valueCents: 11_200_000 },
    goods: [building(nadia, { squareMetres: '67', builtIn: '1974' })],
    around: {
      key: nadia.payables.home,
      dueOn: plusDays(book.today, 14),
      amountCents: 13_720,
      perYear: 1,
      paidBefore: 6,
    },
  });
}

export function writePietro(book: Book): void {
  const { today } = book;
  const { pietro } = cast;
  writeYearly(book, {
    ...{ key: pietro.policies.motor, number: '1000001203', product: 'guida-serena', holder: pietro },
    risk: { tier: 0, valueCents: 420_000 },
    goods: [
      vehicle('Berlina 1.6 diesel', 'EK208TN', {
        registeredOn: plusMonths(today, -140).slice(0, 7),
        powerKw: '85',
        meritClass: '2',
      }),
    ],
    around: { key: pietro.payables.motor, dueOn: plusDays(today, 33), amountCents: 38_910, perYear: 1, paidBefore: 6 },
  });
  writeYearly(book, {
    ...{ key: pietro.policies.home, number: '1000001211', product: 'tetto-saldo', holder: pietro },
    risk: { tier: 1, valueCents: 16_800_000 },
    goods: [building(pietro, { squareMetres: '95', builtIn: '1961' })],
    around: { key: pietro.payables.home, dueOn: plusMonths(today, 5), amountCents: 24_480, perYear: 1, paidBefore: 6 },
  });
}

/** The kit of sensors costs 24.00 every half year, told apart in the premium and in each instalment. */
export function writeKarin(book: Book): void {
  const { today } = book;
  const { karin } = cast;
  writeYearly(
    book,
    {
      ...{ key: karin.policies.home, number: '1000001377', product: 'tetto-vigile', holder: karin, iotCents: 4_800 },
      risk: { tier: 2, valueCents: 19_600_000 },
      goods: [building(karin, { squareMetres: '112', builtIn: '2004' })],
      around: {
        key: karin.payables.home,
        dueOn: plusDays(today, 18),
        amountCents: 17_650,
        perYear: 2,
        paidBefore: 5,
        iotCents: 2_400,
      },
    },
    plusMonths(plusDays(today, 18), 6),
  );
  writeYearly(book, {
    ...{ key: karin.policies.pet, number: '1000001385', product: 'zampa-felice-piu', holder: karin },
    risk: { tier: 2, valueCents: 0 },
    goods: [
      {
        kind: 'pet',
        name: 'Birillo, bassotto',
        details: {
          species: 'dog',
          breed: 'bassotto',
          bornOn: plusMonths(today, -43).slice(0, 7),
          microchip: '380260000001377',
        },
      },
    ],
    around: { key: karin.payables.pet, dueOn: plusDays(today, 70), amountCents: 27_960, perYear: 1, paidBefore: 2 },
  });
}

export function writeMarta(book: Book): void {
  const { today } = book;
  const { marta } = cast;
  writeYearly(book, {
    ...{ key: marta.policies.motor, number: '1000001542', product: 'guida-serena', holder: marta },
    risk: { tier: 1, valueCents: 980_000 },
    goods: [
      vehicle('Utilitaria 1.0', 'GC594RT', {
        registeredOn: plusMonths(today, -46).slice(0, 7),
        powerKw: '51',
        meritClass: '5',
      }),
    ],
    around: { key: marta.payables.motor, dueOn: plusDays(today, 9), amountCents: 27_350, perYear: 2, paidBefore: 5 },
  });
}

/** Both ended, all paid: nothing is active, nothing is due. */
export function writeIrene(book: Book): void {
  const { today } = book;
  const { irene } = cast;
  const shared = { agency: irene.agency, roles: rolesOf(irene), renews: false, state: 'ended' as const };
  const soldOn = plusMonths(today, -8);
  writeContract(book, {
    ...{ ...shared, key: irene.policies.motor, number: '1000001294', product: 'guida-serena' },
    ...{ startsOn: plusMonths(soldOn, -12), endsOn: soldOn, instalmentsPerYear: 2, annualPremiumCents: 92_480 },
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
    ...{ ...shared, key: irene.policies.pet, number: '1000001302', product: 'zampa-felice' },
    ...{ startsOn: plusMonths(diedOn, -12), endsOn: diedOn, instalmentsPerYear: 1, annualPremiumCents: 16_200 },
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
