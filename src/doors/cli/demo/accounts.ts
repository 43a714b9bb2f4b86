// The accounts of the people marked as registered: an import makes parties, never accounts (demo.md).
import { hashPassword } from '#capabilities/access/index.ts';
import { claim, contactsByValue } from '#capabilities/contacts/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import { openAccount } from '#capabilities/registration/index.ts';
import { standingClock } from '#kernel/clock.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { type Day, momentOf, plusDays } from '#kernel/days.ts';
import type { Outcome } from '#kernel/outcome.ts';
import { type CastMember, cast, demoPassword } from '../../../../demo/cast.ts';

/** Opens them through registration's own function, each on the day its story needs; how many there are. */
export async function openAccounts(context: Context, today: Day): Promise<number> {
  const passwordHash = granted(await hashPassword(context, demoPassword));
  const registered = Object.values<CastMember>(cast).filter((member) => member.isRegistered);
  for (const member of registered) {
    const opened = momentOf(plusDays(today, -(member.registeredDaysAgo ?? 0)), '10:15');
    const then: Context = { ...context, clock: standingClock(opened) };
    const username = await contactOf(then, member, member.username);
    const confirmation = member.confirmation ? await contactOf(then, member, member.confirmationContact) : undefined;
    await transaction(then, async (tx) => {
      const { accountId } = granted(await openAccount(tx, { partyId: username.partyId, username, passwordHash }));
      if (confirmation) granted(await claim(tx, { accountId, ...confirmation, role: 'confirmation' }));
    });
  }
  return registered.length;
}

/** A contact of the cast among those that were imported; several parties may share its value. */
async function contactOf(context: Context, member: CastMember, value: string | undefined) {
  for (const contact of await contactsByValue(context, value ?? '')) {
    const party = await partyOf(context, contact.partyId);
    if (party?.customerCode === member.customerCode)
      return { contactId: contact.contactId, partyId: contact.partyId, value: value ?? '' };
  }
  throw new Error(`the cast's contact ${value} of ${member.key} was not imported`);
}

/** The demo is ours: what is refused here is a fault of its story. */
function granted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the demo was refused: ${outcome.reasons[0].code}`);
  return outcome.value;
}
