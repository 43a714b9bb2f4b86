// Choosing the contact that confirms operations: the eligible ones to choose from, the others each with why. [CNF-5]
import { type ContactView, contactsWords } from '#capabilities/contacts/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained } from '#kernel/outcome.ts';
import { explain } from '../explain.ts';
import { withHelp } from './contact-page.server.ts';
import { contactLine } from './contacts.server.ts';

export function choicePage(
  context: Context,
  contacts: readonly ContactView[],
  wanted: string | undefined,
  asked: { publicId: string; number: string } | undefined,
  language: Language,
) {
  const say = contactsWords(language);
  const confirming = contacts.find((contact) => contact.roles.includes('confirmation'));
  const eligible = contacts.filter((contact) => contact.eligibility.ok);
  const options = eligible.map((contact) => {
    const line = contactLine(contact, language);
    return {
      value: contact.publicId,
      text: line.title,
      detail: say('contacts.choose_detail', { kind: contact.kind }),
      icon: line.icon,
    };
  });
  return {
    /** One works already: it is replaced otherwise (CNF-6), so there is nothing to choose here. */
    already: confirming && chosenAlready(context, confirming, language),
    options,
    // Who can only choose one has chosen it.
    value:
      options.find((option) => option.value === wanted)?.value ??
      (options.length === 1 ? options[0]?.value : undefined),
    others: contacts.flatMap((contact) => {
      if (contact.eligibility.ok) return [];
      const line = contactLine(contact, language);
      return [
        { title: line.title, icon: line.icon, ...withHelp(explain(context, language, contact.eligibility.reasons[0])) },
      ];
    }),
    asked: asked && askedAlready(asked, language),
    words: {
      title: say('contacts.choose_title'),
      /** What stands in the bar of the flow is not said again. */
      heading: confirming
        ? say('contacts.choose_title_chosen')
        : say(options.length > 0 ? 'contacts.choose_legend' : 'contacts.choose_title_none'),
      legend: say('contacts.choose_legend'),
      hint: say('contacts.choose_hint'),
      submit: say('contacts.choose_submit'),
      cannot: say('contacts.choose_cannot'),
      none: say('contacts.choose_none'),
      other: say('contacts.choose_other'),
      ask: say('contacts.ask_button'),
      why: say('contacts.why'),
    },
  };
}

/** While a request for another contact is open there is nothing more to ask: where it stands is what helps. */
export const askedAlready = ({ publicId, number }: { publicId: string; number: string }, language: Language) => ({
  href: `/richieste/${publicId}`,
  text: contactsWords(language)('contacts.asked_text', { number }),
  link: contactsWords(language)('contacts.asked_link'),
});

const chosenAlready = (context: Context, confirming: ContactView, language: Language): Explained =>
  explain(context, language, {
    code: 'contacts.confirmation_chosen',
    values: { masked: confirming.masked },
    changes: 'agency',
  });
