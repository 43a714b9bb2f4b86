// The table of contents of the product, in import order: a capability may import only from those with a smaller number,
// and only their index.ts. tests/architecture.test.ts reads this list.
import type { Capability } from '#kernel/capability.ts';
import { capability as access } from './access/index.ts';
import { capability as codes } from './codes/index.ts';
import { capability as confirmation } from './confirmation/index.ts';
import { capability as contacts } from './contacts/index.ts';
import { capability as documents } from './documents/index.ts';
import { capability as help } from './help/index.ts';
import { capability as integration } from './integration/index.ts';
import { capability as messages } from './messages/index.ts';
import { capability as parties } from './parties/index.ts';
import { capability as payments } from './payments/index.ts';
import { capability as policies } from './policies/index.ts';
import { capability as profile } from './profile/index.ts';
import { capability as registration } from './registration/index.ts';
import { capability as requests } from './requests/index.ts';

/** Folder → number (docs/adr/0001). */
export const order = {
  messages: 1,
  parties: 1,
  codes: 2,
  contacts: 3,
  policies: 3,
  access: 4,
  documents: 4,
  requests: 4,
  registration: 5,
  payments: 5,
  profile: 5,
  confirmation: 6,
  help: 6,
  integration: 6,
} as const;

export const capabilities: readonly Capability[] = [
  messages,
  parties,
  codes,
  contacts,
  policies,
  access,
  documents,
  requests,
  registration,
  payments,
  profile,
  confirmation,
  help,
  integration,
];
