// Documents and the paperless choice. Every read goes through the parties that the profile sees: itself and whom it represents.
import { sql } from 'kysely';
import { seenThrough } from '#capabilities/parties/index.ts';
import { today } from '#kernel/clock.ts';
import type { Context, Transaction } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import { type Day, type Instant, momentOf, day as readDay } from '#kernel/days.ts';
import { newId, publicId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Customer } from '#kernel/viewer.ts';
import type { DocumentKind } from './rules.ts';
import type { StoredFile } from './storage.ts';

export const tables = ['documents', 'paperless_choices'] as const;

/** Relation: the public id of every document, for the capabilities above that made one. */
export const documentIds = (database: Db) =>
  database.selectFrom('documents').select(['documents.id', 'documents.public_id']);

export type DocumentRow = {
  id: string;
  publicId: string;
  kind: DocumentKind;
  policyId: string | null;
  title: string;
  language: Language;
  fileName: string;
  mediaType: string;
  bytes: number;
  madeAt: Instant;
  readAt: Instant | null;
};

const columns = [
  'id',
  'public_id as publicId',
  'kind',
  'policy_id as policyId',
  'title',
  'language',
  'file_name as fileName',
  'media_type as mediaType',
  'bytes',
  'made_at as madeAt',
  'read_at as readAt',
] as const;

export type NewDocument = {
  /** What made it: making it again changes nothing. */
  originKey: string;
  kind: DocumentKind;
  partyId: string;
  policyId: string | null;
  title: string;
  language: Language;
  mediaType: string;
  fileName: string;
  file: StoredFile;
};

/** Adds a document, or answers the one that the same origin has made before. */
export async function insertDocument(
  tx: Transaction,
  document: NewDocument,
): Promise<{ id: string; publicId: string; isNew: boolean }> {
  const madeAt = tx.clock.now();
  const inserted = await tx.database
    .insertInto('documents')
    .values({
      id: newId(Date.parse(madeAt)),
      public_id: publicId(),
      origin_key: document.originKey,
      kind: document.kind,
      party_id: document.partyId,
      policy_id: document.policyId,
      title: document.title,
      language: document.language,
      media_type: document.mediaType,
      file_name: document.fileName,
      storage_key: document.file.key,
      bytes: document.file.bytes,
      sha256: Buffer.from(document.file.sha256),
      made_at: madeAt,
    })
    .onConflict((on) => on.constraint('documents_one_per_origin').doNothing())
    .returning(['id', 'public_id as publicId'])
    .executeTakeFirst();
  if (inserted) return { ...inserted, isNew: true };
  const found = await tx.database
    .selectFrom('documents')
    .select(['id', 'public_id as publicId'])
    .where('origin_key', '=', document.originKey)
    .executeTakeFirstOrThrow();
  return { ...found, isNew: false };
}

export type Filter = { year?: number | undefined; kind?: DocumentKind | undefined; policyId?: string | undefined };

/** The documents of the profile, newest first. */
export async function documentsOf(
  context: Context,
  viewer: Customer,
  filter: Filter,
  max: number,
): Promise<DocumentRow[]> {
  let query = context.database
    .selectFrom('documents')
    .select(columns)
    .where('party_id', 'in', seen(context, viewer))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(max);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.policyId) query = query.where('policy_id', '=', filter.policyId);
  if (filter.year) {
    query = query.where('made_at', '>=', yearStart(filter.year)).where('made_at', '<', yearStart(filter.year + 1));
  }
  return (await query.execute()).map(typed);
}

/** Which years and kinds there are to choose from, whatever the filter is. */
export async function choicesOf(context: Context, viewer: Customer): Promise<{ year: number; kind: DocumentKind }[]> {
  const rows = await context.database
    .selectFrom('documents')
    .select([sql<number>`extract(year from made_at at time zone 'Europe/Rome')::integer`.as('year'), 'kind'])
    .where('party_id', 'in', seen(context, viewer))
    .groupBy(['year', 'kind'])
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year, kind }) => ({ year, kind: kind as DocumentKind }));
}

type Located = DocumentRow & { storageKey: string; sha256: Buffer };

/** A document of the profile by its public id; another's is not found. */
export async function locate(context: Context, viewer: Customer, publicIdOf: string): Promise<Located | undefined> {
  const row = await context.database
    .selectFrom('documents')
    .select([...columns, 'storage_key as storageKey', 'sha256'])
    .where('public_id', '=', publicIdOf)
    .where('party_id', 'in', seen(context, viewer))
    .executeTakeFirst();
  return row && { ...typed(row), storageKey: row.storageKey, sha256: row.sha256 };
}

/** For the attachment of a message, which no viewer looks at. */
export async function locateById(context: Context, id: string): Promise<Located | undefined> {
  const row = await context.database
    .selectFrom('documents')
    .select([...columns, 'storage_key as storageKey', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...typed(row), storageKey: row.storageKey, sha256: row.sha256 };
}

export async function markRead(context: Context, id: string): Promise<void> {
  await context.database
    .updateTable('documents')
    .set({ read_at: context.clock.now() })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute();
}

/** The public ids of documents by their ids. */
export async function publicIdsOf(context: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await context.database
    .selectFrom('documents')
    .select(['id', 'public_id'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.public_id]));
}

export async function paperlessRow(
  context: Context,
  partyId: string,
): Promise<{ isOn: boolean; since: Day; asOf: Day } | undefined> {
  return context.database
    .selectFrom('paperless_choices')
    .select(['is_on as isOn', 'since', 'as_of as asOf'])
    .where('party_id', '=', partyId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** The parties whose papers a customer sees without switching profile. */
const seen = (context: Context, viewer: Customer) => {
  const looking = { profileId: sql<string>`${viewer.profileId}`, today: sql<Day>`${today(context.clock)}` };
  return context.database.selectFrom(seenThrough(context.database, looking).as('seen')).select('seen.party_id');
};

/** A year of the calendar of Rome. */
const yearStart = (year: number): Instant => momentOf(readDay(`${year}-01-01`), '00:00');

// Written by `insertDocument` from these very types, and by nobody else.
const typed = <Row extends { language: string; kind: string }>(
  row: Row,
): Omit<Row, 'language' | 'kind'> & { language: Language; kind: DocumentKind } => ({
  ...row,
  language: row.language as Language,
  kind: row.kind as DocumentKind,
});
