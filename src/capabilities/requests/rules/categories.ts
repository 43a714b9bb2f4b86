// What a support request is about. [REQ-1]
export const categories = [
  'registration',
  'access',
  'codes',
  'payments',
  'policies',
  'documents',
  'contacts',
  'other',
] as const;
export type Category = (typeof categories)[number];
/** What an agency is asked: how one registers or gets in is for support. */
export const agencyCategories = [
  'policies',
  'payments',
  'documents',
  'contacts',
  'other',
] as const satisfies Category[];
/** A request for a new contact has its own category, which nobody chooses from a list. */
export type AnyCategory = Category | 'new_contact';

const fromPrefix: Record<string, Category> = {
  registration: 'registration',
  registrati: 'registration',
  access: 'access',
  accesso: 'access',
  recupera: 'access',
  codes: 'codes',
  confirmation: 'codes',
  conferma: 'codes',
  messages: 'codes',
  payments: 'payments',
  paga: 'payments',
  esito: 'payments',
  policies: 'policies',
  polizze: 'policies',
  documents: 'documents',
  documenti: 'documents',
  contacts: 'contacts',
  recapiti: 'contacts',
  profilo: 'contacts',
};

/** A page or a reason as it may be kept: `codes.limit`, `aiuto/non-arriva`. Anything else that stood in `?da=` is nothing. */
export const cameFromOf = (given: string | null | undefined): string | undefined =>
  given && /^[a-z0-9_./-]{1,100}$/i.test(given) ? given : undefined;

/** The category that the page or reason somebody came from suggests; the last part of a page is the most telling. */
export const categoryFrom = (cameFrom: string | undefined): Category | undefined =>
  cameFrom
    ?.split(/[./]/)
    // `constructor` is in every object without being one of its words.
    .map((part) => (Object.hasOwn(fromPrefix, part) ? fromPrefix[part] : undefined))
    .findLast((category) => category !== undefined);
