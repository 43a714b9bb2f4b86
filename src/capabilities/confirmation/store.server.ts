// Operations waiting for their code, and the attestations of those that were executed.
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { Destination, Facts } from '#kernel/operation.ts';
import type { Reason } from '#kernel/outcome.ts';
import type { DB } from '#kernel/tables.gen.ts';
import type { Customer } from '#kernel/viewer.ts';
import type { OperationState } from './rules.ts';

export const tables = ['operations', 'attestations'] as const;

export type StoredOperation = {
  id: string;
  publicId: string;
  kind: string;
  sessionId: string;
  partyId: string;
  input: unknown;
  statement: Facts;
  statementHash: string;
  destination: Destination;
  state: OperationState;
  voidReason: Reason | undefined;
  next: string | undefined;
  proposedAt: Instant;
  expiresAt: Instant;
};

/** Operations of one account are proposed one after the other, so that a double click makes one. */
export async function lockAccount(tx: Transaction, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`operations:${accountId}`}, 0))`.execute(tx.database);
}

export async function insertOperation(
  tx: Transaction,
  viewer: Customer,
  operation: Omit<StoredOperation, 'state' | 'voidReason' | 'next' | 'sessionId' | 'partyId'>,
): Promise<void> {
  await tx.database
    .insertInto('operations')
    .values({
      id: operation.id,
      public_id: operation.publicId,
      kind: operation.kind,
      account_id: viewer.accountId,
      session_id: viewer.sessionId,
      party_id: viewer.partyId,
      profile_id: viewer.profileId,
      input: JSON.stringify(operation.input),
      statement: JSON.stringify(operation.statement),
      statement_hash: operation.statementHash,
      destination_contact_id: operation.destination.contactId,
      destination_kind: operation.destination.kind,
      destination_value: operation.destination.value,
      state: 'proposed',
      proposed_at: operation.proposedAt,
      expires_at: operation.expiresAt,
    })
    .execute();
}

/** An operation of this account by its public id; another's is not found. With `isLocked` the row waits for nobody else. */
export async function operationOf(
  context: Context,
  viewer: Customer,
  publicId: string,
  isLocked = false,
): Promise<StoredOperation | undefined> {
  const query = context.database
    .selectFrom('operations')
    .selectAll()
    .where('public_id', '=', publicId)
    .where('account_id', '=', viewer.accountId);
  const row = await (isLocked ? query.forUpdate() : query).executeTakeFirst();
  return row && stored(row);
}

/** For the message of the code, which no viewer looks at. */
export async function operationById(context: Context, id: string): Promise<StoredOperation | undefined> {
  const row = await context.database.selectFrom('operations').selectAll().where('id', '=', id).executeTakeFirst();
  return row && stored(row);
}

/** The same thing proposed by the same session, still waiting and not older than `since`. */
export async function sameProposal(
  tx: Transaction,
  viewer: Customer,
  wanted: { kind: string; statementHash: string; since: Instant },
): Promise<string | undefined> {
  const row = await tx.database
    .selectFrom('operations')
    .select('public_id')
    .where('account_id', '=', viewer.accountId)
    .where('session_id', '=', viewer.sessionId)
    .where('profile_id', '=', viewer.profileId)
    .where('kind', '=', wanted.kind)
    .where('statement_hash', '=', wanted.statementHash)
    .where('state', '=', 'proposed')
    .where('proposed_at', '>', wanted.since)
    .orderBy('proposed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.public_id;
}

export async function setDestination(tx: Transaction, id: string, destination: Destination): Promise<void> {
  await tx.database
    .updateTable('operations')
    .set({
      destination_contact_id: destination.contactId,
      destination_kind: destination.kind,
      destination_value: destination.value,
    })
    .where('id', '=', id)
    .execute();
}

export async function markVoid(tx: Transaction, id: string, reason: Reason): Promise<void> {
  await tx.database
    .updateTable('operations')
    .set({ state: 'void', void_reason: JSON.stringify(reason) })
    .where('id', '=', id)
    .execute();
}

export async function markExecuted(tx: Transaction, id: string, next: string): Promise<void> {
  await tx.database
    .updateTable('operations')
    .set({ state: 'executed', next_address: next, executed_at: tx.clock.now() })
    .where('id', '=', id)
    .execute();
}

export async function insertAttestation(
  tx: Transaction,
  attestation: { id: string; operationId: string; partyId: string; facts: Facts; salt: Buffer; leaf: Buffer },
): Promise<void> {
  await tx.database
    .insertInto('attestations')
    .values({
      id: attestation.id,
      operation_id: attestation.operationId,
      party_id: attestation.partyId,
      facts: JSON.stringify(attestation.facts),
      salt: attestation.salt,
      leaf: attestation.leaf,
      at: tx.clock.now(),
    })
    .execute();
}

function stored(row: Selectable<DB['operations']>): StoredOperation {
  return {
    id: row.id,
    publicId: row.public_id,
    kind: row.kind,
    sessionId: row.session_id,
    partyId: row.party_id,
    input: row.input,
    // Written by `propose` from an operation's own statement, and by nobody else.
    statement: row.statement as Facts,
    statementHash: row.statement_hash,
    destination: {
      contactId: row.destination_contact_id,
      kind: row.destination_kind === 'email' ? 'email' : 'mobile',
      value: row.destination_value,
    },
    state: row.state,
    // Written by `markVoid` from a reason, and by nobody else.
    voidReason: (row.void_reason as Reason | null) ?? undefined,
    next: row.next_address ?? undefined,
    proposedAt: row.proposed_at,
    expiresAt: row.expires_at,
  };
}
