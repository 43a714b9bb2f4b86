// The field that takes a codice fiscale or a partita IVA: what looks wrong is said before a try is counted. Only its shape
// is judged, so the answer says nothing about who is a customer.
import { z } from 'zod';
import { partiesWords } from '#capabilities/parties/index.ts';
import { parseCodiceFiscale } from '#kernel/italian/codice-fiscale.ts';
import { parsePartitaIva } from '#kernel/italian/partita-iva.ts';
import type { Language } from '#kernel/language.ts';

/** Of the sixteen characters, those that are digits (or the letters of omocodia in their place), and the letter of the month. */
const digitPlaces = [7, 8, 10, 11, 13, 14, 15];
const monthPlace = 9;
const lengths = { codice_fiscale: 16, partita_iva: 11 };

export type FiscalIdProblem =
  | { key: 'missing' }
  | { key: 'length'; kind: keyof typeof lengths; count: number }
  | { key: 'date' | 'check'; typed: string }
  | { key: 'character'; position: number; typed: string; expected: 'digit' | 'letter' | 'month' | 'other' };

/** What looks wrong, by position where that helps; nothing when the check character agrees. */
export function fiscalIdProblem(text: string): FiscalIdProblem | undefined {
  const bare = text
    .replace(/[\s.-]/g, '')
    .replace(/^IT(?=\d)/i, '')
    .toUpperCase();
  if (bare === '') return { key: 'missing' };
  // Whoever begins with a digit means a partita IVA: a codice fiscale of a person begins with letters.
  const kind = /^\d/.test(bare) ? 'partita_iva' : 'codice_fiscale';
  const read = kind === 'partita_iva' ? parsePartitaIva(bare) : parseCodiceFiscale(bare);
  if (read.ok) return undefined;
  const count = [...bare].length;
  // One character too few or too many moves all that follow: their places would say nothing.
  if (count !== lengths[kind]) return { key: 'length', kind, count };
  if (read.problem === 'date') return { key: 'date', typed: bare.slice(6, 11) };
  if (read.problem !== 'characters' || !read.position) return { key: 'check', typed: bare.slice(-1) };
  const typed = [...bare][read.position - 1] ?? '';
  return { key: 'character', position: read.position, typed, expected: expectedAt(read.position, kind, typed) };
}

function expectedAt(position: number, kind: keyof typeof lengths, typed: string) {
  if (kind === 'partita_iva' || digitPlaces.includes(position)) return 'digit';
  return position === monthPlace && /[A-Z]/.test(typed) ? 'month' : 'letter';
}

/** The problem in the reader's words. */
function sentence(problem: FiscalIdProblem, language: Language): string {
  const say = partiesWords(language);
  switch (problem.key) {
    case 'missing':
      return say('parties.fiscal_missing');
    case 'length':
      return say('parties.fiscal_length', problem);
    case 'character':
      return say('parties.fiscal_character', problem);
    default:
      return say(`parties.fiscal_${problem.key}`, problem);
  }
}

export const fiscalIdField = (language: Language) =>
  z.string().superRefine((typed, found) => {
    const problem = fiscalIdProblem(typed);
    if (problem) found.addIssue({ code: 'custom', message: sentence(problem, language) });
  });
