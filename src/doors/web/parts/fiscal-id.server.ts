// The field that takes a codice fiscale or a partita IVA: what looks wrong is said before a try is counted.
import { z } from 'zod';
import { parseCodiceFiscale } from '#kernel/italian/codice-fiscale.ts';
import { parsePartitaIva } from '#kernel/italian/partita-iva.ts';

/** Of the sixteen characters, those that are digits (or the letters of omocodia in their place). */
const digitPlaces = [7, 8, 10, 11, 13, 14, 15];
const partitaIvaLength = 11;

export type FiscalIdProblem =
  | { key: 'missing' | 'length' | 'check' }
  | { key: 'character'; position: number; expected: 'digit' | 'letter' };

/** What looks wrong, by position where that helps; nothing when the check character agrees. */
export function fiscalIdProblem(typed: string): FiscalIdProblem | undefined {
  const bare = typed.replace(/[\s.-]/g, '').replace(/^IT(?=\d)/i, '');
  if (bare === '') return { key: 'missing' };
  // Whoever begins with a digit means a partita IVA: a codice fiscale of a person begins with letters.
  const isPartitaIva = /^\d/.test(bare);
  const read = isPartitaIva ? parsePartitaIva(bare) : parseCodiceFiscale(bare);
  if (read.ok) return undefined;
  if (bare.length !== (isPartitaIva ? partitaIvaLength : 16)) return { key: 'length' };
  if (read.problem !== 'characters' || !read.position) return { key: 'check' };
  const expected = isPartitaIva || digitPlaces.includes(read.position) ? 'digit' : 'letter';
  return { key: 'character', position: read.position, expected };
}

/** The field; `sentence` says a problem in the reader's words. */
export const fiscalIdField = (sentence: (problem: FiscalIdProblem) => string) =>
  z.string().superRefine((typed, found) => {
    const problem = fiscalIdProblem(typed);
    if (problem) found.addIssue({ code: 'custom', message: sentence(problem) });
  });
