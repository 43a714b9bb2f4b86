import { redirect } from '@sveltejs/kit';
import { contactsWords, listFor } from '#capabilities/contacts/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { profileWords } from '#capabilities/profile/index.ts';
import { askForContact, openContactRequest } from '#capabilities/requests/index.ts';
import { customerOf } from '../../../../customer.server.ts';
import { inLanguage } from '../../../../link.ts';
import { setNotice } from '../../../../notice.ts';
import { askedAlready } from '../../../../parts/contact-choice.server.ts';
import { contactLine } from '../../../../parts/contacts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, language } = locals;
  const say = contactsWords(language);
  const viewer = customerOf(locals);
  const [contacts, asked] = await Promise.all([listFor(context, viewer), openContactRequest(context, viewer)]);
  const confirming = contacts.find((contact) => contact.roles.includes('confirmation'));
  const isChosen = confirming !== undefined;
  const canChoose = contacts.some((contact) => contact.eligibility.ok);
  return {
    contacts: contacts.map((contact) => contactLine(contact, language)),
    isChosen,
    asked: asked && askedAlready(asked, language),
    chosen:
      confirming && url.searchParams.has('scelto')
        ? say('contacts.list_chosen', { contact: confirming.masked })
        : undefined,
    words: {
      title: say('contacts.list_title'),
      text: say('contacts.list_text'),
      empty: say('contacts.list_empty'),
      missing: canChoose ? say('contacts.list_missing') : say('contacts.none_eligible'),
      choose: canChoose ? say('contacts.way_choose') : say('contacts.way_ask'),
      manage: say('contacts.manage'),
      askTitle: say('contacts.ask_title'),
      askText: say('contacts.ask_text'),
      ask: say('contacts.ask_button'),
      up: profileWords(language)('profile.title'),
    },
    help: helpFor(language, 'contacts'),
  };
};

export const actions: Actions = {
  /** One click: a tracked request to the agency (CNF-5). */
  async chiedi(event) {
    const { locals } = event;
    const request = await askForContact(locals.context, customerOf(locals));
    if (request.isNew) setNotice(event, 'request_sent');
    else setNotice(event, 'request_already', 'info');
    redirect(303, inLanguage(locals.language, `/richieste/${request.publicId}`));
  },
};
