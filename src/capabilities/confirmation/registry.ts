// The operations of all capabilities, read back by their kind.
import { assert } from '#kernel/assert.ts';
import type { Context } from '#kernel/context.ts';
import type { Facts, Operation } from '#kernel/operation.ts';
import type { Customer } from '#kernel/viewer.ts';

/** An operation whose input has been read back from its row: from here on nobody needs to know which one it is. */
export type BoundOperation = {
  kind: string;
  words: Operation['words'];
  back(statement: Facts): string;
  authorise(context: Context, viewer: Customer): ReturnType<Operation['authorise']>;
  describe(context: Context, viewer: Customer): Promise<Facts>;
  destination: ((context: Context, viewer: Customer) => ReturnType<NonNullable<Operation['destination']>>) | undefined;
  execute(
    tx: Parameters<Operation['execute']>[0],
    viewer: Customer,
    confirmed: Parameters<Operation['execute']>[3],
  ): ReturnType<Operation['execute']>;
  afterCommit: ((context: Context, viewer: Customer, operationId: string) => Promise<void>) | undefined;
};

/** Binds an operation to an input. */
export function bound<Input, Statement extends Facts>(
  operation: Operation<Input, Statement>,
  input: Input,
): BoundOperation {
  const { destination, afterCommit } = operation;
  // A statement is only ever given back to the operation whose `describe` made it.
  const own = (statement: Facts): Statement => statement as Statement;
  return {
    kind: operation.kind,
    words: (statement, language) => operation.words(own(statement), language),
    back: (statement) => operation.back(own(statement)),
    authorise: (context, viewer) => operation.authorise(context, viewer, input),
    describe: (context, viewer) => operation.describe(context, viewer, input),
    destination: destination && ((context, viewer) => destination.call(operation, context, viewer, input)),
    execute: (tx, viewer, confirmed) =>
      operation.execute(tx, viewer, input, { ...confirmed, statement: own(confirmed.statement) }),
    afterCommit: afterCommit && ((context, viewer, id) => afterCommit.call(operation, context, viewer, input, id)),
  };
}

/** Reads an operation back: the one that contributed the kind, with the input checked by its own schema. */
export function operationOfKind(context: Context, kind: string, input: unknown): BoundOperation {
  const operation = context.capabilities.flatMap((one) => one.operations ?? []).find((one) => one.kind === kind);
  assert(operation, `no capability has an operation ${kind}`);
  return bound(operation, operation.input.parse(input));
}
