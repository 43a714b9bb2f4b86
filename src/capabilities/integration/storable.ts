// JSON of the core system that PostgreSQL can keep: one row that it cannot would end the batch at every new try.
import { jsonOrNothing } from './delivery.ts';

/** The value of a JSON text, or why it is none that can be stored. */
export function storableFrom(text: string): { value: unknown } | { fault: string } {
  const value = jsonOrNothing(text);
  if (value === undefined) return { fault: 'is not JSON' };
  // Only what is written as an escape can be one of the two.
  return /\\u(0000|d[89a-f])/i.test(text) && !isStorable(value)
    ? { fault: 'has a character that no text can have: a NUL, or half of a pair' }
    : { value };
}

/** Neither NULs nor lone surrogates. Without calling itself: a row may be nested deeper than any stack. */
function isStorable(value: unknown): boolean {
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string' && (one.includes('\0') || !one.isWellFormed())) return false;
    if (typeof one === 'object' && one !== null) for (const entry of Object.entries(one)) left.push(...entry);
  }
  return true;
}
