// Rows for tests, one function per thing: `givenParty(world, { givenName: 'Giulia' })`. What a test does not name gets a
// believable default; every call makes a thing of its own, so tests of one file never meet. `world` is a context or a
// transaction: whatever has a database.
import type { Db } from '#kernel/database.server.ts';
import { type Day, day, type Instant, instant, plusDays, plusYears } from '#kernel/days.ts';
import { newId, publicId, randomText } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { DB } from '#kernel/tables.gen.ts';
import type { Customer } from '#kernel/viewer.ts';

export type World = { database: Db };

/** The day on which the stories of the tests happen, and its morning in Rome. */
export const worldDay: Day = day('2026-11-24');
export const worldNow: Instant = instant('2026-11-24T09:00:00.000Z');

type Line = DB['products']['line'];
type Role = DB['policy_roles']['role'];
type Names = Record<Language, string>;

let counted = 0;
/** A number that no other call of this test file gets. */
const next = (): number => ++counted;
const key = (entity: string): string => `${entity}-${randomText(10)}`;
const inAllLanguages = (text: string): Names => ({ it: text, en: text, de: text });

// ── agencies, parties, links, consents ──────────────────────────────────────────────────────────────────────────────

export type GivenAgency = { id: string; publicId: string; name: string; phone: string; email: string };

/** Open Monday to Friday, 9–13 and 15–18.30, unless said otherwise. */
export const officeHours = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '13:00' },
  { weekday, opens: '15:00', closes: '18:30' },
]);

export async function givenAgency(
  world: World,
  over: {
    name?: string;
    street?: string;
    postcode?: string;
    municipality?: string;
    province?: string;
    phone?: string;
    email?: string;
    hours?: { weekday: number; opens: string; closes: string }[];
    latitude?: number;
    longitude?: number;
  } = {},
): Promise<GivenAgency> {
  const agency = {
    id: newId(),
    public_id: publicId(),
    name: over.name ?? `Firenze Prova ${next()}`,
    phone: over.phone ?? '+39055123456',
    email: over.email ?? `agenzia${next()}@esempio.example`,
  };
  await world.database
    .insertInto('agencies')
    .values({
      ...agency,
      key: key('agency'),
      version: 1,
      street: over.street ?? 'Via delle Panche 12',
      postcode: over.postcode ?? '50141',
      municipality: over.municipality ?? 'Firenze',
      province: over.province ?? 'FI',
      hours: JSON.stringify(over.hours ?? officeHours),
      latitude: over.latitude ?? null,
      longitude: over.longitude ?? null,
      as_of: worldDay,
    })
    .execute();
  return { id: agency.id, publicId: agency.public_id, name: agency.name, phone: agency.phone, email: agency.email };
}

/** One agency for the tests of a database that do not care which. */
async function anyAgency(world: World): Promise<string> {
  const found = await world.database.selectFrom('agencies').select('id').orderBy('id').limit(1).executeTakeFirst();
  return found?.id ?? (await givenAgency(world)).id;
}

export type GivenParty = {
  id: string;
  key: string;
  name: string;
  customerCode: string;
  agencyId: string;
  codiceFiscale: string | undefined;
  partitaIva: string | undefined;
};

