import { helpAbout } from '#capabilities/help/index.ts';
import { overview } from '#capabilities/payments/index.ts';
import { pageFor } from '#capabilities/policies/index.ts';
import { customerOf } from '../../../customer.server.ts';
import { policyList } from '../../../parts/policy-list.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const found = await pageFor(context, viewer, pageNumber(url.searchParams.get('pagina')));
  const policyIds = found.policies.map((policy) => policy.id);
  const payables = await overview(context, viewer, { policyIds, isDueOnly: true });
  return {
    ...policyList(context, { found, payables }, language),
    help: helpAbout(language, 'che-cosa-vede-l-assicurato', 'numero-polizza-e-codice-cliente'),
  };
};

const pageNumber = (text: string | null): number => (/^[1-9]\d{0,5}$/.test(text ?? '') ? Number(text) : 1);
