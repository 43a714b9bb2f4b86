// Which papers, read or unread, still intact? And the frame of every PDF. [DOC-1] [DOC-2] [DOC-6] [PAY-7]
import type { Act, Capability } from '#kernel/capability.ts';
import { paperlessIntake } from './intake.ts';
import { reasons } from './reasons.ts';
import { tables } from './store.server.ts';
import { vitals } from './vitals.ts';

export { addDocument, storeFile } from './commands.ts';
export { makePdf, type Pdf, type PdfBlock, type Printer } from './pdf.ts';
export { type DocumentKind, type DocumentReason, isDocumentKind } from './rules.ts';
export type { FileStorage, ReadFile, StoredFile } from './storage.ts';
export { documentIds, publicIdsOf } from './store.server.ts';
export {
  attachmentOf,
  type DocumentFile,
  type DocumentList,
  type DocumentView,
  fileFor,
  latestFor,
  listFor,
  type Paperless,
  paperlessOf,
} from './views.ts';
export { documentsWords } from './words/say.ts';

const acts: readonly Act[] = [
  { name: 'documents.open', dispositive: false, because: 'Reads an own document; only the unread mark goes.' },
];

export const capability: Capability = { name: 'documents', tables, reasons, intakes: [paperlessIntake], acts, vitals };
