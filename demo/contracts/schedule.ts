// Which payables a contract has on a given day: those of past years paid, those ahead due, a few late.
import type { Day } from '#kernel/days.ts';
import { plusDays, plusMonths } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { Rows } from '../rows.ts';

export type Payable = Omit<Rows['payables'], 'policy'> & { key?: string };

export type Plan = {
  /** The first day of the contract. */
  inception: Day;
  instalmentsPerYear: number;
  /** What one instalment costs in a year of the contract, counted from 0. */
  amountOf(year: number): number;
  iotCents?: number;
  /** The day after which nothing more is asked: the contract ended, or its premiums did. */
  until?: Day;
  /** Payables that fell due earlier are not told any more. */
  historyFrom?: Day;
};

/** Core systems issue the renewal about two months ahead. */
const renewalDays = 60;
/** How long after the due day somebody may still be late; beyond it the agency has settled the matter. */
const lateDaysMax = 25;
const earlyDaysMax = 10;

/** The year of a contract on a day, counted from 0. */
export function yearOf(inception: Day, today: Day): number {
  const months =
    (Number(today.slice(0, 4)) - Number(inception.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(inception.slice(5, 7));
  return Math.max(0, Math.floor((today.slice(8) < inception.slice(8) ? months - 1 : months) / 12));
}

/** All payables of a plan, oldest first. Without a chance everything before today is paid on its due day, and nothing is late. */
export function payablesOf(plan: Plan, today: Day, chance?: Chance): Payable[] {
  const { inception, instalmentsPerYear: perYear } = plan;
  const monthsEach = 12 / perYear;
  const current = yearOf(inception, today);
  const isRenewing = plusMonths(inception, (current + 1) * 12) <= plusDays(today, renewalDays);
  const last = (current + (isRenewing ? 2 : 1)) * perYear;
  const payables: Payable[] = [];
  for (let index = 0; index < last; index += 1) {
    const dueOn = plusMonths(inception, index * monthsEach);
    if (plan.until && dueOn >= plan.until) break;
    if (plan.historyFrom && dueOn < plan.historyFrom) continue;
    payables.push({
      kind: index === 0 ? 'first' : 'instalment',
      amountCents: plan.amountOf(Math.floor(index / perYear)),
      iotCents: plan.iotCents ?? 0,
      dueOn,
      coversFrom: dueOn,
      coversUntil: plusMonths(inception, (index + 1) * monthsEach),
      // The issue premium is paid where the contract is signed (PAY-1).
      isPayableOnline: index > 0,
      ...settled(dueOn, index === 0, today, chance),
    });
  }
  return payables;
}

/** Whether a payable has been paid by today. Of those of these days some people are early and some are late. */
function settled(
  dueOn: Day,
  isFirst: boolean,
  today: Day,
  chance: Chance | undefined,
): Pick<Payable, 'state' | 'paidOn'> {
  const paid = (paidOn: Day) => ({ state: 'paid', paidOn: paidOn > today ? today : paidOn }) as const;
  if (!chance) return dueOn < today ? paid(dueOn) : { state: 'due' };
  if (isFirst && dueOn <= today) return paid(dueOn);
  if (dueOn > plusDays(today, earlyDaysMax)) return { state: 'due' };
  const isOpen = dueOn >= today ? chance.is(0.7) : dueOn >= plusDays(today, -lateDaysMax) && chance.is(0.2);
  return isOpen ? { state: 'due' } : paid(plusDays(dueOn, chance.integer(-10, 8)));
}