/** A person by default; with `businessName` a company unless `kind` says otherwise. Fiscal ids pass their check rules. */
export async function givenParty(
  world: World,
  over: {
    kind?: DB['parties']['kind'];
    givenName?: string;
    familyName?: string;
    businessName?: string;
    codiceFiscale?: string;
    partitaIva?: string;
    birthDay?: Day;
    language?: Language;
    agencyId?: string;
    customerCode?: string;
  } = {},
): Promise<GivenParty> {
  const kind = over.kind ?? (over.businessName ? 'company' : 'person');
  const isPerson = kind === 'person';
  const hasOwnName = kind !== 'company';
  const givenName = over.givenName ?? (hasOwnName ? 'Prova' : undefined);
  const familyName = over.familyName ?? (hasOwnName ? `Rossi${next()}` : undefined);
  const businessName = over.businessName ?? (isPerson ? undefined : `Ditta Prova ${next()}`);
  const party: GivenParty = {
    id: newId(),
    key: key('party'),
    name: businessName ?? `${givenName} ${familyName}`,
    customerCode: over.customerCode ?? `C${randomText(9).toUpperCase()}`,
    agencyId: over.agencyId ?? (await anyAgency(world)),
    codiceFiscale: over.codiceFiscale ?? (hasOwnName ? codiceFiscale(next()) : undefined),
    partitaIva: over.partitaIva ?? (isPerson ? undefined : partitaIva(next())),
  };
  await world.database
    .insertInto('parties')
    .values({
      id: party.id,
      key: party.key,
      version: 1,
      kind,
      codice_fiscale: party.codiceFiscale ?? null,
      partita_iva: party.partitaIva ?? null,
      given_name: givenName ?? null,
      family_name: familyName ?? null,
      business_name: businessName ?? null,
      birth_day: over.birthDay ?? (isPerson ? day('1985-01-01') : null),
      language: over.language ?? 'it',
      customer_code: party.customerCode,
      agency_id: party.agencyId,
      street: 'Via dei Serragli 21',
      postcode: '50124',
      municipality: 'Firenze',
      province: 'FI',
      as_of: worldDay,
    })
    .execute();
  return party;
}

/** `from` represents, trades as, owns or shares a household with `to`. */
export async function givenLink(
  world: World,
  kind: DB['party_links']['kind'],
  from: { id: string },
  to: { id: string },
  over: { since?: Day; until?: Day; endedAt?: Instant } = {},
): Promise<void> {
  await world.database
    .insertInto('party_links')
    .values({
      id: newId(),
      key: key('link'),
      version: 1,
      kind,
      from_party_id: from.id,
      to_party_id: to.id,
      since: over.since ?? day('2020-01-01'),
      until: over.until ?? null,
      as_of: worldDay,
      ended_at: over.endedAt ?? null,
    })
    .execute();
}

export async function givenConsent(
  world: World,
  partyId: string,
  purpose: string,
  isGiven = true,
  decidedAt: Instant = instant('2025-01-10T10:00:00Z'),
): Promise<void> {
  await world.database
    .insertInto('consents')
    .values({
      id: newId(),
      key: key('consent'),
      version: 1,
      party_id: partyId,
      purpose,
      text_version: '2025-01',
      is_given: isGiven,
      decided_at: decidedAt,
      channel: 'agency',
    })
    .execute();
}

export async function givenPaperless(world: World, partyId: string, isOn = true): Promise<void> {
  await world.database
    .insertInto('paperless_choices')
    .values({
      id: newId(),
      key: key('paperless'),
      version: 1,
      party_id: partyId,
      is_on: isOn,
      since: day('2024-03-01'),
      as_of: worldDay,
    })
    .execute();
}

// ── contacts, accounts, sessions ────────────────────────────────────────────────────────────────────────────────────

export type GivenContact = {
  id: string;
  publicId: string;
  partyId: string;
  kind: DB['contacts']['kind'];
  value: string;
};

/** A mobile of the agency by default; an e-mail or landline by `kind`. The value must be normalised when it is given. */
export async function givenContact(
  world: World,
  partyId: string,
  over: {
    kind?: DB['contacts']['kind'];
    value?: string;
    origin?: DB['contacts']['origin'];
    isPreferred?: boolean;
    isPaperless?: boolean;
    isSignature?: boolean;
    verifiedAt?: Instant | null;
    endedAt?: Instant;
  } = {},
): Promise<GivenContact> {
  const kind = over.kind ?? (over.value?.includes('@') ? 'email' : 'mobile');
  const contact = { id: newId(), publicId: publicId(), partyId, kind, value: over.value ?? someValue(kind) };
  await world.database
    .insertInto('contacts')
    .values({
      id: contact.id,
      public_id: contact.publicId,
      key: over.origin === 'self' ? null : key('contact'),
      version: 1,
      party_id: partyId,
      kind,
      value: contact.value,
      origin: over.origin ?? 'agency',
      verified_at: over.verifiedAt === undefined ? instant('2024-01-01T00:00:00Z') : over.verifiedAt,
      is_preferred: over.isPreferred ?? false,
      is_paperless: over.isPaperless ?? false,
      is_signature: over.isSignature ?? false,
      as_of: worldDay,
      created_at: instant('2024-01-01T00:00:00Z'),
      ended_at: over.endedAt ?? null,
    })
    .execute();
  return contact;
}

