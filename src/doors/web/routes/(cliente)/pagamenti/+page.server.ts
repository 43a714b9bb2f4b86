import { helpAbout } from '#capabilities/help/index.ts';
import { historyFor } from '#capabilities/payments/index.ts';
import { listFor, payingChoice } from '#capabilities/policies/index.ts';
import { customerOf } from '../../../customer.server.ts';
import { filterFrom, paymentsPage, policiesWanted, refusedFrom } from '../../../parts/payments-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const choice = await payingChoice(context, viewer, policiesWanted(url.searchParams));
  const filter = filterFrom(url.searchParams, choice);
  const history = await historyFor(context, viewer, filter);
  // Who pays for nothing is told why: because of what they are insured by, or because there is nothing.
  const seesPolicies = choice.total > 0 || (await listFor(context, viewer)).length > 0;
  return {
    page: paymentsPage(context, { history, choice, filter, seesPolicies }, language),
    refused: refusedFrom(context, url.searchParams, language),
    help: helpAbout(language, 'che-cosa-c-e-in-pagamenti', 'quando-si-paga'),
  };
};
