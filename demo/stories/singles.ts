// Nadia, Pietro, Karin and Marta.
import { plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { Book } from '../rows.ts';
import { building, vehicle, writeYearly } from './story.ts';

export function writeNadia(book: Book): void {
  const { nadia } = cast;
  writeYearly(book, {
    key: nadia.policies.home,
    number: '1000001112',
    product: 'tetto-saldo',
    holder: nadia,
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
    key: pietro.policies.motor,
    number: '1000001203',
    product: 'guida-serena',
    holder: pietro,
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
    key: pietro.policies.home,
    number: '1000001211',
    product: 'tetto-saldo',
    holder: pietro,
    risk: { tier: 1, valueCents: 16_800_000 },
    goods: [building(pietro, { squareMetres: '95', builtIn: '1961' })],
    around: { key: pietro.payables.home, dueOn: plusMonths(today, 5), amountCents: 24_480, perYear: 1, paidBefore: 6 },
  });
}

export function writeKarin(book: Book): void {
  const { today } = book;
  const { karin } = cast;
  writeYearly(
    book,
    {
      key: karin.policies.home,
      number: '1000001377',
      product: 'tetto-vigile',
      holder: karin,
      iotCents: 4_800,
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
    key: karin.policies.pet,
    number: '1000001385',
    product: 'zampa-felice-piu',
    holder: karin,
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
    key: marta.policies.motor,
    number: '1000001542',
    product: 'guida-serena',
    holder: marta,
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
