// Which contacts somebody has, what each is used for, and where codes and messages go.
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { formatPhone } from '#kernel/italian/phones.ts';
import type { Destination } from '#kernel/operation.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { type EditingReason, editabilityOf } from './rules/editing.ts';
import { type EligibilityReason, eligibilityOf } from './rules/eligibility.ts';
import { mask } from './rules/mask.ts';
import type { ClaimRole, ContactKind, ContactOrigin, ContactRole } from './rules.ts';
import {
  type ContactRow,
  claimByValue,
  claimOfParty,
  claimsOf,
  contactRows,
  contactsWithValue,
  contactValue,
  emailRows,
  preferredRow,
} from './store.server.ts';

export type ContactView = {
  publicId: string;
  kind: ContactKind;
  /** As people write it, whole. */
  text: string;
  /** What is enough for its owner to recognise it. */
  masked: string;
  origin: ContactOrigin;
  /** What it is used for; the username is one although it claims no column. */
  roles: ContactRole[];
  asOf: Day;
  /** May it confirm operations, and why not? For the one that does already: yes. */
  eligibility: Outcome<true, EligibilityReason>;
  /** May the customer change or remove it alone, and why not? */
  editability: Outcome<true, EditingReason>;
};

const rolesOf = (row: ContactRow): ContactRole[] => [
  ...(row.isOwnClaim && row.claimRole === 'confirmation' ? (['confirmation'] as const) : []),
  ...(row.isOwnClaim && row.claimRole === 'username' ? (['username'] as const) : []),
  ...(row.isPreferred ? (['preferred'] as const) : []),
  ...(row.isPaperless ? (['paperless'] as const) : []),
  ...(row.isSignature ? (['signature'] as const) : []),
];

const importance: ContactRole[] = ['confirmation', 'username', 'preferred', 'paperless', 'signature'];
const rank = (roles: readonly ContactRole[]): number => {
  const first = importance.findIndex((role) => roles.includes(role));
  return first < 0 ? importance.length : first;
};

export const textOf = (contact: { kind: ContactKind; value: string }): string =>
  contact.kind === 'email' ? contact.value : formatPhone(contact.value);

function viewOf(row: ContactRow): ContactView {
  const roles = rolesOf(row);
  return {
    publicId: row.publicId,
    kind: row.kind,
    text: textOf(row),
    masked: mask(row.value),
    origin: row.origin,
    roles,
    asOf: row.asOf,
    eligibility: eligibilityOf({ ...row, claim: claimIn(row) }),
    editability: editabilityOf({ origin: row.origin, roles }),
  };
}

export const claimIn = (row: ContactRow): { role: ClaimRole; isOwn: boolean } | undefined =>
  row.claimRole ? { role: row.claimRole, isOwn: row.isOwnClaim ?? false } : undefined;

/** Every contact of the account's own party (never of a profile looked at): the confirmation one first (CON-1). */
export async function listFor(context: Context, viewer: Customer): Promise<ContactView[]> {
  const views = (await contactRows(context, viewer.partyId, viewer.accountId)).map(viewOf);
  return views.sort((one, other) => rank(one.roles) - rank(other.roles));
}

/** One of them by its public id; nothing for anybody else's. */
export async function contactFor(
  context: Context,
  viewer: Customer,
  publicId: string,
): Promise<ContactView | undefined> {
  return (await listFor(context, viewer)).find((contact) => contact.publicId === publicId);
}

/** Contacts in force with this very value, of whomever. For registration; pages never learn of it. */
export const contactsByValue = (
  context: Context,
  value: string,
): Promise<{ contactId: string; partyId: string; origin: ContactOrigin; kind: ContactKind; publicId: string }[]> =>
  contactsWithValue(context, value);

/** Which account uses a value, and as what. */
export async function claimOn(
  context: Context,
  value: string,
): Promise<{ accountId: string; role: ClaimRole } | undefined> {
  const held = await claimByValue(context, value);
  return held && { accountId: held.accountId, role: held.role };
}

/** Whose username a value is; one that the agency has ended still signs in (design.md §6). */
export async function accountByUsername(
  context: Context,
  value: string,
): Promise<{ accountId: string; contactId: string } | undefined> {
  const held = await claimByValue(context, value);
  return held?.role === 'username' ? { accountId: held.accountId, contactId: held.contactId } : undefined;
}

export type Username = { contactId: string; value: string; kind: 'email' | 'mobile'; isEnded: boolean };

/** The username of an account; nothing once it is cancelled. */
export async function usernameOf(context: Context, accountId: string): Promise<Username | undefined> {
  const held = (await claimsOf(context, accountId)).find((one) => one.role === 'username');
  if (!held || held.kind === 'landline') return undefined;
  return { contactId: held.contactId, value: held.value, kind: held.kind, isEnded: held.isEnded };
}

export type NoDestination =
  | Reason<'confirmation.no_contact', Record<string, never>>
  | Reason<'contacts.confirmation_ended', { masked: string }>;

/** Where the codes of an account go, or why nowhere: none chosen, or the agency has ended it since. */
export async function confirmationOf(
  context: Context,
  accountId: string,
): Promise<Outcome<Destination, NoDestination>> {
  const held = (await claimsOf(context, accountId)).find((one) => one.role === 'confirmation');
  if (!held || held.kind === 'landline') return no({ code: 'confirmation.no_contact', values: {}, changes: 'you' });
  if (held.isEnded) {
    return no({ code: 'contacts.confirmation_ended', values: { masked: mask(held.value) }, changes: 'you' });
  }
  return yes({ contactId: held.contactId, kind: held.kind, value: held.value });
}

export type NoneEligible = Reason<'contacts.none_eligible', Record<string, never>>;

/** The same for whoever is looking: where nothing was chosen because nothing can be, that is what is said (CNF-5). */
export async function codesGoTo(
  context: Context,
  viewer: Customer,
): Promise<Outcome<Destination, NoDestination | NoneEligible>> {
  const destination = await confirmationOf(context, viewer.accountId);
  const isChosenOnce = destination.ok || destination.reasons[0].code !== 'confirmation.no_contact';
  if (isChosenOnce || (await hasEligible(context, viewer))) return destination;
  return no({ code: 'contacts.none_eligible', values: {}, changes: 'agency' });
}

/** Could any of the own contacts confirm operations? */
export const hasEligible = async (context: Context, viewer: Customer): Promise<boolean> =>
  (await listFor(context, viewer)).some((contact) => contact.eligibility.ok);

/** Where the agency, support and the portal write: the preferred contact, else the username (CON-4); nothing without both. */
export async function preferredOf(
  context: Context,
  partyId: string,
  accountId?: string,
): Promise<{ kind: 'email' | 'mobile'; value: string } | undefined> {
  const preferred = await preferredRow(context, partyId);
  if (preferred && preferred.kind !== 'landline') return { kind: preferred.kind, value: preferred.value };
  const username = accountId
    ? (await claimsOf(context, accountId)).find((one) => one.role === 'username')
    : await claimOfParty(context, partyId, 'username');
  return username && username.kind !== 'landline' ? { kind: username.kind, value: username.value } : undefined;
}

/** The value behind an id that the program itself has kept; in force or ended. */
export const valueOfContact = (context: Context, contactId: string): Promise<string | undefined> =>
  contactValue(context, contactId);

/** The party's e-mails, the preferred one first; empty when none is known. */
export const emailsOf = async (context: Context, partyId: string): Promise<string[]> =>
  (await emailRows(context, partyId)).map((row) => row.value);
