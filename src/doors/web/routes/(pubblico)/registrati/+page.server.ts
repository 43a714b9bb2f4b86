import { fail, redirect } from '@sveltejs/kit';
import { askedIn, askRegistration, registrationWords } from '#capabilities/registration/index.ts';
import { readForm } from '../../../form.ts';
import { inLanguage } from '../../../link.ts';
import { shownUsername } from '../../../parts/access.server.ts';
import { contactForm, startPage, typoIn } from '../../../parts/registration.server.ts';
import { onlyVisitors } from '../../../sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  onlyVisitors(event);
  const { context, viewer, language } = event.locals;
  const asked = await askedIn(context, viewer);
  return startPage(language, asked && shownUsername(asked.value));
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, contactForm, registrationWords(language));
    if (!read.ok) return read.failure;
    const { username, confermato } = read.data;
    const text = typoIn(language, username, confermato);
    if (text) {
      const values = { username: username.typed, confermato: username.value };
      return fail(422, { values, errors: [{ field: 'username', text }] });
    }
    await askRegistration(context, viewer, username);
    redirect(303, inLanguage(language, '/registrati/codice'));
  },
};
