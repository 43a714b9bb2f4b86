// Is this the newest code, in time, with tries left? [REG-4] [CNF-1] [CNF-2] [CNF-9]
// Codes and links are derived when sent and when checked, and never stored. Used by registration, access, confirmation.
import type { Capability } from '#kernel/capability.ts';
import { reasons } from './reasons.ts';
import { settings } from './settings.ts';
import { tables } from './store.server.ts';

export { check, endSends, newSend, takeContactSend, takeStrangerSend, useLink } from './commands.ts';
export { type CodeReason, mayResend, type Purpose, type Send, type SendState } from './rules.ts';
export { resendSeconds } from './settings.ts';
export { newestOf, readLink, secretsOf } from './views.ts';

export const capability: Capability = { name: 'codes', tables, settings, reasons };
