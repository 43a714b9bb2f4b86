import { domainToASCII } from 'node:url';
import { accepted, type Checked, refused } from './checked.ts';

declare const emailBrand: unique symbol;
/** Lower case, the domain in its ASCII form (IDNA): equal addresses are equal text. */
export type Email = string & { readonly [emailBrand]: true };

export type EmailProblem = 'empty' | 'at' | 'characters' | 'name' | 'domain' | 'length';

/** Lengths of RFC 5321 §4.5.3.1, in octets. */
const nameMax = 64;
const addressMax = 254;
/** As typed, before it has its one form: marks apart from their letters, letters outside ASCII. */
const typedMax = 4 * addressMax;

/**
 * Reads an address of the usual form `name@domain.tld`. Quoted names, comments and names outside ASCII are refused: no
 * customer has one, and many servers lose their mail.
 */
export function parseEmail(text: string): Checked<Email, EmailProblem> {
  const typed = text.trim();
  if (typed === '') return refused('empty');
  // Before anything else: putting a hundred thousand marks in their order takes seconds, and anybody may send them.
  if (typed.length > typedMax) return refused('length');
  const trimmed = typed.normalize('NFC').toLowerCase();
  const at = trimmed.indexOf('@');
  if (at < 0) return refused('at');
  const second = trimmed.indexOf('@', at + 1);
  if (second >= 0) return refused('at', second + 1);
  const name = trimmed.slice(0, at);
  const strange = name.search(/[^a-z0-9.!#$%&'*+/=?^_`{|}~-]/);
  if (strange >= 0) return refused('characters', strange + 1);
  const space = trimmed.search(/[\s,;:()<>[\]\\"]/);
  if (space >= 0) return refused('characters', space + 1);
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('..')) return refused('name');
  const domain = asciiDomain(trimmed.slice(at + 1));
  if (!domain) return refused('domain', at + 2);
  const address = `${name}@${domain}`;
  if (name.length > nameMax || address.length > addressMax) return refused('length');
  // The only place that gives the brand, after the checks above.
  return accepted(address as Email);
}

/** A name of at least two labels of letters, digits and inner hyphens, the last one not a number; nothing otherwise. */
function asciiDomain(domain: string): string | undefined {
  if (/[/?#%&]/.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  const labels = ascii.split('.');
  const last = labels.at(-1) ?? '';
  const isName = labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return isName && /^([a-z]{2,}|xn--.+)$/.test(last) ? ascii : undefined;
}
