// Proposing an operation and asking for another code: written once for every dispositive operation (design.md §5).
import { type CodeReason, mayResend, newestOf } from '#capabilities/codes/index.ts';
import { codesGoTo } from '#capabilities/contacts/index.ts';
import { audit } from '#kernel/audit.ts';
import { type Context, transaction } from '#kernel/context.ts';
import { plusSeconds } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Destination, Facts, Operation } from '#kernel/operation.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { type BoundOperation, bound, operationOfKind } from './registry.ts';
import { statementHashOf } from './rules.ts';
import { sendCode, takeSend } from './sends.ts';
import { settings } from './settings.ts';
import { notFound, standing } from './standing.ts';
import { insertOperation, lockAccount, operationOf, sameProposal, setDestination } from './store.server.ts';

/** A double click proposes the same thing twice within this time: it is one operation, with one code. */
const doubleClickSeconds = 30;

const destinationOf = (
  context: Context,
  viewer: Customer,
  operation: BoundOperation,
): Promise<Outcome<Destination, Reason>> =>
  operation.destination ? operation.destination(context, viewer) : codesGoTo(context, viewer);

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
