import { helpAbout } from '#capabilities/help/index.ts';
import { givingBackFor, historyFor } from '#capabilities/payments/index.ts';
import { listFor } from '#capabilities/policies/index.ts';
import { customerOf } from '../../../customer.server.ts';
import { foundBy, paymentsPage, refusedFrom } from '../../../parts/payments-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const search = url.searchParams;
  const [{ choice, filter, found }, givingBack] = await Promise.all([
    foundBy(context, viewer, search, (asked) => historyFor(context, viewer, asked)),
    givingBackFor(context, viewer),
  ]);
  // Who pays for nothing is told why: because of what they are insured by, or because there is nothing.
  const seesPolicies = choice.total > 0 || (await listFor(context, viewer)).length > 0;
  return {
    page: paymentsPage(context, { history: found, choice, filter, seesPolicies, givingBack }, language),
    refused: refusedFrom(context, search, language),
    help: helpAbout(language, 'che-cosa-c-e-in-pagamenti', 'quando-si-paga'),
  };
};
