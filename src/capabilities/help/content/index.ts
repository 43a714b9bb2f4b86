import type { Method } from '#capabilities/payments/index.ts';
import type { Language } from '#kernel/language.ts';
import { type Answer, type Area, areas, catalogue, only, type Question, type WayName } from './catalogue.ts';
import { answers as de } from './de/index.ts';
import { answers as en } from './en/index.ts';
import { answers as it } from './it/index.ts';

export const answers: Record<Language, Record<Question, Answer>> = { it, en, de };

export type Entry = { question: Question; area: Area; way: WayName };

/** Every question in the order of the table of contents. */
export const entries: readonly Entry[] = areas.flatMap((area) =>
  Object.entries(catalogue[area]).map(([question, way]) => ({
    // The keys of the catalogue are the questions; `entries` only widens them to text.
    question: question as Question,
    area,
    way: way as WayName,
  })),
);

export const entryOf = (name: string): Entry | undefined => entries.find((entry) => entry.question === name);

/** The entries of a portal that offers these ways to pay. */
export const entriesWith = (offered: ReadonlySet<Method>): readonly Entry[] =>
  entries.filter(({ question }) => {
    const method = only[question];
    return !method || offered.has(method);
  });
