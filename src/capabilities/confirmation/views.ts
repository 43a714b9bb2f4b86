// The page of the code: what it shows for each state of its operation. [CNF-1] [CNF-3] [CNF-9]
import { newestOf } from '#capabilities/codes/index.ts';
import { mask } from '#capabilities/contacts/index.ts';
import { wayOfNewest } from '#capabilities/messages/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Instant } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import { left } from '#kernel/limits.ts';
import type { OperationWords } from '#kernel/operation.ts';
import type { Reason } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import { codeMessage } from './messages.ts';
import { type BoundOperation, operationOfKind } from './registry.ts';
import { type Change, changesBetween, mayConfirm } from './rules.ts';
import { accountLimit, operationLimit } from './sends.ts';
import { operationOf, type StoredOperation } from './store.server.ts';

export type WaitingCode = {
  state: 'waiting';
  words: OperationWords;
  back: string;
  /** `333 ••• •482` or `g•••@p.example`; `ending` are the last digits of a number. */
  destination: { kind: 'email' | 'mobile'; masked: string; ending: string };
  reference: string;
  validUntil: Instant;
  /** `ready` takes a code; the others need a new one. */
  code: 'ready' | 'expired' | 'no_tries';
  triesLeft: number;
  /** Whether its message has left, as far as we know. */
  way: 'on_its_way' | 'late' | 'given_up';
  sends: { count: number; left: number; freeAt: Instant | undefined };
};

export type CodePage =
  | WaitingCode
  | { state: 'done'; next: string }
  | { state: 'over'; title: string; reason: Reason; changes: Change[]; back: string };

/** What `/conferma/{operation}` shows; nothing when this account has no such operation. */
export async function pageFor(
  context: Context,
  viewer: Customer,
  operationPublicId: string,
  language: Language,
): Promise<CodePage | undefined> {
  const operation = await operationOf(context, viewer, operationPublicId);
  if (!operation) return undefined;
  if (operation.state === 'executed') return { state: 'done', next: operation.next ?? '/' };
  const kind = operationOfKind(context, operation.kind, operation.input);
  const words = kind.words(operation.statement, language);
  const back = kind.back(operation.statement);
  const open = mayConfirm(operation, viewer.sessionId, context.clock.now());
  const reason = operation.voidReason ?? (open.ok ? undefined : open.reasons[0]);
  if (reason) {
    const changes = await changesOf(context, viewer, operation, kind, language);
    return { state: 'over', title: words.title, reason, changes, back };
  }
  return waiting(context, viewer, operation, { words, back });
}

async function waiting(
  context: Context,
  viewer: Customer,
  operation: StoredOperation,
  said: { words: OperationWords; back: string },
): Promise<WaitingCode | undefined> {
  const [send, ofOperation, ofAccount, way] = await Promise.all([
    newestOf(context, { purpose: 'operation', subject: operation.publicId }),
    left(context, operationLimit(context, operation.publicId)),
    left(context, accountLimit(context, viewer.accountId)),
    wayOfNewest(context, { partyId: operation.partyId, kind: codeMessage.kind }),
  ]);
  if (!send) return undefined;
  const isExpired = context.clock.now() >= send.expiresAt;
  const scarcer = ofAccount.left < ofOperation.left ? ofAccount : ofOperation;
  const { kind, value } = operation.destination;
  return {
    state: 'waiting',
    ...said,
    destination: { kind, masked: mask(value), ending: kind === 'mobile' ? value.slice(-3) : '' },
    reference: send.reference,
    validUntil: send.expiresAt,
    code: send.triesLeft <= 0 ? 'no_tries' : isExpired ? 'expired' : 'ready',
    triesLeft: send.triesLeft,
    way,
    sends: { count: send.sendNumber, left: scarcer.left, freeAt: scarcer.left > 0 ? undefined : scarcer.freeAt },
  };
}

/** When an operation is void because what it stated has changed: which of its lines, then and now. */
async function changesOf(
  context: Context,
  viewer: Customer,
  operation: StoredOperation,
  kind: BoundOperation,
  language: Language,
): Promise<Change[]> {
  if (operation.voidReason?.code !== 'confirmation.changed') return [];
  const allowed = await kind.authorise(context, viewer);
  if (!allowed.ok) return [];
  const now = await kind.describe(context, viewer);
  return changesBetween(kind.words(operation.statement, language).lines, kind.words(now, language).lines);
}
