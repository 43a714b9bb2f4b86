// What an operation's state says, what its code is bound to, what has changed meanwhile. [CNF-3] [CNF-7]
import type { Instant } from '#kernel/days.ts';
import type { Facts, StatementLine } from '#kernel/operation.ts';
import { no, type Outcome, type Reason, yes } from '#kernel/outcome.ts';
import { canonicalJson, sha256 } from '#kernel/secrets.ts';

export type OperationState = 'proposed' | 'executed' | 'void';

export type ConfirmationReason =
  | Reason<'confirmation.expired', { at: Instant }>
  /** Proposed in another session: only that one may confirm it. */
  | Reason<'confirmation.other_session', Record<string, never>>
  /** What would be done is not what the message said. */
  | Reason<'confirmation.changed', Record<string, never>>
  | Reason<'confirmation.not_found', Record<string, never>>;

/** PSD2 dynamic linking: the hash covers payee and amount too, so a swapped account or another amount voids the code. */
export const statementHashOf = (kind: string, statement: Facts): string =>
  sha256(canonicalJson([kind, statement])).toString('hex');

/** May this session still confirm it? Asked for what is proposed; what was executed or voided has its own answer. */
export function mayConfirm(
  operation: { sessionId: string; expiresAt: Instant },
  sessionId: string,
  now: Instant,
): Outcome<undefined, ConfirmationReason> {
  if (operation.sessionId !== sessionId) {
    return no({ code: 'confirmation.other_session', values: {}, changes: 'you' });
  }
  if (now >= operation.expiresAt) {
    return no({ code: 'confirmation.expired', values: { at: operation.expiresAt }, changes: 'you' });
  }
  return yes(undefined);
}

export type Change = { label: string; before: string; after: string };

/** The lines of the statement that differ, for the page that says what changed. */
export function changesBetween(before: readonly StatementLine[], after: readonly StatementLine[]): Change[] {
  const labels = [...new Set([...before, ...after].map((line) => line.label))];
  const valueIn = (lines: readonly StatementLine[], label: string): string =>
    lines.find((line) => line.label === label)?.value ?? '–';
  return labels
    .map((label) => ({ label, before: valueIn(before, label), after: valueIn(after, label) }))
    .filter((change) => change.before !== change.after);
}
