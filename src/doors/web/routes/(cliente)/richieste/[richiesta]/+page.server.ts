import { error } from '@sveltejs/kit';
import { helpFor } from '#capabilities/help/index.ts';
import { threadActions, threadPage } from '../../../../parts/thread.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await threadPage(locals, params.richiesta);
  if (!found) error(404);
  return { ...found, kept: locals.kept?.testo, help: helpFor(locals.language, 'requests') };
};

export const actions: Actions = threadActions((publicId) => `/richieste/${publicId}`);
