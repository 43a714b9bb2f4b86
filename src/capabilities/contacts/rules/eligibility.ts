// May this contact confirm operations, and why not? [CNF-4]
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { ClaimRole, ContactKind, ContactOrigin } from '../rules.ts';

export type EligibilityReason =
  | Reason<'contacts.landline', Record<string, never>>
  | Reason<'contacts.added_by_yourself', Record<string, never>>
  | Reason<'contacts.own_username', Record<string, never>>
  | Reason<'contacts.used_by_another', { role: ClaimRole }>;

/** What decides: `claim` is the one role that some account has given to this very value. */
export type EligibilityFacts = {
  kind: ContactKind;
  origin: ContactOrigin;
  claim: { role: ClaimRole; isOwn: boolean } | undefined;
};

/**
 * E-mail or mobile, from the agency or the employer, neither username nor confirmation contact of anybody else, nor the
 * own username. What another account uses as preferred, paperless or FEA contact does not matter. Every reason is given,
 * the one that is hardest to change first.
 */
export function eligibilityOf(contact: EligibilityFacts): Outcome<true, EligibilityReason> {
  const reasons: EligibilityReason[] = [];
  const none: Record<string, never> = {};
  if (contact.kind === 'landline') reasons.push({ code: 'contacts.landline', values: none, changes: 'agency' });
  if (contact.origin === 'self') reasons.push({ code: 'contacts.added_by_yourself', values: none, changes: 'agency' });
  if (contact.claim && !contact.claim.isOwn) {
    reasons.push({ code: 'contacts.used_by_another', values: { role: contact.claim.role }, changes: 'support' });
  }
  if (contact.claim?.isOwn && contact.claim.role === 'username') {
    reasons.push({ code: 'contacts.own_username', values: none, changes: 'agency' });
  }
  const [first, ...others] = reasons;
  return first ? no(first, ...others) : yes(true);
}