function someValue(kind: DB['contacts']['kind']): string {
  if (kind === 'email') return `prova${next()}.${randomText(5)}@posta.example`;
  // A block of numbers no operator gives out; the landline is one of Florence.
  const digits = String(Math.floor(Math.random() * 1e7)).padStart(7, '0');
  return kind === 'mobile' ? `+39333${digits}` : `+39055${digits}`;
}

export type GivenAccount = {
  id: string;
  partyId: string;
  username: GivenContact;
  confirmation: GivenContact | undefined;
};

/**
 * An account with its claims: `username` (made when not given) and, when given, `confirmation`. `passwordHash` is no
 * hash of anything unless a test gives one.
 */
export async function givenAccount(
  world: World,
  partyId: string,
  over: {
    username?: GivenContact;
    confirmation?: GivenContact;
    state?: DB['accounts']['state'];
    passwordHash?: string;
    lastUsedAt?: Instant;
    createdAt?: Instant;
  } = {},
): Promise<GivenAccount> {
  const username = over.username ?? (await givenContact(world, partyId, { kind: 'email' }));
  const account = { id: newId(), partyId, username, confirmation: over.confirmation };
  const createdAt = over.createdAt ?? instant('2025-02-03T10:00:00Z');
  await world.database
    .insertInto('accounts')
    .values({
      id: account.id,
      party_id: partyId,
      state: over.state ?? 'active',
      password_hash: over.passwordHash ?? 'none',
      created_at: createdAt,
      last_used_at: over.lastUsedAt ?? worldNow,
      cancelled_at: over.state === 'cancelled' ? worldNow : null,
    })
    .execute();
  await givenClaim(world, account.id, username, 'username', createdAt);
  if (over.confirmation) await givenClaim(world, account.id, over.confirmation, 'confirmation', createdAt);
  return account;
}

export async function givenClaim(
  world: World,
  accountId: string,
  contact: GivenContact,
  role: DB['contact_claims']['role'],
  claimedAt: Instant = worldNow,
): Promise<void> {
  await world.database
    .insertInto('contact_claims')
    .values({ value: contact.value, account_id: accountId, role, contact_id: contact.id, claimed_at: claimedAt })
    .execute();
}

export async function givenBrowser(world: World): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = randomText(26);
  await world.database
    .insertInto('browsers')
    .values({
      id,
      token_hash: Buffer.from(token),
      label: 'Firefox, Linux',
      created_at: worldNow,
      last_seen_at: worldNow,
    })
    .execute();
  return { id, token };
}

/** A signed-in customer as the doors would build one; looks through the own profile unless `profileId` is given. */
export async function givenViewer(
  world: World,
  account: { id: string; partyId: string },
  over: { language?: Language; profileId?: string; browserId?: string; lastSeenAt?: Instant } = {},
): Promise<Customer> {
  const browserId = over.browserId ?? (await givenBrowser(world)).id;
  const sessionId = newId();
  const profileId = over.profileId ?? account.partyId;
  const at = over.lastSeenAt ?? worldNow;
  await world.database
    .insertInto('sessions')
    .values({
      id: sessionId,
      public_id: publicId(),
      token_hash: Buffer.from(sessionId),
      account_id: account.id,
      browser_id: browserId,
      profile_id: profileId,
      credential_version: 1,
      created_at: at,
      last_seen_at: at,
    })
    .execute();
  return {
    kind: 'customer',
    language: over.language ?? 'it',
    address: '203.0.113.7',
    browserId,
    sessionId,
    accountId: account.id,
    partyId: account.partyId,
    profileId,
  };
}

/** A party with an account who is looking: the shortest way to a customer. */
export async function givenCustomer(
  world: World,
  over: Parameters<typeof givenParty>[1] = {},
): Promise<{ party: GivenParty; account: GivenAccount; viewer: Customer }> {
  const party = await givenParty(world, over);
  const account = await givenAccount(world, party.id);
  return { party, account, viewer: await givenViewer(world, account, { language: over.language ?? 'it' }) };
}

