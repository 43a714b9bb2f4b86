// Payables of a story: one that matters on a day that matters, the paid ones before it, perhaps one after.
import type { Day } from '#kernel/days.ts';
import { plusDays, plusMonths } from '../calendar.ts';
import type { Payable } from '../contracts/schedule.ts';

export type Around = {
  /** The key and day of the payable that the story is about. */
  key: string;
  dueOn: Day;
  amountCents: number;
  perYear: number;
  /** How many paid ones come before; the oldest is the issue premium. */
  paidBefore: number;
  /** Keys of those that follow. */
  after?: readonly string[];
  iotCents?: number;
};

/** Paid on the third day before the due day; two per cent cheaper for each year further back, to ten cents. */
export function payablesAround({
  key,
  dueOn,
  amountCents,
  perYear,
  paidBefore,
  after = [],
  iotCents = 0,
}: Around): Payable[] {
  const each = 12 / perYear;
  const at = (step: number): Pick<Payable, 'iotCents' | 'dueOn' | 'coversFrom' | 'coversUntil'> => ({
    iotCents,
    dueOn: plusMonths(dueOn, step * each),
    coversFrom: plusMonths(dueOn, step * each),
    coversUntil: plusMonths(dueOn, (step + 1) * each),
  });
  const past = Array.from({ length: paidBefore }, (_, index): Payable => {
    const back = paidBefore - index;
    const days = at(-back);
    const isFirst = index === 0;
    return {
      ...days,
      kind: isFirst ? 'first' : 'instalment',
      amountCents: Math.round((amountCents * (1 - 0.02 * Math.ceil(back / perYear))) / 10) * 10,
      isPayableOnline: !isFirst,
      state: 'paid',
      paidOn: isFirst ? days.dueOn : plusDays(days.dueOn, -3),
    };
  });
  const ahead = [key, ...after].map(
    (own, step): Payable => ({
      key: own,
      kind: 'instalment',
      amountCents,
      ...at(step),
      isPayableOnline: true,
      state: 'due',
    }),
  );
  return [...past, ...ahead];
}

/** A contract all of whose payables are paid and which has ended. */
export const paidUntil = (around: Omit<Around, 'key'>): Payable[] =>
  payablesAround({ ...around, key: '' }).slice(0, -1);

/** The same for life lines, whose premiums never change. */
export const levelPayablesAround = (around: Around): Payable[] =>
  payablesAround(around).map((payable) => ({ ...payable, amountCents: around.amountCents }));
