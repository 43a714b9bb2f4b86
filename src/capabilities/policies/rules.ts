// The kinds the core system may send. The tables have the same lists as checks.

/** Lines of business; life, savings and pension are the "life lines". */
export const lines = ['motor', 'home', 'accident', 'health', 'business', 'pet', 'life', 'savings', 'pension'] as const;
export type Line = (typeof lines)[number];
export const isLine = (text: string): text is Line => lines.some((line) => line === text);

export const isLifeLine = (line: Line): boolean => line === 'life' || line === 'savings' || line === 'pension';

export const policyStates = ['active', 'suspended', 'ended'] as const;
export type PolicyState = (typeof policyStates)[number];

export const roles = ['policyholder', 'insured', 'beneficiary', 'family_member', 'employer_insured'] as const;
export type PolicyRole = (typeof roles)[number];

export const goodKinds = ['vehicle', 'building', 'pet', 'person', 'activity'] as const;
export type GoodKind = (typeof goodKinds)[number];

export const payableKinds = ['first', 'instalment', 'regularisation', 'completion', 'contribution'] as const;
export type PayableKind = (typeof payableKinds)[number];

export const payableStates = ['due', 'paid', 'withdrawn'] as const;
export type PayableState = (typeof payableStates)[number];
