// Elena and Paolo, Ada and Tommaso, Sara, Bruno: people who are not alone in their story.
import { plusDays, plusMonths } from '../calendar.ts';
import { cast } from '../cast.ts';
import type { Book } from '../rows.ts';
import { minor } from './parties.ts';
import { building, rolesOf, vehicle, writeYearly } from './story.ts';

export function writeElenaAndPaolo(book: Book): void {
  const { today } = book;
  const { elena, paolo } = cast;
  writeYearly(book, {
    key: elena.policies.home,
    number: '1000000627',
    product: 'tetto-saldo',
    holder: elena,
    roles: [...rolesOf(elena), { party: paolo.key, role: 'insured' }],
    risk: { tier: 2, valueCents: 23_000_000 },
    goods: [building(elena, { squareMetres: '128', builtIn: '1968' })],
    around: { key: elena.payables.home, dueOn: plusDays(today, 20), amountCents: 34_150, perYear: 1, paidBefore: 4 },
  });
  writeYearly(book, {
    key: paolo.policies.motor,
    number: '1000000635',
    product: 'guida-serena',
    holder: paolo,
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

export function writeAdaAndTommaso(book: Book): void {
  const { ada, tommaso } = cast;
  writeYearly(book, {
    key: ada.policies.accident,
    number: '1000000932',
    product: 'passo-lieve-famiglia',
    holder: ada,
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

export function writeSara(book: Book): void {
  const { today } = book;
  const { sara } = cast;
  // Fifty days ahead: the window of a motor instalment opens on the fortieth.
  writeYearly(book, {
    key: sara.policies.motor,
    number: '1000000783',
    product: 'sella-serena',
    holder: sara,
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
    key: bruno.policies.accident,
    number: '1000000841',
    product: 'passo-lieve',
    holder: bruno,
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
