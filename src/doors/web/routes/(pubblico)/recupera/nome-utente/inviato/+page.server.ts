import { redirect } from '@sveltejs/kit';
import { askedUsername, askUsernameAgain } from '#capabilities/access/index.ts';
import { refuse } from '../../../../../form.ts';
import { inLanguage } from '../../../../../link.ts';
import { setNotice } from '../../../../../notice.ts';
import { usernameSentPage } from '../../../../../parts/access.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { context, viewer, language } = locals;
  const asked = await askedUsername(context, viewer);
  if (!asked) redirect(303, inLanguage(language, '/recupera/nome-utente'));
  const page = usernameSentPage(language, asked);
  // Decided within a second or two of the answer; without scripts too.
  if (page.deciding) setHeaders({ refresh: '2' });
  return page;
};

export const actions: Actions = {
  async ancora(event) {
    const { context, viewer, language } = event.locals;
    const asked = await askUsernameAgain(context, viewer);
    if (!asked.ok) return refuse(event, asked.reasons);
    setNotice(event, 'message_asked', 'info');
    redirect(303, inLanguage(language, '/recupera/nome-utente/inviato'));
  },
};
