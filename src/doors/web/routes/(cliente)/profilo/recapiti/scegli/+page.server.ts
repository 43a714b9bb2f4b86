import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { propose } from '#capabilities/confirmation/index.ts';
import { chooseConfirmation, contactsWords, listFor } from '#capabilities/contacts/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { openContactRequest } from '#capabilities/requests/index.ts';
import { ownPath } from '../../../../../address.ts';
import { customerOf } from '../../../../../customer.server.ts';
import { readForm, refuse } from '../../../../../form.ts';
import { inLanguage } from '../../../../../link.ts';
import { choicePage } from '../../../../../parts/contact-choice.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language } = locals;
  const viewer = customerOf(locals);
  const [contacts, asked] = await Promise.all([listFor(context, viewer), openContactRequest(context, viewer)]);
  const returnTo = ownPath(url.searchParams.get('torna'), '');
  return {
    ...choicePage(context, contacts, url.searchParams.get('recapito') ?? undefined, asked, language),
    returnTo: locals.kept?.torna ?? returnTo,
    kept: locals.kept?.recapito,
    help: helpFor(language, 'confirmation'),
    flow: { title: contactsWords(language)('contacts.choose_title'), back: returnTo || '/profilo/recapiti' },
  };
};

export const actions: Actions = {
  async scegli(event) {
    const { context, language } = event.locals;
    const say = contactsWords(language);
    const missing = say('contacts.choose_missing');
    const read = await readForm(
      event,
      z.object({ recapito: z.string(missing).min(1, missing), torna: z.string().optional() }),
    );
    if (!read.ok) return read.failure;
    const returnTo = ownPath(read.data.torna, '') || undefined;
    const wanted = { contact: read.data.recapito, ...(returnTo && { returnTo }) };
    const proposed = await propose(context, customerOf(event.locals), chooseConfirmation, wanted);
    if (!proposed.ok) return refuse(event, proposed.reasons, { values: read.data });
    redirect(303, inLanguage(language, `/conferma/${proposed.value.operation}`));
  },
};
