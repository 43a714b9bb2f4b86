// A document as a row: on Home and on the page of a policy.
import { type DocumentView, documentsWords } from '#capabilities/documents/index.ts';
import { dayOf } from '#kernel/days.ts';
import { longDay } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';

export type DocumentRowData = { path: string; title: string; text: string; isUnread: boolean };

export const documentRow = (document: DocumentView, language: Language): DocumentRowData => ({
  path: `/documenti/${document.publicId}`,
  title: document.title,
  text: documentsWords(language)('documents.row', {
    kind: documentsWords(language)(`documents.kind_${document.kind}`),
    day: longDay(dayOf(document.madeAt), language),
  }),
  isUnread: document.isUnread,
});
