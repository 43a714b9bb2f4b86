// Does a way to pay work? From what became of the last openings.
import type { VitalState } from '#kernel/vital.ts';
import { troubleOverSeconds } from '../settings.ts';

/** The openings of the last minutes at one method's provider: how many it left unanswered, and how long ago. */
export type OpeningFacts = {
  silent: number;
  silentSecondsAgo: number | undefined;
  openedSecondsAgo: number | undefined;
};

/** Working unless the provider left somebody without an answer; again so once it has answered for a while. */
export function methodState(facts: OpeningFacts | undefined): VitalState {
  if (!facts || facts.silent === 0 || facts.silentSecondsAgo === undefined) return 'ok';
  const { silent, silentSecondsAgo, openedSecondsAgo = Number.POSITIVE_INFINITY } = facts;
  if (openedSecondsAgo < silentSecondsAgo) return silentSecondsAgo > troubleOverSeconds ? 'ok' : 'slow';
  return silent > 1 ? 'down' : 'slow';
}
