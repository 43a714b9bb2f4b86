import { redirect } from '@sveltejs/kit';
import { giveFiscalId, stepIn } from '#capabilities/registration/index.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { fiscalIdForm, fiscalIdPage } from '../../../../parts/registration.server.ts';
import { restartedPage } from '../restart.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { context, viewer, language } = event.locals;
  const next = await stepIn(context, viewer);
  if (!next) return restartedPage(event.locals);
  if (next.step === 'password') redirect(303, inLanguage(language, '/registrati/password'));
  return { gone: undefined, ...fiscalIdPage(language, next.provenBy) };
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, fiscalIdForm(language));
    if (!read.ok) return read.failure;
    const { codiceFiscale } = read.data;
    const given = await giveFiscalId(context, viewer, { fiscalId: codiceFiscale });
    const field = { 'registration.not_found': 'codiceFiscale' };
    if (!given.ok) return refuse(event, given.reasons, { field, values: { codiceFiscale } });
    redirect(303, inLanguage(language, '/registrati/password'));
  },
};
