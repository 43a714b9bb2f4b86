// Codes, references and link tokens: derived when sent and when checked, never stored. [CNF-2] [CNF-9]
import { canonicalJson, hmac, type Keys, sameText } from '#kernel/secrets.ts';
import type { Derivable } from './rules.ts';

export type Secrets = { code: string; reference: string; linkToken: string };

/** Consonants only: two of them make no word, and none looks like a digit. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const linkBytes = 16;

const bound = ({ purpose, subject, sendNumber, statementHash }: Derivable): string =>
  canonicalJson([purpose, subject, sendNumber, statementHash]);

function derived(send: Derivable, keyOf: (purpose: string) => Buffer): Secrets {
  const mac = hmac(keyOf('codes'), bound(send));
  const number = mac.readBigUInt64BE(0) % 10n ** BigInt(send.digits);
  const letter = (at: number): string => letters.charAt(mac.readUInt8(at) % letters.length);
  const link = hmac(keyOf('links'), bound(send)).subarray(0, linkBytes).toString('hex');
  return {
    code: number.toString().padStart(send.digits, '0'),
    reference: letter(8) + letter(9),
    linkToken: `${send.subject}-${send.sendNumber}-${link}`,
  };
}

/** The code, its two-letter reference and the token of the link of one send. */
export const secretsFrom = (keys: Keys, send: Derivable): Secrets => derived(send, keys.current);

/** Every value that is right for a send: while the secret is being rotated, the one of the old key too. */
function rightOnes(keys: Keys, send: Derivable): Secrets[] {
  const count = keys.accepted('codes').length;
  return Array.from({ length: count }, (_, at) =>
    derived(send, (purpose) => keys.accepted(purpose)[at] ?? keys.current(purpose)),
  );
}

/** Whether a code belongs to a send, in a time that does not depend on either. */
export const isCodeOf = (keys: Keys, send: Derivable, code: string): boolean =>
  rightOnes(keys, send)
    .map((right) => sameText(right.code, code))
    .includes(true);

/** The same for the token of a link. */
export const isLinkOf = (keys: Keys, send: Derivable, token: string): boolean =>
  rightOnes(keys, send)
    .map((right) => sameText(right.linkToken, token))
    .includes(true);

/** What a token says it is, before anybody has checked it; nothing when it has not the shape of one. */
export function readToken(token: string): { subject: string; sendNumber: number } | undefined {
  const found = /^([0-9a-z]{4,40})-([1-9]\d{0,8})-[0-9a-f]{32}$/.exec(token);
  return found?.[1] && found[2] ? { subject: found[1], sendNumber: Number(found[2]) } : undefined;
}
