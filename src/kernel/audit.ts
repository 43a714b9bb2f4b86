import type { Context } from './context.ts';
import { newId } from './ids.ts';
import type { Viewer } from './viewer.ts';

export type AuditLine = {
  /** What was done: `access.signed_in`, `contacts.confirmation_chosen`. */
  act: string;
  accountId?: string | undefined;
  partyId?: string | undefined;
  facts?: Record<string, unknown>;
};

/** Adds a line to the append-only audit log; the database refuses to change or remove one (DUT-2). */
export async function audit(context: Context, viewer: Viewer, line: AuditLine): Promise<void> {
  const at = context.clock.now();
  await context.database
    .insertInto('audit_lines')
    .values({
      id: newId(Date.parse(at)),
      at,
      act: line.act,
      viewer_kind: viewer.kind,
      account_id: line.accountId ?? (viewer.kind === 'customer' ? viewer.accountId : null),
      party_id: line.partyId ?? (viewer.kind === 'customer' ? viewer.partyId : null),
      session_id: viewer.kind === 'customer' ? viewer.sessionId : null,
      facts: JSON.stringify(line.facts ?? {}),
    })
    .execute();
}
