// Why a policy may not be in the list, with what of it concerns this viewer. [POL-10]
import { type Party, partyOf, profilesOf } from '#capabilities/parties/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Customer } from '#kernel/viewer.ts';
import { activeCounts } from './roles-store.server.ts';
import { type EndedRow, endedRows } from './store.server.ts';
import { lookingAs } from './visible-store.server.ts';

/** Longer lists are in *Documenti*. */
const endedMax = 20;

export type Missing = {
  /** Ended ones, the last first, and whether there are more of them. */
  ended: readonly EndedRow[];
  hasMoreEnded: boolean;
  /** The own firm, or a company that the viewer owns: its policies are seen with its own sign-in (POL-7, POL-8). */
  elsewhere: readonly { name: string; count: number }[];
  /** As whom the viewer looks: what a policy has to be recorded under to be in the list. */
  profile: Pick<Party, 'displayName' | 'kind' | 'codiceFiscale' | 'partitaIva' | 'customerCode' | 'asOf'>;
};

/**
 * What the program knows about policies that are not in the viewer's list. Nothing about policies that name the viewer only
 * as beneficiary: who names a beneficiary decides whether that person hears of it.
 */
export async function missingFor(context: Context, viewer: Customer): Promise<Missing | undefined> {
  const looking = lookingAs(context, viewer);
  const [ended, profile, profiles] = await Promise.all([
    endedRows(context, { ...looking, max: endedMax + 1 }),
    partyOf(context, viewer.profileId),
    profilesOf(context, viewer.partyId),
  ]);
  if (!profile) return undefined;
  // Whom the viewer represents is in the list already.
  const others = profiles.filter((one) => one.partyId !== viewer.profileId && one.because !== 'represents');
  const counts = await activeCounts(
    context,
    others.map((one) => one.partyId),
  );
  return {
    ended: ended.slice(0, endedMax),
    hasMoreEnded: ended.length > endedMax,
    elsewhere: others.flatMap(({ partyId, displayName: name }) => {
      const count = counts.get(partyId);
      return count ? [{ name, count }] : [];
    }),
    profile,
  };
}
