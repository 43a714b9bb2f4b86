import { redirect } from '@sveltejs/kit';
import { fileSupport } from '#capabilities/requests/index.ts';
import { fieldsOf, readForm, refuse } from '../../../form.ts';
import { inLanguage } from '../../../link.ts';
import { setNotice } from '../../../notice.ts';
import { supportForm, supportPage } from '../../../parts/support.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await supportPage(locals, url)),
  /** What was typed before the session ended (ACC-12). */
  kept: locals.kept ?? {},
});

export const actions: Actions = {
  async invia(event) {
    const { context, language, viewer } = event.locals;
    const copy = event.request.clone();
    const isCustomer = viewer.kind === 'customer';
    const read = await readForm(event, supportForm(language, isCustomer));
    if (!read.ok) return read.failure;
    const { argomento: category, testo: text, recapito: contact, da: cameFrom } = read.data;
    const filed = await fileSupport(context, viewer, { category, text, contact, cameFrom });
    if (!filed.ok) return refuse(event, filed.reasons, { values: Object.fromEntries(await fieldsOf(copy)) });
    const { publicId, isAwaitingCode } = filed.value;
    if (!isAwaitingCode) setNotice(event, 'request_sent');
    redirect(303, inLanguage(language, `/${isCustomer ? 'richieste' : 'assistenza'}/${publicId}`));
  },
};
