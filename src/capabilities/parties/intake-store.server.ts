// How rows of the core system fill the tables of parties.
import { sql } from 'kysely';
import { columns } from '#kernel/row.ts';
import { type Upsert, upserting } from '#kernel/upsert.server.ts';

/** Ids of agencies and parties by the core system's key, for the rows that refer to them. */
export const agencyIdsByKey = sql`agencies`;
export const partyIdsByKey = sql`parties`;

const address = { street: 'text', postcode: 'text', municipality: 'text', province: 'text' } as const;

const agencies: Upsert = {
  table: 'agencies',
  once: { publicId: true },
  columns: columns({
    name: 'text',
    ...address,
    phone: 'text',
    email: 'text',
    hours: 'jsonb',
    latitude: 'double precision',
    longitude: 'double precision',
  }),
};

const parties: Upsert = {
  table: 'parties',
  columns: columns({
    kind: 'text',
    codiceFiscale: 'text',
    partitaIva: 'text',
    givenName: 'text',
    familyName: 'text',
    businessName: 'text',
    birthDay: 'date',
    language: 'text',
    customerCode: 'text',
    ...address,
  }),
  parents: [{ column: 'agency_id', field: 'agency', entity: 'agencies', ids: agencyIdsByKey }],
  violations: {
    parties_one_per_customer_code: { field: 'customerCode', reason: 'is already the code of another party' },
  },
};

const links: Upsert = {
  table: 'party_links',
  columns: columns({ kind: 'text', since: 'date', until: 'date' }),
  parents: [
    { column: 'from_party_id', field: 'from', entity: 'parties', ids: partyIdsByKey },
    { column: 'to_party_id', field: 'to', entity: 'parties', ids: partyIdsByKey },
  ],
};

const consents: Upsert = {
  table: 'consents',
  hasAsOf: false,
  columns: columns({
    purpose: 'text',
    textVersion: 'text',
    isGiven: 'boolean',
    decidedAt: 'timestamptz',
    channel: 'text',
  }),
  parents: [{ column: 'party_id', field: 'party', entity: 'parties', ids: partyIdsByKey }],
};

export const intoAgencies = upserting(agencies);
export const intoParties = upserting(parties);
export const intoLinks = upserting(links);
export const intoConsents = upserting(consents);