// ── products, policies, payables ────────────────────────────────────────────────────────────────────────────────────

export async function givenProduct(
  world: World,
  over: { line?: Line; names?: Names; takesContributions?: boolean } = {},
): Promise<{ id: string; line: Line }> {
  const id = newId();
  const line = over.line ?? 'motor';
  await world.database
    .insertInto('products')
    .values({
      id,
      key: key('product'),
      version: 1,
      line,
      names: JSON.stringify(over.names ?? inAllLanguages('Guida Serena')),
      takes_contributions: over.takesContributions ?? false,
      as_of: worldDay,
    })
    .execute();
  return { id, line };
}

export type GivenPolicy = { id: string; publicId: string; number: string; key: string; line: Line; agencyId: string };

/**
 * An active motor policy from half a year ago, renewed each year, paid in two instalments. `policyholder` and `insured`
 * get their roles; the insured is the policyholder unless said otherwise (an empty list: nobody).
 */
export async function givenPolicy(
  world: World,
  policyholder: { id: string },
  over: {
    insured?: { id: string }[];
    line?: Line;
    product?: { id: string; line: Line };
    agencyId?: string;
    state?: DB['policies']['state'];
    number?: string;
    startsOn?: Day;
    endsOn?: Day | null;
    renews?: boolean;
    instalmentsPerYear?: number;
    annualPremiumCents?: number;
    iotCents?: number;
    suspendedSince?: Day;
    suspendedBecause?: Names;
    valuation?: unknown;
    asOf?: Day;
    endedAt?: Instant;
  } = {},
): Promise<GivenPolicy> {
  const product = over.product ?? (await givenProduct(world, over.line ? { line: over.line } : {}));
  const startsOn = over.startsOn ?? plusDays(worldDay, -180);
  const policy: GivenPolicy = {
    id: newId(),
    key: key('policy'),
    publicId: publicId(),
    number: over.number ?? String(Math.floor(Math.random() * 1e10)).padStart(10, '0'),
    line: product.line,
    agencyId: over.agencyId ?? (await anyAgency(world)),
  };
  await world.database
    .insertInto('policies')
    .values({
      id: policy.id,
      key: policy.key,
      version: 1,
      public_id: policy.publicId,
      number: policy.number,
      product_id: product.id,
      agency_id: policy.agencyId,
      state: over.state ?? 'active',
      starts_on: startsOn,
      ends_on: over.endsOn === undefined ? plusYears(startsOn, 1) : over.endsOn,
      renews: over.renews ?? true,
      instalments_per_year: over.instalmentsPerYear ?? 2,
      annual_premium_cents: over.annualPremiumCents ?? 62_480,
      iot_cents: over.iotCents ?? 0,
      suspended_since: over.suspendedSince ?? null,
      suspended_because: over.suspendedBecause ? JSON.stringify(over.suspendedBecause) : null,
      valuation: over.valuation === undefined ? null : JSON.stringify(over.valuation),
      as_of: over.asOf ?? worldDay,
      ended_at: over.endedAt ?? null,
    })
    .execute();
  await givenRole(world, policy.id, policyholder.id, 'policyholder');
  for (const insured of over.insured ?? [policyholder]) await givenRole(world, policy.id, insured.id, 'insured');
  return policy;
}

export async function givenRole(
  world: World,
  policyId: string,
  partyId: string,
  role: Role,
  over: { endedAt?: Instant } = {},
): Promise<void> {
  await world.database
    .insertInto('policy_roles')
    .values({
      id: newId(),
      key: key('role'),
      version: 1,
      policy_id: policyId,
      party_id: partyId,
      role,
      as_of: worldDay,
      ended_at: over.endedAt ?? null,
    })
    .execute();
}

