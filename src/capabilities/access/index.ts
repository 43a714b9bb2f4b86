// Who is at the keyboard, how sure are we? [ACC-1] [ACC-2] [ACC-3] [ACC-4] [ACC-7] [ACC-11] [ACC-12] [REG-7]
// Accounts, browsers, sessions and known devices; sign-in, recovery, and what was typed when a session ended.
import type { Capability } from '#kernel/capability.ts';
import { messages } from './messages.ts';
import { reasons } from './reasons.ts';
import { settings } from './settings.ts';
import { tables } from './store/tables.ts';
import { decideRecovery, sweep } from './tasks.ts';
import { decideUsername } from './username-task.ts';

export { cancelAccount, createAccount, type NewAccount, unlockAccount } from './commands/accounts.ts';
export {
  type AtTheDoor,
  browserOf,
  confirmDevice,
  resendDeviceCode,
  type SignedIn,
  sendToUsername,
} from './commands/device.ts';
export { keepForm, takeForm } from './commands/kept-forms.ts';
export { hashPassword, judgePassword } from './commands/passwords.ts';
export { askRecovery, askRecoveryAgain, recover, recoveryBehind } from './commands/recovery.ts';
export {
  browserByToken,
  endSession,
  forgetDevice,
  newBrowser,
  signOut,
  signOutEverywhere,
  startSession,
} from './commands/sessions.ts';
export { type Credentials, type Entered, signIn } from './commands/sign-in.ts';
export { askUsername, askUsernameAgain } from './commands/username.ts';
export type { PasswordHasher } from './hasher.ts';
export { returnTo } from './rules/return-to.ts';
export type { AccessReason } from './rules.ts';
export { settings as accessSettings } from './settings.ts';
export { type AccountSummary, accountIdOfParty, accountOf, partiesWithAccount } from './views/accounts.ts';
export { type AskedUsername, askedRecovery, askedUsername, type ChallengeView, challengeFor } from './views/pages.ts';
export { type ActiveSession, type Device, type EndedSession, sessionByToken, sessionsOf } from './views/sessions.ts';
export { say as accessWords } from './words/say.ts';

export const capability: Capability = {
  name: 'access',
  tables,
  settings,
  tasks: [decideRecovery, decideUsername],
  schedules: [sweep],
  messages,
  reasons,
  acts: [
    {
      name: 'access.end_session',
      dispositive: false,
      because: 'it only takes access away, and must be possible at once for who has lost a device (ACC-1)',
    },
    {
      name: 'access.forget_device',
      dispositive: false,
      because: 'it only asks for more at the next sign-in of that device (ACC-11)',
    },
  ],
};
