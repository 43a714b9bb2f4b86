// Documenti: the list, what it can be filtered by, and what the filter left. [DOC-1]
import {
  type DocumentList,
  type DocumentReason,
  documentsWords,
  isDocumentKind,
} from '#capabilities/documents/index.ts';
import type { Context } from '#kernel/context.ts';
import type { Language } from '#kernel/language.ts';
import type { Explained } from '#kernel/outcome.ts';
import { explain } from '../explain.ts';
import { documentRow } from './document-row.server.ts';

/** Reads the filter of an address; what makes no sense is no filter. */
export function filterFrom(search: URLSearchParams) {
  const year = Number(search.get('anno'));
  const kind = search.get('tipo') ?? undefined;
  return {
    year: Number.isInteger(year) && year > 1999 && year < 2100 ? year : undefined,
    kind: isDocumentKind(kind) ? kind : undefined,
  };
}

export function documentsPage(list: DocumentList, filter: ReturnType<typeof filterFrom>, language: Language) {
  const say = documentsWords(language);
  const isFiltered = filter.year !== undefined || filter.kind !== undefined;
  const what = [filter.kind && say(`documents.kinds_${filter.kind}`), filter.year].filter(Boolean).join(', ');
  return {
    rows: list.documents.map((document) => documentRow(document, language)),
    isEmpty: list.years.length === 0,
    filtered: isFiltered ? say('documents.filtered', { count: list.documents.length, what }) : undefined,
    more: list.hasMore ? say('documents.more', { count: list.documents.length }) : undefined,
    year: filter.year?.toString() ?? '',
    kind: filter.kind ?? '',
    years: list.years.map((year) => ({ value: String(year), text: String(year) })),
    kinds: list.kinds.map((kind) => ({ value: kind, text: say(`documents.kinds_${kind}`) })),
    empty: { text: say('documents.empty'), way: { href: '/polizze', text: say('documents.empty_way') } },
    words: {
      title: say('documents.title'),
      intro: say('documents.intro'),
      isNew: say('documents.new'),
      year: say('documents.year'),
      allYears: say('documents.all_years'),
      kind: say('documents.kind'),
      allKinds: say('documents.all_kinds'),
      filter: say('documents.filter'),
      clear: say('documents.clear'),
    },
  };
}

/** Why a document could not be handed out, when the way here says so; any other text in the address says nothing. */
export function refusedFrom(context: Context, search: URLSearchParams, language: Language): Explained | undefined {
  const known: DocumentReason[] = [
    { code: 'documents.not_found', values: {}, changes: 'you' },
    { code: 'documents.damaged', values: {}, changes: 'support' },
  ];
  const reason = known.find(({ code }) => code === search.get('motivo'));
  return reason && explain(context, language, reason);
}
