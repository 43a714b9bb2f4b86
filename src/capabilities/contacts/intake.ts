// Contacts as the core system sends them, normalised once here. INT-1, CON-8
import { z } from 'zod';
import type { Intake } from '#kernel/intake.ts';
import { parseEmail } from '#kernel/italian/emails.ts';
import { parsePhone, phoneKind } from '#kernel/italian/phones.ts';
import { coreRow, instantField, keyOf } from '#kernel/row.ts';
import { mergeContacts } from './intake-store.server.ts';

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
  merge: (tx, rows) => mergeContacts(tx, rows),
};
