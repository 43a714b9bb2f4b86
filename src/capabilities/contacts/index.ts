// Which contact may play which role, and why not? [CON-1] [CNF-4] [CNF-5] [REG-2]
// Also the claims: one row per username or confirmation contact, so that races are settled by PostgreSQL.
import type { Capability } from '#kernel/capability.ts';
import { contactIntake } from './intake.ts';
import { confirmationEnded } from './messages.ts';
import { chooseConfirmation } from './operations.ts';
import { reasons } from './reasons.ts';
import { tables } from './store.server.ts';
import { todo } from './todo.ts';

export { claim, freeClaims, type InUse } from './commands.ts';
export { type ChoiceStatement, chooseConfirmation } from './operations.ts';
export type { ContactReason } from './reasons.ts';
export { mask } from './rules/mask.ts';
export type { ClaimRole, ContactKind, ContactOrigin, ContactRole } from './rules.ts';
export {
  accountByUsername,
  type ContactView,
  claimOn,
  codesGoTo,
  confirmationOf,
  contactFor,
  contactsByValue,
  emailsOf,
  listFor,
  type NoDestination,
  preferredOf,
  textOf,
  type Username,
  usernameOf,
  valueOfContact,
} from './views.ts';

export { say as contactsWords } from './words/say.ts';

export const capability: Capability = {
  name: 'contacts',
  tables,
  intakes: [contactIntake],
  operations: [chooseConfirmation],
  messages: [confirmationEnded],
  reasons,
  acts: [
    {
      name: 'contacts.choose_confirmation',
      dispositive: true,
      because: 'it decides where every later code goes, so it is proven by a code on the contact itself (CNF-5)',
    },
  ],
  todo,
};
