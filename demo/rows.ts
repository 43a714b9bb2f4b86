// The rows of a delivery as this generator writes them, in the order in which parents come before children. Written
// down here and not taken from the program: the demo speaks to it as any core system would, through files.
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';

export type Texts = Record<Language, string>;
export type Line = 'motor' | 'home' | 'accident' | 'health' | 'business' | 'pet' | 'life' | 'savings' | 'pension';

export type Rows = {
  agencies: {
    name: string;
    street: string;
    postcode: string;
    municipality: string;
    province: string;
    phone: string;
    email: string;
    hours: { weekday: number; opens: string; closes: string }[];
    latitude: number;
    longitude: number;
  };
  products: { line: Line; names: Texts; takesContributions?: boolean };
  parties: {
    kind: 'person' | 'sole_trader' | 'professional' | 'company';
    codiceFiscale?: string;
    partitaIva?: string;
    givenName?: string;
    familyName?: string;
    businessName?: string;
    birthDay?: Day;
    language: Language;
    customerCode: string;
    agency: string;
    street: string;
    postcode: string;
    municipality: string;
    province: string;
  };
  contacts: {
    party: string;
    kind: 'email' | 'mobile' | 'landline';
    value: string;
    origin: 'agency' | 'employer';
    verifiedAt?: string;
    isPreferred: boolean;
    isPaperless: boolean;
    isSignature: boolean;
  };
  links: {
    kind: 'represents' | 'trades_as' | 'owns' | 'household';
    from: string;
    to: string;
    since: Day;
    until?: Day;
  };
  consents: {
    party: string;
    purpose: string;
    textVersion: string;
    isGiven: boolean;
    decidedAt: string;
    channel: string;
  };
  paperless: { party: string; isOn: boolean; since: Day };
  policies: {
    number: string;
    product: string;
    agency: string;
    state: 'active' | 'suspended' | 'ended';
    startsOn: Day;
    endsOn: Day | null;
    renews: boolean;
    instalmentsPerYear: number;
    annualPremiumCents: number;
    iotCents: number;
    suspendedSince?: Day;
    suspendedBecause?: Texts;
    valuation?: Valuation;
  };
  roles: { policy: string; party: string; role: PolicyRole };
  coverages: {
    policy: string;
    position: number;
    names: Texts;
    summaries: Texts;
    sumInsuredCents?: number;
    limitCents?: number;
    deductibleCents?: number;
    deductiblePercent?: number;
    exclusions?: Record<Language, string[]>;
    article?: string;
  };
  goods: {
    policy: string;
    kind: 'vehicle' | 'building' | 'pet' | 'person' | 'activity';
    name: string;
    plate?: string;
    details: Record<string, string>;
  };
  payables: {
    policy: string;
    kind: 'first' | 'instalment' | 'regularisation' | 'completion';
    amountCents: number;
    iotCents: number;
    dueOn: Day;
    coversFrom?: Day;
    coversUntil?: Day;
    isPayableOnline: boolean;
    state: 'due' | 'paid' | 'withdrawn';
    paidOn?: Day;
  };
};

export type PolicyRole = 'policyholder' | 'insured' | 'beneficiary' | 'family_member' | 'employer_insured';

/** What a life contract is worth, each figure with the day it refers to. */
export type Valuation = {
  on: Day;
  surrenderCents: number;
  benefits: { names: Texts; cents: number }[];
  paidInCents: number;
  units?: { fund: string; units: number; priceCents: number; on: Day; cents: number }[];
  history?: { on: Day; valueCents: number; paidInCents: number }[];
};

export type Entity = keyof Rows;

/** Parents first: a delivery in this order needs no row to wait. */
export const entities = [
  'agencies',
  'products',
  'parties',
  'contacts',
  'links',
  'consents',
  'paperless',
  'policies',
  'roles',
  'coverages',
  'goods',
  'payables',
] as const satisfies readonly Entity[];

/** Where rows go. Key apart, what every row has in common (version, day) is added there. */
export type Book = {
  readonly today: Day;
  write<Name extends Entity>(entity: Name, key: string, row: Rows[Name]): void;
};
