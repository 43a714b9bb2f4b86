// Contacts and the claims on them. Whatever somebody may be called, the row that decides is found by the normalised value.
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day, Instant } from '#kernel/days.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { ClaimRole, ContactKind, ContactOrigin } from './rules.ts';

export const tables = ['contacts', 'contact_claims'] as const;

export type ContactRow = {
  id: string;
  publicId: string;
  kind: ContactKind;
  value: string;
  origin: ContactOrigin;
  verifiedAt: Instant | null;
  isPreferred: boolean;
  isPaperless: boolean;
  isSignature: boolean;
  asOf: Day;
  endedAt: Instant | null;
  /** The role some account has given to this value, and whether it is the account that asks. */
  claimRole: ClaimRole | null;
  isOwnClaim: boolean | null;
};

const contactColumns = [
  'contacts.id',
  'contacts.public_id as publicId',
  'contacts.kind',
  'contacts.value',
  'contacts.origin',
  'contacts.verified_at as verifiedAt',
  'contacts.is_preferred as isPreferred',
  'contacts.is_paperless as isPaperless',
  'contacts.is_signature as isSignature',
  'contacts.as_of as asOf',
  'contacts.ended_at as endedAt',
] as const;

const listed = prepared<{ partyId: string; accountId: string }, ContactRow>((database, parameter) =>
  database
    .selectFrom('contacts')
    .leftJoin('contact_claims as claims', 'claims.value', 'contacts.value')
    .select(contactColumns)
    .select([
      'claims.role as claimRole',
      sql<boolean | null>`claims.account_id = ${parameter('accountId')}::uuid`.as('isOwnClaim'),
    ])
    .where('contacts.party_id', '=', sql<string>`${parameter('partyId')}::uuid`)
    .where('contacts.ended_at', 'is', null)
    .orderBy('contacts.created_at')
    .orderBy('contacts.id'),
);

/** The party's contacts that are in force, with whoever claims their values. */
export const contactRows = (context: Context, partyId: string, accountId: string): Promise<ContactRow[]> =>
  listed(context.database, { partyId, accountId });

/**
 * The contact behind each claim: `live` is the contact in force with the claimed value. A contact that was ended and came
 * back under another key is in force again, though the claim remembers the old row.
 */
const claimedContacts = (database: Db) =>
  database
    .selectFrom('contact_claims as claims')
    .innerJoin('contacts', 'contacts.id', 'claims.contact_id')
    .leftJoin('contacts as live', (join) =>
      join
        .onRef('live.party_id', '=', 'contacts.party_id')
        .onRef('live.value', '=', 'claims.value')
        .on('live.ended_at', 'is', null),
    )
    .select([
      'claims.account_id as accountId',
      'claims.role',
      'claims.value',
      'contacts.party_id as partyId',
      'contacts.kind',
      sql<string>`coalesce(live.id, contacts.id)`.as('contactId'),
      sql<boolean>`live.id is null`.as('isEnded'),
    ]);

export type ClaimedContact = {
  accountId: string;
  role: ClaimRole;
  value: string;
  partyId: string;
  kind: ContactKind;
  contactId: string;
  isEnded: boolean;
};

const ofAccount = prepared<{ accountId: string }, ClaimedContact>((database, parameter) =>
  claimedContacts(database).where('claims.account_id', '=', sql<string>`${parameter('accountId')}::uuid`),
);
export const claimsOf = (context: Context, accountId: string): Promise<ClaimedContact[]> =>
  ofAccount(context.database, { accountId });

export const claimByValue = async (context: Context, value: string): Promise<ClaimedContact | undefined> =>
  claimedContacts(context.database).where('claims.value', '=', value).executeTakeFirst();

/** The claims of one role on the contacts of a party: at most one for each account it has. */
export const claimOfParty = async (
  context: Context,
  partyId: string,
  role: ClaimRole,
): Promise<ClaimedContact | undefined> =>
  claimedContacts(context.database)
    .where('contacts.party_id', '=', partyId)
    .where('claims.role', '=', role)
    .orderBy('claims.claimed_at', 'desc')
    .limit(1)
    .executeTakeFirst();

export const contactsWithValue = async (context: Context, value: string) =>
  context.database
    .selectFrom('contacts')
    .select(['id as contactId', 'party_id as partyId', 'origin', 'kind', 'public_id as publicId'])
    .where('value', '=', value)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();

/** The party's e-mails in force: the preferred first, then the paperless one, then by age. */
export const emailRows = async (context: Context, partyId: string) =>
  context.database
    .selectFrom('contacts')
    .select(['value', 'is_preferred as isPreferred'])
    .where('party_id', '=', partyId)
    .where('kind', '=', 'email')
    .where('ended_at', 'is', null)
    .orderBy('is_preferred', 'desc')
    .orderBy('is_paperless', 'desc')
    .orderBy('created_at')
    .execute();

export const preferredRow = async (context: Context, partyId: string) =>
  context.database
    .selectFrom('contacts')
    .select(['value', 'kind'])
    .where('party_id', '=', partyId)
    .where('is_preferred', '=', true)
    .where('kind', 'in', ['email', 'mobile'])
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();

const wait = async (context: Context, key: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contact_claims ${key}`}, 0))`.execute(context.database);
};

/**
 * Whoever wants to claim a value waits here for whoever is claiming it: two who ask at once get one yes and one no, and
 * nobody's transaction breaks at the unique key, which stays the last net. Outside a transaction it holds nothing.
 */
export const waitForValue = (context: Context, value: string): Promise<void> => wait(context, value);

/** The same for two choices of one account; always taken before the value, so that no two wait for each other. */
export const waitForAccount = (context: Context, accountId: string): Promise<void> => wait(context, accountId);

export type NewClaim = { accountId: string; contactId: string; value: string; role: ClaimRole };

/** Writes a claim; one of the same account and role moves to the new value. */
export async function writeClaim(tx: Transaction, claim: NewClaim): Promise<void> {
  const claimed = { value: claim.value, contact_id: claim.contactId, claimed_at: tx.clock.now() };
  const { numUpdatedRows } = await tx.database
    .updateTable('contact_claims')
    .set(claimed)
    .where('account_id', '=', claim.accountId)
    .where('role', '=', claim.role)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await tx.database
    .insertInto('contact_claims')
    .values({ ...claimed, account_id: claim.accountId, role: claim.role })
    .execute();
}

export const deleteClaims = async (tx: Transaction, accountId: string): Promise<void> => {
  await tx.database.deleteFrom('contact_claims').where('account_id', '=', accountId).execute();
};

export async function contactValue(context: Context, contactId: string): Promise<string | undefined> {
  const row = await context.database
    .selectFrom('contacts')
    .select('value')
    .where('id', '=', contactId)
    .executeTakeFirst();
  return row?.value;
}
