import { latestFor } from '#capabilities/documents/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { agencyOfParty } from '#capabilities/parties/index.ts';
import { overview } from '#capabilities/payments/index.ts';
import { listFor } from '#capabilities/policies/index.ts';
import { customerOf } from '../../customer.server.ts';
import { documentsMax, homePage, todosFor } from '../../parts/home.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language, session } = locals;
  const viewer = customerOf(locals);
  const [todos, policies, payables, documents, agency] = await Promise.all([
    todosFor(context, viewer, language),
    listFor(context, viewer),
    overview(context, viewer, { isDueOnly: true }),
    latestFor(context, viewer, documentsMax),
    agencyOfParty(context, viewer.profileId),
  ]);
  const name = session?.name.given ?? session?.name.display ?? '';
  // Whoever has no given name is a firm.
  const isBusiness = session !== undefined && session.name.given === undefined;
  const facts = { name, isBusiness, todos, policies, payables, documents, agency };
  return { home: homePage(context, facts, language), help: helpFor(language, 'payments') };
};
