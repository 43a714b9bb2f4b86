// How does a known party become an account? [REG-1] … [REG-7] [REG-10] [REG-11]
// Every contact gets the same answers on the page; only the message, to the contact itself, tells more.
import type { Capability } from '#kernel/capability.ts';
import { messages } from './messages.ts';
import { reasons } from './reasons.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';
import { decideRegistration, sweep } from './tasks.ts';

export {
  askAgain,
  askRegistration,
  complete,
  followLink,
  giveCode,
  giveFiscalId,
  type Opening,
  openAccount,
  type TypedUsername,
} from './commands.ts';
export type { RegistrationReason, Step } from './rules.ts';
export { type AskedView, askedIn, linkFor, stepIn } from './views.ts';
export { say as registrationWords } from './words/say.ts';

export const capability: Capability = {
  name: 'registration',
  tables,
  settings,
  tasks: [decideRegistration],
  schedules: [sweep],
  messages,
  reasons,
  acts: [
    {
      name: 'registration.complete',
      dispositive: false,
      because: 'nobody is signed in yet: the code or link to a contact of the agency proves who registers (REG-3)',
    },
  ],
};
