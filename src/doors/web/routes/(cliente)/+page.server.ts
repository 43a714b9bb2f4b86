import { latestFor } from '#capabilities/documents/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { agencyOfParty } from '#capabilities/parties/index.ts';
import { soonestFor } from '#capabilities/payments/index.ts';
import { glanceFor } from '#capabilities/policies/index.ts';
import type { Context } from '#kernel/context.ts';
import { oneLook } from '#kernel/look.ts';
import type { Customer } from '#kernel/viewer.ts';
import { customerOf } from '../../customer.server.ts';
import { documentsMax, homePage, todosFor } from '../../parts/home.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language, session } = locals;
  const viewer = customerOf(locals);
  const [todos, { soonest, policies }, documents, agency] = await oneLook(() =>
    Promise.all([
      todosFor(context, viewer, language),
      atAGlance(context, viewer),
      latestFor(context, viewer, documentsMax),
      agencyOfParty(context, viewer.profileId),
    ]),
  );
  const name = session?.name.given ?? session?.name.display ?? '';
  // Whoever has no given name is a firm.
  const isBusiness = session !== undefined && session.name.given === undefined;
  const facts = { name, isBusiness, todos, policies, soonest, documents, agency };
  return { home: homePage(context, facts, language), help: helpFor(language, 'payments') };
};

/** What is due soonest, and the policies with those that it belongs to among them. */
async function atAGlance(context: Context, viewer: Customer) {
  const soonest = await soonestFor(context, viewer);
  const policies = await glanceFor(
    context,
    viewer,
    soonest.payables.map((payable) => payable.policy.id),
  );
  return { soonest, policies };
}