export async function givenCoverage(
  world: World,
  policyId: string,
  over: {
    position?: number;
    names?: Names;
    summaries?: Names;
    sumInsuredCents?: number;
    limitCents?: number;
    deductibleCents?: number;
    deductiblePercent?: string;
    exclusions?: Names;
    article?: string;
  } = {},
): Promise<void> {
  await world.database
    .insertInto('coverages')
    .values({
      id: newId(),
      key: key('coverage'),
      version: 1,
      policy_id: policyId,
      position: over.position ?? next(),
      names: JSON.stringify(over.names ?? inAllLanguages('Furto e incendio')),
      summaries: JSON.stringify(
        over.summaries ?? inAllLanguages('Paga il valore dell’auto se la rubano o va a fuoco.'),
      ),
      sum_insured_cents: over.sumInsuredCents ?? null,
      limit_cents: over.limitCents ?? null,
      deductible_cents: over.deductibleCents ?? null,
      deductible_percent: over.deductiblePercent ?? null,
      exclusions: over.exclusions ? JSON.stringify(over.exclusions) : null,
      article: over.article ?? null,
      as_of: worldDay,
    })
    .execute();
}

export async function givenGood(
  world: World,
  policyId: string,
  over: { kind?: DB['goods']['kind']; name?: string; plate?: string; details?: unknown } = {},
): Promise<void> {
  await world.database
    .insertInto('goods')
    .values({
      id: newId(),
      key: key('good'),
      version: 1,
      policy_id: policyId,
      kind: over.kind ?? 'vehicle',
      name: over.name ?? 'Fiat Panda',
      plate: over.plate ?? null,
      details: JSON.stringify(over.details ?? {}),
      as_of: worldDay,
    })
    .execute();
}

export type GivenPayable = { id: string; publicId: string; policyId: string; amountCents: number; dueOn: Day };

/** An instalment of 312,40 due in six days and payable online; pays for half a year of cover. */
export async function givenPayable(
  world: World,
  policyId: string,
  over: {
    kind?: DB['payables']['kind'];
    amountCents?: number;
    iotCents?: number;
    dueOn?: Day;
    coversFrom?: Day | null;
    coversUntil?: Day | null;
    isPayableOnline?: boolean;
    state?: DB['payables']['state'];
    paidOn?: Day;
    asOf?: Day;
  } = {},
): Promise<GivenPayable> {
  const dueOn = over.dueOn ?? plusDays(worldDay, 6);
  const payable = { id: newId(), publicId: publicId(), policyId, amountCents: over.amountCents ?? 31_240, dueOn };
  await world.database
    .insertInto('payables')
    .values({
      id: payable.id,
      key: key('payable'),
      version: 1,
      public_id: payable.publicId,
      policy_id: policyId,
      kind: over.kind ?? 'instalment',
      amount_cents: payable.amountCents,
      iot_cents: over.iotCents ?? 0,
      due_on: dueOn,
      covers_from: over.coversFrom === undefined ? dueOn : over.coversFrom,
      covers_until: over.coversUntil === undefined ? plusDays(dueOn, 181) : over.coversUntil,
      is_payable_online: over.isPayableOnline ?? true,
      state: over.state ?? 'due',
      paid_on: over.paidOn ?? (over.state === 'paid' ? dueOn : null),
      as_of: over.asOf ?? worldDay,
    })
    .execute();
  return payable;
}

// ── fiscal ids that pass their check rules ──────────────────────────────────────────────────────────────────────────

const oddValues: Record<string, number> = Object.fromEntries(
  [...'BAKPLCQDREVOSFTGUHMINJWZYX'].map((letter, value) => [letter, value]),
);

/** A codice fiscale for the n-th invented person, with the right check letter (D.M. 23/12/1976). */
function codiceFiscale(n: number): string {
  const letters = [n, Math.floor(n / 26), Math.floor(n / 676)].map((part) => String.fromCharCode(65 + (part % 26)));
  const body = `PRV${letters.join('')}85A41D612`;
  const value = [...body].reduce((sum, character, index) => {
    const rank = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    // Odd places (1st, 3rd …) go through a table in which a digit counts as the letter of its rank.
    return sum + (index % 2 === 0 ? (oddValues[String.fromCharCode(65 + rank)] ?? 0) : rank);
  }, 0);
  return body + String.fromCharCode(65 + (value % 26));
}

/** A partita IVA for the n-th invented business, with the right check digit (Luhn). */
function partitaIva(n: number): string {
  const body = `${String(n).padStart(7, '0')}048`;
  const sum = [...body].reduce((total, character, index) => {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}
