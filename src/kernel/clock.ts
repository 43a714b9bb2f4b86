import { type Day, dayOf, type Instant, instant, plusSeconds } from './days.ts';

/** Time is an argument: rules get a day, the rest asks this. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instant(new Date()) };

/** The real clock, moved by some seconds: the demo and the browser tests live on a chosen day. */
export const clockAheadBy = (seconds: number): Clock =>
  seconds === 0 ? systemClock : { now: () => plusSeconds(systemClock.now(), seconds) };

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
