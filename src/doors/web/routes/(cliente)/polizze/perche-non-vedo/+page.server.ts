import { error } from '@sveltejs/kit';
import { helpAbout } from '#capabilities/help/index.ts';
import { missingFor } from '#capabilities/policies/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { missingPage } from '../../../../parts/policy-missing.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, language } = locals;
  const missing = await missingFor(context, customerOf(locals));
  if (!missing) error(404);
  return {
    ...missingPage(missing, language),
    help: helpAbout(language, 'che-cosa-vede-l-assicurato', 'numero-polizza-e-codice-cliente'),
  };
};
