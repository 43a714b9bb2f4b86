import { error } from '@sveltejs/kit';
import { reasonPage } from '#capabilities/help/index.ts';
import { feedbackAction, helpPageWords, wordsAction } from '../../../../../parts/help.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
  const page = reasonPage(locals.context, locals.viewer, { name: params.motivo });
  if (!page) error(404);
  return { page, words: helpPageWords(locals.language, url.searchParams) };
};

/** The reason as it is kept, and the address of its page; 404 for what is no reason. */
function reasonOf({ locals, params }: RequestEvent): { page: string; path: string } {
  const page = reasonPage(locals.context, locals.viewer, { name: params.motivo });
  if (!page) error(404);
  return { page: page.code, path: `/aiuto/perche/${params.motivo}` };
}

export const actions: Actions = {
  parole: (event) => wordsAction(event, reasonOf(event)),
  utile: (event) => feedbackAction(event, reasonOf(event)),
};
