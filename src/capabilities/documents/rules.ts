// Kinds of documents and why one cannot be read. [DOC-1] [DOC-6]
import type { Reason } from '#kernel/outcome.ts';

const documentKinds = ['receipt'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const isDocumentKind = (text: string | undefined): text is DocumentKind =>
  documentKinds.some((kind) => kind === text);

export type DocumentReason =
  | Reason<'documents.not_found', Record<string, never>>
  /** The bytes are not those that were stored, or not there: never shown. */
  | Reason<'documents.damaged', Record<string, never>>;
