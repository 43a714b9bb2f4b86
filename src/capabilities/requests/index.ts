// What did the customer ask, who moves next? [REQ-1] [REQ-2] [REQ-10] [CNF-5]
// One model for tickets to support and requests to an agency: a thread, a next mover, a promise in working days.
import type { Capability } from '#kernel/capability.ts';
import { messages } from './messages.ts';
import { reasons } from './reasons.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';
import { fileUnverified } from './tasks.ts';
import { todo } from './todo.ts';

export {
  type AgencyInput,
  askAgency,
  askForContact,
  type Filed,
  fileSupport,
  type SupportInput,
} from './commands/ask.ts';
export { type AnsweredAt, type AnswerInput, answer, settle, write } from './commands/thread.ts';
export { askCodeAgain, fileWithoutCode, verifyContact } from './commands/verify.ts';
export { type DeskLine, type DeskThread, threadForDesk, waitingForDesks } from './desk.ts';
export { agencyCategories, type Category, cameFromOf, categories, categoryFrom } from './rules/categories.ts';
export { type AnswerContact, readContact } from './rules/contact.ts';
export type { RequestReason } from './rules.ts';
export { browserListDays, contactMax, textMax } from './settings.ts';
export {
  type AwaitedCode,
  agencyAnswerDays,
  answersAt,
  listFor,
  listOfBrowser,
  openContactRequest,
  type RequestLine,
  type RequestPage,
  type RequestTag,
  showFor,
  supportAnswerDays,
  type ThreadLine,
} from './views.ts';
export { say as requestWords } from './words/say.ts';

export const capability: Capability = {
  name: 'requests',
  tables,
  settings,
  tasks: [fileUnverified],
  messages,
  reasons,
  acts: [
    {
      name: 'requests.file_support',
      dispositive: false,
      because: 'asking changes nothing: whoever answers checks who asks (REQ-1)',
    },
    {
      name: 'requests.ask_for_contact',
      dispositive: false,
      because: 'the agency records the contact and checks it with the customer (CNF-5)',
    },
    {
      name: 'requests.ask_agency',
      dispositive: false,
      because: 'asking changes nothing: what the agency then does, it does by its own rules (REQ-10)',
    },
    { name: 'requests.write', dispositive: false, because: 'a line in a thread changes no policy, payment or profile' },
    { name: 'requests.settle', dispositive: false, because: 'closing one’s own request; writing opens it again' },
  ],
  todo,
};
