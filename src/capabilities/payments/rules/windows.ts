// When a payable may be paid online. [PAY-2] [PAY-4]
import { type Day, firstOfMonth, plusDays } from '#kernel/days.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import { windowDays } from '../settings.ts';
import type { WindowReason } from './reasons.ts';

export type Family = 'motor' | 'life' | 'other';
export type Line = 'motor' | 'home' | 'accident' | 'health' | 'business' | 'pet' | 'life' | 'savings' | 'pension';

/** Life lines are life, savings and pension (requirements §0); motor has its own window; the rest is "other". */
export function familyOf(line: Line): Family {
  switch (line) {
    case 'motor':
      return 'motor';
    case 'life':
    case 'savings':
    case 'pension':
      return 'life';
    case 'home':
    case 'accident':
    case 'health':
    case 'business':
    case 'pet':
      return 'other';
  }
}

export type Window = { opens: Day; closes: Day | 'never' };

/** The days on which it may be paid, both included; `never` closes only when it is paid or withdrawn. */
export function paymentWindow(family: Family, due: Day): Window {
  switch (family) {
    case 'motor':
      return { opens: plusDays(due, -windowDays.motor.before), closes: plusDays(due, windowDays.motor.after) };
    case 'life':
      return { opens: firstOfMonth(due), closes: plusDays(due, windowDays.life.after) };
    case 'other':
      return { opens: plusDays(due, -windowDays.other.before), closes: 'never' };
  }
}

export function payableOn(today: Day, window: Window): Outcome<Window, WindowReason> {
  if (today < window.opens) {
    return no({
      code: 'payments.window_not_open',
      values: { opens: window.opens },
      until: window.opens,
      changes: 'with-time',
    });
  }
  if (window.closes !== 'never' && today > window.closes) {
    return no({
      code: 'payments.window_closed',
      values: { closed: window.closes },
      since: window.closes,
      changes: 'agency',
    });
  }
  return yes(window);
}
