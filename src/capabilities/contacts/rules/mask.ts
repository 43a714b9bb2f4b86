// A contact that its owner recognises and nobody else learns.
import { formatPhone } from '#kernel/italian/phones.ts';

/** `g•••@p.example` or `333 ••• •482`: the first letter and the domain, or the first and the last three digits, on one line. */
export function mask(value: string): string {
  const at = value.lastIndexOf('@');
  if (at > 0) return `${value.slice(0, 1)}•••${value.slice(at)}`;
  const shown = formatPhone(value);
  const digits = [...shown].filter((character) => /\d/.test(character)).length;
  let seen = 0;
  return shown.replace(/\d/g, (digit) => {
    seen++;
    return seen <= 3 || seen > digits - 3 ? digit : '•';
  });
}
