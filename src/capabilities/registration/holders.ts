// Who holds a contact and what it allows: asked when a message is decided, and again at every later step.
import { partiesWithAccount } from '#capabilities/access/index.ts';
import { claimOn, contactsByValue } from '#capabilities/contacts/index.ts';
import { profilesOf } from '#capabilities/parties/index.ts';
import { partiesWithRole } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import { type Answer, answerFor, roles } from './rules.ts';

/** What a registration with this contact can become right now. */
export async function answerTo(context: Context, value: string): Promise<Answer> {
  const holders = await contactsByValue(context, value);
  const partyIds = [...new Set(holders.map((one) => one.partyId))];
  const claim = await claimOn(context, value);
  const registered = await partiesWithAccount(context, partyIds);
  const customers = await customersAmong(context, partyIds);
  return answerFor({ holders, claim: claim?.role, customers, registered });
}

/** Policyholders and insured, and who sees a policy through a company, a firm or a person it stands for (POL-6, POL-8). */
async function customersAmong(context: Context, partyIds: readonly string[]): Promise<Set<string>> {
  const found = await partiesWithRole(context, partyIds, roles);
  for (const partyId of partyIds) {
    if (found.has(partyId)) continue;
    const through = (await profilesOf(context, partyId)).map((profile) => profile.partyId);
    if ((await partiesWithRole(context, through, roles)).size > 0) found.add(partyId);
  }
  return found;
}
