import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { helpFor } from '#capabilities/help/index.ts';
import { askCodeAgain, fileWithoutCode, requestWords, verifyContact } from '#capabilities/requests/index.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { threadActions, threadPage } from '../../../../parts/thread.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await threadPage(locals, params.richiesta);
  if (!found) error(404);
  const code = found.page.code && { back: '/assistenza', title: found.words.codeTitle };
  return { ...found, help: helpFor(locals.language, code ? 'messages' : 'requests'), ...(code && { flow: code }) };
};

const inField = {
  'codes.wrong': 'codice',
  'codes.older': 'codice',
  'codes.expired': 'codice',
  'codes.no_tries': 'codice',
  'codes.used': 'codice',
  'codes.none': 'codice',
};

export const actions: Actions = {
  ...threadActions((publicId) => `/assistenza/${publicId}`),
  async verifica(event) {
    const { context, language, viewer } = event.locals;
    const missing = requestWords(language)('requests.code_missing');
    const read = await readForm(event, z.object({ codice: z.string(missing).trim().min(1, missing) }));
    if (!read.ok) return read.failure;
    const publicId = event.params.richiesta;
    const verified = await verifyContact(context, viewer, { publicId, code: read.data.codice });
    if (!verified.ok) return refuse(event, verified.reasons, { field: inField });
    setNotice(event, 'request_sent');
    redirect(303, inLanguage(language, `/assistenza/${publicId}`));
  },
  async reinvia(event) {
    const { context, language, viewer } = event.locals;
    const publicId = event.params.richiesta;
    const sent = await askCodeAgain(context, viewer, { publicId });
    if (!sent.ok) return refuse(event, sent.reasons);
    setNotice(event, 'code_sent', 'info');
    redirect(303, inLanguage(language, `/assistenza/${publicId}`));
  },
  async senza(event) {
    const { context, language, viewer } = event.locals;
    const publicId = event.params.richiesta;
    const filed = await fileWithoutCode(context, viewer, { publicId });
    if (!filed.ok) return refuse(event, filed.reasons);
    setNotice(event, 'request_sent');
    redirect(303, inLanguage(language, `/assistenza/${publicId}`));
  },
};
