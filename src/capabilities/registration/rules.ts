// How a known party becomes an account: who may, and in which order. [REG-1] [REG-2] [REG-5]
import type { PolicyRole } from '#capabilities/policies/index.ts';
import type { Reason } from '#kernel/outcome.ts';

export type RegistrationState = 'asked' | 'limited' | 'open' | 'superseded' | 'proven' | 'ended' | 'completed';

export type RegistrationReason =
  | Reason<'registration.elsewhere', Record<never, never>>
  | Reason<'registration.too_soon', Record<never, never>>
  | Reason<'registration.gone', Record<never, never>>
  | Reason<'registration.not_found', { triesLeft: number }>
  | Reason<'registration.no_tries', Record<never, never>>
  | Reason<'registration.impossible', Record<never, never>>;

/** Roles by which the core system knows somebody as policyholder or insured (REG-1); a beneficiary is neither. */
export const roles: readonly PolicyRole[] = ['policyholder', 'insured', 'employer_insured', 'family_member'];

/** A contact of one party with the value that was typed. */
export type Holder = {
  contactId: string;
  partyId: string;
  origin: 'agency' | 'employer' | 'self';
  kind: 'email' | 'mobile' | 'landline';
};

/** What is known about who holds the contact. */
export type Known = {
  holders: readonly Holder[];
  /** The role that some account has given to the value already. */
  claim: 'username' | 'confirmation' | 'awaited' | undefined;
  /** Parties known as policyholder or insured. */
  customers: ReadonlySet<string>;
  /** Parties that have an account. */
  registered: ReadonlySet<string>;
};

/**
 * What a contact allows: nothing is known of it; it is in use; whoever holds it is registered already; or these parties
 * may register with it, `isShared` when more than one holds it.
 */
export type Answer =
  | { kind: 'unknown' }
  | { kind: 'in_use'; role: 'username' | 'confirmation' | 'awaited'; partyId: string }
  | { kind: 'registered'; partyId: string; isShared: boolean }
  | { kind: 'possible'; candidates: readonly { partyId: string; contactId: string }[]; isShared: boolean };

/** Decides what a registration with a contact can become. Contacts that customers added themselves do not count (REG-2). */
export function answerFor({ holders, claim, customers, registered }: Known): Answer {
  const certified = holders.filter((one) => one.origin !== 'self' && one.kind !== 'landline');
  const known = certified.filter((one) => customers.has(one.partyId));
  const [first] = known;
  if (!first) return { kind: 'unknown' };
  if (claim) return { kind: 'in_use', role: claim, partyId: first.partyId };
  // All who hold it count, also those who are registered: the link alone must not make one of them the other.
  const isShared = new Set(certified.map((one) => one.partyId)).size > 1;
  const candidates = known.filter((one) => !registered.has(one.partyId));
  if (candidates.length === 0) return { kind: 'registered', partyId: first.partyId, isShared };
  return {
    kind: 'possible',
    candidates: candidates.map(({ partyId, contactId }) => ({ partyId, contactId })),
    isShared,
  };
}

/** Is a fiscal id asked for? With the code always; with the link only when the contact is shared (REG-5). */
export const needsFiscalId = (provenBy: 'code' | 'link', isShared: boolean): boolean => provenBy === 'code' || isShared;

/** What to say about a fiscal id that belongs to none of the candidates; nothing about why (REG-5). */
export function afterWrongFiscalId(tries: number, triesMax: number): RegistrationReason {
  const triesLeft = triesMax - tries;
  return triesLeft > 0
    ? { code: 'registration.not_found', values: { triesLeft }, changes: 'you' }
    : { code: 'registration.no_tries', values: {}, changes: 'you' };
}

export const gone: RegistrationReason = { code: 'registration.gone', values: {}, changes: 'you' };
/** The message is on its way: the same for every contact, known or not. */
export const tooSoon: RegistrationReason = { code: 'registration.too_soon', values: {}, changes: 'with-time' };
export const elsewhere: RegistrationReason = { code: 'registration.elsewhere', values: {}, changes: 'you' };
export const impossible: RegistrationReason = { code: 'registration.impossible', values: {}, changes: 'agency' };

/** Where a proven registration stands: which step is next. */
export type Step = 'fiscal_id' | 'password';
