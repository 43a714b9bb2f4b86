import { redirect } from '@sveltejs/kit';
import { askedUsername, askUsername } from '#capabilities/access/index.ts';
import { readForm } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { forgottenPage, usernameQuestionForm } from '../../../../parts/access.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, viewer, language } = locals;
  return forgottenPage(language, await askedUsername(context, viewer));
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, usernameQuestionForm(language));
    if (!read.ok) return read.failure;
    const { codiceFiscale: fiscalId, polizza: policyNumber } = read.data;
    await askUsername(context, viewer, { fiscalId, policyNumber });
    redirect(303, inLanguage(language, '/recupera/nome-utente/inviato'));
  },
};
