// A contact in the reader's words: for the list, its own page and the choice.
import { type ContactView, contactsWords } from '#capabilities/contacts/index.ts';
import type { Language } from '#kernel/language.ts';
import type { IconName } from '../ui/icons.ts';

export type ContactLine = {
  publicId: string;
  icon: IconName;
  /** A mobile masked, as everywhere but on its own page; an e-mail or landline whole. */
  title: string;
  roles: string[];
  confirms: string | undefined;
  origin: string;
};

const icons: Record<ContactView['kind'], IconName> = { email: 'mail', mobile: 'mobile', landline: 'phone' };

const shownContact = (contact: ContactView): string => (contact.kind === 'mobile' ? contact.masked : contact.text);

/** What it is used for in words, without the double tick that has a place of its own; one sentence when for nothing. */
function rolesInWords(contact: ContactView, language: Language): string[] {
  const say = contactsWords(language);
  const others = contact.roles.filter((role) => role !== 'confirmation');
  if (contact.roles.length === 0) return [say('contacts.role_none', { kind: contact.kind })];
  return others.map((role) => say(`contacts.role_${role}`));
}

export function contactLine(contact: ContactView, language: Language): ContactLine {
  const say = contactsWords(language);
  return {
    publicId: contact.publicId,
    icon: icons[contact.kind],
    title: shownContact(contact),
    roles: rolesInWords(contact, language),
    confirms: contact.roles.includes('confirmation') ? say('contacts.role_confirmation') : undefined,
    origin: say(`contacts.origin_${contact.origin}`),
  };
}
