// Accounts: the credentials of one party.
import { type Selectable, sql } from 'kysely';
import { assert } from '#kernel/assert.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { DB } from '#kernel/tables.gen.ts';
import type { Account, AccountState } from '../rules/accounts.ts';

const accountFrom = (row: Selectable<DB['accounts']>): Account => ({
  id: row.id,
  partyId: row.party_id,
  state: row.state,
  because: row.state_because ?? undefined,
  passwordHash: row.password_hash,
  credentialVersion: row.credential_version,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  recoveredAt: row.recovered_at ?? undefined,
});

export async function accountById(context: Context, accountId: string): Promise<Account | undefined> {
  const row = await context.database.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst();
  return row && accountFrom(row);
}

/** The account, locked until the transaction ends: two changes of its credentials come one after the other. */
export async function lockAccount(tx: Transaction, accountId: string): Promise<Account> {
  const row = await tx.database
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return accountFrom(row);
}

/** What sign-in needs of an account, in one query, also when there is none: the account, and whether the browser is known. */
export async function accountAndDevice(
  context: Context,
  accountId: string,
  browserId: string,
): Promise<{ account: Account; isKnown: boolean } | undefined> {
  const row = await context.database
    .selectFrom('accounts')
    .leftJoin('known_devices', (join) =>
      join
        .onRef('known_devices.account_id', '=', 'accounts.id')
        .on('known_devices.browser_id', '=', browserId)
        .on('known_devices.known_until', '>', context.clock.now()),
    )
    .selectAll('accounts')
    .select(sql<boolean>`known_devices.browser_id is not null`.as('is_known'))
    .where('accounts.id', '=', accountId)
    .executeTakeFirst();
  return row && { account: accountFrom(row), isKnown: row.is_known };
}

/** False when the party has an account already: it has one that is not cancelled at most. */
export async function insertAccount(
  tx: Transaction,
  account: { id: string; partyId: string; passwordHash: string },
): Promise<boolean> {
  const now = tx.clock.now();
  const done = await tx.database
    .insertInto('accounts')
    .values({
      id: account.id,
      party_id: account.partyId,
      state: 'active',
      password_hash: account.passwordHash,
      created_at: now,
      last_used_at: now,
    })
    // Literal, not a parameter: only so does PostgreSQL recognise the partial index in a prepared statement.
    .onConflict((on) => on.column('party_id').where(sql<boolean>`state <> 'cancelled'`).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The parties among these that have an account. */
export async function partiesWithAccount(context: Context, partyIds: readonly string[]): Promise<Set<string>> {
  const rows = await context.database
    .selectFrom('accounts')
    .select('party_id')
    .where('party_id', '=', sql<string>`any(${[...partyIds]}::uuid[])`)
    .where('state', '<>', 'cancelled')
    .execute();
  return new Set(rows.map((row) => row.party_id));
}

/** The accounts of these parties, those that are not cancelled. */
export async function accountsOfParties(
  context: Context,
  partyIds: readonly string[],
): Promise<{ accountId: string; partyId: string }[]> {
  return context.database
    .selectFrom('accounts')
    .select(['id as accountId', 'party_id as partyId'])
    .where('party_id', '=', sql<string>`any(${[...partyIds]}::uuid[])`)
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .execute();
}

export async function setState(
  tx: Transaction,
  accountId: string,
  state: AccountState,
  because: string | null,
): Promise<void> {
  await tx.database
    .updateTable('accounts')
    .set({ state, state_because: because, ...(state === 'cancelled' && { cancelled_at: tx.clock.now() }) })
    .where('id', '=', accountId)
    .execute();
}

/** Used just now: the year after which it is locked begins again. */
export async function markUsed(tx: Transaction, accountId: string): Promise<void> {
  await tx.database.updateTable('accounts').set({ last_used_at: tx.clock.now() }).where('id', '=', accountId).execute();
}

/** A new version ends every session of the older ones, wherever it is. Answers the new version. */
export async function raiseVersion(tx: Transaction, accountId: string): Promise<number> {
  const row = await tx.database
    .updateTable('accounts')
    .set({ credential_version: sql<number>`credential_version + 1` })
    .where('id', '=', accountId)
    .returning('credential_version')
    .executeTakeFirstOrThrow();
  return row.credential_version;
}

/** The password of a recovery: the account is active again. */
export async function writeRecovered(tx: Transaction, accountId: string, passwordHash: string): Promise<void> {
  const now = tx.clock.now();
  const done = await tx.database
    .updateTable('accounts')
    .set({ password_hash: passwordHash, state: 'active', state_because: null, last_used_at: now, recovered_at: now })
    .where('id', '=', accountId)
    .executeTakeFirst();
  assert(done.numUpdatedRows === 1n, 'a recovery of an account that is not there');
}

/** The account of a party; nothing when it has none or it was cancelled. */
export async function accountIdOfParty(context: Context, partyId: string): Promise<string | undefined> {
  const row = await context.database
    .selectFrom('accounts')
    .select('id')
    .where('party_id', '=', partyId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst();
  return row?.id;
}
