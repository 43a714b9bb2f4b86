import { type Day, dayOf, type Instant, instant } from './days.ts';

/** Time is an argument: rules get a day, the rest asks this. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instant(new Date()) };

/** Today on the calendar of Rome. */
export const today = (clock: Clock): Day => dayOf(clock.now());

/** A clock that stands still until it is moved: tests travel in time without waiting. */
export function standingClock(start: Instant): Clock & { set(moment: Instant): void } {
  let moment = start;
  return {
    now: () => moment,
    set(to) {
      moment = to;
    },
  };
}
