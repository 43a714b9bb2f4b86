// Keeping what was made: the bytes first, then the row that speaks of them. [DOC-6]
import type { Context, Transaction } from '#kernel/context.ts';
import type { StoredFile } from './storage.ts';
import { insertDocument, type NewDocument } from './store.server.ts';

/** Stores the bytes of a document; outside of any transaction, and harmless to repeat: a file is named by its content. */
export const storeFile = (context: Context, content: Uint8Array): Promise<StoredFile> =>
  context.ports.storage.store(content);

/**
 * Makes a stored file a document of a party. The same origin twice is one document: `isNew` is false then, and the file
 * of the first one stays.
 */
export const addDocument = (
  tx: Transaction,
  document: NewDocument,
): Promise<{ id: string; publicId: string; isNew: boolean }> => insertDocument(tx, document);
