import { redirect } from '@sveltejs/kit';
import { accessWords, recover, recoveryBehind } from '#capabilities/access/index.ts';
import { explain } from '../../../../explain.ts';
import { readForm, refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { deadLinkPage, newPasswordForm, newPasswordPage, passwordFields } from '../../../../parts/access.server.ts';
import { forgetLink, goOn, linkToken } from '../../../../sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { context, viewer, language } = event.locals;
  const behind = await recoveryBehind(context, viewer, { token: linkToken(event, 'recovery') });
  if (!behind.ok) return { dead: explain(context, language, behind.reasons[0]), ...deadLinkPage(language) };
  return { dead: undefined, ...newPasswordPage(context, language, behind.value.username) };
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, newPasswordForm, accessWords(language));
    if (!read.ok) return read.failure;
    const token = linkToken(event, 'recovery');
    const recovered = await recover(context, viewer, { token, password: read.data.password });
    if (!recovered.ok) return refuse(event, recovered.reasons, { field: passwordFields });
    forgetLink(event, 'recovery');
    setNotice(event, 'password_changed');
    if (recovered.value.kind === 'sign_in') redirect(303, inLanguage(language, '/accesso'));
    await goOn(event, recovered.value);
  },
};
