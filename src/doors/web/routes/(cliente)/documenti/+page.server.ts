import { listFor } from '#capabilities/documents/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { customerOf } from '../../../customer.server.ts';
import { documentsPage, filterFrom, refusedFrom } from '../../../parts/documents-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language } = locals;
  const filter = filterFrom(url.searchParams);
  const list = await listFor(context, customerOf(locals), filter);
  return {
    page: documentsPage(list, filter, language),
    refused: refusedFrom(context, url.searchParams, language),
    help: helpFor(language, 'documents'),
  };
};
