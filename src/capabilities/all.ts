// The table of contents of the product, in import order: a capability may import only from those with a smaller number,
// and only their index.ts. tests/architecture.test.ts reads this list.
import type { Capability } from '#kernel/capability.ts';

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

export const capabilities: readonly Capability[] = [];
