import { error } from '@sveltejs/kit';
import { contactsWords, listFor } from '#capabilities/contacts/index.ts';
import { helpFor } from '#capabilities/help/index.ts';
import { customerOf } from '../../../../../customer.server.ts';
import { contactPage } from '../../../../../parts/contact-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, language } = locals;
  const say = contactsWords(language);
  const contacts = await listFor(context, customerOf(locals));
  const contact = contacts.find((one) => one.publicId === params.recapito);
  if (!contact) error(404);
  const confirming = contacts.find((one) => one.roles.includes('confirmation'));
  return {
    ...contactPage(context, contact, confirming, language),
    help: helpFor(language, 'contacts'),
    words: {
      up: say('contacts.list_title'),
      name: say('contacts.one_title'),
      facts: say('contacts.one_facts'),
      can: say('contacts.one_can'),
      cannot: say('contacts.one_cannot'),
      choose: say('contacts.way_choose'),
      why: say('contacts.why'),
      askText: say('contacts.ask_text'),
      ask: say('contacts.ask_button'),
    },
  };
};
