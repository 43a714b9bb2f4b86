import { redirect } from '@sveltejs/kit';
import { complete, registrationWords, stepIn } from '#capabilities/registration/index.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { passwordFields } from '../../../../parts/access.server.ts';
import { passwordPage, registrationPasswordForm } from '../../../../parts/registration.server.ts';
import { forgetLink, goOn } from '../../../../sign-in.server.ts';
import { restartedPage } from '../restart.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { context, viewer, language } = event.locals;
  const next = await stepIn(context, viewer);
  if (!next) return restartedPage(event.locals);
  if (next.step === 'fiscal_id') redirect(303, inLanguage(language, '/registrati/dati'));
  return { gone: undefined, ...passwordPage(context, language, next.username, next.provenBy) };
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, registrationPasswordForm, registrationWords(language));
    if (!read.ok) return read.failure;
    const completed = await complete(context, viewer, { password: read.data.password });
    if (!completed.ok) return refuse(event, completed.reasons, { field: passwordFields });
    forgetLink(event, 'registration');
    setNotice(event, 'registered');
    await goOn(event, { kind: 'signed_in', token: completed.value.token, returnTo: '/' });
  },
};
