// Which papers, read or unread, still intact? [DOC-1] [DOC-6]
import { audit } from '#kernel/audit.ts';
import type { Context } from '#kernel/context.ts';
import type { Day } from '#kernel/days.ts';
import { no, type Outcome, yes } from '#kernel/outcome.ts';
import type { Customer } from '#kernel/viewer.ts';
import type { DocumentKind, DocumentReason } from './rules.ts';
import { shownMax } from './settings.ts';
import {
  choicesOf,
  type DocumentRow,
  documentsOf,
  type Filter,
  locate,
  locateById,
  markRead,
  paperlessRow,
} from './store.server.ts';

export type DocumentView = Omit<DocumentRow, 'id' | 'policyId' | 'readAt'> & { isUnread: boolean };

const viewOf = ({ id: _id, policyId: _policyId, readAt, ...row }: DocumentRow): DocumentView => ({
  ...row,
  isUnread: readAt === null,
});

export type DocumentList = {
  documents: DocumentView[];
  /** There are more than a page shows: the year narrows them down. */
  hasMore: boolean;
  years: number[];
  kinds: DocumentKind[];
};

/** The documents of the profile looked at, newest first, with what may be filtered by. */
export async function listFor(context: Context, viewer: Customer, filter: Filter = {}): Promise<DocumentList> {
  const [rows, choices] = await Promise.all([
    documentsOf(context, viewer, filter, shownMax + 1),
    choicesOf(context, viewer),
  ]);
  return {
    documents: rows.slice(0, shownMax).map(viewOf),
    hasMore: rows.length > shownMax,
    years: [...new Set(choices.map((choice) => choice.year))],
    kinds: [...new Set(choices.map((choice) => choice.kind))],
  };
}

/** The newest documents: for Home, or with `policyId` for the page of a policy. */
export const latestFor = async (
  context: Context,
  viewer: Customer,
  max: number,
  filter: Filter = {},
): Promise<DocumentView[]> => (await documentsOf(context, viewer, filter, max)).map(viewOf);

export type DocumentFile = { content: Uint8Array; mediaType: string; fileName: string };

/**
 * A document with its bytes, compared with their checksum, and marked as read. Another's is not found; a file that is
 * not what was stored is never handed out.
 */
export async function fileFor(
  context: Context,
  viewer: Customer,
  publicId: string,
): Promise<Outcome<DocumentFile, DocumentReason>> {
  const found = await locate(context, viewer, publicId);
  if (!found) return no({ code: 'documents.not_found', values: {}, changes: 'you' });
  const content = await intact(context, found);
  if (!content) return no({ code: 'documents.damaged', values: {}, changes: 'support' });
  await markRead(context, found.id);
  await audit(context, viewer, { act: 'documents.opened', facts: { document: found.publicId, kind: found.kind } });
  return yes({ content, mediaType: found.mediaType, fileName: found.fileName });
}

/** The same for the attachment of a message; nothing when the bytes are not intact. */
export async function attachmentOf(context: Context, documentId: string): Promise<DocumentFile | undefined> {
  const found = await locateById(context, documentId);
  const content = found && (await intact(context, found));
  return content && { content, mediaType: found.mediaType, fileName: found.fileName };
}

async function intact(
  context: Context,
  found: { publicId: string; storageKey: string; sha256: Buffer },
): Promise<Uint8Array | undefined> {
  const read = await context.ports.storage.read({ key: found.storageKey, sha256: found.sha256 });
  if (read.kind === 'intact') return read.content;
  context.log.error('a document cannot be read', { reference: found.publicId, reason: read.kind });
  return undefined;
}

export type Paperless = { isOn: boolean; since: Day | undefined; asOf: Day | undefined };

/** The paperless choice of a party; nobody asked is off. */
export async function paperlessOf(context: Context, partyId: string): Promise<Paperless> {
  const row = await paperlessRow(context, partyId);
  return { isOn: row?.isOn ?? false, since: row?.since, asOf: row?.asOf };
}
