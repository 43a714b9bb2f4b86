// How rows of the core system fill the tables of policies.
import { sql } from 'kysely';
import { agencyIdsByKey, partyIdsByKey } from '#capabilities/parties/index.ts';
import { columns } from '#kernel/row.ts';
import { type Upsert, type UpsertParent, upserting } from '#kernel/upsert.server.ts';

const policy: UpsertParent = { column: 'policy_id', field: 'policy', entity: 'policies', ids: sql`policies` };

const products: Upsert = {
  table: 'products',
  columns: columns({ line: 'text', names: 'jsonb', takesContributions: 'boolean' }),
};

const policies: Upsert = {
  table: 'policies',
  once: { publicId: true },
  columns: columns({
    number: 'text',
    state: 'text',
    startsOn: 'date',
    endsOn: 'date',
    renews: 'boolean',
    instalmentsPerYear: 'integer',
    annualPremiumCents: 'bigint',
    iotCents: 'bigint',
    suspendedSince: 'date',
    suspendedBecause: 'jsonb',
    valuation: 'jsonb',
  }),
  parents: [
    { column: 'product_id', field: 'product', entity: 'products', ids: sql`products` },
    { column: 'agency_id', field: 'agency', entity: 'agencies', ids: agencyIdsByKey },
  ],
  violations: { policies_one_per_number: { field: 'number', reason: 'is already the number of another policy' } },
};

const roles: Upsert = {
  table: 'policy_roles',
  columns: columns({ role: 'text' }),
  parents: [policy, { column: 'party_id', field: 'party', entity: 'parties', ids: partyIdsByKey }],
};

const coverages: Upsert = {
  table: 'coverages',
  columns: columns({
    position: 'integer',
    names: 'jsonb',
    summaries: 'jsonb',
    sumInsuredCents: 'bigint',
    limitCents: 'bigint',
    deductibleCents: 'bigint',
    deductiblePercent: 'numeric',
    exclusions: 'jsonb',
    article: 'text',
  }),
  parents: [policy],
};

const goods: Upsert = {
  table: 'goods',
  columns: columns({ kind: 'text', name: 'text', plate: 'text', details: 'jsonb' }),
  parents: [policy],
};

const payables: Upsert = {
  table: 'payables',
  once: { publicId: true },
  columns: columns({
    kind: 'text',
    amountCents: 'bigint',
    iotCents: 'bigint',
    dueOn: 'date',
    coversFrom: 'date',
    coversUntil: 'date',
    isPayableOnline: 'boolean',
    state: 'text',
    paidOn: 'date',
  }),
  parents: [policy],
};

export const intoProducts = upserting(products);
export const intoPolicies = upserting(policies);
export const intoRoles = upserting(roles);
export const intoCoverages = upserting(coverages);
export const intoGoods = upserting(goods);
export const intoPayables = upserting(payables);
