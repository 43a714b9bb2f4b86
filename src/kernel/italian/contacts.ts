// A contact as people type it into one field: an e-mail or a phone.
import { accepted, type Checked } from './checked.ts';
import { type EmailProblem, parseEmail } from './emails.ts';
import { type PhoneProblem, parsePhone, phoneKind } from './phones.ts';

export type TypedContact = { kind: 'email' | 'mobile' | 'landline'; value: string };

/** Reads a contact and normalises it: lower-case e-mail with IDNA, or E.164. What has an @ is meant as an e-mail. */
export function parseContact(text: string): Checked<TypedContact, EmailProblem | PhoneProblem> {
  if (text.includes('@')) {
    const email = parseEmail(text);
    return email.ok ? accepted({ kind: 'email', value: email.value }) : email;
  }
  const phone = parsePhone(text);
  return phone.ok ? accepted({ kind: phoneKind(phone.value), value: phone.value }) : phone;
}
