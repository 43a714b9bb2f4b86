import { redirect } from '@sveltejs/kit';
import { accessWords, askedRecovery, askRecovery } from '#capabilities/access/index.ts';
import { readForm } from '../../../form.ts';
import { inLanguage } from '../../../link.ts';
import { recoverPage, recoveryForm, shownUsername } from '../../../parts/access.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { context, viewer, language } = locals;
  const asked = await askedRecovery(context, viewer);
  return recoverPage(language, asked && shownUsername(asked.username));
};

export const actions: Actions = {
  async default(event) {
    const { context, viewer, language } = event.locals;
    const read = await readForm(event, recoveryForm, accessWords(language));
    if (!read.ok) return read.failure;
    await askRecovery(context, viewer, { username: read.data.username.value });
    redirect(303, inLanguage(language, '/recupera/inviato'));
  },
};
