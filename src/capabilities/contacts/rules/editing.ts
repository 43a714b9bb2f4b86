// May the customer change or remove a contact alone, and why not? [CON-3]
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { ContactOrigin, ContactRole } from '../rules.ts';

export type EditingReason = Reason<'contacts.not_editable', { because: Because }>;
type Because = Exclude<ContactRole, 'preferred'> | Exclude<ContactOrigin, 'self'>;

/** What holds a contact fast, the strongest first: confirming operations, signing in, what an agent certified, its origin. */
const holds: readonly Because[] = ['confirmation', 'username', 'paperless', 'signature'];

/** Own contacts that nothing else uses are free; all others are changed by whoever recorded them. */
export function editabilityOf(contact: {
  origin: ContactOrigin;
  roles: readonly ContactRole[];
}): Outcome<true, EditingReason> {
  const because =
    holds.find((hold) => contact.roles.some((role) => role === hold)) ??
    (contact.origin === 'self' ? undefined : contact.origin);
  if (!because) return yes(true);
  return no({
    code: 'contacts.not_editable',
    values: { because },
    changes: contact.origin === 'employer' ? 'employer' : 'agency',
  });
}
