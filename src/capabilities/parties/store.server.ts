// Parties, agencies, links and consents: what the core system sent, and the relations that others may join.
import { type Expression, sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Db } from '#kernel/database.server.ts';
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/language.ts';
import { prepared } from '#kernel/prepared.server.ts';
import type { OpeningHours } from './rules/hours.ts';
import type { LinkKind, PartyKind } from './rules.ts';

export const tables = ['agencies', 'parties', 'party_links', 'consents', 'places'] as const;

/** Who looks and on which day, as values or as parameters of a prepared query. */
export type Looking = { profileId: Expression<string>; today: Expression<Day> };

/** How a party is called: the business by its name, a person by given and family name. */
const displayName = sql<string>`coalesce(parties.business_name, parties.given_name || ' ' || parties.family_name)`;

/** Relation: every party by id with its name and kind, for pages that show who somebody is. */
export const partyNames = (database: Db) =>
  database
    .selectFrom('parties')
    .select([
      'parties.id',
      'parties.kind',
      'parties.customer_code',
      'parties.birth_day',
      'parties.given_name',
      displayName.as('display_name'),
    ]);

/** Relation: the parties whose things are seen without switching profile: the profile itself and whom it represents. */
export const seenThrough = (database: Db, looking: Looking) =>
  database
    .selectNoFrom([sql<string>`${looking.profileId}::uuid`.as('party_id'), sql<boolean>`false`.as('is_represented')])
    .unionAll(
      database
        .selectFrom('party_links')
        .select(['to_party_id as party_id', sql<boolean>`true`.as('is_represented')])
        .where('kind', '=', 'represents')
        .where('from_party_id', '=', sql<string>`${looking.profileId}::uuid`)
        .where('ended_at', 'is', null)
        .where('since', '<=', sql<Day>`${looking.today}::date`)
        .where((link) => link.or([link('until', 'is', null), link('until', '>=', sql<Day>`${looking.today}::date`)])),
    );

/** Relation: who shares a household with the profile, in either direction of the link. */
export const householdOf = (database: Db, looking: Looking) =>
  database
    .selectFrom('party_links')
    .select(
      sql<string>`case when from_party_id = ${looking.profileId}::uuid then to_party_id else from_party_id end`.as(
        'party_id',
      ),
    )
    .where('kind', '=', 'household')
    .where('ended_at', 'is', null)
    .where('since', '<=', sql<Day>`${looking.today}::date`)
    .where((link) => link.or([link('until', 'is', null), link('until', '>=', sql<Day>`${looking.today}::date`)]))
    .where((link) =>
      link.or([
        link('from_party_id', '=', sql<string>`${looking.profileId}::uuid`),
        link('to_party_id', '=', sql<string>`${looking.profileId}::uuid`),
      ]),
    );

export type Agency = {
  id: string;
  publicId: string;
  name: string;
  street: string;
  postcode: string;
  municipality: string;
  province: string;
  /** As the core system wrote it; `formatPhone` shows it. */
  phone: string;
  email: string;
  hours: OpeningHours[];
  latitude: number | null;
  longitude: number | null;
  asOf: Day;
};

/** Relation: agencies with the columns of `Agency`. */
export const agencyRows = (database: Db) =>
  database.selectFrom('agencies').select([
    'agencies.id',
    'agencies.public_id as publicId',
    'agencies.name',
    'agencies.street',
    'agencies.postcode',
    'agencies.municipality',
    'agencies.province',
    'agencies.phone',
    'agencies.email',
    // Checked when it was imported (intake.ts).
    sql<OpeningHours[]>`agencies.hours`.as('hours'),
    'agencies.latitude',
    'agencies.longitude',
    'agencies.as_of as asOf',
  ]);

export const agencyByIdRow = async (context: Context, id: string): Promise<Agency | undefined> =>
  agencyRows(context.database).where('agencies.id', '=', id).executeTakeFirst();

