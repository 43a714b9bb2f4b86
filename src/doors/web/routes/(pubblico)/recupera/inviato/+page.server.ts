import { redirect } from '@sveltejs/kit';
import { askedRecovery, askRecoveryAgain } from '#capabilities/access/index.ts';
import { refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { sentPage } from '../../../../parts/access.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, viewer, language } = locals;
  const asked = await askedRecovery(context, viewer);
  if (!asked) redirect(303, inLanguage(language, '/recupera'));
  return sentPage(language, asked);
};

export const actions: Actions = {
  async ancora(event) {
    const { context, viewer, language } = event.locals;
    const asked = await askRecoveryAgain(context, viewer);
    if (!asked.ok) return refuse(event, asked.reasons);
    setNotice(event, 'message_asked', 'info');
    redirect(303, inLanguage(language, '/recupera/inviato'));
  },
};
