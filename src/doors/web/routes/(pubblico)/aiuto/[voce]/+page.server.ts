import { error } from '@sveltejs/kit';
import { answerPage } from '#capabilities/help/index.ts';
import { feedbackAction, helpPageWords, wordsAction } from '../../../../parts/help.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) => {
  const page = answerPage(locals.context, locals.viewer, { name: params.voce });
  if (!page) error(404);
  return { page, words: helpPageWords(locals.language, url.searchParams) };
};

export const actions: Actions = {
  parole: (event) => wordsAction(event, { page: event.params.voce, path: `/aiuto/${event.params.voce}` }),
  utile: (event) => feedbackAction(event, { page: event.params.voce, path: `/aiuto/${event.params.voce}` }),
};
