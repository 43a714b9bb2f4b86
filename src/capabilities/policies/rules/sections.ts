// What a role on a policy lets somebody see. [POL-4] [POL-6]
import type { PolicyRole } from '../rules.ts';

/** The parts of a policy that are shown or not as a whole. */
export type Section = 'coverages' | 'goods' | 'people' | 'agency' | 'premium' | 'payments' | 'documents' | 'valuation';

const ofInsured = ['coverages', 'goods', 'people', 'agency'] as const satisfies Section[];
const ofPolicyholder = [...ofInsured, 'premium', 'payments', 'documents', 'valuation'] as const satisfies Section[];

/**
 * The policyholder sees everything. Whoever is insured sees what protects them: no premiums, payments, values nor
 * contract documents. Being named as a beneficiary shows nothing: the policyholder may change that at any time.
 */
export function sectionsFor(role: PolicyRole): readonly Section[] {
  switch (role) {
    case 'policyholder':
      return ofPolicyholder;
    case 'insured':
    case 'family_member':
    case 'employer_insured':
      return ofInsured;
    case 'beneficiary':
      return [];
  }
}

/** What several roles on one policy show together. */
export const sectionsForRoles = (roles: readonly PolicyRole[]): ReadonlySet<Section> =>
  new Set(roles.flatMap((role) => sectionsFor(role)));

/** Roles through which a policy is seen at all, for the relation that every read starts from. */
export const seeingRoles = (roles: readonly PolicyRole[]): PolicyRole[] =>
  roles.filter((role) => sectionsFor(role).length > 0);

/** Roles that see premiums and payments. */
export const payingRoles = (roles: readonly PolicyRole[]): PolicyRole[] =>
  roles.filter((role) => sectionsFor(role).includes('payments'));
