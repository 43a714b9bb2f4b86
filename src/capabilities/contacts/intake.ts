// Contacts as the core system sends them, normalised once here. INT-1, CON-8
import { z } from 'zod';
import { queue } from '#capabilities/messages/index.ts';
import { partyOf } from '#capabilities/parties/index.ts';
import type { Transaction } from '#kernel/context.ts';
import type { Intake } from '#kernel/intake.ts';
import { parseEmail } from '#kernel/italian/emails.ts';
import { parsePhone, phoneKind } from '#kernel/italian/phones.ts';
import { coreRow, instantField, keyOf } from '#kernel/row.ts';
import { type EndedConfirmation, intoContacts, mergeContacts } from './intake-store.server.ts';
import { confirmationEnded } from './messages.ts';
import { mask } from './rules/mask.ts';
import { usernameOf } from './views.ts';

const contact = coreRow({
  party: keyOf('parties'),
  kind: z.enum(['email', 'mobile', 'landline']),
  value: z.string().max(254),
  origin: z.enum(['agency', 'employer']),
  verifiedAt: instantField.optional(),
  isPreferred: z.boolean().default(false),
  isPaperless: z.boolean().default(false),
  isSignature: z.boolean().default(false),
}).transform((row, issues) => {
  if (row.deleted) return row;
  const parsed = row.kind === 'email' ? parseEmail(row.value) : parsePhone(row.value);
  if (!parsed.ok) {
    issues.addIssue({ code: 'custom', path: ['value'], message: `is no ${row.kind}: ${parsed.problem}` });
    return z.NEVER;
  }
  // A landline recorded as a mobile would get codes that never arrive.
  if (row.kind === 'mobile') {
    const mobile = parsePhone(row.value);
    if (mobile.ok && phoneKind(mobile.value) !== 'mobile') {
      issues.addIssue({ code: 'custom', path: ['kind'], message: 'is no mobile number by the numbering plan' });
      return z.NEVER;
    }
  }
  return { ...row, value: parsed.value as string };
});
type Row = z.infer<typeof contact>;

export const contactIntake: Intake<Row> = {
  entity: 'contacts',
  schema: contact,
  foresee: intoContacts.foresee,
  async merge(tx, rows, foreseen) {
    const result = await mergeContacts(tx, rows, foreseen);
    for (const ended of result.endedConfirmations) await tellEnded(tx, ended);
    return result;
  },
};

/** An ended confirmation contact confirms nothing any more: said to the username at once (design.md §6). */
async function tellEnded(tx: Transaction, { accountId, partyId, value }: EndedConfirmation): Promise<void> {
  const username = await usernameOf(tx, accountId);
  const party = await partyOf(tx, partyId);
  if (!username || username.isEnded || !party) return;
  const to = { kind: username.kind, value: username.value, partyId, language: party.language };
  await queue(tx, confirmationEnded, to, { masked: mask(value) });
}
