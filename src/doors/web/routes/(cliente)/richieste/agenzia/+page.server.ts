import { redirect } from '@sveltejs/kit';
import { askAgency } from '#capabilities/requests/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { fieldsOf, readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { agencyForm, agencyQuestionPage } from '../../../../parts/agency-question.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await agencyQuestionPage(locals, url)),
  /** What was typed before the session ended (ACC-12). */
  kept: locals.kept ?? {},
});

export const actions: Actions = {
  async invia(event) {
    const { context, language } = event.locals;
    const copy = event.request.clone();
    const read = await readForm(event, agencyForm(language));
    if (!read.ok) return read.failure;
    const { argomento: category, testo: text, polizza: policy, da: cameFrom } = read.data;
    const filed = await askAgency(context, customerOf(event.locals), { category, text, policy, cameFrom });
    if (!filed.ok) return refuse(event, filed.reasons, { values: Object.fromEntries(await fieldsOf(copy)) });
    setNotice(event, 'request_sent');
    redirect(303, inLanguage(language, `/richieste/${filed.value.publicId}`));
  },
};
