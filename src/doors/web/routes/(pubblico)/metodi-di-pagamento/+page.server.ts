import { helpFor } from '#capabilities/help/index.ts';
import { wayBackFrom } from '../../../address.ts';
import { methodsPage } from '../../../parts/methods-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const { context, language } = locals;
  return { ...methodsPage(context, wayBackFrom(url.searchParams), language), help: helpFor(language, 'payments') };
};
