// Sending the code of an operation: limits, the new send, its message. [CNF-1] [CNF-2] [CNF-9]
import { type CodeReason, newSend } from '#capabilities/codes/index.ts';
import { queue } from '#capabilities/messages/index.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import { type Limit, take } from '#kernel/limits.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { codeMessage } from './messages.ts';
import { codeDigits, settings } from './settings.ts';
import type { StoredOperation } from './store.server.ts';

const hour = 3_600;

export const operationLimit = (context: Context, publicId: string): Limit => ({
  key: `confirmation:operation:${publicId}`,
  max: context.settings.value(settings.sendsPerOperationHour),
  windowSeconds: hour,
});
export const accountLimit = (context: Context, accountId: string): Limit => ({
  key: `confirmation:account:${accountId}`,
  max: context.settings.value(settings.sendsPerAccountDay),
  windowSeconds: 24 * hour,
});

/** Takes a place for one more code of this operation, or says from when there is one. Not inside a transaction. */
export async function takeSend(
  context: Context,
  viewer: Customer,
  publicId: string,
): Promise<Outcome<undefined, CodeReason>> {
  const ofOperation = operationLimit(context, publicId);
  const taken = await take(context, [ofOperation, accountLimit(context, viewer.accountId)]);
  if (taken.ok) return yes(undefined);
  const what = taken.key === ofOperation.key ? 'operation' : 'account';
  return no({ code: 'codes.limit', values: { freeAt: taken.freeAt, what }, changes: 'with-time' });
}

/** Makes the new send, which voids the ones before it, and queues its message in the same transaction. */
export async function sendCode(
  tx: Transaction,
  operation: Pick<StoredOperation, 'id' | 'publicId' | 'statementHash' | 'destination' | 'partyId'>,
  language: Language,
): Promise<void> {
  const send = await newSend(tx, {
    purpose: 'operation',
    subject: operation.publicId,
    digits: codeDigits,
    statementHash: operation.statementHash,
    validSeconds: tx.settings.value(settings.codeMinutes) * 60,
  });
  const { kind, value } = operation.destination;
  const facts = { operationId: operation.id, sendNumber: send.sendNumber, expiresAt: send.expiresAt };
  await queue(tx, codeMessage, { kind, value, partyId: operation.partyId, language }, facts);
}
