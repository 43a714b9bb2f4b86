// Confirming: everything in the one transaction that consumes the code, exactly once (design.md §5). [CNF-7]
import { check, endSends } from '#capabilities/codes/index.ts';
import { mask } from '#capabilities/contacts/index.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Facts } from '#kernel/operation.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { saltedLeaf } from './attestation.ts';
import { type BoundOperation, operationOfKind } from './registry.ts';
import { statementHashOf } from './rules.ts';
import { notFound, standing } from './standing.ts';
import { insertAttestation, markExecuted, markVoid, operationOf, type StoredOperation } from './store.server.ts';

/**
 * Confirms with a code and executes, exactly once: the row of the operation is locked first, so that of many at the same
 * time one executes and the others are shown its outcome. Everything happens in the transaction that consumes the code.
 */
export async function confirm(
  context: Context,
  viewer: Customer,
  given: { operation: string; code: string },
): Promise<Outcome<{ next: string }, Reason>> {
  const done = await transaction(context, async (tx): Promise<Outcome<Done, Reason>> => {
    const operation = await operationOf(tx, viewer, given.operation, true);
    if (!operation) return no(notFound);
    if (operation.state === 'executed') return yes({ next: operation.next ?? '/' });
    const open = standing(operation, viewer, tx);
    if (!open.ok) return open;
    const wanted = operationOfKind(tx, operation.kind, operation.input);
    // A wrong try commits: were it rolled back, it would be a free one.
    const code = await check(tx, { purpose: 'operation', subject: operation.publicId, code: given.code });
    if (!code.ok) return code;
    return execute(tx, viewer, operation, wanted);
  });
  if (!done.ok) return done;
  await context.step('confirmation.committed');
  if (done.value.executed) await afterwards(context, viewer, done.value.executed);
  return yes({ next: done.value.next });
}

type Done = { next: string; executed?: { id: string; wanted: BoundOperation } };

/** The code was right: is it still the same thing, may it still be done? Then it is, and leaves its attestation. */
async function execute(
  tx: Transaction,
  viewer: Customer,
  operation: StoredOperation,
  wanted: BoundOperation,
): Promise<Outcome<Done, Reason>> {
  const allowed = await wanted.authorise(tx, viewer);
  if (!allowed.ok) return voided(tx, viewer, operation, allowed.reasons[0]);
  const statement = await wanted.describe(tx, viewer);
  if (statementHashOf(operation.kind, statement) !== operation.statementHash) {
    return voided(tx, viewer, operation, { code: 'confirmation.changed', values: {}, changes: 'you' });
  }
  const { facts, next } = await wanted.execute(tx, viewer, {
    operationId: operation.id,
    publicId: operation.publicId,
    statement,
  });
  await markExecuted(tx, operation.id, next);
  const attested: Facts = {
    operation: operation.publicId,
    kind: operation.kind,
    at: tx.clock.now(),
    confirmedAt: mask(operation.destination.value),
    statement,
    facts,
  };
  await insertAttestation(tx, {
    id: newId(Date.parse(tx.clock.now())),
    operationId: operation.id,
    partyId: operation.partyId,
    facts: attested,
    ...saltedLeaf(attested),
  });
  await record(tx, {
    type: 'confirmation.executed',
    subject: operation.publicId,
    partyId: operation.partyId,
    facts: { kind: operation.kind, statement },
  });
  await audit(tx, viewer, {
    act: 'confirmation.executed',
    facts: { kind: operation.kind, operation: operation.publicId },
  });
  await tx.step('confirmation.before_commit');
  return yes({ next, executed: { id: operation.id, wanted } });
}

async function voided(
  tx: Transaction,
  viewer: Customer,
  operation: StoredOperation,
  reason: Reason,
): Promise<Outcome<Done, Reason>> {
  await markVoid(tx, operation.id, reason);
  await endSends(tx, { purpose: 'operation', subject: operation.publicId });
  await audit(tx, viewer, {
    act: 'confirmation.voided',
    facts: { kind: operation.kind, operation: operation.publicId, reason: reason.code },
  });
  return no(reason);
}

/** What may talk outside. A failure here changes nothing: `execute` recorded a task that does the same. */
async function afterwards(
  context: Context,
  viewer: Customer,
  executed: { id: string; wanted: BoundOperation },
): Promise<void> {
  try {
    await executed.wanted.afterCommit?.(context, viewer, executed.id);
  } catch (error) {
    context.log.error('after commit failed', { operationKind: executed.wanted.kind, error });
  }
}
