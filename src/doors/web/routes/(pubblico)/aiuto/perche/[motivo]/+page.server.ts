import { error } from '@sveltejs/kit';
import { reasonPage } from '#capabilities/help/index.ts';
import { feedbackAction, helpPageWords } from '../../../../../parts/help.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
  const page = reasonPage(locals.context, locals.viewer, { name: params.motivo });
  if (!page) error(404);
  return { page, words: helpPageWords(locals.language, url.searchParams) };
};

export const actions: Actions = {
  utile: (event) => {
    const page = reasonPage(event.locals.context, event.locals.viewer, { name: event.params.motivo });
    if (!page) error(404);
    return feedbackAction(event, { page: page.code, path: `/aiuto/perche/${event.params.motivo}` });
  },
};
