import { redirect } from '@sveltejs/kit';
import { followLink, linkFor } from '#capabilities/registration/index.ts';
import { explain } from '../../../../explain.ts';
import { refuse } from '../../../../form.ts';
import { inLanguage } from '../../../../link.ts';
import { linkPage, restartPage } from '../../../../parts/registration.server.ts';
import { linkToken } from '../../../../sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { context, viewer, language } = event.locals;
  const behind = await linkFor(context, viewer, { token: linkToken(event, 'registration') });
  if (behind.ok) return { dead: undefined, ...linkPage(language, behind.value.contact) };
  return { dead: explain(context, language, behind.reasons[0]), ...restartPage(language, 'link_dead_title') };
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const next = await followLink(context, viewer, { token: linkToken(event, 'registration') });
    if (!next.ok) return refuse(event, next.reasons);
    redirect(303, inLanguage(language, next.value === 'password' ? '/registrati/password' : '/registrati/dati'));
  },
};
