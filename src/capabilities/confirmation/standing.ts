// What stands in the way of an operation that has not been executed.
import type { Context } from '#kernel/context.ts';
import { no, type Outcome, type Reason } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { type ConfirmationReason, mayConfirm } from './rules.ts';
import type { StoredOperation } from './store.server.ts';

export const notFound: ConfirmationReason = { code: 'confirmation.not_found', values: {}, changes: 'you' };

/** What stands in the way of going on with an operation that is not executed; nothing when it waits for its code. */
export function standing(operation: StoredOperation, viewer: Customer, context: Context): Outcome<undefined, Reason> {
  if (operation.state === 'void') {
    return no(operation.voidReason ?? { code: 'confirmation.changed', values: {}, changes: 'you' });
  }
  return mayConfirm(operation, viewer.sessionId, context.clock.now());
}