const agencyOf = prepared<{ partyId: string }, Agency>((database, parameter) =>
  agencyRows(database)
    .innerJoin('parties', 'parties.agency_id', 'agencies.id')
    .where('parties.id', '=', sql<string>`${parameter('partyId')}::uuid`),
);
export const agencyOfPartyRow = async (context: Context, partyId: string): Promise<Agency | undefined> =>
  (await agencyOf(context.database, { partyId }))[0];

/** What a search looks at: without hours and contacts, which are read for the page alone. */
export type SearchedAgency = Pick<Agency, 'id' | 'name' | 'street' | 'postcode' | 'municipality' | 'province'>;

export const searchedAgencies = (context: Context, max: number): Promise<SearchedAgency[]> =>
  context.database
    .selectFrom('agencies')
    .select(['id', 'name', 'street', 'postcode', 'municipality', 'province'])
    .where('ended_at', 'is', null)
    .orderBy('municipality')
    .orderBy('name')
    .orderBy('id')
    .limit(max)
    .execute();

/** Agencies by id, in the order of the ids. */
export async function agencyRowsById(context: Context, ids: readonly string[]): Promise<Agency[]> {
  const rows = await agencyRows(context.database)
    .where('agencies.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export const agencyByPublicId = async (context: Context, publicId: string): Promise<Agency | undefined> =>
  agencyRows(context.database)
    .where('agencies.public_id', '=', publicId)
    .where('agencies.ended_at', 'is', null)
    .executeTakeFirst();

export type PartyRow = {
  id: string;
  kind: PartyKind;
  displayName: string;
  givenName: string | null;
  familyName: string | null;
  businessName: string | null;
  codiceFiscale: string | null;
  partitaIva: string | null;
  birthDay: Day | null;
  language: Language;
  customerCode: string;
  agencyId: string;
  asOf: Day;
};

const partyRows = (database: Db) =>
  database
    .selectFrom('parties')
    .select([
      'parties.id',
      'parties.kind',
      displayName.as('displayName'),
      'parties.given_name as givenName',
      'parties.family_name as familyName',
      'parties.business_name as businessName',
      'parties.codice_fiscale as codiceFiscale',
      'parties.partita_iva as partitaIva',
      'parties.birth_day as birthDay',
      'parties.language',
      'parties.customer_code as customerCode',
      'parties.agency_id as agencyId',
      'parties.as_of as asOf',
    ]);

export const partyRowsById = async (context: Context, ids: readonly string[]): Promise<PartyRow[]> =>
  partyRows(context.database)
    .where('parties.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();

export async function partyIdByCustomerCode(context: Context, customerCode: string): Promise<string | undefined> {
  const row = await context.database
    .selectFrom('parties')
    .select('id')
    .where('customer_code', '=', customerCode)
    .executeTakeFirst();
  return row?.id;
}

/** The parties in force that a codice fiscale or partita IVA belongs to: a person and the own firm share one. */
export async function partyIdsByFiscalId(context: Context, fiscalId: string, max: number): Promise<string[]> {
  const rows = await context.database
    .selectFrom('parties')
    .select('id')
    .where((party) => party.or([party('codice_fiscale', '=', fiscalId), party('partita_iva', '=', fiscalId)]))
    .where('ended_at', 'is', null)
    .orderBy('id')
    .limit(max)
    .execute();
  return rows.map((row) => row.id);
}

export type LinkRow = { kind: LinkKind; party: PartyRow };

/** Whom the party represents, trades as or owns today. */
export async function linksFrom(
  context: Context,
  partyId: string,
  today: Day,
): Promise<(PartyRow & { because: LinkKind })[]> {
  return partyRows(context.database)
    .innerJoin('party_links', 'party_links.to_party_id', 'parties.id')
    .select('party_links.kind as because')
    .where('party_links.from_party_id', '=', partyId)
    .where('party_links.kind', 'in', ['represents', 'trades_as', 'owns'])
    .where('party_links.ended_at', 'is', null)
    .where('parties.ended_at', 'is', null)
    .where('party_links.since', '<=', today)
    .where((link) => link.or([link('party_links.until', 'is', null), link('party_links.until', '>=', today)]))
    .orderBy('displayName')
    .execute();
}
