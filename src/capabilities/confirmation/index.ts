// Is this very operation confirmed? Then do it once. [CNF-1] [CNF-2] [CNF-3] [CNF-7] [CNF-9] [CNF-10] [CNF-11]
// Knows no operation by name: it binds a code to what `describe` says, authorises again, consumes, executes, attests.
import type { Capability } from '#kernel/capability.ts';
import { acts } from './acts.ts';
import { codeMessage } from './messages.ts';
import { reasons } from './reasons.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';

export { confirm } from './confirming.ts';
export { propose, requestCode } from './proposing.ts';
export type { Change, ConfirmationReason } from './rules.ts';
export { type CodePage, pageFor, type WaitingCode } from './views.ts';
export { confirmationWords } from './words/say.ts';

export const capability: Capability = {
  name: 'confirmation',
  tables,
  settings,
  messages: [codeMessage],
  reasons,
  acts,
};
