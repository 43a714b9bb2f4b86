// How contacts of the core system fill the table of contacts. A contact never changes its value (design.md §6).
import { sql } from 'kysely';
import { partyIdsByKey } from '#capabilities/parties/index.ts';
import { arrayText } from '#kernel/arrays.ts';
import type { Transaction } from '#kernel/context.ts';
import type { CoreRow, Foreseen } from '#kernel/intake.ts';
import { columns } from '#kernel/row.ts';
import { type Upsert, upserting } from '#kernel/upsert.server.ts';

const spec: Upsert = {
  table: 'contacts',
  once: { publicId: true, createdAt: true },
  columns: columns({
    kind: 'text',
    value: 'text',
    origin: 'text',
    verifiedAt: 'timestamptz',
    isPreferred: 'boolean',
    isPaperless: 'boolean',
    isSignature: 'boolean',
  }),
  parents: [{ column: 'party_id', field: 'party', entity: 'parties', ids: partyIdsByKey }],
  violations: {
    contacts_one_active_value_per_party: {
      field: 'value',
      reason: 'the party has this contact already, under another key',
    },
  },
};

export const intoContacts = upserting(spec);

/** A new value under an old key ends the old contact, which keeps its row and its claims, and makes a new one. */
async function endChangedValues(tx: Transaction, rows: readonly ContactRow[]): Promise<string[]> {
  const list = (field: 'key' | 'version' | 'value') => arrayText(rows.map((row) => row[field]));
  const { rows: ended } = await sql<{ id: string }>`
    update contacts c set ended_at = ${tx.clock.now()}::timestamptz, key = null
    from unnest(${list('key')}::text[], ${list('version')}::bigint[], ${list('value')}::text[]) as i(key, version, value)
    where c.key = i.key and i.value is not null and c.value <> i.value and c.version < i.version
    returning c.id`.execute(tx.database);
  return ended.map((row) => row.id);
}

type ContactRow = CoreRow & { value?: string };
export type EndedConfirmation = { accountId: string; partyId: string; value: string };

/** Merges contacts; answers also whose confirmation contact ended with this batch. */
export async function mergeContacts<Row extends ContactRow>(
  tx: Transaction,
  rows: readonly Row[],
  foreseen?: Foreseen,
) {
  const changed = await endChangedValues(tx, rows);
  const result = await intoContacts.merge(tx, rows, foreseen);
  const deleted = result.writtenRows.filter((row) => row.deleted).map((row) => row.key);
  if (changed.length === 0 && deleted.length === 0) return { ...result, endedConfirmations: [] };
  const endedConfirmations: EndedConfirmation[] = await tx.database
    .selectFrom('contact_claims as claim')
    .innerJoin('contacts as contact', 'contact.id', 'claim.contact_id')
    .select(['claim.account_id as accountId', 'contact.party_id as partyId', 'contact.value'])
    .where('claim.role', '=', 'confirmation')
    .where((of) =>
      of.or([of('contact.id', '=', of.fn.any(of.val(changed))), of('contact.key', '=', of.fn.any(of.val(deleted)))]),
    )
    .execute();
  return { ...result, endedConfirmations };
}
