// What may I change alone, what do others know of me? [PRO-1] [PRO-8]
// So far the account as it is; it owns no table: what it shows belongs to parties, contacts and access.
import type { Capability } from '#kernel/capability.ts';

export { type AccountData, accountData } from './views.ts';
export { say as profileWords } from './words/say.ts';

export const capability: Capability = { name: 'profile', tables: [] };
