// Sessions: on the server, revocable, bound to the version of the credentials they began with.
import { sql } from 'kysely';
import { partyNames } from '#capabilities/parties/index.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import { prepared } from '#kernel/prepared.server.ts';

export type SessionRow = {
  sessionId: string;
  accountId: string;
  browserId: string;
  partyId: string;
  profileId: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  endedAt: Instant | null;
  isValid: boolean;
  givenName: string | null;
  displayName: string;
};

/** Every page of a customer begins with it: compiled once. */
const byToken = prepared<{ hash: Buffer }, SessionRow>((database, parameter) =>
  database
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .innerJoin(partyNames(database).as('party'), 'party.id', 'accounts.party_id')
    .select([
      'sessions.id as sessionId',
      'sessions.account_id as accountId',
      'sessions.browser_id as browserId',
      'accounts.party_id as partyId',
      'sessions.profile_id as profileId',
      'sessions.created_at as createdAt',
      'sessions.last_seen_at as lastSeenAt',
      'sessions.ended_at as endedAt',
      sql<boolean>`accounts.state = 'active' and accounts.credential_version = sessions.credential_version`.as(
        'isValid',
      ),
      'party.given_name as givenName',
      'party.display_name as displayName',
    ])
    .where('sessions.token_hash', '=', parameter('hash')),
);

export const sessionWith = async (context: Context, hash: Buffer): Promise<SessionRow | undefined> =>
  (await byToken(context.database, { hash }))[0];

/** Writes that a session is in use. */
export async function touchSession(context: Context, sessionId: string): Promise<void> {
  await context.database
    .updateTable('sessions')
    .set({ last_seen_at: context.clock.now() })
    .where('id', '=', sessionId)
    .execute();
}

export type NewSession = {
  accountId: string;
  browserId: string;
  profileId: string;
  hash: Buffer;
};

/** A session of the credentials as they are now. */
export async function insertSession(tx: Transaction, session: NewSession): Promise<string> {
  const now = tx.clock.now();
  const id = newId(Date.parse(now));
  await tx.database
    .insertInto('sessions')
    .values({
      id,
      public_id: publicId(),
      token_hash: session.hash,
      account_id: session.accountId,
      browser_id: session.browserId,
      profile_id: session.profileId,
      credential_version: sql<number>`(select credential_version from accounts where id = ${session.accountId})`,
      created_at: now,
      last_seen_at: now,
    })
    .execute();
  return id;
}

/** Which sessions to end: all of an account, of a browser, of both, or one by its public id. */
export type Ending = { accountId?: string; browserId?: string; sessionId?: string; publicId?: string };

/** Ends the sessions that match everything given; answers how many. */
export async function endSessions(tx: Transaction, which: Ending): Promise<number> {
  const done = await tx.database
    .updateTable('sessions')
    .set({ ended_at: tx.clock.now() })
    .where('ended_at', 'is', null)
    .$if(which.accountId !== undefined, (query) => query.where('account_id', '=', which.accountId ?? ''))
    .$if(which.browserId !== undefined, (query) => query.where('browser_id', '=', which.browserId ?? ''))
    .$if(which.sessionId !== undefined, (query) => query.where('id', '=', which.sessionId ?? ''))
    .$if(which.publicId !== undefined, (query) => query.where('public_id', '=', which.publicId ?? ''))
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export type ListedSession = {
  sessionId: string;
  publicId: string;
  browserId: string;
  label: string;
  createdAt: Instant;
  lastSeenAt: Instant;
};

/** The sessions of an account that go on: neither idle nor too old nor of older credentials. */
export async function liveSessions(
  context: Context,
  accountId: string,
  since: { seen: Instant; created: Instant },
  max: number,
): Promise<ListedSession[]> {
  return context.database
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .innerJoin('browsers', 'browsers.id', 'sessions.browser_id')
    .select([
      'sessions.id as sessionId',
      'sessions.public_id as publicId',
      'sessions.browser_id as browserId',
      'browsers.label',
      'sessions.created_at as createdAt',
      'sessions.last_seen_at as lastSeenAt',
    ])
    .where('sessions.account_id', '=', accountId)
    .where('sessions.ended_at', 'is', null)
    .whereRef('sessions.credential_version', '=', 'accounts.credential_version')
    .where('sessions.last_seen_at', '>', since.seen)
    .where('sessions.created_at', '>', since.created)
    .orderBy('sessions.last_seen_at', 'desc')
    .limit(max)
    .execute();
}
