// Kinds and roles of contacts; the tables have the same lists as checks.

const contactKinds = ['email', 'mobile', 'landline'] as const;
export type ContactKind = (typeof contactKinds)[number];

const contactOrigins = ['agency', 'employer', 'self'] as const;
export type ContactOrigin = (typeof contactOrigins)[number];

/** Roles that only one account may give to a value; `awaited` is the 24 hours of CNF-6. */
const claimRoles = ['username', 'confirmation', 'awaited'] as const;
export type ClaimRole = (typeof claimRoles)[number];

/** What a contact is used for, in the order in which pages tell it. */
export type ContactRole = 'confirmation' | 'username' | 'preferred' | 'paperless' | 'signature';
