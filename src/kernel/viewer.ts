import type { Language } from './language.ts';

/** What stands behind a request before anybody has signed in. */
type AtTheDoor = {
  language: Language;
  /** The network address that limits are counted by; IPv6 by its /64. */
  address: string;
  /** The browser's own id once it has posted something; nothing before. */
  browserId?: string | undefined;
};

export type Visitor = AtTheDoor & { kind: 'visitor' };

/** Somebody signed in: the account, the party it belongs to, and the profile looked through (POL-7). */
export type Customer = AtTheDoor & {
  kind: 'customer';
  browserId: string;
  sessionId: string;
  accountId: string;
  /** Whose account it is. */
  partyId: string;
  /** Whose things are looked at: the own party, or a profile it may use. */
  profileId: string;
};

export type Staff = AtTheDoor & {
  kind: 'staff';
  staffId: string;
  desk: 'agency' | 'support' | 'employer';
  agencyId?: string;
  /** Why this customer's data are opened (REQ-4). */
  statedReason: string;
};

export type CompanionApp = {
  kind: 'app';
  clientId: string;
  accountId: string;
  partyId: string;
  scopes: readonly string[];
};

/** A notice of a payment provider whose authenticity has been checked. */
export type ProviderNotice = { kind: 'provider'; provider: string };

/** A task of ours, by name. */
export type System = { kind: 'system'; task: string };

/** Who is looking. Every function of views, commands and operations takes one. */
export type Viewer = Visitor | Customer | Staff | CompanionApp | ProviderNotice | System;

export const system = (task: string): System => ({ kind: 'system', task });
