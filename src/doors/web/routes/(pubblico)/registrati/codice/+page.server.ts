import { redirect } from '@sveltejs/kit';
import { askAgain, askedIn, giveCode, registrationWords } from '#capabilities/registration/index.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { codeFields } from '../../../../parts/access.server.ts';
import { checkPage, registrationCodeForm } from '../../../../parts/registration.server.ts';
import { onlyVisitors } from '../../../../sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  onlyVisitors(event);
  const { context, viewer, language } = event.locals;
  const asked = await askedIn(context, viewer);
  if (!asked) redirect(303, inLanguage(language, '/registrati'));
  return checkPage(language, asked);
};

export const actions: Actions = {
  async continua(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, registrationCodeForm, registrationWords(language));
    if (!read.ok) return read.failure;
    const given = await giveCode(context, viewer, { code: read.data.codice });
    if (!given.ok) return refuse(event, given.reasons, { field: { ...codeFields, 'registration.too_soon': 'codice' } });
    redirect(303, inLanguage(language, '/registrati/dati'));
  },
  async ancora(event) {
    const { context, viewer, language } = event.locals;
    const asked = await askAgain(context, viewer);
    if (!asked.ok) return refuse(event, asked.reasons);
    setNotice(event, 'message_asked', 'info');
    redirect(303, inLanguage(language, '/registrati/codice'));
  },
};
