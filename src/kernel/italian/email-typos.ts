// "Did you mean …?" for the addresses of the largest mail services: one slip of a finger loses every message.
import type { Email } from './emails.ts';
import { slips } from './slips.ts';

const common = [
  ...['gmail.com', 'libero.it', 'hotmail.it', 'hotmail.com', 'outlook.it', 'outlook.com', 'yahoo.it', 'yahoo.com'],
  ...[
    'icloud.com',
    'tiscali.it',
    'virgilio.it',
    'fastwebnet.it',
    'legalmail.it',
    'arubapec.it',
    'alice.it',
    'inwind.it',
  ],
];
/** Services that exist and are one slip away from a common one. */
const others = [
  'mail.com',
  'ymail.com',
  'email.com',
  'hotmail.at',
  'outlook.at',
  'outlook.ie',
  'yahoo.at',
  'yahoo.ie',
  'yahoo.in',
];
/** Services with a single domain: another ending is a slip, however far it is. */
const single = ['gmail.com', 'libero.it', 'icloud.com', 'tiscali.it', 'virgilio.it'];

/** The address with the domain that was probably meant; nothing when there is no doubt. The customer decides. */
export function probablyMeant(email: Email): Email | undefined {
  const at = email.indexOf('@') + 1;
  const domain = email.slice(at);
  if (common.includes(domain) || others.includes(domain)) return undefined;
  const label = domain.slice(0, domain.indexOf('.') + 1);
  const meant = common.find((one) => slips(domain, one) === 1) ?? single.find((one) => one.startsWith(label));
  // A checked name with another good domain is an address too.
  return meant ? (`${email.slice(0, at)}${meant}` as Email) : undefined;
}
