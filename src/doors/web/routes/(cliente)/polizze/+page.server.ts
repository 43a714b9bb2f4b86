import { helpFor } from '#capabilities/help/index.ts';
import { overview } from '#capabilities/payments/index.ts';
import { listFor } from '#capabilities/policies/index.ts';
import { customerOf } from '../../../customer.server.ts';
import { policyList } from '../../../parts/policy-list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const [policies, payables] = await Promise.all([
    listFor(context, viewer),
    overview(context, viewer, { isDueOnly: true }),
  ]);
  return { ...policyList(context, { policies, payables }, language), help: helpFor(language, 'policies') };
};
