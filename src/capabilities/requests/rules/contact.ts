// The contact that somebody leaves to be answered: an e-mail, a mobile or a landline, in its one normal form. [REQ-1]
import { parseEmail } from '#kernel/italian/emails.ts';
import { parsePhone, phoneKind } from '#kernel/italian/phones.ts';

export type ContactKind = 'email' | 'mobile' | 'landline';
export type AnswerContact = { kind: ContactKind; value: string };

/** Reads what was typed; nothing when it is neither an address nor a number that anybody can have. */
export function readContact(typed: string): AnswerContact | undefined {
  if (typed.includes('@')) {
    const email = parseEmail(typed);
    return email.ok ? { kind: 'email', value: email.value } : undefined;
  }
  const phone = parsePhone(typed);
  return phone.ok ? { kind: phoneKind(phone.value), value: phone.value } : undefined;
}

/**
 * Whether a code goes to it. A landline is called instead, and so is a mobile of another country: anybody may fill the
 * form, and who is paid for the messages that arrive at a foreign number would fill it all day (toll fraud).
 */
export const takesCode = (contact: AnswerContact): contact is { kind: 'email' | 'mobile'; value: string } =>
  contact.kind === 'email' || (contact.kind === 'mobile' && contact.value.startsWith('+39'));
