import { accessWords, signIn } from '#capabilities/access/index.ts';
import { readForm, refuse } from '../../../form.ts';
import { credentialsForm, signInPage } from '../../../parts/access.server.ts';
import { backFrom, goOn, onlyVisitors } from '../../../sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  onlyVisitors(event);
  return signInPage(event.locals.language, event.url.searchParams.has('finita'));
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, credentialsForm, accessWords(language));
    if (!read.ok) return read.failure;
    const { username, password } = read.data;
    const entered = await signIn(context, viewer, {
      username: username.value,
      password,
      returnTo: backFrom(event.url),
    });
    if (!entered.ok) return refuse(event, entered.reasons, { values: { username: username.typed } });
    await goOn(event, entered.value);
  },
};
