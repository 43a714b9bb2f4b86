import { redirect } from '@sveltejs/kit';
import { accessWords, signOut } from '#capabilities/access/index.ts';
import { clearSessionToken } from '../../../cookies.server.ts';
import { inLanguage } from '../../../link.ts';
import { setNotice } from '../../../notice.ts';
import type { Actions, PageServerLoad } from './$types';

/** Without scripts and from a bookmark too: a GET only asks. */
export const load: PageServerLoad = ({ locals }) => {
  if (locals.viewer.kind !== 'customer') redirect(303, inLanguage(locals.language, '/accesso'));
  const say = accessWords(locals.language);
  return {
    words: {
      title: say('access.leave_title'),
      text: say('access.leave_text'),
      button: say('access.leave_button'),
      stay: say('access.leave_stay'),
    },
  };
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    if (viewer.kind === 'customer') {
      await signOut(context, viewer);
      setNotice(event, 'signed_out');
    }
    clearSessionToken(event);
    redirect(303, inLanguage(language, '/accesso'));
  },
};
