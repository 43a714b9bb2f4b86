// Proposing, asking for another code, confirming: written once for every dispositive operation (design.md §5).
import { type CodeReason, check, endSends, mayResend, newestOf } from '#capabilities/codes/index.ts';
import { confirmationOf, mask } from '#capabilities/contacts/index.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, type Transaction, transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Destination, Facts, Operation } from '#kernel/operation.ts';
import { record } from '#kernel/outbox.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { saltedLeaf } from './attestation.ts';
import { type BoundOperation, bound, operationOfKind } from './registry.ts';
import { type ConfirmationReason, mayConfirm, statementHashOf } from './rules.ts';
import { sendCode, takeSend } from './sends.ts';
import { settings } from './settings.ts';
import {
  insertAttestation,
  insertOperation,
  lockAccount,
  markExecuted,
  markVoid,
  operationOf,
  type StoredOperation,
  sameProposal,
  setDestination,
} from './store.server.ts';

/** A double click proposes the same thing twice within this time: it is one operation, with one code. */
const doubleClickSeconds = 30;

const destinationOf = (
  context: Context,
  viewer: Customer,
  operation: BoundOperation,
): Promise<Outcome<Destination, Reason>> =>
  operation.destination ? operation.destination(context, viewer) : confirmationOf(context, viewer.accountId);

/**
 * Proposes an operation and sends its code. Answers the operation's public id, for `/conferma/{id}`. Refuses with the
 * reasons of `authorise`, when no contact can take the code, and when too many codes have been asked for.
 */
export async function propose<Input, Statement extends Facts>(
  context: Context,
  viewer: Customer,
  operation: Operation<Input, Statement>,
  input: Input,
): Promise<Outcome<{ operation: string }, Reason>> {
  const wanted = bound(operation, input);
  const allowed = await wanted.authorise(context, viewer);
  if (!allowed.ok) return allowed;
  const destination = await destinationOf(context, viewer, wanted);
  if (!destination.ok) return destination;
  const statement = await wanted.describe(context, viewer);
  const statementHash = statementHashOf(wanted.kind, statement);
  const now = context.clock.now();
  const since = plusSeconds(now, -doubleClickSeconds);
  const id = newId(Date.parse(now));
  const operationPublicId = publicId();

  const again = await transaction(context, (tx) =>
    sameProposal(tx, viewer, { kind: wanted.kind, statementHash, since }),
  );
  if (again) return yes({ operation: again });
  const free = await takeSend(context, viewer, operationPublicId);
  if (!free.ok) return free;
  return transaction(context, async (tx) => {
    await lockAccount(tx, viewer.accountId);
    const same = await sameProposal(tx, viewer, { kind: wanted.kind, statementHash, since });
    if (same) return yes({ operation: same });
    const proposed = {
      id,
      publicId: operationPublicId,
      kind: wanted.kind,
      input,
      statement,
      statementHash,
      destination: destination.value,
      proposedAt: now,
      expiresAt: plusSeconds(now, tx.settings.value(settings.operationMinutes) * 60),
    };
    await insertOperation(tx, viewer, proposed);
    await sendCode(tx, { ...proposed, partyId: viewer.partyId }, viewer.language);
    await audit(tx, viewer, {
      act: 'confirmation.proposed',
      facts: { kind: wanted.kind, operation: operationPublicId },
    });
    return yes({ operation: operationPublicId });
  });
}

const notFound: ConfirmationReason = { code: 'confirmation.not_found', values: {}, changes: 'you' };

/** What stands in the way of going on with an operation that is not executed; nothing when it waits for its code. */
function standing(operation: StoredOperation, viewer: Customer, context: Context): Outcome<undefined, Reason> {
  if (operation.state === 'void') {
    return no(operation.voidReason ?? { code: 'confirmation.changed', values: {}, changes: 'you' });
  }
  return mayConfirm(operation, viewer.sessionId, context.clock.now());
}

/** Sends another code; only the newest one is right (CNF-1). Right after the last one it answers until when to wait. */
export async function requestCode(
  context: Context,
  viewer: Customer,
  operationPublicId: string,
): Promise<Outcome<undefined, Reason | CodeReason>> {
  const operation = await operationOf(context, viewer, operationPublicId);
  if (!operation) return no(notFound);
  // What has been done needs no code: its page leads on to the outcome.
  if (operation.state === 'executed') return yes(undefined);
  const open = standing(operation, viewer, context);
  if (!open.ok) return open;
  const bare = operationOfKind(context, operation.kind, operation.input);
  const destination = await destinationOf(context, viewer, bare);
  if (!destination.ok) return destination;
  const last = await newestOf(context, { purpose: 'operation', subject: operation.publicId });
  // A spent code is no reason to wait: nothing is on its way that could still be used.
  const pause = last && last.triesLeft > 0 ? mayResend(last.sentAt, context.clock.now()) : yes(undefined);
  if (!pause.ok) return pause;
  const free = await takeSend(context, viewer, operation.publicId);
  if (!free.ok) return free;
  return transaction(context, async (tx) => {
    const locked = await operationOf(tx, viewer, operationPublicId, true);
    if (!locked || locked.state === 'executed') return yes(undefined);
    const still = standing(locked, viewer, tx);
    if (!still.ok) return still;
    await setDestination(tx, locked.id, destination.value);
    await sendCode(tx, { ...locked, destination: destination.value }, viewer.language);
    return yes(undefined);
  });
}

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
