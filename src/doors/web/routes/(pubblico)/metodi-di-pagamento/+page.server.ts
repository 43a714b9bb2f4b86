import { helpFor } from '#capabilities/help/index.ts';
import { methodsPage } from '../../../parts/methods-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  const { context, language } = locals;
  return { ...methodsPage(context, language), help: helpFor(language, 'payments') };
};
